// Runs the built interface over its in-memory backend in headless Chromium: every screen and state at two widths, in every
// language, light and dark; every flow by keyboard alone; a custodian organisation; and a hundred thousand people.
//   node browser/run.mjs [PART…]      parts: screens addresses states village custody rights alarms keyboard oldest notices many; all when none is named
//   UGNAY_QUICK=1                     in English and light alone
//   UGNAY_PICTURES=en,es              keeps a picture of every look in these languages in target/ui-shots
//   UGNAY_LOOKS=TEXT,TEXT             pictures of looks with one of these in their name, of them alone, and nothing is judged
//   UGNAY_STORY=TEXT,TEXT             only stories with one of these in their name
// When all are run, a component or a state that no look has seen is a fault; with the part keyboard, an address or a component
// that no key flow has come to.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { alarms } from "./alarms.mjs";
import { ORGANISATION, organisationAddresses, OUTSIDE, REGISTER, registerAddresses } from "./addresses.mjs";
import { custodian, demonstration } from "./custody.mjs";
import { keyboardOnly } from "./keyboard.mjs";
import { CUSTODIAN } from "./keyboard-custodian.mjs";
import { DEVICES } from "./keyboard-devices.mjs";
import { OFFICER } from "./keyboard-officer.mjs";
import { PEOPLE } from "./keyboard-people.mjs";
import { manyPeople } from "./many.mjs";
import { everyScreen } from "./screens.mjs";
import { notices } from "./notices.mjs";
import { OLDEST } from "./oldest.mjs";
import { rights } from "./rights.mjs";
import { serve } from "./serve.mjs";
import { EYES_ALONE, launch, QUICK, Stage } from "./stage.mjs";
import { custodianStates, nothingBehind, officerStates } from "./states.mjs";
import { unseen } from "./unseen.mjs";
import { counts } from "./verdicts.mjs";
import { village } from "./village.mjs";
import { unwalked } from "./walked.mjs";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = fileURLToPath(new URL("../../target/", import.meta.url));
const SHOTS = join(TARGET, "ui-shots");
const NARROW = { width: 360, height: 740 };
const WIDE = { width: 1280, height: 800 };
const BOTH = [NARROW, WIDE];
const STILL = { motion: "reduce" };
/** Stories of each part: name, widths, story, and what is asked of the page. The longest stand first. */
const PARTS = {
  screens: [["screens", BOTH, everyScreen]],
  addresses: [["addresses", BOTH, registerAddresses], ["custody-addresses", BOTH, organisationAddresses]],
  states: [["states", BOTH, officerStates], ["custody-states", BOTH, custodianStates], ["nothing-behind", BOTH, nothingBehind]],
  custody: [["custody", BOTH, custodian], ["custody-demonstration", [NARROW], demonstration]],
  village: [["village", BOTH, village]],
  rights: [["rights", BOTH, rights]],
  alarms: [["alarms", BOTH, alarms]],
  // What a quick look leaves out cannot be noticed. Long, and on one page alone: at the end the other pages would wait for it.
  notices: QUICK ? [] : [["notices", [NARROW], notices]],
  keyboard: [
    ["keyboard", BOTH, keyboardOnly, STILL],
    ...Object.entries({ ...OFFICER, ...PEOPLE, ...DEVICES }).map(([name, flow]) => [`keys-${name}`, BOTH, flow, STILL]),
    ...Object.entries(CUSTODIAN).map(([name, flow]) => [`keys-custodian-${name}`, BOTH, flow, STILL]),
  ],
  oldest: Object.entries(OLDEST).map(([name, flow]) => [`oldest-${name}`, [NARROW], flow, STILL]),
  many: [["many", [WIDE], manyPeople]],
};
/** One page more than there are processors: a page waits for its frames and answers a quarter of its time. */
const PAGES = Number(process.env.UGNAY_PAGES ?? Math.min(5, availableParallelism() + 1));

const chosen = process.argv.slice(2);
const only = process.env.UGNAY_STORY;
const unknown = chosen.filter((name) => !(name in PARTS));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(", ")}; there are: ${Object.keys(PARTS).join(", ")}`);
  process.exit(2);
}

process.chdir(ROOT);
rmSync(SHOTS, { recursive: true, force: true });
await build({ root: ROOT, mode: "memory", logLevel: "error" });
const server = await serve(join(TARGET, "ui/dist-memory"));
const browser = await launch();
const faults = [];
const seen = new Set();
const walked = new Set();
const began = Date.now();
const plays = (chosen.length > 0 ? chosen : Object.keys(PARTS))
  .flatMap((part) => PARTS[part])
  .filter(([title]) => only === undefined || only.split(",").some((text) => title.includes(text)))
  .flatMap(([title, sizes, story, more]) => sizes.map((size) => () => play(title, { ...size, ...more }, story)));
try {
  await Promise.all(Array.from({ length: PAGES }, async () => {
    for (let next = plays.shift(); next !== undefined; next = plays.shift()) await next();
  }));
} finally {
  await browser.close();
  await server.stop();
}
const marks = JSON.parse(readFileSync(join(TARGET, "ui/dist-memory/marks.json"), "utf8"));
writeFileSync(join(SHOTS, "unseen.txt"), marks.filter((mark) => !seen.has(mark)).join("\n"));
const lacking = unwalked([...REGISTER, ...ORGANISATION, ...OUTSIDE].map(([hash]) => hash), marks, walked);
writeFileSync(join(SHOTS, "unwalked.txt"), lacking.join("\n"));
if (chosen.length === 0 && only === undefined) faults.push(...unseen(marks, seen), ...lacking);
else if (chosen.includes("keyboard") && only === undefined) faults.push(...lacking);
for (const fault of faults) console.error(`FAIL ${fault}`);
console.log(`axe: ${counts.judged} pages by every rule, ${counts.colours} more by their colours`);
console.log(`looked at ${marks.filter((mark) => seen.has(mark)).length} of ${marks.length} components and states`);
console.log(`browser: ${faults.length === 0 ? "all passed" : `${faults.length} faults`}, ${Math.round((Date.now() - began) / 1000)} s${QUICK ? ", in English and light alone" : ""}${EYES_ALONE ? ", nothing was judged" : ""}`);
process.exit(faults.length === 0 ? 0 : 1);

/** Plays one story on a page of its own and gathers what was wrong and what was seen. */
async function play(title, options, story) {
  const folder = join(SHOTS, title);
  const stage = await Stage.open(browser, { address: server.address, folder, ...options });
  const start = Date.now();
  try {
    await story(stage);
  } catch (error) {
    stage.fault(error.stack ?? String(error));
    await stage.page.screenshot({ path: join(folder, `failed-${stage.name}.png`) }).catch(() => {});
  }
  for (const mark of stage.seen) seen.add(mark);
  for (const place of stage.walked) walked.add(place);
  faults.push(...stage.faults.map((fault) => `${title} ${stage.name}: ${fault}`));
  console.log(`${stage.faults.length === 0 ? "ok  " : "FAIL"} ${title} ${stage.name}: ${stage.looked} screens, ${Date.now() - start} ms`);
  await stage.close();
}
