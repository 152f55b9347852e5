// People by keyboard alone: written down, found, changed, agreed, removed and brought back; each flow on a page of its own.
import assert from "node:assert/strict";
import { id, Keys } from "./keys.mjs";
import { demo } from "./keyboard-officer.mjs";

const UNDO = id("toast-undo");

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
  while (!(await stage.page.locator("#birth-year").isVisible())) await keys.press("form details.card:not([open]) > summary");
  await keys.press("#returned", "#returned-year", "Space");
  await keys.write("#returned-year", "2025");
  await keys.write("#birth-year", "1984");
  await keys.choose("#birth-month", "3");
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
  await keys.press(id("person-home-open"), "#home-year");
  await keys.write("#home-year", "2024");
  await keys.press(id("person-home"), id("person-is-home"));
  await keys.press(id("person-abroad"), id("person-home-open"));
  await keys.press(id("person-confirm"), UNDO);
  await keys.press(id("person-remove"), UNDO);
  await keys.press(UNDO);
}

/** Somebody begun, left and gone on with; saved, and the change looked at afterwards. */
async function begun(stage) {
  const { page } = stage;
  const keys = await demo(stage, "people");
  await keys.press("a[href='#/people/new']", "#given");
  await keys.write("#given", "Corazon");
  await keys.write("#surname", "Peñaflor");
  await keys.press(id("nav-home"), id("begun-go-on"));
  await keys.press(id("begun-go-on"), "#surname");
  await page.waitForFunction(() => document.querySelector("#surname")?.value === "Peñaflor");
  await keys.press(id("person-save"), id("person-name"));
  await keys.press(id("nav-home"), id("home-changes"));
  await keys.press(id("home-changes"), id("change-open"));
  await keys.press(id("change-open"), id("change-take-back"));
  await keys.press(id("change-take-back"), id("change-blocked"));
  await keys.escape("#/changes");
}

/** Removed, found among the removed, and back again. */
async function restoring(stage) {
  const keys = await person(stage, "marasigan");
  await keys.press(id("person-remove"), UNDO);
  await keys.press(id("nav-people"), id("filters-open"));
  await keys.press(id("filters-open"), id("filters-done"));
  await keys.press("a[href='#/removed']", id("person-restore"));
  await keys.press(id("person-restore"));
  await stage.page.getByText("Nobody was removed").waitFor();
  await keys.kept("the last who was removed");
}

/** The copy somebody may have of what is kept about them; and how long anybody is kept. */
async function keeping(stage) {
  const keys = await person(stage, "marasigan");
  await keys.press(id("person-copy"), id("print-make"));
  await keys.press(id("print-make"), id("print-saved"));
  await keys.keyboard.press("Escape");
  await stage.get("person-name").waitFor();
  await keys.press("header a[href='#/settings']", id("settings-retention"));
  await keys.press(id("settings-retention"), "#retention-confirmed");
  await keys.write("#retention-confirmed", "24");
  await keys.press(id("retention-save"));
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
  // In the list the name stands first and what it lies in behind it; in the field both are one path.
  assert.ok(second.includes(taken.split(", ").slice(1).join(", ")) && second.includes(taken.split(", ")[0]), `the marked one stands in the field: ${taken} of ${second}`);
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

export const PEOPLE = { recording, removing, begun, restoring, keeping, rights, places, narrowing };
