// Story "duplicates": a sheet comes in, a cell of it is corrected, two entries of one person are found, merged and taken apart.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createRegister, IMPORT_LIMIT_MS, ROW_NAME } from "./register.mjs";
import { id } from "./story.mjs";
import { until } from "./webdriver.mjs";

/** Comparing the sample's people with each other. */
const COMPARE_LIMIT_MS = 60_000;

export async function tell(stage) {
  let total;
  let names;

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
    names = await stage.window.texts(id("dup-name"));
    assert.equal(names.length, 2, "both entries stand side by side");
    await stage.picture("pair");
  });

  await stage.step("merge", async () => {
    await stage.click("dup-merge");
    await until("the pair is decided", async () => (await waiting(stage)) === total - 1);
    await stage.picture("merged");
  });

  await stage.step("take it back at once", async () => {
    await stage.click("toast-undo");
    await until("the pair is back", async () => (await waiting(stage)) === total);
  });

  await stage.step("merge by key, and take it apart on the person's page", async () => {
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
    await stage.see("person-name");
    await stage.click("person-part");
    await until("nothing is merged any more", async () => (await stage.window.count(id("person-part"))) === 0);
    await stage.picture("apart");
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
    assert.equal(readFileSync(file).subarray(0, 5).toString("latin1"), "%PDF-", "a reader of PDF opens it");
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

/** Whether so many of the meeting's rows have an answer. */
async function answered(stage, count) {
  return (await stage.window.count(`${id("turn-row")}:not([data-mark=""])`)) === count;
}

/** How many pairs the screen says are still to look at. */
async function waiting(stage) {
  const text = await stage.window.run("return document.querySelector('#dup-pair-title')?.textContent ?? ''");
  return Number(text.split(/\D+/).filter(Boolean).pop() ?? 0);
}
