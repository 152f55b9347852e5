import { beforeEach, describe, expect, test } from "vitest";
import { CODES } from "../i18n/codes";
import type { Backend, CallList, PersonInput, Progress, Saved } from "./index";
import { memoryBackend } from "./memory";
import { everybody } from "./query";
import { emptyPerson } from "./memory/invented";

const NOW = 1_790_000_000;
const PASSPHRASE = "bangka sa ilog tatlong kawayan";
const QUERY = everybody();
let backend: Backend;

beforeEach(async () => {
  backend = memoryBackend({ now: () => NOW });
  await backend.createDemoRegister(PASSPHRASE);
});

const code = (thrown: Promise<unknown>) => thrown.then(() => "nothing", (error: { code: string }) => error.code);

describe("the lock", () => {
  test("a wrong passphrase opens nothing", async () => {
    const { id } = (await backend.status()).session!;
    await backend.lock();
    expect(await code(backend.unlock(id, "wrong")), "refused").toBe("wrong_passphrase");
    expect(await code(backend.home()), "still locked").toBe("locked");
    expect(await backend.touch(), "no session to keep alive").toBe(false);
    expect((await backend.unlock(id, PASSPHRASE)).persons, "all still there").toBe(64);
  });

  test("a weak passphrase and a place that is none are refused", async () => {
    const input = { place: "0401009006", label: "", officer: "", passphrase: "short" };
    expect(await code(backend.createRegister(input)), "too short").toBe("weak_passphrase");
    expect(await code(backend.createRegister({ ...input, passphrase: PASSPHRASE, place: "1" })), "no such place").toBe("bad_input");
  });
});

describe("codes", () => {
  test("it sends none that the crates do not send", async () => {
    const preview = await backend.importSample();
    const found = (await backend.people({ ...QUERY, text: "marasigan" })).rows.flatMap((row) => row.why);
    const check = await backend.checkPhone("0917 55", null);
    const drill = await backend.startDrill({ country: "LB", level: 2 });
    const sent: [kind: keyof typeof CODES, codes: (string | null)[]][] = [
      ["problem", preview.problems.map((problem) => problem.code)],
      ["left-out", preview.sheets.map((sheet) => sheet.reason).filter((reason) => reason !== null)],
      ["why", found],
      ["phone-warning", [check.warning]],
      ["hazard", [drill.hazard]],
      ["match", (await backend.lookForDuplicates(() => {})).pairs.flatMap((pair) => pair.why.map((why) => why.code.replace(".", "-")))],
    ];
    for (const [kind, codes] of sent) {
      expect(codes.length, `${kind}: there was something to compare`).toBeGreaterThan(0);
      expect(codes.filter((one) => !(CODES[kind] as readonly (string | null)[]).includes(one)), `${kind}: all listed`).toEqual([]);
    }
  });
});

describe("people", () => {
  const maricel: PersonInput = { ...emptyPerson(), given: "Maricel", surname: "Tolentino", country: "LB", birth: "1990" };

  test("answers are copies", async () => {
    const { rows } = await backend.people(QUERY);
    const detail = await backend.person(rows[0]!.id);
    detail.card.surname = "Changed";
    expect((await backend.person(rows[0]!.id)).card.surname, "the register is not touched").not.toBe("Changed");
  });

  test("found by a misspelt name, with the reason", async () => {
    await backend.savePerson(maricel);
    const { rows } = await backend.people({ ...QUERY, text: "tolentno" });
    expect(rows.map((row) => row.why), "one letter is missing").toEqual([["sounds_like"]]);
  });

  test("a change can be taken back once, and not after another one", async () => {
    const { id, changeSet } = await backend.savePerson(maricel);
    const edit = await backend.savePerson({ ...(await backend.person(id)).card, place: "Beirut" });
    expect(await code(backend.undo(changeSet!)), "something else has changed since").toBe("cannot_undo");
    await backend.undo(edit.changeSet!);
    expect((await backend.person(id)).card.place, "as before").toBe("");
    expect(await code(backend.undo(edit.changeSet!)), "only once").toBe("cannot_undo");
  });

  test("removing can be taken back", async () => {
    const { id } = await backend.savePerson(maricel);
    const { changeSet } = await backend.removePerson(id);
    expect(await code(backend.person(id)), "gone").toBe("not_found");
    await backend.undo(changeSet!);
    expect((await backend.person(id)).name, "back").toBe("Tolentino, Maricel");
  });

  test("look-alikes are told with reasons", async () => {
    await backend.savePerson(maricel);
    const { found: [first] } = await backend.lookAlikes({ ...maricel, id: "" });
    expect(first?.why.map((why) => why.code), "why they may be the same").toContain("surname.same");
  });
});

const NO_CHANGE = { sheet: 0, included: null, column: null, field: null, dateOrder: null, barangay: null };

test("somebody comes home, is listed so, and is abroad again", async () => {
  const { id } = await backend.savePerson({ ...emptyPerson(), given: "Liza", surname: "Magsaysay", country: "SA" });
  const home = async (): Promise<string[]> => (await backend.people({ ...QUERY, returned: true })).rows.map((row) => row.id);
  const say = async (returned: string): Promise<Saved> => backend.savePerson({ ...(await backend.person(id)).card, returned });
  expect(await home(), "nobody yet").toEqual([]);
  const { changeSet } = await say("2024-05");
  expect(await home(), "listed").toEqual([id]);
  expect((await backend.peopleFacets(QUERY)).returned, "and counted").toBe(1);
  expect((await backend.person(id)).history[0]?.field, "the change is told").toBe("returned");
  expect((await say("2024-05")).changeSet, "the same again is nothing").toBeNull();
  for (const wrong of ["soon", "2024-13", "2024-02-30", "2999", "~30@2020"]) expect(await code(say(wrong)), wrong).toBe("bad_input");
  await backend.undo(changeSet!);
  expect(await home(), "abroad as before").toEqual([]);
  await say("yes");
  expect((await backend.person(id)).card.returned, "nobody said when").toBe("yes");
  await say("");
  expect(await home(), "and by hand").toEqual([]);
});

describe("two entries of one person", () => {
  const twice = async (): Promise<[string, string]> => {
    const one: PersonInput = { ...emptyPerson(), given: "Maricel", surname: "Tolentino", country: "LB", birth: "1990-05-03" };
    const a = await backend.savePerson({ ...one, middle: "R." });
    const b = await backend.savePerson({ ...one, surname: "Tolentin", middle: "Ramos", birth: "1990-03-05", employer: "Silver Home" });
    return [a.id, b.id].sort() as [string, string];
  };
  const open = async (): Promise<string[]> => (await backend.duplicates()).pairs.map((pair) => `${pair.a.id} ${pair.b.id}`);

  test("found, merged, taken back, taken apart, remembered as two", async () => {
    const [a, b] = await twice();
    expect((await backend.duplicates()).lookedAt, "nobody has looked").toBeNull();
    const { pairs, total } = await backend.lookForDuplicates(() => {});
    expect(total, "all of them").toBe(pairs.length);
    const found = pairs.find((pair) => pair.a.id === a || pair.b.id === a)!;
    expect(found.why.map((why) => why.code), "reasons are codes of the engine").toContain("birth.turned");
    const look = await backend.mergeLook(a, b);
    expect(look.fields.find((field) => field.field === "middle")?.side, "the name in full").toBe(look.fields.find((f) => f.field === "middle")?.a === "Ramos" ? "a" : "b");
    const before = await backend.person(a);
    const done = await backend.mergePersons({ a, b, choices: [{ field: "given", side: "a" }] });
    expect([done.kept, done.absorbed], "whichever is named first").toEqual([a, b]);
    expect((await backend.person(b)).card.id, "found by either id").toBe(a);
    expect((await backend.person(a)).card.employer, "nothing is lost").toBe("Silver Home");
    expect(await open(), "decided").not.toContain(`${a} ${b}`);
    expect((await backend.duplicates()).stale, "a decision brings no new pairs").toBe(false);
    await backend.undo(done.changeSet!);
    expect((await backend.person(a)).card, "as before").toEqual(before.card);
    await backend.mergePersons({ a, b, choices: [] });
    expect((await backend.partPersons(a, b)).left, "nothing was changed since").toEqual([]);
    expect((await backend.person(a)).card, "as before").toEqual(before.card);
    const two = await backend.notSame(a, b);
    expect(await open(), "remembered").not.toContain(`${a} ${b}`);
    await backend.undo(two.changeSet!);
    expect(await open(), "and taken back").toContain(`${found.a.id} ${found.b.id}`);
  });

  test("what is chosen beforehand outlasts a merge taken back", async () => {
    const [a, b] = await twice();
    const put = async (id: string, country: string, place: string): Promise<unknown> =>
      backend.savePerson({ ...(await backend.person(id)).card, country, place });
    await put(a, "SA", "Riyadh");
    await put(b, "QA", "Al Kor");
    const chosen = async (): Promise<Record<string, string>> =>
      Object.fromEntries((await backend.mergeLook(a, b)).fields.map((field) => [field.field, field.side]));
    for (const confirmed of [null, b]) {
      if (confirmed !== null) await backend.confirmPerson(confirmed, "her mother");
      const before = await chosen();
      const side = confirmed === null ? "a" : "b";
      expect([before.country, before.place], "of who was confirmed later, else of the entry that stays").toEqual([side, side]);
      const { changeSet } = await backend.mergePersons({ a, b, choices: [] });
      expect((await backend.person(a)).card.place, "what was chosen beforehand is merged").toBe(side === "a" ? "Riyadh" : "Al Kor");
      await backend.undo(changeSet!);
      expect(await chosen(), "the same pair, the same choice").toEqual(before);
      const turned = await backend.mergeLook(b, a);
      expect(turned.fields.find((field) => field.field === "place")?.side, "whoever is named first").toBe(side === "a" ? "b" : "a");
    }
  });

  test("a comparison can be stopped", async () => {
    await twice();
    const running = backend.lookForDuplicates(() => void backend.stopDuplicates());
    expect(await code(running), "stopped").toBe("cancelled");
  });
});

describe("import", () => {
  test("nothing is written before the commit, and all of it can be taken back", async () => {
    const preview = await backend.importSample();
    expect(preview.problemsTotal, "the sample is messy").toBeGreaterThan(3);
    expect(preview.refusedConsent, "somebody said no").toBe(1);
    expect((await backend.people(QUERY)).total, "untouched").toBe(64);
    const steps: Progress[] = [];
    const result = await backend.importCommit(preview.token, (step) => steps.push(step));
    expect(result.persons, "as promised").toBe(preview.persons);
    expect(steps.length, "progress was told").toBeGreaterThan(2);
    expect(await backend.importUndo(result.importId), "the whole import").toBe(result.persons);
    expect((await backend.people(QUERY)).total, "as before").toBe(64);
  });

  test("the same sheet twice adds nothing", async () => {
    await backend.importCommit((await backend.importSample()).token, () => {});
    const again = await backend.importSample();
    expect([again.persons, again.alreadyThere > 40], "everybody is there").toEqual([0, true]);
  });

  test("a cancelled import writes nothing", async () => {
    const { token } = await backend.importSample();
    const slow = backend.importCommit(token, () => void backend.importCancel(token));
    expect(await code(slow), "stopped").toBe("cancelled");
    expect((await backend.people(QUERY)).total, "untouched").toBe(64);
  });

  test("a change of the mapping changes what would be written", async () => {
    const before = await backend.importSample();
    const after = await backend.importChange(before.token, { ...NO_CHANGE, sheet: 1, included: false }, () => undefined);
    expect(after.persons, "one sheet less").toBeLessThan(before.persons);
    const nameless = await backend.importChange(before.token, { ...NO_CHANGE, sheet: 0, column: "B", field: "" }, () => undefined);
    expect(nameless.sample[0]?.name, "the surname's column is left out").not.toContain(",");
  });

  test("a corrected list is told of, taken over when asked, and taken back with the import", async () => {
    const list = (where: string): Uint8Array => new TextEncoder().encode(`Apelyido,Pangalan,Bansa\nLopez,Dina,${where}\n`);
    const quiet = (): void => undefined;
    const first = await backend.importPreview(list("Oman"), "list.csv", quiet);
    await backend.importCommit(first.token, quiet);
    const shown = await backend.importPreview(list("Qatar"), "list.csv", quiet);
    expect([shown.persons, shown.alreadyThere, shown.differing, shown.update], "one cell says otherwise").toEqual([0, 1, 1, false]);
    expect(shown.problems.find((one) => one.code === "differs")?.detail, "what the register has").toBe("OM");
    await backend.importUpdate(shown.token, true);
    const done = await backend.importCommit(shown.token, quiet);
    const country = async (): Promise<string | null> => (await backend.people({ ...QUERY, text: "Lopez Dina" })).rows[0]!.country;
    expect([done.updated, await country()], "taken over").toEqual([1, "QA"]);
    await backend.importUndo(done.importId);
    expect(await country(), "and taken back").toBe("OM");
  });

  test("a corrected cell is checked again, written, and the file stays", async () => {
    const before = await backend.importSample();
    const problem = before.problems.find((one) => one.code === "destination_unknown")!;
    const { file, sheet, row, column } = problem;
    const cell = { file, sheet, row, column: column! };
    expect([problem.fixable, problem.value], "with the whole cell").toEqual([true, "Gulf area"]);
    const after = await backend.importFix(before.token, { ...cell, now: "Qatar" });
    expect([after.problemsTotal, after.fixes.length], "one less").toEqual([before.problemsTotal - 1, 1]);
    const back = await backend.importFix(before.token, { ...cell, now: null });
    expect([back.problemsTotal, back.fixes], "as the file says").toEqual([before.problemsTotal, []]);
    await backend.importFix(before.token, { ...cell, now: "Qatar" });
    const result = await backend.importCommit(before.token, () => {});
    expect(result.fixed, "said afterwards").toBe(1);
    const again = await backend.importSample();
    expect([again.persons, again.alreadyThere > 40], "the same sheet adds nobody").toEqual([0, true]);
  });

  test("a hidden sheet is asked about, and the answer is remembered", async () => {
    const before = await backend.importSample();
    const hidden = before.sheets.find((one) => one.hidden)!;
    expect([hidden.included, hidden.decided, hidden.personRows], "left out until somebody says").toEqual([false, false, 6]);
    const after = await backend.importChange(before.token, { ...NO_CHANGE, sheet: hidden.index, included: true }, () => undefined);
    expect(after.sheets[0]?.included, "the others stay").toBe(true);
    expect(after.persons, "its people come in").toBeGreaterThan(before.persons);
    await backend.importChange(before.token, { ...NO_CHANGE, sheet: hidden.index, included: false }, () => undefined);
    const result = await backend.importCommit(before.token, () => {});
    expect(result.left.map((one) => one.reason), "what was left out is said").toContain("hidden");
    expect((await backend.importSample()).sheets[hidden.index]?.decided, "asked once").toBe(true);
  });

  test("dates with two readings are settled for a sheet at once", async () => {
    const before = await backend.importSample();
    expect(before.sheets[0]?.ambiguousDates, "some").toBeGreaterThan(0);
    const after = await backend.importChange(before.token, { ...NO_CHANGE, dateOrder: "dmy" }, () => undefined);
    expect([after.sheets[0]?.ambiguousDates, after.sheets[0]?.dateOrder], "none").toEqual([0, "dmy"]);
  });

  test("what stays doubtful is a list until it is ticked off", async () => {
    const { token } = await backend.importSample();
    const result = await backend.importCommit(token, () => {});
    const later = await backend.importLater();
    expect([later.open, later.done], "all of it").toEqual([result.later, 0]);
    const [first] = later.rows;
    const ticked = await backend.importLaterDone(first!.id, true);
    expect([ticked.open, ticked.done], "one less").toEqual([later.open - 1, 1]);
    expect((await backend.importLaterDone(first!.id, false)).open, "put back").toBe(later.open);
    await backend.importUndo(result.importId);
    expect((await backend.importLater()).open, "gone with the import").toBe(0);
  });

  const cards = new TextEncoder().encode("BEGIN:VCARD\nFN:Ana Cruz\nTEL:0917 555 1234\nEND:VCARD\nBEGIN:VCARD\nFN:Ben Reyes\nBDAY:sometime\nEND:VCARD\n");

  test("an entry without cells is corrected by its property, and so read the next time until it is taken back", async () => {
    const shown = await backend.importPreview(cards, "cards.vcf", () => {});
    const doubt = shown.problems.find((one) => one.code === "unreadable_date")!;
    expect([doubt.sheet, doubt.row, doubt.column, doubt.fixable], "which entry, which property").toEqual(["", 2, "BDAY", true]);
    const cell = { file: doubt.file, sheet: "", row: 2, column: "BDAY" };
    await backend.importFix(shown.token, { ...cell, now: "1990-05-13" });
    const { persons } = await backend.importCommit(shown.token, () => {});
    expect(persons, "both").toBe(2);
    const again = await backend.importPreview(cards, "cards.vcf", () => {});
    expect(again.fixes.map((fix) => [fix.now, fix.earlier]), "as the last time").toEqual([["1990-05-13", true]]);
    await backend.importFix(again.token, { ...cell, now: null });
    await backend.importCommit(again.token, () => {});
    const third = await backend.importPreview(cards, "cards.vcf", () => {});
    expect(third.fixes, "taken back is forgotten").toEqual([]);
    expect((await backend.home()).importLater, "what stays to look at is counted at home").toBeGreaterThan(0);
  });

  test("reading tells how far it is, is stopped, and makes way for the next", async () => {
    const told: number[] = [];
    await backend.importPreview(cards, "cards.vcf", (progress) => told.push(progress.done));
    expect(told.length, "at least once").toBeGreaterThan(0);
    const stopped = code(backend.importPreview(cards, "cards.vcf", () => void backend.importStop()));
    expect(await stopped, "as asked").toBe("cancelled");
    const first = code(backend.importPreview(cards, "cards.vcf", () => {}));
    const second = await backend.importPreview(cards, "cards.vcf", () => {});
    expect([await first, second.persons], "one reading at a time").toEqual(["cancelled", 2]);
  });

  test.each([
    ["empty", new Uint8Array(), "file_empty"],
    ["no sheet", new Uint8Array([1, 0, 2]), "file_not_a_sheet"],
    ["protected", new Uint8Array([0xd0, 0xcf, 0x11]), "file_protected"],
  ])("a file that is %s is refused", async (_, bytes, expected) => {
    expect(await code(backend.importPreview(bytes, "x.xlsx", () => {})), "named and refused").toBe(expected);
  });
});

describe("campaigns", () => {
  test("an outcome moves the task and can be taken back", async () => {
    const { id } = await backend.startDrill({ country: "LB", level: 2 });
    const whole = { campaign: id, offset: 0, limit: null, person: "" };
    const { tasks } = await backend.callList(whole);
    const input = {
      campaign: id, person: tasks[0]!.person, contact: "", result: "reached", safety: "safe", needs: [], step: null, callAfter: null, consentReferral: false,
    };
    const { changeSet, task } = await backend.recordOutcome(input);
    expect(task.state, "reached and safe").toBe("safe");
    const safe = async () => (await backend.callList(whole)).counts.find((one) => one.state === "safe")!.tasks;
    expect(await safe(), "counted").toBe(1);
    await backend.undo(changeSet);
    expect(await safe(), "taken back").toBe(0);
  });
});

describe("a call list", () => {
  test("comes in pages that know the whole", async () => {
    const { id } = await backend.startDrill({ country: "LB", level: 2 });
    const at = (offset: number, limit: number | null, person = "") => backend.callList({ campaign: id, offset, limit, person });
    const whole = await at(0, null);
    const [first, rest] = [await at(0, 3), await at(3, 500)];
    const names = (list: CallList) => list.tasks.map((one) => one.person);
    expect([...names(first), ...names(rest)], "one after the other").toEqual(names(whole));
    expect([first.total, first.counts], "the figures of all").toEqual([whole.tasks.length, whole.counts]);
    const last = whole.tasks.at(-1)!.person;
    expect((await at(0, 1, last)).task?.person, "one asked for stands beside the page").toBe(last);
    expect((await at(0, 1, "nobody")).task, "who is not on the list").toBeNull();
    expect((await at(0, 0)).tasks, "figures alone").toEqual([]);
  });
});

describe("the buffer", () => {
  const words = "one two three four five six seven eight nine ten eleven twelve";
  const fingerprint = "anchor river basket window candle garden";
  test("nothing is joined before the federation's words are compared", async () => {
    const untold = { buffer: "https://buffer.example", words, fingerprint: "" };
    await expect(backend.joinFederation(untold), "the words to compare").rejects.toMatchObject({ code: "refused", detail: `compare:${fingerprint}` });
    const wrong = { ...untold, fingerprint: "anchor river basket window candle forest" };
    await expect(backend.joinFederation(wrong), "somebody stands in between").rejects.toMatchObject({ code: "refused", detail: "fingerprint" });
    expect((await backend.syncState()).buffer, "nothing was joined").toBeNull();
  });

  test("a failure is kept as state, and nothing is lost", async () => {
    expect(await code(backend.syncNow(() => {})), "not joined").toBe("no_buffer");
    const down = { buffer: "https://down.example", words, fingerprint };
    await backend.joinFederation(down);
    expect(await code(backend.syncNow(() => {})), "no answer").toBe("buffer_unreachable");
    const state = await backend.syncState();
    expect([state.lastError, state.unsent, state.kept], "still waiting to be sent").toEqual(["buffer_unreachable", 64, 0]);
  });

  test("custodians confirm only after something is kept", async () => {
    const good = { buffer: "https://buffer.example", words, fingerprint };
    await backend.joinFederation(good);
    await backend.syncNow(() => {});
    expect((await backend.syncState()).protected?.releasable, "two are not enough").toBe(false);
    await backend.syncNow(() => {});
    expect((await backend.syncState()).protected, "four of five").toEqual({ j: 4, n: 5, k: 3, releasable: true });
  });
});
