// The stand-in for the program decides as the program does: one table holds both (`ugnay-app`, custody/may/tests.rs).
import { expect, test } from "vitest";
import en from "../../../i18n/en/custody-refused.ftl?raw";
import enSteps from "../../../i18n/en/custody.ftl?raw";
import table from "./can.json";
import { requests } from "./invented";
import { can } from "./work";

const NOW = 1_790_000_000;

test.each(table)("what may be decided: $phase, said $decided, right $right, granted $granted", (line) => {
  const one = requests("Here", NOW, false)[0]!;
  Object.assign(one.row, { phase: line.phase, decided: line.decided, checksOk: line.right ? one.row.checks : one.row.checks - 1 });
  expect(can(one, line.granted), "as the program offers it").toEqual(line.can);
});

test("every refusal has words", () => {
  const sources = import.meta.glob<string>("./*.ts", { query: "?raw", import: "default", eager: true });
  const codes = Object.values(sources).flatMap((text) => [...text.matchAll(/appError\("refused", \{ detail: "(\w+)" \}\)/g)].map((found) => found[1]!));
  expect(codes.length, "the sources were read").toBeGreaterThan(5);
  for (const code of codes) expect(`${en}\n${enSteps}`, `refused-${code}`).toContain(`\nrefused-${code} = `);
});
