// The watch is watched: a screen that is broken on purpose, in one way after the other, and each time the fault is noticed.
import assert from "node:assert/strict";
import { id, Keys } from "./keys.mjs";
import { unseen } from "./unseen.mjs";

export async function notices(stage) {
  const { page } = stage;
  await stage.start();
  await stage.click("demo-start");
  await page.locator("table").waitFor();
  await stage.show("#/settings", "#settings-language", "as-it-is");
  assert.deepEqual(stage.faults, [], "the screen itself is whole");

  await broken(stage, "a button without a name", () => document.querySelector("main").append(document.createElement("button")));
  let found = stage.take();
  assert.ok(found.some((fault) => fault.includes("button-name") && fault.includes("fil dark")), `axe names it, in every language: ${found}`);

  await broken(stage, "a colour that only the dark scheme cannot carry", () => (document.querySelector("h1").style.color = "#4a4a4a"));
  found = stage.take().filter((fault) => fault.includes("color-contrast"));
  assert.ok(found.some((fault) => fault.includes("fr dark") && !fault.includes("light")), `seen in the dark alone: ${found}`);

  // The same document as before, in colours that another style sheet brought.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("h1 { color: #c9c9c9 !important }");
    document.adoptedStyleSheets = [sheet];
  });
  await broken(stage, "colours from elsewhere", () => undefined);
  found = stage.take().filter((fault) => fault.includes("color-contrast"));
  assert.ok(found.some((fault) => fault.includes("en light") && fault.includes("fr light") && !fault.includes("dark")), `seen though the document is the same: ${found}`);
  await page.evaluate(() => (document.adoptedStyleSheets = []));

  await broken(stage, "a button that is there in the dark alone", () => {
    const media = matchMedia("(prefers-color-scheme: dark)");
    const button = document.createElement("button");
    const main = document.querySelector("main");
    media.onchange = () => (media.matches && window.darkOnly ? main.append(button) : button.remove());
    window.darkOnly = media;
  });
  found = stage.take().filter((fault) => fault.includes("button-name"));
  assert.ok(found.some((fault) => fault.includes("en dark") && !fault.includes("light")), `all rules look at what only the dark has: ${found}`);
  await page.evaluate(() => (window.darkOnly = undefined));

  // The name of the screen on one line, just as wide as English needs.
  await broken(stage, "a line that only English fits", () => {
    const name = document.querySelector("h1");
    const { style } = name;
    style.whiteSpace = "nowrap";
    style.width = "max-content";
    style.overflowWrap = "normal";
    const wanted = name.parentElement.clientWidth - 8;
    style.fontSize = `${(parseFloat(getComputedStyle(name).fontSize) * wanted) / name.getBoundingClientRect().width}px`;
  });
  found = stage.take().filter((fault) => fault.includes("wider than"));
  assert.ok(found.some((fault) => fault.includes("longer words")), `longer words break it: ${found}`);
  assert.ok(!found.some((fault) => /[(, ]en[,)]/.test(fault)), `English does not: ${found}`);

  await broken(stage, "a target that is too small", () => Object.assign(document.querySelector("[data-testid=lock]").style, { minHeight: "0", height: "30px" }));
  assert.ok(stage.take().some((fault) => fault.includes("targets under 48 px")), "a thumb would miss it");

  await broken(stage, "a target that is too narrow", () => Object.assign(document.querySelector("[data-testid=lock]").style, { minWidth: "0", width: "30px", padding: "0", overflow: "hidden" }));
  assert.ok(stage.take().some((fault) => fault.includes("targets under 48 px: BUTTON lock")), "in breadth as well as in height");

  await broken(stage, "a link that is all its line says", () => {
    const line = document.querySelector("main").appendChild(document.createElement("p"));
    Object.assign(line.appendChild(document.createElement("a")), { href: "#/", textContent: "Elsewhere" });
  });
  found = stage.take();
  assert.ok(found.some((fault) => fault.includes("targets under 48 px: A Elsewhere")), `it is pressed like a button: ${found}`);

  await broken(stage, "words outside of every part of the page", () => {
    document.body.appendChild(document.createElement("p")).textContent = "Nowhere";
  });
  found = stage.take();
  assert.ok(found.some((fault) => fault.includes("axe region") && fault.includes("ceb dark")), `what is good practice is held too: ${found}`);
  await page.evaluate(() => document.querySelector("body > p").remove());

  await broken(stage, "a style the policy forbids", () => document.querySelector("h1").setAttribute("style", "color: red"));
  found = stage.take();
  assert.ok(found.some((fault) => fault.includes("forbidden by the policy")), `the page was told: ${found}`);
  assert.ok(found.some((fault) => fault.startsWith("console:")), `and so was whoever reads the console: ${found}`);
  await page.evaluate(() => (window.violations.length = 0));

  const keys = new Keys(stage);
  await page.evaluate(() => document.querySelector("[data-testid=lock]").addEventListener("keydown", (event) => {
    event.preventDefault();
    event.currentTarget.blur();
  }));
  await keys.to(id("lock"));
  await keys.keyboard.press("a");
  await assert.rejects(keys.kept("a key"), /the focus is lost/, "a focus that goes nowhere");
  await page.evaluate(() => (document.querySelector("[data-testid=lock]").style.cssText = "outline: none; box-shadow: none"));
  await assert.rejects(keys.to(id("lock")), /marked/, "a focus nobody sees");
  await assert.rejects(keys.to("h1"), /cannot be reached/, "what no Tab leads to");

  assert.deepEqual(unseen(["A.svelte", "B.svelte"], new Set(["A.svelte"]), new Map()), ["never looked at: B.svelte"], "a screen without a look");
  assert.equal(unseen(["A.svelte"], new Set(["A.svelte"]), new Map([["A.svelte", "because"]])).length, 1, "an exception that is none");
  assert.deepEqual(stage.take(), [], "and nothing else");
}

/** Breaks the screen, looks, and puts it right again. */
async function broken(stage, what, how) {
  await stage.page.evaluate(how);
  await stage.look(what.replaceAll(" ", "-"));
  await stage.go("#/");
  await stage.page.locator("table").waitFor();
  await stage.page.evaluate(() => {
    document.querySelector("[data-testid=lock]").removeAttribute("style");
    for (const added of document.querySelectorAll("main > button, main > p")) added.remove();
  });
  await stage.go("#/settings");
  await stage.page.locator("#settings-language").waitFor();
}
