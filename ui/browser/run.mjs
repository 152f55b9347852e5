// Runs the built interface over its in-memory backend in headless Chromium: every screen at two widths in light and
// dark, the main job by keyboard alone, every language, a custodian organisation, and a hundred thousand people.
//   node browser/run.mjs [PART…]      parts: screens keyboard languages custody village rights many; all when none is named
import { rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { custodian, custodianKeys, custodianLanguages, demonstration } from "./custody.mjs";
import { keyboardOnly } from "./keyboard.mjs";
import { everyLanguage, longLanguage } from "./languages.mjs";
import { manyPeople } from "./many.mjs";
import { everyScreen } from "./screens.mjs";
import { rights, rightsKeys, rightsLanguages } from "./rights.mjs";
import { serve } from "./serve.mjs";
import { launch, Stage } from "./stage.mjs";
import { village, villageKeys, villageLanguages } from "./village.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = fileURLToPath(new URL("../../target/", import.meta.url));
const SHOTS = join(TARGET, "ui-shots");
const SIZES = [[360, 740], [1280, 800]];
const PARTS = { screens, keyboard, languages, custody, village: inTheVillage, rights: theirRights, many };

const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(", ")}; there are: ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}

process.chdir(ROOT);
await build({ root: ROOT, mode: "memory", logLevel: "error" });
const server = await serve(join(TARGET, "ui/dist-memory"));
const browser = await launch();
const faults = [];
const began = Date.now();
try {
  for (const name of chosen.length > 0 ? chosen : Object.keys(PARTS)) await PARTS[name]();
} finally {
  await browser.close();
  await server.stop();
}
for (const fault of faults) console.error(`FAIL ${fault}`);
console.log(`browser: ${faults.length === 0 ? "all passed" : `${faults.length} faults`}, ${Math.round((Date.now() - began) / 1000)} s, pictures in target/ui-shots`);
process.exit(faults.length === 0 ? 0 : 1);

/** Plays one story on a page of its own and gathers what was wrong. */
async function play(title, options, story) {
  const folder = join(SHOTS, title);
  const stage = await Stage.open(browser, { address: server.address, folder, ...options });
  const start = Date.now();
  try {
    await story(stage);
  } catch (error) {
    stage.faults.push(error.stack ?? String(error));
    await stage.page.screenshot({ path: join(folder, `failed-${stage.name}.png`) }).catch(() => {});
  }
  faults.push(...stage.faults.map((fault) => `${title} ${stage.name}: ${fault}`));
  console.log(`${stage.faults.length === 0 ? "ok  " : "FAIL"} ${title} ${stage.name}: ${stage.looked} screens, ${Date.now() - start} ms`);
  await stage.close();
}

async function screens() {
  rmSync(join(SHOTS, "screens"), { recursive: true, force: true });
  for (const [width, height] of SIZES) {
    for (const scheme of ["light", "dark"]) await play("screens", { width, height, scheme }, everyScreen);
  }
}

async function keyboard() {
  for (const [width, height] of SIZES) await play("keyboard", { width, height, scheme: "light", motion: "reduce" }, keyboardOnly);
}

async function languages() {
  for (const [width, height] of SIZES) {
    for (const scheme of ["light", "dark"]) await play("languages", { width, height, scheme }, everyLanguage);
    await play("long-words", { width, height, scheme: "light" }, longLanguage);
  }
}

async function custody() {
  for (const [width, height] of SIZES) {
    for (const scheme of ["light", "dark"]) {
      await play("custody", { width, height, scheme }, custodian);
      // Words differ by width, colours do not by language: narrow in light, wide in dark.
      if ((width < 600) === (scheme === "light")) await play("custody-languages", { width, height, scheme }, custodianLanguages);
    }
    await play("custody-keyboard", { width, height, scheme: "light", motion: "reduce" }, custodianKeys);
  }
  await play("custody-demonstration", { width: 360, height: 740, scheme: "light" }, demonstration);
}

async function inTheVillage() {
  for (const [width, height] of SIZES) {
    for (const scheme of ["light", "dark"]) {
      await play("village", { width, height, scheme }, village);
      if ((width < 600) === (scheme === "light")) await play("village-languages", { width, height, scheme }, villageLanguages);
    }
    await play("village-keys", { width, height, scheme: "light", motion: "reduce" }, villageKeys);
  }
}

async function theirRights() {
  for (const [width, height] of SIZES) {
    for (const scheme of ["light", "dark"]) {
      await play("rights", { width, height, scheme }, rights);
      if ((width < 600) === (scheme === "light")) await play("rights-languages", { width, height, scheme }, rightsLanguages);
    }
    await play("rights-keys", { width, height, scheme: "light", motion: "reduce" }, rightsKeys);
  }
}

async function many() {
  await play("many", { width: 1280, height: 800, scheme: "light" }, manyPeople);
}
