import { beforeEach, describe, expect, test } from "vitest";
import { CODES } from "../i18n/codes";
import type { Backend, PersonInput, Progress } from "./index";
import { memoryBackend } from "./memory";
import { emptyPerson } from "./memory/invented";

const NOW = 1_790_000_000;
const PASSPHRASE = "bangka sa ilog tatlong kawayan";
const QUERY = { text: "", country: null, barangay: null, stale: false, offset: 0, limit: 100 };
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
    const drill = await backend.startDrill({ country: "LB" });
    const sent: [kind: keyof typeof CODES, codes: (string | null)[]][] = [
      ["problem", preview.problems.map((problem) => problem.code)],
      ["left-out", preview.sheets.map((sheet) => sheet.reason).filter((reason) => reason !== null)],
      ["why", found],
      ["phone-warning", [check.warning]],
      ["hazard", [drill.hazard]],
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
    const [first] = await backend.lookAlikes({ ...maricel, id: "" });
    expect(first?.why, "why they may be the same").toContain("Same surname");
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
    const after = await backend.importChange(before.token, { sheet: 1, included: false, column: null, field: null });
    expect(after.persons, "one sheet less").toBeLessThan(before.persons);
    const nameless = await backend.importChange(before.token, { sheet: 0, included: null, column: "B", field: "" });
    expect(nameless.sample[0]?.name, "the surname's column is left out").not.toContain(",");
  });

  test.each([
    ["empty", new Uint8Array(), "file_empty"],
    ["no sheet", new Uint8Array([1, 0, 2]), "file_not_a_sheet"],
    ["protected", new Uint8Array([0xd0, 0xcf, 0x11]), "file_protected"],
  ])("a file that is %s is refused", async (_, bytes, expected) => {
    expect(await code(backend.importPreview(bytes, "x.xlsx")), "named and refused").toBe(expected);
  });
});

describe("campaigns", () => {
  test("an outcome moves the task and can be taken back", async () => {
    const { id } = await backend.startDrill({ country: "LB" });
    const { tasks } = await backend.callList(id);
    const input = {
      campaign: id, person: tasks[0]!.person, contact: "", result: "reached", safety: "safe", needs: [], step: null, callAfter: null, consentReferral: false,
    };
    const { changeSet, task } = await backend.recordOutcome(input);
    expect(task.state, "reached and safe").toBe("safe");
    const safe = async () => (await backend.callList(id)).counts.find((one) => one.state === "safe")!.tasks;
    expect(await safe(), "counted").toBe(1);
    await backend.undo(changeSet);
    expect(await safe(), "taken back").toBe(0);
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
