import { expect, test } from "vitest";
import { latest } from "./latest";

/** An `ask` whose answers are given by hand, in any order. */
function byHand() {
  const open: { input: string; answer: (value: string) => void; fail: (why: unknown) => void }[] = [];
  const ask = (input: string) => new Promise<string>((answer, fail) => open.push({ input, answer, fail }));
  return { open, ask };
}
const settle = () => new Promise((done) => setTimeout(done));

test("one question at a time, and the newest of those that wait", async () => {
  const { open, ask } = byHand();
  const shown: string[] = [];
  const type = latest(ask, (answer) => shown.push(answer), () => {});
  for (const text of ["m", "ma", "mar"]) type(text);
  expect(open.map((one) => one.input), "a slow backend is not flooded").toEqual(["m"]);
  open[0]!.answer("for m");
  await settle();
  expect(shown, "an answer that is old by now is not shown").toEqual([]);
  expect(open.map((one) => one.input), "what was typed in between is skipped").toEqual(["m", "mar"]);
  open[1]!.answer("for mar");
  await settle();
  expect(shown, "the newest answer is shown").toEqual(["for mar"]);
});

test("a failure is told only for the newest question", async () => {
  const { open, ask } = byHand();
  const failures: unknown[] = [];
  const type = latest(ask, () => {}, (why) => failures.push(why));
  type("a");
  type("b");
  open[0]!.fail("first");
  await settle();
  expect(failures, "nobody waits for the first any more").toEqual([]);
  open[1]!.fail("second");
  await settle();
  expect(failures, "the newest question failed").toEqual(["second"]);
});
