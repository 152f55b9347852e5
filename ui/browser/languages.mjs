// Each shipped language on the screens with most words, and a pseudo-language 40 % longer than English.
import { readdir, readFile } from "node:fs/promises";

export async function everyLanguage(stage) {
  await stage.start();
  await stage.click("demo-start");
  await stage.page.locator("table").waitFor();
  await walk(stage, ["fil", "es", "fr", "ceb"]);
  // The last of them to the end; the others differ in words alone, and the longest words are looked at below.
  await walkOn(stage, "ceb");
}

/** English with every vowel doubled, in the place of Cebuano: about 40 % longer, as a translation may become. */
export async function longLanguage(stage) {
  const folder = new URL("../src/i18n/en/", import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith(".ftl"));
  const english = (await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")))).join("\n");
  const long = english.replace(/^(?:[\w-]+ =|\s+\*?\[\w+\]|\}).*$/gm, lengthen);
  await stage.start();
  await stage.page.evaluate((text) => (window.hands.words.ceb = text), long);
  await stage.click("demo-start");
  await stage.page.locator("table").waitFor();
  await walk(stage, ["ceb"]);
  await walkOn(stage, "ceb");
}

/** Doubles the vowels of a line's text, not of its id, its placeholders or its selectors. */
function lengthen(line) {
  const [, head, text] = /^([\w-]+ =|\s+\*?\[\w+\]|\})(.*)$/.exec(line);
  return head + text.replace(/\{[^}]*(\}|$)|[aeiou]/g, (part) => (part.startsWith("{") ? part : part + part));
}

/** Looks at the screens in each of the languages. */
export async function walk(stage, codes, screens = SCREENS) {
  for (const code of codes) {
    await stage.page.evaluate(() => (location.hash = "#/settings"));
    await stage.page.locator("#settings-language").selectOption(code);
    await stage.page.waitForFunction((wanted) => document.documentElement.lang === wanted, code);
    for (const [screen, ready, leave] of screens) {
      await stage.page.evaluate((hash) => (location.hash = hash), screen);
      await stage.page.locator(ready).first().waitFor();
      await stage.look(`${code}-${screen.replace(/[^a-z0-9]+/g, "-")}`);
      if (leave !== undefined) await stage.click(leave);
    }
  }
}

const SCREENS = [
  ["#/", "table"],
  ["#/people", "[data-testid=person-row]"],
  ["#/people/demo-4", "[data-testid=person-name]"],
  ["#/people/new", "#given"],
  ["#/duplicates", "[data-testid=dup-merge]"],
  ["#/people?country=SA&freshness=stale&consent=emergency:given&outside=1", "[data-testid=filter-chips]"],
  ["#/people", "[data-testid=filters-clear]", "filters-clear"],
  ["#/removed", "[data-testid=removed-none], [data-testid=removed-list]"],
  ["#/changes", "[data-testid=changes-none], [data-testid=changes-list]"],
  ["#/people/demo-9", "[data-testid=person-outside]"],
  ["#/import", "[data-testid=import-sample]"],
  ["#/campaigns", "[data-testid=drill-country]"],
  ["#/sync", "#join-buffer"],
  ["#/settings", "#settings-language"],
  ["#/devices", "[data-testid=reader]"],
  ["#/devices/sheet", "[data-testid=sheet-test]"],
];

/** Before anything is open. */
const OUTSIDE = [
  ["#/choose", "[data-testid=create-start]"],
  ["#/create", "[data-testid=create-place]"],
  ["#/join", "[data-testid=pair-join]"],
  ["#/restore", "[data-testid=restore-look]"],
];

/** Screens that are reached by doing something, then the lock and what lies before it. */
async function walkOn(stage, code) {
  const { page } = stage;
  const at = (hash) => page.evaluate((to) => (location.hash = to), hash);
  await at("#/people");
  await stage.click("filters-open");
  await page.waitForFunction(() => document.querySelector("#filter-country")?.options.length > 3);
  await stage.look(`${code}-filters`);
  await stage.click("filters-done");
  await stage.click("person-row");
  await stage.click("person-remove");
  await at("#/removed");
  await stage.get("removed-list").waitFor();
  await stage.look(`${code}-removed-list`);
  await at("#/changes");
  await stage.click("change-open");
  await stage.get("change-take-back").waitFor();
  await stage.look(`${code}-change`);
  await at("#/people/new");
  for (const summary of await page.locator("form details.card > summary").all()) await summary.click();
  await page.locator("#given").fill("Corazon");
  await stage.look(`${code}-form-open`);
  await at("#/");
  await stage.get("begun-list").waitFor();
  await stage.look(`${code}-home-begun`);
  await at("#/import");
  await stage.click("import-sample");
  await stage.get("import-confirm").waitFor();
  await stage.look(`${code}-import-preview`);
  await stage.click("import-confirm");
  await stage.get("import-done").waitFor();
  await stage.look(`${code}-import-done`);
  await at("#/campaigns");
  await stage.click("drill-start");
  await stage.get("outcome-safe").first().waitFor();
  await stage.look(`${code}-calls`);
  await stage.click("lock");
  await stage.get("unlock-passphrase").waitFor();
  await stage.look(`${code}-unlock`);
  for (const [screen, ready] of OUTSIDE) {
    await at(screen);
    await page.locator(ready).first().waitFor();
    await stage.look(`${code}-${screen.slice(2)}`);
  }
}
