// Story "duplicates": a sheet comes in, a cell of it is corrected, two entries of one person are found, merged and taken apart.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { numbersOf, personAt, shownPerson } from "./person.mjs";
import { createRegister, IMPORT_LIMIT_MS, ROW_NAME } from "./register.mjs";
import { id } from "./story.mjs";
import { until } from "./webdriver.mjs";

/** Comparing the sample's people with each other. */
const COMPARE_LIMIT_MS = 60_000;

/** The word before a date of birth on a person's page. */
const BIRTH = "Born";

export async function tell(stage) {
  let total;
  let names;
  let pages;
  let before;
  let asked;

  await stage.step("create a register", () => createRegister(stage));

  await stage.step("read the sample and correct a cell of it", async () => {
    await stage.click("nav-import");
    await stage.click("import-sample");
    await stage.click("fix-open", IMPORT_LIMIT_MS);
    await stage.type("fix-input", "12 Mayo 1990");
    await stage.click("fix-take");
    await stage.see("fixes", IMPORT_LIMIT_MS);
    await stage.picture("corrected");
  });

  await stage.step("import it", async () => {
    await stage.click("import-confirm", IMPORT_LIMIT_MS);
    await stage.see("import-done", IMPORT_LIMIT_MS);
    await stage.picture("imported");
  });

  await stage.step("the import says that pairs wait", async () => {
    await stage.click("import-pairs");
    await stage.see("dup-merge", COMPARE_LIMIT_MS);
    total = await waiting(stage);
    assert.ok(total > 10, "the sample names many people twice");
    names = await toPair(stage, async () => (await stage.window.count(`${id("dup-field")}[data-field="birth"]`)) > 0);
    assert.equal(names.length, 2, "both entries stand side by side");
    await stage.picture("pair");
  });

  await stage.step("both entries as they are before", async () => {
    pages = await stage.window.run("return [...document.querySelectorAll('.sides a')].map((link) => link.getAttribute('href'))");
    before = [await personAt(stage, pages[0]), await personAt(stage, pages[1])];
    assert.ok(before.every(({ facts }) => Object.keys(facts).length >= 3), `both say something: ${Object.keys(before[0].facts)}`);
    assert.notEqual(before[0].facts[BIRTH], before[1].facts[BIRTH], "each says another date of birth");
    assert.ok(numbersOf(...before).length > 0, "and there is a number to call");
    await backToPair(stage, names);
  });

  await stage.step("merge", async () => {
    await stage.click("dup-merge");
    await until("the pair is decided", async () => (await waiting(stage)) === total - 1);
    await stage.picture("merged");
  });

  await stage.step("take it back at once: both as they were", async () => {
    await stage.click("toast-undo");
    await until("the pair is back", async () => (await waiting(stage)) === total);
    await asBefore(stage, pages, before);
    await backToPair(stage, names);
  });

  await stage.step("merge by key: one person with what both said", async () => {
    const chosen = await choices(stage);
    await stage.window.run("document.activeElement?.blur()");
    await stage.window.run("document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true }))");
    await until("the pair is decided", async () => (await waiting(stage)) === total - 1);
    // Which spelling stays is for the officer and the merge to say; either finds the one entry.
    const surnames = names.map((name) => name.split(",")[0]);
    await stage.click("nav-people");
    await stage.type("people-search", names[0]);
    await until("the search finds the person", async () => {
      const first = await stage.window.run("return document.querySelector(arguments[0])?.textContent ?? ''", ROW_NAME);
      return surnames.some((surname) => first.includes(surname));
    });
    await stage.window.click(id("person-row"), 0);
    holdsBoth(await shownPerson(stage), before, chosen);
    await stage.picture("one");
  });

  await stage.step("take it apart on the person's page: both as they were", async () => {
    await stage.click("person-part");
    await until("nothing is merged any more", async () => (await stage.window.count(id("person-part"))) === 0);
    await stage.picture("apart");
    await asBefore(stage, pages, before);
  });

  await stage.step("two persons: remembered", async () => {
    await stage.click("nav-home");
    await stage.click("home-duplicates");
    await stage.see("dup-not-same", COMPARE_LIMIT_MS);
    await until("all pairs are listed", async () => (await waiting(stage)) === total);
    await stage.click("dup-not-same");
    await until("the pair is decided", async () => (await waiting(stage)) === total - 1);
    await stage.picture("not-same");
  });

  await stage.step("the monthly meeting: one tap, taken back, tapped again", async () => {
    await stage.window.run("location.hash = '#/meeting'");
    await stage.click("meeting-start");
    await stage.see("turn-row");
    asked = await stage.window.run("return [...document.querySelectorAll(arguments[0])].map((name) => name.textContent.trim())", `${id("turn-row")} .strong`);
    assert.ok(asked.length > 0, "somebody's number is asked for");
    await stage.click("ask-source");
    await until("the answer is written down", () => answered(stage, 1));
    await stage.click("turn-row");
    await stage.click("ask-undo");
    await until("nothing is answered", () => answered(stage, 0));
    await stage.click("ask-source");
    await until("it is answered again", () => answered(stage, 1));
    await stage.picture("meeting");
  });

  await stage.step("the meeting's sheet is a PDF among the documents", async () => {
    await stage.window.run("location.hash = '#/meeting'");
    await stage.see("meeting-start");
    await stage.click("print-make");
    await stage.see("print-saved");
    const sheets = readdirSync(stage.home, { recursive: true }).filter((name) => name.endsWith(".pdf"));
    assert.equal(sheets.length, 1, `one sheet was written: ${sheets}`);
    const file = join(stage.home, sheets[0]);
    assert.equal(readFileSync(file).subarray(0, 5).toString("latin1"), "%PDF-", "it says that it is a PDF");
    const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" });
    const missing = asked.filter((name) => !words(name).every((word) => text.includes(word)));
    assert.deepEqual(missing, [], "whoever is asked for in the meeting stands on the sheet, and another program reads it");
    assert.equal(statSync(file).mode & 0o077, 0, "nobody else on this machine reads it");
    await stage.picture("sheet");
  });

  await stage.step("it fits a phone's width", async () => {
    await stage.window.resize(360, 740);
    await until("the window is narrow", async () => (await stage.window.run("return innerWidth")) <= 400);
    const over = await stage.window.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
    assert.ok(over <= 0, `duplicates is ${over} pixels wider than a phone`);
    await stage.picture("narrow");
    await stage.window.resize(1180, 800);
  });
}

/** Goes from pair to pair until one fits; both names of it. */
async function toPair(stage, fits) {
  while (!(await fits())) {
    const at = await stage.window.text("#dup-pair-title");
    await stage.click("dup-next");
    await until("the next pair is shown", async () => (await stage.window.text("#dup-pair-title")) !== at);
  }
  return stage.window.texts(id("dup-name"));
}

/** The screen of pairs anew, at the pair with these names. */
async function backToPair(stage, names) {
  await stage.window.run("location.hash = '#/duplicates'");
  await stage.see("dup-merge", COMPARE_LIMIT_MS);
  await toPair(stage, async () => String(await stage.window.texts(id("dup-name"))) === String(names));
}

/** The values of the fields in which both entries differ, as they are chosen now: by field, the value that stays. */
async function choices(stage) {
  return stage.window.run(`return Object.fromEntries([...document.querySelectorAll(arguments[0])].map((field) => {
    const option = field.querySelector("input:checked").closest("label").querySelector("span");
    return [field.dataset.field, option.lastChild.textContent.trim()];
  }))`, id("dup-field"));
}

/** One person who has every fact one of the two had, a value of one of them each, and every number. */
function holdsBoth(one, both, chosen) {
  const words = new Set(both.flatMap(({ facts }) => Object.keys(facts)));
  for (const word of words) {
    const values = both.map(({ facts }) => facts[word]).filter((value) => value !== undefined);
    assert.ok(word in one.facts, `“${word}” is not lost`);
    if (values.length === 1 || values[0] === values[1]) assert.equal(one.facts[word], values[0], `“${word}” is what was said`);
  }
  assert.equal(one.facts[BIRTH], chosen.birth, "the date of birth that was chosen stays");
  assert.deepEqual(numbersOf(one), numbersOf(...both), "every number of both can be called, none twice");
}

/** Both pages say what they said before. */
async function asBefore(stage, pages, before) {
  for (const [at, hash] of pages.entries()) assert.deepEqual(await personAt(stage, hash), before[at], "name, facts, contacts and numbers as before");
}

/** The words of a name as a sheet may break it over lines. */
function words(name) {
  return name.split(/[\s,]+/).filter(Boolean);
}

/** Whether so many of the meeting's rows have an answer. */
async function answered(stage, count) {
  return (await stage.window.count(`${id("turn-row")}:not([data-mark=""])`)) === count;
}

/** How many pairs the screen says are still to look at. */
async function waiting(stage) {
  const text = await stage.window.run("return document.querySelector('#dup-pair-title')?.textContent ?? ''");
  return Number(text.split(/\D+/).filter(Boolean).pop() ?? 0);
}
