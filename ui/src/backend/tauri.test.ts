import { clearMocks, mockIPC } from "@tauri-apps/api/mocks";
import { afterEach, expect, test } from "vitest";
import { appError, chooseBackend, type PersonInput } from "./index";
import { everybody } from "./query";
import { tauriBackend } from "./tauri";

afterEach(() => {
  clearMocks();
  delete (window as { __TAURI_INTERNALS__?: unknown }).__TAURI_INTERNALS__;
});

/** Commands and arguments as they reach the window. */
function listen(answer: (command: string) => unknown = () => null) {
  const seen: [string, unknown][] = [];
  mockIPC((command, args) => {
    seen.push([command, args]);
    return answer(command);
  });
  return seen;
}

const person = { id: "p", surname: "Peña" } as PersonInput;

test("every use case is a command of its own name with its own arguments", async () => {
  const seen = listen();
  const backend = tauriBackend();
  await backend.status();
  await backend.createRegister({ place: "1", label: "", officer: "", passphrase: "x" });
  await backend.createDemoRegister("x");
  await backend.unlock("r", "x");
  await backend.lock();
  await backend.suggestPassphrase();
  await backend.touch();
  await backend.home();
  await backend.searchPlaces("di", 8);
  await backend.countries();
  await backend.people(everybody());
  await backend.person("p");
  await backend.savePerson(person);
  await backend.lookAlikes(person);
  await backend.warmLookAlikes();
  await backend.removePerson("p");
  await backend.undo("c");
  await backend.checkPhone("0917", "PH");
  await backend.confirmPerson("p", "Edna");
  await backend.savePerson(person, "d");
  await backend.peopleFacets(everybody());
  await backend.removedPeople(0, 50);
  await backend.restorePerson("p");
  await backend.changes("7", 50);
  await backend.change("7");
  await backend.takeBack("7");
  await backend.keepDraft({ id: "", card: person, base: person });
  await backend.drafts();
  await backend.draft("d");
  await backend.dropDraft("d");
  await backend.warmSearch();
  await backend.preferences();
  await backend.keepPreferences({ language: "ceb", theme: "dark", singleKeys: false });
  await backend.importSample();
  await backend.importUpdate("t", true);
  await backend.importCancel("t");
  await backend.imports();
  await backend.importUndo("i");
  const fix = { file: "a.csv", sheet: "a", row: 2, column: "B", now: "1990" };
  await backend.importFix("t", fix);
  await backend.importLater();
  await backend.importLaterDone("i/0", true);
  await backend.syncState();
  const join = { buffer: "b", words: "w", fingerprint: "" };
  await backend.joinFederation(join);
  await backend.campaigns();
  await backend.startDrill({ country: "LB", level: 2 });
  const calls = { campaign: "c", offset: 0, limit: 100, person: "" };
  await backend.callList(calls);
  const outcome = {
    campaign: "c", person: "p", contact: "", result: "reached", safety: "safe", needs: [], step: null, callAfter: null, consentReferral: false,
  };
  await backend.recordOutcome(outcome);
  await backend.pairingStart();
  await backend.pairingLook();
  await backend.pairingConfirm("phone");
  await backend.pairingStop();
  const guest = { passphrase: "x", officer: "", code: "c", buffer: "", words: "" };
  await backend.pairingJoin(guest);
  await backend.pairingWait();
  await backend.pairingOffer(guest);
  await backend.deviceWords("card");
  await backend.confirmDevice("card", "phone");
  await backend.welcomeWords("welcome");
  await backend.finishDevice("welcome", "six");
  await backend.joinByCode("code");
  await backend.sheetBegin();
  await backend.sheetCheck("words");
  await backend.sheetStop();
  await backend.sheetTest("words");
  await backend.sheetUses();
  const sheet = { words: "w", buffer: "b", certificate: "", passphrase: "x", officer: "" };
  await backend.restoreLook(sheet);
  await backend.restoreTake("new laptop");
  await backend.restoreOffer();
  await backend.restoreRelease();
  await backend.leaveState();
  await backend.leave(true);
  await backend.catalogue("fil");
  expect(seen, "the names and arguments are the contract with the window").toEqual([
    ["status", {}],
    ["create_register", { input: { place: "1", label: "", officer: "", passphrase: "x" } }],
    ["create_demo_register", { passphrase: "x" }],
    ["unlock", { register: "r", passphrase: "x" }],
    ["lock", {}],
    ["suggest_passphrase", {}],
    ["touch", {}],
    ["home", {}],
    ["search_places", { text: "di", limit: 8 }],
    ["countries", {}],
    ["people", { query: everybody() }],
    ["person", { id: "p" }],
    ["save_person", { input: person, draft: null }],
    ["look_alikes", { input: person }],
    ["warm_look_alikes", {}],
    ["remove_person", { id: "p" }],
    ["undo", { changeSet: "c" }],
    ["check_phone", { text: "0917", country: "PH" }],
    ["confirm_person", { id: "p", from: "Edna" }],
    ["save_person", { input: person, draft: "d" }],
    ["people_facets", { query: everybody() }],
    ["removed_people", { offset: 0, limit: 50 }],
    ["restore_person", { id: "p" }],
    ["changes", { before: "7", limit: 50 }],
    ["change", { id: "7" }],
    ["take_back", { id: "7" }],
    ["keep_draft", { input: { id: "", card: person, base: person } }],
    ["drafts", {}],
    ["draft", { id: "d" }],
    ["drop_draft", { id: "d" }],
    ["warm_search", {}],
    ["preferences", {}],
    ["keep_preferences", { input: { language: "ceb", theme: "dark", singleKeys: false } }],
    ["import_sample", {}],
    ["import_update", { token: "t", update: true }],
    ["import_cancel", { token: "t" }],
    ["imports", {}],
    ["import_undo", { importId: "i" }],
    ["import_fix", { token: "t", fix }],
    ["import_later", {}],
    ["import_later_done", { id: "i/0", done: true }],
    ["sync_state", {}],
    ["join_federation", { input: { buffer: "b", words: "w", fingerprint: "" } }],
    ["campaigns", {}],
    ["start_drill", { input: { country: "LB", level: 2 } }],
    ["call_list", { query: calls }],
    ["record_outcome", { input: outcome }],
    ["pairing_start", {}],
    ["pairing_look", {}],
    ["pairing_confirm", { label: "phone" }],
    ["pairing_stop", {}],
    ["pairing_join", { input: guest }],
    ["pairing_wait", {}],
    ["pairing_offer", { input: guest }],
    ["device_words", { card: "card" }],
    ["confirm_device", { card: "card", label: "phone" }],
    ["welcome_words", { welcome: "welcome" }],
    ["finish_device", { welcome: "welcome", six: "six" }],
    ["join_by_code", { code: "code" }],
    ["sheet_begin", {}],
    ["sheet_check", { typed: "words" }],
    ["sheet_stop", {}],
    ["sheet_test", { typed: "words" }],
    ["sheet_uses", {}],
    ["restore_look", { input: sheet }],
    ["restore_take", { label: "new laptop" }],
    ["restore_offer", {}],
    ["restore_release", {}],
    ["leave_state", {}],
    ["leave", { anyway: true }],
    ["catalogue", { language: "fil" }],
  ]);
});

test("a file travels as raw bytes", async () => {
  const seen = listen();
  const bytes = new Uint8Array([1, 2, 3]);
  await tauriBackend().importPreview(bytes, "Peña.xlsx", () => {});
  await tauriBackend().importStop();
  expect(seen, "not as a list of numbers in JSON").toEqual([["import_preview", bytes], ["import_stop", {}]]);
});

test("progress comes through a channel of that name", async () => {
  const seen = listen();
  await tauriBackend().importCommit("t", () => {});
  await tauriBackend().syncNow(() => {});
  for (const [, args] of seen) expect(Object.keys(args as object), "the window looks for it by name").toContain("onProgress");
});

test("an error keeps its code; anything else is a fault", async () => {
  mockIPC((command) => {
    throw command === "home" ? appError("disk", { file: "x" }) : new Error("boom");
  });
  await expect(tauriBackend().home(), "the code is what the words hang on").rejects.toMatchObject({ code: "disk", file: "x" });
  await expect(tauriBackend().lock(), "never a raw message on the screen").rejects.toEqual(appError("internal"));
});

test("outside of the window there is no backend, and none is invented", async () => {
  expect(await chooseBackend(), "a page that seems to save would be worse than none").toBeNull();
});

test("inside the window the window's backend is chosen", async () => {
  const seen = listen();
  await (await chooseBackend())!.lock();
  expect(seen, "it asks the window").toEqual([["lock", {}]]);
});
