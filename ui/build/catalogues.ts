// Ships every language but English without its messages' names: the words alone, in the order English has them. A quarter of
// the interface would else be the same names five times. `src/i18n/languages.ts` puts the names back.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Below the interface's folder, in which everything that builds or tests it runs. */
const FOLDER = "src/i18n";
/** Words that the interface does not load (see `src/i18n/en/index.ts`). */
const ELSEWHERE = ["transparency.ftl", "paper.ftl", "sheets.ftl"];
/** Stands before every message of a packed language; no text has it. */
const MARK = "\u0001";

/** The messages of a language: name and what comes after the equals sign, lines that go on included. */
export function messages(language: string): Map<string, string> {
  const folder = join(process.cwd(), FOLDER, language);
  const files = readdirSync(folder).filter((name) => name.endsWith(".ftl") && !ELSEWHERE.includes(name)).sort();
  const lines = files.flatMap((name) => readFileSync(join(folder, name), "utf8").split("\n"));
  const out = new Map<string, string>();
  let name = "";
  for (const line of lines) {
    const start = /^([a-zA-Z][\w-]*) ?=(.*)$/.exec(line);
    if (start !== null) out.set((name = start[1]!), start[2]!);
    else if (line.trim() !== "" && !line.startsWith("#")) out.set(name, `${out.get(name)}\n${line}`);
  }
  return out;
}

/** A language as it is shipped. */
export function packed(language: string): string {
  const own = messages(language);
  const english = messages("en");
  if (language === "en") return [...english].map(([name, words]) => `${name} =${words}`).join("\n");
  const lost = [...english.keys()].filter((name) => !own.has(name));
  if (lost.length > 0 || own.size !== english.size) throw new Error(`${language} is not English's messages: ${lost.join(", ")}`);
  return [...english.keys()].map((name) => MARK + own.get(name)).join("");
}

export function catalogues(): Plugin {
  return {
    name: "catalogues",
    apply: "build",
    enforce: "pre",
    load(id) {
      const language = /[\\/]i18n[\\/](\w+)[\\/]index\.ts$/.exec(id)?.[1];
      return language === undefined ? null : `export default ${JSON.stringify(packed(language))};`;
    },
  };
}
