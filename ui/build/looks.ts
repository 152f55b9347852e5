// Marks in the memory build what is on the screen: a comment at the head of every component, and of every part of one that
// shows an empty list, work under way or an error. Browser tests gather them at each look; a mark that no look has seen is a
// screen, a dialog or a state nobody looked at. The build that is shipped has none.

import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { type AST, parse } from "svelte/compiler";
import type { Plugin } from "vite";

/** Components that are a state of the screen they stand on. */
const STATES = ["Empty", "ErrorNote", "Loading"];
const SIGN = "look:";

interface Mark {
  /** Where in the source the comment goes. */
  at: number;
  name: string;
}

type Fragment = AST.Fragment;
const one = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The marks of a component. `path` is below `src`. */
export function marks(path: string, source: string): Mark[] {
  const { fragment } = parse(source, { modern: true });
  const found: Mark[] = [];
  const mark = (part: Fragment, name: string): void => {
    const first = part.nodes.find((node) => node.type !== "Text" || node.data.trim() !== "");
    // Before the first thing shown: leading space stays leading, and is dropped as before.
    if (first === undefined || name.includes("--")) return;
    const lead = first.type === "Text" ? first.data.length - first.data.trimStart().length : 0;
    found.push({ at: first.start + lead, name });
  };
  mark(fragment, path);
  for (const { part, what } of branches(fragment, source)) {
    for (const state of STATES.filter((one) => holds(part, one))) mark(part, `${path}: ${state} ${what}`);
  }
  return found;
}

/** Parts that are shown under a condition, with the condition's text. */
function branches(fragment: Fragment, source: string): { part: Fragment; what: string }[] {
  const found: { part: Fragment; what: string }[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) return value.forEach(visit);
    if (typeof value !== "object" || value === null) return;
    const node = value as AST.TemplateNode;
    if (node.type === "IfBlock") {
      const test = node.test as unknown as { start: number; end: number };
      const what = one(source.slice(test.start, test.end));
      found.push({ part: node.consequent, what: `if ${what}` });
      if (node.alternate !== null) found.push({ part: node.alternate, what: `else of ${what}` });
    }
    if (node.type === "EachBlock" && node.fallback) found.push({ part: node.fallback, what: "else of each" });
    for (const child of Object.values(node)) visit(child);
  };
  visit(fragment);
  return found;
}

/** Whether a part shows a component itself: not in a part of its own below it. */
function holds(part: Fragment, name: string): boolean {
  const inside = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.some(inside);
    if (typeof value !== "object" || value === null) return false;
    const node = value as AST.TemplateNode;
    if (node.type === "IfBlock" || node.type === "EachBlock") return false;
    if (node.type === "Component" && node.name === name) return true;
    return Object.values(node).some(inside);
  };
  return inside(part.nodes);
}

/** A component with its marks. */
export function marked(path: string, source: string): string {
  let out = source;
  for (const { at, name } of marks(path, source).sort((a, b) => b.at - a.at)) {
    out = `${out.slice(0, at)}<!--${SIGN}${name}-->${out.slice(at)}`;
  }
  return out;
}

/** Every mark there is below a folder of components. */
export function everyMark(folder: string): string[] {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".svelte"));
  return [...new Set(paths.flatMap((path) => marks(path, readFileSync(join(folder, path), "utf8")).map(({ name }) => name)))].sort();
}

/** Marks components while they are compiled. */
export function looks(folder: string) {
  return {
    name: "looks",
    markup: ({ content, filename }: { content: string; filename?: string }) => {
      const path = relative(folder, filename ?? "");
      return path.startsWith("..") || path.includes("node_modules") ? { code: content } : { code: marked(path, content) };
    },
  };
}

/** Lists every mark beside what was built: `marks.json`. */
export function listOfMarks(folder: string): Plugin {
  return {
    name: "marks",
    apply: "build",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "marks.json", source: JSON.stringify(everyMark(folder)) });
    },
  };
}
