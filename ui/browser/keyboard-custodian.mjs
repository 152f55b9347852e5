// Every flow of a custodian organisation by keyboard alone, each on a page of its own.
import assert from "node:assert/strict";
import { id, Keys } from "./keys.mjs";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";
const file = (kind) => ({ name: `${kind}.ugnay`, mimeType: "application/octet-stream", buffer: Buffer.from(kind) });

async function opened(stage, nav = null) {
  await stage.start(`?custodian=${encodeURIComponent(PASSPHRASE)}`);
  const keys = new Keys(stage);
  await keys.write("#organisation-unlock-passphrase", PASSPHRASE);
  await keys.keyboard.press("Enter");
  await stage.get("custody-waiting").waitFor();
  await keys.kept("opening the organisation");
  if (nav !== null) await keys.press(id(`nav-${nav}`), "h1");
  return keys;
}

/** A new organisation, at the page of its key on paper. */
async function founded(stage) {
  await stage.start();
  const keys = new Keys(stage);
  await keys.press(id("organisation-start"), id("organisation-name"));
  await keys.write(id("organisation-name"), "Migrant Families' Center");
  await keys.write(id("organisation-passphrase"), PASSPHRASE);
  await keys.press(id("organisation-submit"), id("setup"));
  await keys.press(id("setup-next"), id("paper-show"));
  return keys;
}

/** The words of a sheet, shown. */
async function shownWords(stage, keys) {
  await keys.press(id("paper-show"), id("paper-words"));
  const words = (await stage.page.locator(`${id("paper-words")} .strong`).allTextContents()).map((word) => word.trim());
  assert.equal(words.length, 24, "24 words");
  return words;
}

/** The words of a sheet, and all 24 typed again. */
async function onPaper(stage, keys) {
  const words = await shownWords(stage, keys);
  await keys.press(id("paper-test"), "#paper-word-0");
  for (let at = 0; at < 24; at += 1) {
    await keys.write(`#paper-word-${at}`, words[at].slice(0, 4));
    if (at % 6 < 5) continue;
    await keys.keyboard.press("Enter");
    if (at < 23) await keys.at(`#paper-word-${at + 1}`, "the next six begin at their first");
  }
  await stage.get("paper-right").waitFor();
  await keys.kept("the last word");
}

/** A file of another organisation: looked at, compared and taken. */
async function taken(stage, keys, kind) {
  await keys.file("#custody-file", file(kind));
  await stage.get("file-preview").waitFor();
  await keys.press(id("file-compared"), null, "Space");
  await keys.press(id("file-accept"), id("file-accepted"));
}

/** A new organisation: its key on paper, its card, the founding paper signed, and connected. */
async function wayIn(stage) {
  const { page } = stage;
  const keys = await founded(stage);
  await onPaper(stage, keys);
  await keys.press("main a.primary[href='#/organisation']", id("card-save"));
  await keys.press(id("card-save"), id("saved-file"));
  await keys.press(id("files-open"), "#custody-file");
  for (const kind of ["genesis_draft", "genesis"]) {
    await taken(stage, keys, kind);
  }
  await keys.escape("#/organisation");
  await keys.write(id("connect-buffer"), "https://buffer.example");
  await keys.press(id("connect"), "h1");
  await page.locator(id("connect-buffer")).waitFor({ state: "detached" });
  await keys.kept("connecting");
}

/** A request decided, once stopped in the pause. */
async function deciding(stage) {
  const keys = await opened(stage);
  await keys.press(id("request-open"), id("decide"));
  await keys.press(id("decide-approve"), null, "Space");
  await keys.keyboard.press("ArrowDown");
  await keys.at(id("decide-object"), "the arrows choose");
  await keys.choose(id("decide-reason"), "other");
  await keys.write("#decide-text", "Half of it would do.");
  await keys.to(id("decide-object"));
  await keys.keyboard.press("ArrowUp");
  await keys.press(id("decide-submit"), id("decide-pause"));
  await keys.at("#decide-cancel", "the way out is at hand");
  await keys.keyboard.press("Enter");
  await keys.at("#decide-submit", "stopped, and back where it began");
  await keys.keyboard.press("Enter");
  await stage.hurry(() => stage.page.locator("[data-testid=request-state]:not([data-phase=undecided])").waitFor());
  await keys.kept("a decision that was signed");
  await keys.escape("#/requests");
}

/** A restore approved after its words were compared, and a request that was not shown objected to. */
async function unshown(stage) {
  const keys = await opened(stage, "requests");
  await keys.press("a[href='#/requests/request-5']", id("decide"));
  await keys.press(id("decide-approve"), null, "Space");
  await keys.press(id("decide-compared"), null, "Space");
  await keys.press(id("decide-submit"), id("decide-pause"));
  await stage.hurry(() => stage.page.locator("[data-testid=request-state][data-phase=waiting]").waitFor());
  await keys.kept("a restore that was approved");
  await keys.escape("#/requests");
  await keys.press("a[href='#/requests/request-6']", id("request-hidden"));
  await keys.press(id("decide-object"), null, "Space");
  await keys.choose(id("decide-reason"), "desk_doubted");
  await keys.press(id("decide-submit"), id("decide-pause"));
  await stage.hurry(() => stage.page.locator("[data-testid=request-state]:not([data-phase=unchecked])").waitFor());
  await keys.kept("an objection to what was not shown");
  await keys.press(id("decision-save"), id("saved-file"));
}

/** Receipts looked at, the log checked, and exchanged. */
async function receipts(stage) {
  const keys = await opened(stage);
  await keys.press(id("custody-exchange"), id("custody-exchanged"));
  await keys.press(id("nav-shares"), "[data-outcome=wrong_share]");
  await keys.press(id("nav-log"), id("log-check"));
  await keys.press(id("log-check"), id("log-checked"));
}

/** The key changed: a new sheet, then the shares sealed anew. */
async function keyChange(stage) {
  const keys = await opened(stage);
  await keys.press("a[href='#/organisation']", id("key-open"));
  await keys.press(id("key-open"), id("key-start"));
  await keys.press(id("key-start"), "a.primary[href='#/organisation/paper']");
  await keys.press("a.primary[href='#/organisation/paper']", id("paper-show"));
  await onPaper(stage, keys);
  await keys.press("main a.primary[href='#/organisation']", id("key-open"));
  await keys.press(id("key-open"), id("key-finish"));
  await keys.press(id("key-finish"), id("key-changed"));
}

/** The shares handed over to a successor and destroyed here. */
async function handover(stage) {
  const keys = await opened(stage);
  const take = async (kind) => {
    await keys.press("a[href='#/organisation']", id("files-open"));
    await keys.press(id("files-open"), "#custody-file");
    await taken(stage, keys, kind);
    await keys.press(id("nav-custody-home"), id("custody-exchange"));
  };
  const page = async () => {
    await keys.press("a[href='#/organisation']", id("handover-open"));
    await keys.press(id("handover-open"), "main .card");
  };
  await take("organisation_card");
  await keys.press(id("custody-exchange"), id("custody-exchanged"));
  await page();
  await keys.press(id("handover-save"), id("saved-file"));
  await keys.press(id("nav-custody-home"), id("custody-exchange"));
  await take("handover_done");
  await page();
  await keys.press(id("handover-destroy"), id("handover-destroyed"));
}

/** Shares taken over from a predecessor: its file, the receipt handed back at the next exchange. */
async function handoverIn(stage) {
  const keys = await opened(stage);
  await keys.press("a[href='#/organisation']", id("handover-open"));
  await keys.press(id("handover-open"), "a[href='#/organisation/files']");
  await keys.press("main a[href='#/organisation/files']", "#custody-file");
  await keys.file("#custody-file", file("handover"));
  await stage.get("file-preview").waitFor();
  await keys.kept("a file that was opened");
  await keys.press(id("file-drop"), "#custody-file");
  await taken(stage, keys, "handover");
  await keys.press(id("nav-custody-home"), id("custody-exchange"));
  await keys.press(id("custody-exchange"), id("custody-exchanged"));
  await keys.press("a[href='#/organisation']", id("handover-open"));
  await keys.press(id("handover-open"), "[data-step=receipt][data-done=true]");
  await keys.escape("#/organisation");
}

/** An organisation back on a new computer, from the words of its key's sheet; a wrong one is named first. */
async function recovering(stage) {
  const { page } = stage;
  const keys = await founded(stage);
  const words = await shownWords(stage, keys);
  await keys.press(id("lock"), "#organisation-unlock-passphrase");
  await keys.press("a[href='#/choose']", id("organisation-start"));
  await keys.press(id("organisation-start"), "a[href='#/organisation-recover']");
  await keys.press("a[href='#/organisation-recover']", "#organisation-words");
  await keys.write(id("organisation-name"), "Migrant Families' Center");
  await keys.choose("#organisation-jurisdiction", "QA");
  await keys.write("#organisation-words", ["zoo", ...words.slice(1)].join(" "));
  await keys.write(id("organisation-passphrase"), PASSPHRASE);
  await keys.press(id("organisation-submit"), id("error-message"));
  await keys.write("#organisation-words", words.join(" "));
  await keys.press(id("organisation-submit"), id("nav-custody-home"));
  await page.locator("h1").first().waitFor();
  await keys.kept("an organisation that came back");
}

/** A demand recorded, the numbers published, a statement written. */
async function demands(stage) {
  const keys = await opened(stage, "demands");
  await keys.press(id("demand-new"), id("demand-form"));
  await keys.choose(id("demand-authority"), "immigration");
  await keys.press(id("asked-lists"), null, "Space");
  await keys.press(id("demand-save"), ".demand[data-outcome=received]");
  await keys.press(id("demands-publish"));
  await stage.page.getByText("The numbers were published").first().waitFor();
  await keys.press(id("statement-new"), id("statement-form"));
  await keys.write(id("statement-text"), "One demand was received. It is open.");
  await keys.press(id("statement-publish"));
  await stage.page.getByText("One demand was received. It is open.").waitFor();
  await keys.kept("a statement that was published");
  await keys.press(id("lock"), "#organisation-unlock-passphrase");
}

export const CUSTODIAN = { wayIn, deciding, unshown, receipts, keyChange, handover, handoverIn, recovering, demands };
