// Every flow of an officer by keyboard alone, each on a page of its own.
import assert from "node:assert/strict";
import { id, Keys } from "./keys.mjs";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";
const UNDO = id("toast-undo");

async function demo(stage, nav = null) {
  await stage.start();
  const keys = new Keys(stage);
  await keys.press(id("demo-start"), "table");
  if (nav !== null) await keys.press(id(`nav-${nav}`), "h1");
  return keys;
}

/** A screen that is reached from the list of people. */
async function person(stage, name) {
  const keys = await demo(stage, "people");
  await keys.write(id("people-search"), name);
  await stage.page.waitForFunction((wanted) => document.querySelector("[data-testid=person-row]")?.textContent.toLowerCase().includes(wanted), name);
  await keys.keyboard.press("ArrowDown");
  await keys.keyboard.press("Enter");
  await stage.get("person-name").waitFor();
  return keys;
}

/** Somebody new with two contacts, the second called first. */
async function recording(stage) {
  const keys = await demo(stage, "people");
  await keys.press("a[href='#/people/new']", "#given");
  await keys.write("#given", "Maricel");
  await keys.write("#surname", "Peñaflor");
  await keys.choose("#country", "SA");
  await keys.write("#contact-0-name", "Edna");
  await keys.write("#contact-0-phone-0", "0917 555 1234");
  await keys.press(id("contact-add"), "#contact-1-name");
  await keys.at("#contact-1-name", "a new contact begins at its name");
  await keys.keyboard.type("Ramon");
  await keys.press("#contact-1-up");
  await keys.at("#contact-0-down", "the focus goes with the contact");
  assert.equal(await stage.page.locator("#contact-0-name").inputValue(), "Ramon", "now called first");
  await keys.press("li.contact:nth-child(2) summary");
  await keys.press("li.contact:nth-child(2) .bad");
  assert.equal(await stage.page.locator("#contact-1-name").count(), 0, "taken away again");
  await keys.press(id("person-save"), id("person-name"));
  await keys.press(id("person-edit"), "#given");
  await keys.write("#given", "Maricel Joy");
  await keys.keyboard.press("Enter");
  await stage.get("person-name").waitFor();
  await keys.press(UNDO);
  await keys.press(id("nav-people"), id("person-row"));
}

async function removing(stage) {
  const keys = await person(stage, "marasigan");
  await keys.press(id("person-confirm"), UNDO);
  await keys.press(id("person-remove"), UNDO);
  await keys.press(UNDO);
}

/** Agreed to, taken back, and erased after the pause was stopped once. */
async function rights(stage) {
  const { page } = stage;
  const keys = await person(stage, "marasigan");
  await keys.press(id("person-consent"), id("consent-save"));
  await keys.press(id("yes-hold"), null, "Space");
  await keys.press(id("yes-emergency"), null, "Space");
  await keys.write("#consent-by", "Edna");
  await keys.press(id("consent-save"), UNDO);
  await keys.press(id("no-emergency"), null, "Space");
  await keys.press(id("consent-save"), `${id("said-emergency")} .icon`);
  await page.waitForFunction(() => document.querySelectorAll("details ol li").length >= 3);
  await keys.keyboard.press("Escape");
  await stage.get("person-erase").waitFor();
  await keys.press(id("person-erase"), id("erase-go"));
  await keys.press(id("erase-go"), id("erase-pause"));
  await keys.at("#erase-cancel", "the way out is at hand");
  await keys.keyboard.press("Enter");
  await keys.at("#erase-go", "stopped, and back where it began");
  await keys.keyboard.press("Enter");
  await stage.get("erase-pause").waitFor();
  await stage.hurry(() => stage.get("erase-done").waitFor());
  await keys.at("#erase-done", "what was done has the focus");
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
  await keys.file(id("import-file"), { name: "notes.docx", mimeType: "application/x", buffer: Buffer.from([1, 0, 2]) });
  await stage.get("error-message").waitFor();
  await keys.kept("a file that was refused");
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
  const merged = await page.evaluate(async () => {
    for (const one of ["demo-40", "demo-42", "demo-41", "demo-43"]) {
      location.hash = `#/people/${one}`;
      await new Promise((next) => setTimeout(next, 300));
      if (document.querySelector("[data-testid=person-part]") !== null) return one;
    }
    return null;
  });
  assert.ok(merged, "one of them carries the other");
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

/** A place by typing: what is marked is said, the arrows go round, Escape closes the list alone, Enter takes one. */
async function places(stage) {
  const { page } = stage;
  await stage.start();
  const keys = new Keys(stage);
  await keys.press(id("create-start"), "#create-place");
  const field = page.locator("#create-place");
  const marked = () => page.evaluate(() => {
    const field = document.querySelector("#create-place");
    const option = document.getElementById(field.getAttribute("aria-activedescendant") ?? "");
    const list = document.getElementById(field.getAttribute("aria-controls") ?? "");
    return { open: field.getAttribute("aria-expanded"), role: option?.role ?? null, within: list?.role === "listbox" && list.contains(option), text: option?.textContent.trim() ?? null };
  });
  await keys.write("#create-place", "cuenca");
  await page.waitForFunction(() => document.querySelectorAll("[data-testid=create-place-hit]").length > 1);
  const first = await marked();
  assert.deepEqual({ ...first, text: null }, { open: "true", role: "option", within: true, text: null }, "a screen reader is told which one is marked");
  await keys.keyboard.press("ArrowUp");
  assert.notEqual((await marked()).text, first.text, "from the first round to the last");
  await keys.keyboard.press("ArrowDown");
  assert.equal((await marked()).text, first.text, "and back");
  await keys.keyboard.press("Escape");
  assert.deepEqual(await marked(), { open: "false", role: null, within: false, text: null }, "nothing is open");
  assert.match(await page.evaluate(() => location.hash), /create/, "the screen stays");
  await keys.keyboard.press("ArrowDown");
  await stage.get("create-place-hit").first().waitFor();
  await keys.keyboard.press("ArrowDown");
  const second = (await marked()).text;
  await keys.keyboard.press("Enter");
  const taken = await field.inputValue();
  assert.ok(second.includes(taken), `the marked one stands in the field: ${taken} of ${second}`);
  await page.locator(".chosen").waitFor();
  await keys.write("#create-place", "nowhere at all");
  await page.locator(".chosen").waitFor({ state: "detached" });
  await page.getByText("No place of that name. Tr").waitFor();
  assert.equal((await marked()).open, "false", "no list without hits");
  await keys.write("#create-place", "dita");
  await stage.get("create-place-hit").first().waitFor();
  await keys.keyboard.press("Tab");
  await page.locator(".chosen").waitFor();
  assert.notEqual(await page.evaluate(() => document.activeElement?.id), "create-place", "a whole name is taken on leaving");
  await keys.kept("leaving the list");
}

/** The filters opened, one chosen by key, closed by Escape and by their button; the focus comes back each time. */
async function narrowing(stage) {
  const { page } = stage;
  const keys = await demo(stage, "people");
  await keys.press(id("filters-open"), id("filters-done"));
  await page.waitForFunction(() => document.querySelector("#filter-country")?.options.length > 1);
  await keys.choose("#filter-country", "SA");
  await keys.press("[data-choice=freshness-never]", "[data-choice=freshness-never][aria-pressed=true]", "Space");
  await keys.press("[data-choice=freshness-never]", "[data-choice=freshness-never][aria-pressed=false]");
  for (let tabs = 0; tabs < 40; tabs += 1) {
    await keys.keyboard.press("Tab");
    const within = await page.evaluate(() => document.querySelector("[role=dialog]")?.contains(document.activeElement) ?? true);
    assert.ok(within, "Tab stays within what covers the page");
  }
  if (stage.name === "360") {
    await keys.keyboard.press("Escape");
    await page.locator("[role=dialog]").waitFor({ state: "detached" });
    await keys.at(id("filters-open"), "Escape closes, and the focus is where it was opened");
  } else {
    await keys.press(id("filters-done"));
    await keys.at(id("filters-open"), "closed, and the focus is where it was opened");
  }
  await keys.press("[data-part=country]");
  await page.locator("[data-part=country]").waitFor({ state: "detached" });
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

/** A second device let in, after a stranger was refused; a reader taken out after a pause. */
async function devices(stage) {
  const { page } = stage;
  const keys = await demo(stage, "sync");
  await keys.write("#join-buffer", "https://buffer.example");
  await keys.write("#join-words", "one two three four five six seven eight nine ten eleven twelve");
  await keys.keyboard.press("Tab");
  await keys.press("form button[type=submit]", id("join-same"));
  await keys.press(id("join-same"), id("sync-now"));
  await keys.press(id("sync-now"));
  await keys.press(id("go-devices"), id("add-device"));
  await keys.press(id("add-device"), "svg.qr");
  await stage.hurry(() => stage.get("six").waitFor());
  await keys.at("#six-title", "the words to compare have the focus");
  await keys.press(id("pair-differ"), "[role=alert]");
  await keys.press("main button.primary", "svg.qr");
  await stage.hurry(() => stage.get("six").waitFor());
  await keys.write(id("device-label"), "phone of the hall");
  await keys.press(id("pair-same"), "[role=status]");
  await keys.escape("#/devices");
  await keys.press(`[data-kind=device] ${id("reader-remove")}`, id("remove-go"));
  await keys.press(id("remove-go"), id("remove-pause"));
  await keys.at("#remove-cancel", "the way out is at hand");
  await keys.keyboard.press("Enter");
  await keys.at("#remove-go", "stopped, and back where it began");
  await keys.keyboard.press("Enter");
  await stage.hurry(() => stage.get("remove-exchange").waitFor());
  await keys.at("#remove-done", "what was done has the focus");
  await page.locator("h1").first().waitFor();
  await keys.escape("#/devices");
}

/** The recovery sheet written, typed wrong, typed right; then the copy ends and comes back from the sheet. */
async function recovery(stage) {
  const { page } = stage;
  const keys = await demo(stage, "sync");
  await keys.write("#join-buffer", "https://buffer.example");
  await keys.write("#join-words", "one two three four five six seven eight nine ten eleven twelve");
  await keys.press("form button[type=submit]", id("join-same"));
  await keys.press(id("join-same"), id("sync-now"));
  await keys.press(id("sync-now"));
  await keys.press(id("go-devices"), id("go-sheet"));
  await keys.press(id("go-sheet"), id("sheet-begin"));
  await keys.press(id("sheet-begin"), id("sheet-words"));
  const words = await stage.get("sheet-words").locator("li .strong").allTextContents();
  await keys.press(id("print-make"), id("print-saved"));
  await keys.press(id("sheet-written"), id("sheet-typed"));
  await keys.write(id("sheet-typed"), [...words.slice(0, 6), "nonsense", ...words.slice(7)].join(" "));
  await keys.press(id("sheet-check"), "[role=alert]");
  await keys.write(id("sheet-typed"), words.join(" "));
  await keys.press(id("sheet-check"), "[role=status]");
  await keys.escape("#/devices");
  await keys.press(id("go-leave"), id("leave-sure"));
  await keys.press(id("leave-sure"), null, "Space");
  await keys.press(id("leave-go"), id("restore-start"));
  await keys.press(id("restore-start"), id("restore-words"));
  await keys.write(id("restore-words"), words.join(" "));
  await keys.write(id("restore-buffer"), "https://buffer.example");
  await keys.write(id("restore-passphrase"), PASSPHRASE);
  await keys.press(id("restore-look"), id("restore-six"));
  await keys.write(id("restore-label"), "new laptop");
  await keys.press(id("restore-take"), id("nav-home"));
  await page.locator("h1").first().waitFor();
}

export const OFFICER = { recording, removing, rights, importing, duplicates, meeting, meetingKeys, calls, drill, places, narrowing, directory, exporting, settings, devices, recovery };
