import { describe, expect, test } from "vitest";
import { spaced } from "../../shared/phones";
import { readBirth, writeBirth } from "./birth";
import { move } from "./reorder";
import { windowOf } from "./window";

describe("birth", () => {
  test.each(["", "1990", "1990-05", "1990-05-03", "1990-12-31"])("%s comes back as it was", (value) => {
    expect(writeBirth(readBirth(value), 2026), "nothing is lost and nothing invented").toBe(value);
  });
  test("an age is tied to the year it was said in", () => {
    expect(writeBirth({ ...readBirth("~35@2020"), age: "41" }, 2026), "the age now").toBe("~41@2026");
  });
  test("a day without a month is not a date", () => {
    expect(writeBirth({ kind: "date", year: "1990", month: "", day: "3", age: "" }, 2026), "only the year is sure").toBe("1990");
  });
});

describe("order", () => {
  test.each([
    [0, 2, ["b", "c", "a"]],
    [2, 0, ["c", "a", "b"]],
    [1, 1, ["a", "b", "c"]],
    [7, 0, ["a", "b", "c"]],
  ])("from %i to %i", (from, to, expected) => {
    expect(move(["a", "b", "c"], from, to), "everybody stays in the list").toEqual(expected);
  });
});

describe("long lists", () => {
  const view = { height: 900, rowHeight: 90, focused: 0 };
  test("few rows exist, wherever one looks", () => {
    for (const top of [0, 90 * 50_000, 90 * 99_990]) {
      expect(windowOf({ ...view, top, total: 100_000 }).length, "a hundred thousand feel like ten").toBeLessThan(30);
    }
  });
  test("the focused row exists even out of view", () => {
    expect(windowOf({ ...view, top: 90 * 500, total: 1000 }), "the focus must not fall out of the page").toContain(0);
    expect(windowOf({ ...view, top: 0, total: 1000, focused: 700 })).toContain(700);
  });
  test("an empty list has no rows", () => {
    expect(windowOf({ ...view, top: 0, total: 0 }), "nobody, no row").toEqual([]);
  });
});

describe("phones", () => {
  test.each([
    ["+639171234567", "+63 917 123 4567"],
    ["+96171123456", "+961 711 23456"],
    ["+6328123456", "+632 812 3456"],
  ])("%s", (number, expected) => {
    expect(spaced(number), "groups for the eye").toBe(expected);
    expect(expected.replace(/ /g, ""), "the digits stay the same").toBe(number);
  });
});
