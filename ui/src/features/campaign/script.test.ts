// A script's lines: keys become words of the chosen language, a desk's own text stays as it is.

import { afterEach, expect, test } from "vitest";
import { useBackend } from "../../backend";
import { memoryBackend } from "../../backend/memory";
import { setLanguage } from "../../i18n/index.svelte";
import { spoken } from "./script";

afterEach(() => setLanguage("en"));
const OWN = ["#script-greeting", "#script-who", "Does she have water?", "#question-needs", "#script-thanks"];

test("keys follow the language, the desk's own text does not", async () => {
  useBackend(memoryBackend());
  await setLanguage("es");
  const lines = spoken(OWN, false);
  expect(lines, "line by line").toHaveLength(5);
  expect(lines[0], "a key in the chosen language").toBe("Buenos días. Llamo del barangay por su familiar en el extranjero.");
  expect(lines[2], "the desk's question as it was written").toBe("Does she have water?");
});

test("an unknown key is shown without its sign", () => {
  expect(spoken(["#question-passport"], false), "a key of a later version").toEqual(["question-passport"]);
  expect(spoken(["#lock"], false), "only a script's own messages can be asked for").toEqual(["lock"]);
});

test("in a drill it is said right after the greeting", () => {
  const drill = "This is a drill. Nobody is in danger.";
  expect(spoken(OWN, true)[1], "before any question").toBe(drill);
  expect(spoken(["Good day."], true)[0], "first where the greeting is the desk's").toBe(drill);
  expect(spoken(OWN, false), "never in an emergency").not.toContain(drill);
});
