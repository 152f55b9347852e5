// The focus is not lost with what had it: it goes to the name of the part it stood in, or back to what was switched off.

import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { keepFocusOn } from "../src/shared/focus-keeper";

let stop: () => void;
const button = (name: string): HTMLButtonElement => document.querySelector(`#${name}`)!;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  // Nothing is laid out here: what is in the page counts as shown.
  vi.spyOn(Element.prototype, "getClientRects").mockImplementation(() => [{}] as unknown as DOMRectList);
  Element.prototype.scrollIntoView = () => undefined;
  document.body.innerHTML = "<h1>Screen</h1><section><h2>Part</h2><ul><li><button id='a'>A</button></li><li><button id='b'>B</button></li></ul></section>";
  stop = keepFocusOn(document.body);
});
afterEach(() => {
  stop();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

async function after(ms: number): Promise<void> {
  // The observer is told between two tasks.
  await Promise.resolve();
  await vi.advanceTimersByTimeAsync(ms);
}

test("what goes away leaves the focus to the name of its part", async () => {
  button("a").focus();
  button("a").closest("li")!.remove();
  (document.activeElement as HTMLElement | null)?.blur();
  await after(100);
  expect(document.activeElement?.textContent, "the nearest part that is still there").toBe("Part");
});

test("the screen's own choice comes first", async () => {
  button("a").focus();
  button("a").closest("li")!.remove();
  button("b").focus();
  await after(100);
  expect(document.activeElement, "the next row").toBe(button("b"));
});

test("a button that works for a moment keeps it", async () => {
  button("a").focus();
  button("a").blur();
  button("a").disabled = true;
  await after(300);
  expect(document.activeElement, "not yet").toBe(document.body);
  button("a").disabled = false;
  await after(0);
  expect(document.activeElement, "back where it was").toBe(button("a"));
});

test("a click beside everything wants no focus", async () => {
  button("a").focus();
  document.body.dispatchEvent(new Event("pointerdown", { bubbles: true }));
  button("a").blur();
  button("b").remove();
  await after(1000);
  expect(document.activeElement, "nothing has it").toBe(document.body);
});

test("a focus on its way is not called back by what changes as it leaves", async () => {
  button("a").focus();
  button("a").blur();
  button("a").dispatchEvent(new FocusEvent("blur", { relatedTarget: button("b") }));
  document.querySelector("section")!.append(document.createElement("p"));
  await after(1000);
  expect(document.activeElement, "it goes where Tab led it").toBe(button("b"));
});
