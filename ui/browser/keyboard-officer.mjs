// What an officer does beside people (keyboard-people.mjs) and devices (keyboard-devices.mjs), by keyboard alone, each flow on a page
// of its own.
import assert from "node:assert/strict";
import { id, Keys } from "./keys.mjs";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";
const UNDO = id("toast-undo");

export async function demo(stage, nav = null) {
  await stage.start();
  const keys = new Keys(stage);
  await keys.press(id("demo-start"), "table");
  if (nav !== null) await keys.press(id(`nav-${nav}`), "h1");
  return keys;
}

/** A sheet with a cell put right, brought in, a cell for later done, and the whole import taken back. */
async function importing(stage) {
  const keys = await demo(stage, "import");
  await keys.press(id("import-sample"), id("import-confirm"));
  await keys.press(id("hidden-no"));
  await keys.press(id("fix-open"), id("fix-input"));
  await keys.at(id("fix-input"), "the cell is ready to be written");
  await keys.keyboard.press("Escape");
  await keys.at(id("fix-open"), "Escape leaves the cell as it was");
  await keys.keyboard.press("Enter");
  await keys.write(id("fix-input"), "12 Mayo 1990");
  await keys.keyboard.press("Enter");
  await stage.get("fixes").waitFor();
  await keys.kept("a corrected cell");
  await keys.press(id("import-confirm"), id("import-done"));
  await keys.press(id("later-done"), UNDO);
  await keys.press(id("import-undo"), "[role=status].strong");
  const rows = Array.from({ length: 4000 }, (_, n) => `Cruz${n},Ana,Oman`).join("\n");
  await keys.file(id("import-file"), { name: "long.csv", mimeType: "text/csv", buffer: Buffer.from(`Apelyido,Pangalan,Bansa\n${rows}`) });
  await keys.press(id("import-stop"), id("import-sample"));
  await keys.at(id("import-file"), "stopped, and the next file can be chosen");
  await keys.file(id("import-file"), { name: "notes.docx", mimeType: "application/x", buffer: Buffer.from([1, 0, 2]) });
  await stage.get("error-message").waitFor();
  await keys.kept("a file that was refused");
  const list = (where) => ({ name: "list.csv", mimeType: "text/csv", buffer: Buffer.from(`Apelyido,Pangalan,Bansa\nLopez,Dina,${where}\n`) });
  await keys.file(id("import-file"), list("Oman"));
  await keys.press(id("import-confirm"), id("import-done"));
  await keys.file(id("import-file"), list("Qatar"));
  await keys.to(id("import-update"));
  await keys.keyboard.press("Space");
  await stage.page.waitForFunction(() => document.querySelector("[data-testid=import-confirm]")?.disabled === false);
  await keys.press(id("import-confirm"), id("import-updated"));
  await keys.kept("a corrected list");
}

/** A pair merged and taken back, called two, merged again, and taken apart on the person's page. */
async function duplicates(stage) {
  const { page } = stage;
  const keys = await demo(stage);
  const place = (at, of) => page.getByText(`Pair ${at} of ${of}`).waitFor();
  await keys.press(id("home-duplicates"), id("dup-merge"));
  await keys.press(id("dup-next"));
  await place(2, 2);
  await keys.kept("the last pair");
  await keys.press(id("dup-previous"));
  await place(1, 2);
  await keys.to(`${id("dup-field")} input`);
  await keys.keyboard.press("ArrowRight");
  await keys.press(id("dup-merge"), UNDO);
  await place(1, 1);
  await keys.press(UNDO);
  await place(1, 2);
  await keys.press(id("dup-not-same"), UNDO);
  await place(1, 1);
  await keys.keyboard.press("m");
  await page.getByText("No pairs to look at").first().waitFor();
  await keys.kept("the last pair of all");
  await keys.press(id("nav-people"), id("person-row"));
  // The number of a brother whom one of each pair names: one was merged, the other not.
  for (let row = 1; (await stage.get("person-part").count()) === 0; row += 1) {
    assert.ok(row < 4, "one of them carries the other");
    await keys.write(id("people-search"), "0918 555 0177");
    await page.waitForFunction(() => [1, 2, 3].includes(document.querySelectorAll("[data-testid=person-row]").length));
    for (let step = 0; step < row; step += 1) await keys.keyboard.press("ArrowDown");
    await keys.keyboard.press("Enter");
    await stage.get("person-name").waitFor();
    await page.locator(".detail dl, .detail section").first().waitFor();
    if ((await stage.get("person-part").count()) === 0) await keys.press(id("nav-people"), id("person-row"));
  }
  await keys.press(id("person-part"), "#toast, .toast");
}

/** The whole monthly meeting with its sheet. */
async function meeting(stage) {
  const { page } = stage;
  const keys = await demo(stage);
  await keys.press(id("home-meeting"), id("meeting-start"));
  await keys.press(id("meeting-start"), "#ask-title");
  const first = await page.locator("#ask-title").textContent();
  await keys.press(id("ask-source"), UNDO);
  await keys.at("#ask-title", "the next one is asked about");
  await keys.press(UNDO);
  await page.waitForFunction((name) => document.querySelector("#ask-title")?.textContent === name, first);
  await keys.at("#ask-title", "back at the one that was taken back");
  await keys.press(id("ask-home"));
  await keys.press(id("ask-source"), "[data-mark=home]");
  await keys.press(id("ask-unknown"), "[data-mark=unknown]");
  await keys.to(id("turn-row"));
  await keys.keyboard.press("ArrowDown");
  await keys.keyboard.press("Enter");
  await keys.at("#ask-title", "a row opens its card");
  await keys.press(id("ask-changed"));
  await keys.press(id("ask-source"), "#given");
  await keys.press(id("person-save"), "[data-mark=changed]");
  await keys.press(id("print-make"), id("print-saved"));
  await keys.press(id("meeting-end"), id("meeting-ended"));
}

/** The meeting with single keys: a number says who said it, arrows go on, U takes back, H is home for good. */
async function meetingKeys(stage) {
  const { page } = stage;
  const keys = await demo(stage);
  await keys.press(id("home-meeting"), id("meeting-start"));
  await keys.press(id("meeting-start"), "#ask-title");
  const first = await page.locator("#ask-title").textContent();
  await keys.to(id("ask-source"));
  await keys.keyboard.press("1");
  await page.waitForFunction((name) => document.querySelector("#ask-title")?.textContent !== name, first);
  await keys.at("#ask-title", "the next one is asked about");
  await keys.keyboard.press("ArrowUp");
  await stage.get("ask-mark").waitFor();
  await keys.at("#ask-title", "the one before");
  await keys.keyboard.press("u");
  await stage.get("ask-mark").waitFor({ state: "detached" });
  await keys.at("#ask-title", "still the same");
  await keys.keyboard.press("h");
  await keys.keyboard.press("1");
  await page.locator("[data-mark=home]").first().waitFor();
  await keys.kept("an answer by a key");
}

/** A campaign's calls, to the end of a drill with invented people. */
async function calls(stage) {
  const { page } = stage;
  const keys = await demo(stage, "campaign");
  await keys.choose(id("drill-country"), "LB");
  await keys.press(id("drill-start"), id("outcome-safe"));
  await keys.press(id("outcome-safe"), UNDO);
  await keys.at("#task-title", "the next one to call");
  await keys.press(id("outcome-needs-help"), id("needs-save"));
  await keys.press(id("needs-save"), "[data-mark=needs_help]");
  await keys.press(id("outcome-no-answer"), UNDO);
  await keys.press(UNDO);
  await keys.to(id("turn-row"));
  await keys.keyboard.press("ArrowDown");
  await keys.keyboard.press("Enter");
  await keys.at("#task-title", "a row opens its card");
  await keys.press(id("print-make"), id("print-saved"));
  await page.locator("h1").first().waitFor();
  await keys.to("#task-title ~ *, [data-testid=outcome-safe]");
  await keys.escape("#/campaigns");
}

async function drill(stage) {
  await stage.start();
  const keys = new Keys(stage);
  await create(stage, keys);
  await keys.press(id("nav-campaign"), id("drill-start"));
  await keys.choose(id("drill-country"), "LB");
  await keys.press(id("drill-start"), id("drill-role"));
  await keys.press(id("outcome-safe"), UNDO);
  await keys.press(id("drill-end"), id("drill-result"));
  await keys.at("#drill-result", "how it went has the focus");
}

async function create(stage, keys) {
  await keys.press(id("create-start"), "#create-place");
  await keys.write("#create-place", "Dita");
  await stage.get("create-place-hit").first().waitFor();
  await keys.keyboard.press("Enter");
  await keys.write("#create-passphrase", PASSPHRASE);
  await keys.keyboard.press("Enter");
  await stage.get("nav-home").waitFor();
}

/** Somebody added to the directory, corrected, hidden and shown; the plan written and left. */
async function directory(stage) {
  const { page } = stage;
  const keys = await demo(stage);
  await keys.press(id("home-directory"), id("directory-country"));
  await keys.write("#directory-search", "riyadh");
  await page.getByText("2 entries").waitFor();
  await keys.write("#directory-search", "");
  await keys.keyboard.press("Backspace");
  await keys.press("a[href='#/directory/SA']", id("entry"));
  await keys.press(id("entry-new"), "#entry-name");
  await keys.press(id("entry-save"), id("error-message"));
  await keys.write("#entry-name", "Invented Leader");
  await keys.write("#entry-phone-0", "+966 51 234 6264");
  await keys.press(id("entry-save"), UNDO);
  await keys.press(id("entry-edit"), "#entry-name");
  await keys.press("form button[type=button]", id("entry-new"));
  await keys.press(id("entry-hide"), UNDO);
  await keys.press("section button[aria-expanded=false]", "section button[aria-expanded=true]");
  await keys.press("section button[aria-expanded=true]", "section button[aria-expanded=false]");
  await keys.press(UNDO);
  await keys.press(id("plan-edit-3"), "#plan-own");
  await keys.at("#plan-own", "ready to be written");
  await keys.keyboard.type("Meet at the chapel.");
  await keys.press(id("plan-save"), UNDO);
  await keys.press(id("plan-edit-3"), "#plan-own");
  await keys.press("form button[type=button]", id("plan-edit-3"));
  await keys.to(id("print-make"));
  await keys.escape("#/directory");
}

/** A file made for somebody: what for, to whom, written, listed. */
async function exporting(stage) {
  const keys = await demo(stage);
  await keys.press(id("home-given"), id("given-none"));
  await keys.press(id("export-new"), id("purpose-help"));
  await keys.to("input[name=purpose]");
  await keys.keyboard.press("Space");
  for (let presses = 0; presses < 9 && !(await stage.get("purpose-help").isChecked()); presses += 1) await keys.keyboard.press("ArrowDown");
  await stage.get("export-look").waitFor();
  await keys.write(id("export-to"), "Municipal desk");
  await keys.keyboard.press("Enter");
  await stage.get("export-saved").waitFor();
  await keys.at("#export-saved", "where the file is has the focus");
  await keys.escape("#/exports");
}

/** Language, scheme and single keys. */
async function settings(stage) {
  const { page } = stage;
  const keys = await demo(stage);
  await keys.press("header a[href='#/settings']", "#settings-language");
  await keys.choose("#settings-language", "fil");
  await page.waitForFunction(() => document.documentElement.lang === "fil");
  await keys.at("#settings-language", "it keeps the focus while the words change");
  await keys.choose("#settings-language", "fr");
  await page.waitForFunction(() => document.documentElement.lang === "fr");
  await keys.to("input[type=radio]");
  await keys.keyboard.press("ArrowDown");
  await keys.kept("another scheme");
  await keys.to("input[type=checkbox]");
  await keys.keyboard.press("Space");
}

export const OFFICER = { importing, duplicates, meeting, meetingKeys, calls, drill, directory, exporting, settings };
