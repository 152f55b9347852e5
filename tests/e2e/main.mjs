// Plays the stories one after the other; ends with status 1 when one failed.
import { resolve } from "node:path";
import { play } from "./story.mjs";
import * as custodian from "./custodian.mjs";
import * as duplicates from "./duplicates.mjs";
import * as files from "./files.mjs";
import * as guard from "./guard.mjs";
import * as mainJob from "./main_job.mjs";
import * as typing from "./typing.mjs";

const STORIES = {
  guard: guard.tell, main_job: mainJob.tell, duplicates: duplicates.tell, files: files.tell, typing: typing.tell,
  custodian: custodian.tell,
};

const [binary, ...chosen] = process.argv.slice(2);
const names = chosen.length > 0 ? chosen : Object.keys(STORIES);
const unknown = names.filter((name) => !STORIES[name]);
if (unknown.length > 0) {
  console.error(`no such story: ${unknown.join(", ")}; there are: ${Object.keys(STORIES).join(", ")}`);
  process.exit(2);
}

let failed = 0;
for (const name of names) {
  if (!(await play(name, resolve(binary), STORIES[name]))) failed += 1;
}
console.log(`window stories: ${names.length - failed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
