// Ships English without its comments. The other languages are not shipped here: the window holds them once, for the screen
// and for paper (`crates/app/src/catalogue.rs`).

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Below the interface's folder, in which everything that builds or tests it runs. */
const FOLDER = "src/i18n/en";
/** Words that the interface does not load (see `src/i18n/en/index.ts`). */
const ELSEWHERE = ["transparency.ftl", "paper.ftl", "sheets.ftl"];

/** English as it is shipped: every message, no comments, no empty lines. */
export function shippedEnglish(): string {
  const folder = join(process.cwd(), FOLDER);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ftl") && !ELSEWHERE.includes(name)).sort();
  const lines = files.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  return lines.filter((line) => line.trim() !== "" && !line.startsWith("#")).join("\n");
}

export function catalogues(): Plugin {
  return {
    name: "catalogues",
    apply: "build",
    enforce: "pre",
    load(id) {
      if (/[\\/]i18n[\\/]en[\\/]index\.ts$/.test(id)) return `export default ${JSON.stringify(shippedEnglish())};`;
      return null;
    },
  };
}
