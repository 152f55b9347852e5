// The interface's own sources, for tests that read them.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The text of a file below `ui/`. */
export function text(path: string): string {
  return readFileSync(path, "utf8");
}

/** All files below `src/` whose path is wanted, tests left out. */
export function sources(wanted: (path: string) => boolean): Map<string, string> {
  const paths = readdirSync("src", { recursive: true, encoding: "utf8" }).map((path) => join("src", path));
  return new Map(paths.filter((path) => wanted(path) && !path.endsWith(".test.ts")).map((path) => [path, text(path)]));
}
