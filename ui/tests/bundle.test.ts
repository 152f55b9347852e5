// The interface as it is shipped: small, without the in-memory backend, without anything the policy forbids.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { catalogue } from "../src/backend/memory/catalogues";
import { LANGUAGES } from "../src/i18n/languages";

const MOST_KB = 250;
/** The map's shapes and projection, loaded only where a map is shown: `features/map/geometry.ts` and nothing else. */
const MAP = /^assets\/geometry-[\w-]+\.js$/;
const MOST_MAP_KB = 60;
const folder = mkdtempSync(join(tmpdir(), "ugnay-ui-"));
let files: { name: string; bytes: Buffer }[] = [];

beforeAll(async () => {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  await build({ mode: "production", logLevel: "error", build: { outDir: folder, emptyOutDir: true } });
  process.env["NODE_ENV"] = before;
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  files = names.filter((name) => /\.\w+$/.test(name)).map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const kilobytes = (some: typeof files): number => some.reduce((sum, { bytes }) => sum + gzipSync(bytes, { level: 9 }).length, 0) / 1024;

test("everything without the map stays within the budget, in sum", () => {
  const rest = files.filter(({ name }) => !MAP.test(name));
  expect(rest.length, "the build has its parts").toBeGreaterThan(2);
  expect(kilobytes(rest), "every file that is built, whenever it is loaded").toBeLessThan(MOST_KB);
  console.log(`interface: ${kilobytes(rest).toFixed(1)} kB gzip in ${rest.length} files`);
});

test("colours of both schemes are in words that the oldest webview knows", () => {
  const sheets = files.filter(({ name }) => name.endsWith(".css")).map(({ bytes }) => bytes.toString("utf8")).join("\n");
  expect(sheets, "Chromium 87 and Safari 14 would drop every colour").not.toContain("light-dark(");
  expect(sheets, "the device's scheme counts").toMatch(/@media \(prefers-color-scheme: ?dark\)/);
  expect(sheets, "and the reader's before it").toMatch(/\[data-theme=.?dark.?\]\s*\{[^}]*dark:\s*initial/);
});

test("one language is shipped with the interface; the program behind it has the others", () => {
  const scripts = files.map(({ bytes }) => bytes.toString("utf8")).join("\n");
  const opens = (code: string): string => /^error-wrong_passphrase = (.+)$/m.exec(catalogue(code))![1]!;
  expect(scripts, "English is part of it").toContain(opens("en"));
  const others = LANGUAGES.map(({ code }) => code).filter((code) => code !== "en");
  expect(others.filter((code) => scripts.includes(opens(code))), "the others would be shipped twice").toEqual([]);
});

test("the map is a file of its own, asked for by none that is loaded at the start", () => {
  const map = files.filter(({ name }) => MAP.test(name));
  expect(map.length, "one file holds the map").toBe(1);
  expect(kilobytes(map), "shapes at 1:110m and a projection").toBeLessThan(MOST_MAP_KB);
  const page = files.find(({ name }) => name === "index.html")!.bytes.toString("utf8");
  expect(page, "it is loaded when a map is shown").not.toContain("geometry");
  const others = files.filter(({ name }) => !MAP.test(name)).map(({ bytes }) => bytes.toString("utf8")).join("\n");
  expect(others, "nothing of it lies in another file").not.toMatch(/"Topology"|EqualEarth/);
  console.log(`map: ${kilobytes(map).toFixed(1)} kB gzip`);
});

test("invented people are not shipped", () => {
  const scripts = files.map(({ bytes }) => bytes.toString("utf8")).join("\n");
  expect(scripts, "the in-memory backend is only for tests").not.toMatch(/Villapando|memoryBackend|kawayan/);
});

test("nothing calls what the oldest webview lacks and nobody fills in", () => {
  const scripts = files.filter(({ name }) => name.endsWith(".js")).map(({ bytes }) => bytes.toString("utf8")).join("\n");
  // Newer than Chromium 87 or Safari 14. `at` and `findLast` are filled in by `shared/older.ts`.
  const newer = /\.(findLastIndex|toSorted|toReversed|toSpliced|groupBy|isWellFormed|hasOwn|withResolvers|fromAsync|showModal|requestIdleCallback)\(/g;
  expect([...new Set(scripts.match(newer) ?? [])], "a method that fails there").toEqual([]);
  for (const filled of ["at", "findLast"]) expect(scripts, `${filled} is filled in`).toMatch(new RegExp(`\\{at:\\w+,findLast:\\w+\\}`));
});

test("nothing inline and nothing from elsewhere", () => {
  const page = files.find(({ name }) => name === "index.html")!.bytes.toString("utf8");
  expect(page, "the policy refuses inline code and styles").not.toMatch(/<style|<script(?![^>]*src=)|\son\w+=|\sstyle=/);
  expect(page, "only own files").not.toMatch(/(src|href)="(https?:)?\/\//);
});
