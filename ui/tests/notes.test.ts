// An error that two parts of a screen run into is said once, and trying again tries both.

import { cleanup, render } from "@testing-library/svelte";
import { flushSync } from "svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { appError } from "../src/backend";
import { setLanguage } from "../src/i18n/index.svelte";
import ErrorNote from "../src/shared/ErrorNote.svelte";

const DISK = appError("disk");
const OTHER = appError("not_found");
const said = (): number => document.querySelectorAll("[data-testid=error-message]").length;

beforeEach(() => setLanguage("en"));
afterEach(cleanup);

test("the same is said once, another beside it, and the second takes over from the first", () => {
  const main = document.body.appendChild(document.createElement("main"));
  const [first, second] = [vi.fn(), vi.fn()];
  const one = render(ErrorNote, { target: main, props: { error: DISK, retry: first } });
  render(ErrorNote, { target: main, props: { error: DISK, retry: second } });
  flushSync();
  expect(said(), "said once").toBe(1);
  document.querySelector<HTMLElement>("[data-testid=error-message] button")!.click();
  expect([first.mock.calls.length, second.mock.calls.length], "both are tried again").toEqual([1, 1]);
  render(ErrorNote, { target: main, props: { error: OTHER } });
  flushSync();
  expect(said(), "another reason is another note").toBe(2);
  one.unmount();
  flushSync();
  expect(said(), "what still fails is still said").toBe(2);
  document.querySelector<HTMLElement>("[data-code=disk] button")!.click();
  expect([first.mock.calls.length, second.mock.calls.length], "what is gone is not tried").toEqual([1, 2]);
});

test("each pane says its own: on a phone only one of them is on the screen", () => {
  const main = document.body.appendChild(document.createElement("main"));
  main.innerHTML = "<section class='list'></section><section class='detail'></section>";
  for (const pane of main.children) render(ErrorNote, { target: pane as HTMLElement, props: { error: DISK } });
  flushSync();
  expect(main.querySelectorAll("[data-testid=error-message]").length, "list and person").toBe(2);
});
