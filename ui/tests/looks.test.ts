// What browser tests gather at each look: marks for every component and for its states, and none that change what is shown.

import { compile } from "svelte/compiler";
import { expect, test } from "vitest";
import { everyMark, marked, marks } from "../build/looks";
import { sources } from "./sources";

const SCREEN = `<script lang="ts">
  let rows = $state.raw<string[] | null>(null);
</script>

<h1>{rows}</h1>
{#if rows === null}
  <Loading />
{:else if rows.length === 0}
  <p><Empty /></p>
{:else}
  {#each rows as row}<p>{row}</p>{:else}<ErrorNote />{/each}
{/if}
`;

test("a component has a mark, and each state it can be in", () => {
  expect(marks("a/Screen.svelte", SCREEN).map(({ name }) => name), "by what is shown, not by every condition").toEqual([
    "a/Screen.svelte",
    "a/Screen.svelte: Loading if rows === null",
    "a/Screen.svelte: Empty if rows.length === 0",
    "a/Screen.svelte: ErrorNote else of each",
  ]);
});

test("a mark stands before the first thing of its part, inside of it", () => {
  const out = marked("a/Screen.svelte", SCREEN);
  expect(out, "at the head").toContain("<!--look:a/Screen.svelte--><h1>");
  expect(out, "in its branch").toContain("{#if rows === null}\n  <!--look:a/Screen.svelte: Loading if rows === null--><Loading />");
  expect(out.replace(/<!--.*?-->/g, ""), "and nothing else was changed").toBe(SCREEN);
});

test("every component of the interface can be marked", () => {
  const components = sources((path) => path.endsWith(".svelte"));
  for (const [path, source] of components) {
    expect(() => compile(marked(path, source), { generate: "client" }), path).not.toThrow();
  }
  const names = everyMark("src");
  expect(names.length, "more than one for each").toBeGreaterThan(components.size);
  expect(names.filter((name) => name.includes("--")), "a comment cannot hold it").toEqual([]);
}, 60_000);
