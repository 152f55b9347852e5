// The interface as it is shipped: small, without the in-memory backend, without anything the policy forbids.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";

const MOST_KB = 250;
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

test("all of it together stays within the budget", () => {
  const kilobytes = files.reduce((sum, { bytes }) => sum + gzipSync(bytes, { level: 9 }).length, 0) / 1024;
  expect(files.length, "the build has its parts").toBeGreaterThan(5);
  expect(kilobytes, "every language included").toBeLessThan(MOST_KB);
  console.log(`bundle: ${kilobytes.toFixed(1)} kB gzip in ${files.length} files`);
});

test("invented people are not shipped", () => {
  const scripts = files.map(({ bytes }) => bytes.toString("utf8")).join("\n");
  expect(scripts, "the in-memory backend is only for tests").not.toMatch(/Villapando|memoryBackend|kawayan/);
});

test("nothing inline and nothing from elsewhere", () => {
  const page = files.find(({ name }) => name === "index.html")!.bytes.toString("utf8");
  expect(page, "the policy refuses inline code and styles").not.toMatch(/<style|<script(?![^>]*src=)|\son\w+=|\sstyle=/);
  expect(page, "only own files").not.toMatch(/(src|href)="(https?:)?\/\//);
});
