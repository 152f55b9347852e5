// What stands in for newer methods does as they do.

import { expect, test } from "vitest";
import { fill } from "./older";

interface Methods {
  at(place: number): number | undefined;
  findLast(fits: (item: number, place: number) => boolean): number | undefined;
}
/** The real one, which the language level of the sources does not know. */
const real = [5, 6, 7] as number[] & Methods;

/** What a webview that has neither is given. */
const given = Object.create(null) as Methods;
fill(given);

test.each([0, 1, 2, 3, -1, -3, -4, 1.7, -1.2, Number.NaN, Infinity])("place %s as the real one finds it", (place) => {
  expect(given.at.call([5, 6, 7], place), "counted from either end").toBe([5, 6, 7].at(place));
});

test("the last that fits, as the real one finds it", () => {
  for (const fits of [(n: number) => n < 7, (n: number) => n > 9, () => true]) {
    expect(given.findLast.call([5, 6, 7], fits), String(fits)).toBe(real.findLast(fits));
  }
  const places: number[] = [];
  given.findLast.call([5, 6, 7], (_: number, place: number) => places.push(place) < 0);
  expect(places, "from the end, each once").toEqual([2, 1, 0]);
});

test("what a webview has stays its own", () => {
  const before = [Reflect.get(Array.prototype, "at"), Reflect.get(Array.prototype, "findLast")];
  fill(Array.prototype);
  expect([Reflect.get(Array.prototype, "at"), Reflect.get(Array.prototype, "findLast")], "nothing is replaced").toEqual(before);
  const lists = Object.create(null);
  fill(lists);
  expect(Object.keys(lists), "nothing new shows in a loop").toEqual([]);
});
