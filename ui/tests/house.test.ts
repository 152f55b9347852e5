// Rules of the house that a reader of one file would miss.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { sources, text } from "./sources";

const code = sources((path) => /\.(svelte|ts|css)$/.test(path) && !path.includes("generated"));
const where = (pattern: RegExp, except: RegExp = /^$/): string[] =>
  [...code].filter(([path, source]) => pattern.test(source) && !except.test(path)).map(([path]) => path);

test("nothing is kept in the webview", () => {
  const storage = /\b(localStorage|sessionStorage|indexedDB|document\.cookie|caches\.open)\b/;
  expect(where(storage), "the register on disk is the only place anything is kept").toEqual([]);
});

test("Tauri is known to one file", () => {
  expect(where(/@tauri-apps\//), "one seam").toEqual(["src/backend/tauri.ts"]);
});

test("the in-memory backend is reached through the seam alone", () => {
  expect(where(/from "[^"]*\/memory"|import\("[^"]*\/memory"\)/, /^src\/backend\/memory/), "never by accident in production").toEqual([
    "src/backend/index.ts",
  ]);
});

test("no markup carries a style the policy would refuse", () => {
  expect(where(/<[a-z][^>]*\sstyle="/), "style attributes need unsafe-inline").toEqual([]);
  expect(where(/\{@html/), "text of people is never markup").toEqual([]);
});

test("colours and pixel sizes are named in one place", () => {
  const styles = /<style>[\s\S]*(#[0-9a-f]{3,8}\b|\brgba?\()/i;
  expect(where(styles), "colours live in tokens.css").toEqual([]);
});

test("nothing points outside", () => {
  const link = /["'(]https?:\/\/(?!www\.w3\.org)/;
  expect(where(link), "no address of another machine").toEqual([]);
  expect(text("index.html"), "the page loads only its own parts").not.toMatch(/https?:|<style|<script>/);
});

test("flows by keyboard use no pointer and no address", () => {
  const flows = readdirSync("browser").filter((name) => name.startsWith("key"));
  expect(flows.length, "the flows and their keys").toBeGreaterThan(4);
  for (const name of flows) {
    expect(text(`browser/${name}`), name).not.toMatch(/\.(click|tap|check|selectOption|fill|go|show)\(|location\.hash = /);
  }
});

test("the title never changes", () => {
  expect(where(/document\.title|<svelte:head|<title/), "a window's title is seen by others").toEqual([]);
});

test("the lock file names no registry", () => {
  expect(text("package-lock.json"), "it must work from any registry").not.toMatch(/"resolved"/);
});

test("every colour says what it is in both schemes, in one place", () => {
  const colours = [...text("src/shared/tokens.css").matchAll(/^\s*(--[\w-]+): (.*#.*);$/gm)];
  expect(colours.length, "they were found").toBeGreaterThan(25);
  const single = colours.filter(([, , value]) => !/^light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)$/.test(value!)).map(([, name]) => name);
  expect(single, "the sign alone looks the same in both").toEqual(["--mark-ground", "--mark-home", "--mark-abroad"]);
});
