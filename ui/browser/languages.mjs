// Each shipped language on the screens with most words, and a pseudo-language 40 % longer than English.
import { readdir, readFile } from "node:fs/promises";

export async function everyLanguage(stage) {
  await stage.start();
  await stage.click("demo-start");
  await stage.page.locator("table").waitFor();
  await walk(stage, ["fil", "es", "fr", "ceb"]);
}

/** English with every vowel doubled, in the place of Cebuano: about 40 % longer, as a translation may become. */
export async function longLanguage(stage) {
  const folder = new URL("../src/i18n/en/", import.meta.url);
  const files = (await readdir(folder)).filter((name) => name.endsWith(".ftl"));
  const english = (await Promise.all(files.map((name) => readFile(new URL(name, folder), "utf8")))).join("\n");
  const long = english.replace(/^(?:[\w-]+ =|\s+\*?\[\w+\]|\}).*$/gm, lengthen);
  await stage.page.route("**/assets/ceb-*.js", (route) =>
    route.fulfill({ contentType: "text/javascript", body: `export default ${JSON.stringify(long)}` }),
  );
  await stage.start();
  await stage.click("demo-start");
  await stage.page.locator("table").waitFor();
  await walk(stage, ["ceb"]);
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
    for (const [screen, ready] of screens) {
      await stage.page.evaluate((hash) => (location.hash = hash), screen);
      await stage.page.locator(ready).first().waitFor();
      await stage.look(`${code}-${screen.replace(/[^a-z0-9]+/g, "-")}`);
    }
  }
}

const SCREENS = [
  ["#/", "table"],
  ["#/people", "[data-testid=person-row]"],
  ["#/people/demo-4", "[data-testid=person-name]"],
  ["#/people/new", "#given"],
  ["#/duplicates", "[data-testid=dup-merge]"],
  ["#/import", "[data-testid=import-sample]"],
  ["#/campaigns", "[data-testid=drill-country]"],
  ["#/sync", "#join-buffer"],
  ["#/settings", "#settings-language"],
];
