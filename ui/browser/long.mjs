// English with every vowel doubled: about 40 % longer, as a translation may become.
import { readdirSync, readFileSync } from "node:fs";

const FOLDER = new URL("../src/i18n/en/", import.meta.url);
const ELSEWHERE = ["transparency.ftl", "paper.ftl", "sheets.ftl"];
let words;

/** English's catalogue in longer words. */
export function longWords() {
  if (words === undefined) {
    const files = readdirSync(FOLDER).filter((name) => name.endsWith(".ftl") && !ELSEWHERE.includes(name));
    const english = files.map((name) => readFileSync(new URL(name, FOLDER), "utf8")).join("\n");
    words = english.replace(/^(?:[\w-]+ =|\s+\*?\[\w+\]|\}).*$/gm, lengthen);
  }
  return words;
}

/** Doubles the vowels of a line's text, not of its id, its placeholders or its selectors. */
function lengthen(line) {
  const [, head, text] = /^([\w-]+ =|\s+\*?\[\w+\]|\})(.*)$/.exec(line);
  return head + text.replace(/\{[^}]*(\}|$)|[aeiou]/g, (part) => (part.startsWith("{") ? part : part + part));
}
