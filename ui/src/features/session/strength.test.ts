import { expect, test } from "vitest";
import { type Strength, strength } from "./strength";

const cases: [passphrase: string, expected: Strength][] = [
  ["", "too-short"],
  ["           ", "too-short"],
  ["ugnay2026", "too-short"],
  ["aaaaaaaaaaaaaaaa", "weak"],
  ["0123456789 0123", "weak"],
  ["ilog ilog ilog ilog ilog", "weak"],
  ["bangka tulay palay", "fair"],
  ["bangka sa ilog tatlong kawayan", "strong"],
  ["palay sinag ilog tabak ulap", "strong"],
];

test.each(cases)("“%s” is %s", (passphrase, expected) => {
  expect(strength(passphrase), "length and different words count, tricks do not").toBe(expected);
});
