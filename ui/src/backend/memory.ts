// The whole backend in memory, with the real one's behaviour as far as the interface can tell: for unit tests, browser
// tests and development. Built in only on purpose (see `chooseBackend`); nothing in it is secret and nothing is kept.

import { appError, type Backend, type CreateRegister, type Home, type OnProgress, type Preferences, type SavedFile, type SessionInfo } from "./index";
import { custodyBackend, type CustodyOptions } from "./memory/custody";
import { catalogue } from "./memory/catalogues";
import { callList, campaigns, recordOutcome, startDrill } from "./memory/campaign";
import { addReader, deviceList, live, revokeDevice } from "./memory/devices";
import { laterList, tickLater } from "./memory/import-memory";
import { changePreview, commit, fixCell, type Preview, showPreview, startPreview, undoImport } from "./memory/importing";
import { directories } from "./memory/directory";
import { lines } from "./memory/line";
import { meetings } from "./memory/meeting";
import {
  duplicates, lookForDuplicates, mergedFrom, mergeLook, mergePersons, notSame, openPairs, partPersons, standsFor, stopDuplicates,
} from "./memory/linkage";
import { exportChoices, exportList, exportLook, saveExport, writeDown } from "./memory/exports";
import { dice, inventPeople, writtenTwice } from "./memory/invented";
import { change, changes, dropDraft, facets, isOutside, isStale, keepDraft, removedPeople, restorePerson, takeBack } from "./memory/lists";
import { findPeople, forget } from "./memory/finding";
import { confirmPerson, lookAlikes, personDetail, removePerson, savePerson } from "./memory/people";
import { checkPhone } from "./memory/phones";
import { COUNTRIES, countryName, PLACES, placePath, searchPlaces } from "./memory/places";
import { type Meeting, meetingCode, cardText, readText, BUFFER, SIX_OF_DEVICE, SIX_OF_WELCOME } from "./memory/pairing";
import { consents, eraseLook, erasePerson, recordConsent } from "./memory/rights";
import { cardsBack, lookAtSheet, sheetPage, testWords, wrongWords } from "./memory/recovery";
import { alive, copy, entryOf, freshId, newEntry, newRegister, type Register, undoChange } from "./memory/register";
import { outside, staged } from "./memory/staged";
import { pastPeople, retention, setRetention } from "./memory/retention";
import { type Sheet, readFile, sampleWorkbook } from "./memory/sheets";
import { join, joinByCode, syncNow, syncState } from "./memory/syncing";

export interface MemoryOptions {
  /** Unix seconds; the clock of the machine when left out. */
  now?: () => number;
  /** Waits between steps of long work; nothing when left out. */
  pause?: () => Promise<void>;
  /** People of the demo register. */
  people?: number;
  /** A custodian organisation that has gone its way in. */
  custodian?: CustodyOptions["ready"];
}

const WORDS = [
  "bangka", "ilog", "kawayan", "tulay", "palay", "ulap", "parola", "sampaguita", "balon", "duyan", "mangga", "habagat",
  "kalesa", "bituin", "tabak", "sinag", "bundok", "alon", "bayong", "lampara",
];
const MIN_PASSPHRASE = 12;
const DAY = 86400;

export function memoryBackend(options: MemoryOptions = {}): Backend {
  const now = options.now ?? (() => Math.floor(Date.now() / 1000));
  const pause = options.pause ?? (() => Promise.resolve());
  const registers: Register[] = [];
  const previews = new Map<string, Preview>();
  const roll = dice(now());
  let open: Register | null = null;
  let preferences: Preferences = { language: null, theme: "system", singleKeys: true };
  let meeting: Meeting | null = null;

  const here = (): Register => {
    if (open === null) throw appError("locked");
    return open;
  };
  const preview = (token: string): Preview => {
    const found = previews.get(token);
    if (found === undefined) throw appError("not_found");
    return found;
  };
  const session = (register: Register): SessionInfo => ({ ...register.info, persons: alive(register).length });
  let reading = { stopped: false };
  /** Reads row by row; a later reading stops an earlier one. */
  const readInSteps = async (bytes: Uint8Array, name: string, report: OnProgress) => {
    reading.stopped = true;
    const mine = (reading = { stopped: false });
    const register = here();
    const sheets = readFile(bytes, name);
    const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
    for (let done = 0; done <= rows; done += 20) {
      report({ step: "reading", done, total: 0 });
      await pause();
      if (mine.stopped) throw appError("cancelled");
    }
    if (open !== register) throw appError("locked");
    return copy(begin(sheets));
  };
  const begin = (sheets: Sheet[]) => {
    const one = startPreview(here(), freshId(here(), "preview"), sheets);
    previews.set(one.token, one);
    return showPreview(here(), one);
  };

  function create(input: CreateRegister, demo: boolean): Register {
    if (input.passphrase.length < MIN_PASSPHRASE) throw appError("weak_passphrase", { field: "passphrase" });
    const path = placePath(input.place);
    if (path === null) throw appError("bad_input", { field: "place" });
    const id = `${input.place}-${registers.length + 1}`;
    const info = { id, label: input.label || path, place: input.place, placeName: path, demo, autoLockAfter: 900 };
    const register = newRegister(info, input.passphrase, input.officer || "Officer", now);
    addReader(register, "first device", "device", now()).thisDevice = true;
    registers.push(register);
    return register;
  }

  function fillDemo(register: Register): void {
    const people = inventPeople(options.people ?? 64, "demo-");
    // Two of them stand there twice.
    for (const at of [40, 42]) {
      if (people[at + 1] !== undefined) [people[at], people[at + 1]] = writtenTwice(people[at]!, people[at + 1]!.id);
    }
    for (const [index, card] of people.entries()) {
      const entry = newEntry(card);
      if (index % 3 === 0) entry.confirmed = { at: now() - index * 6 * DAY, by: register.officer, from: card.contacts[0]?.name ?? "" };
      if (index % 23 === 4) entry.conflicts = [{ field: "phones", others: ["+971 50 123 4567"] }, { field: "country", others: ["QA"] }];
      // Of some nobody wrote down where they live.
      if (index % 21 === 9) entry.card.barangay = "";
      entry.case.civilStatus = index % 2 === 0 ? "Married" : "Single";
      entry.case.yearDeparted = 2015 + (index % 10);
      entry.case.source = { file: "cuenca-ofw-masterlist.xlsx", sheet: "DITA", row: 10 + index };
      entry.case.consents = [
        { purpose: "hold", given: true, at: now() - 400 * DAY, by: register.officer, how: "signed" },
        { purpose: "emergency", given: index % 7 !== 0, at: now() - 400 * DAY, by: register.officer, how: "spoken" },
      ];
      register.entries.set(card.id, entry);
    }
  }

  function home(register: Register): Home {
    const people = alive(register);
    const counts = new Map<string, number>();
    for (const entry of people) {
      const country = entry.card.country || "ZZ";
      counts.set(country, (counts.get(country) ?? 0) + 1);
    }
    return {
      persons: people.length,
      withoutContact: people.filter((e) => !e.card.contacts.some((c) => c.phones.some((p) => p.e164 !== null))).length,
      stale: people.filter((entry) => isStale(entry, now())).length,
      conflicts: people.filter((entry) => entry.conflicts.length > 0).length,
      duplicates: openPairs(register),
      importLater: laterList(register).open,
      outside: people.filter((entry) => isOutside(register, entry)).length,
      unsent: syncState(register).unsent,
      openCampaigns: campaigns(register).filter((one) => one.done < one.inScope && (one.origin !== "drill" || one.closesAt > now())),
      destinations: [...counts]
        .map(([country, persons]) => ({ country, name: countryName(country) ?? "Unknown", persons }))
        .sort((a, b) => b.persons - a.persons || a.name.localeCompare(b.name)),
    };
  }

  /** A register that is to become one that exists elsewhere. */
  function blank(passphrase: string): void {
    open = create({ place: PLACES[0]!.code, label: "Cuenca", officer: "", passphrase }, false);
  }
  function met(): Meeting {
    if (meeting === null) throw appError("refused", { detail: "no_meeting" });
    return meeting;
  }
  /** The other device's people arrive with the first exchange; here they are there at once. */
  function welcomed(register: Register, label: string): SessionInfo {
    fillDemo(register);
    for (const one of register.readers) one.thisDevice = false;
    addReader(register, label, "device", now()).thisDevice = true;
    Object.assign(register.sync, { buffer: register.sync.buffer ?? BUFFER, federation: "Cuenca OFW Federation" });
    return session(register);
  }

  // Every answer is a copy: what the interface does to it must not change the register.
  let sheetShown = false;
  let cardsAsked = 0;
  const names = new Map<string, number>();
  /** As the window names files: the kind, and a number from the second on. */
  const savedSheet = (kind: string): SavedFile => {
    const number = (names.get(kind) ?? 0) + 1;
    names.set(kind, number);
    return { name: number === 1 ? `ugnay-${kind}.pdf` : `ugnay-${kind}-${number}.pdf`, folder: "Documents/Ugnay" };
  };
  const { close: closeCustody, opened: openCustody, ...custody } = custodyBackend({ now, pause, closeRegister: () => (open = null), ready: options.custodian });
  const enter = (register: Register): SessionInfo => {
    closeCustody();
    return session((open = register));
  };
  const answer = async <T>(work: () => T): Promise<T> => {
    const { value } = copy({ value: work() });
    if (open !== null) forget(open);
    return value;
  };
  const quiet = async (work: () => void): Promise<void> => void (await answer(work));

  return {
    ...custody,
    ...directories(here, now, answer, savedSheet),
    ...lines(() => open ?? openCustody()),
    ...meetings(here, now, answer),
    status: () =>
      answer(() => ({
        registers: registers.map(({ info }) => ({ id: info.id, label: info.label, demo: info.demo })),
        session: open === null ? null : session(open),
        version: "0.1.0",
      })),
    createRegister: (input) => answer(() => enter(create(input, false))),
    createDemoRegister: (passphrase) =>
      answer(() => {
        const place = PLACES[0]!.code;
        const register = create({ place, label: "Cuenca", officer: "Officer of the demo", passphrase }, true);
        fillDemo(register);
        return enter(register);
      }),
    unlock: (id, passphrase) =>
      answer(() => {
        const register = registers.find((one) => one.info.id === id);
        if (register === undefined) throw appError("not_found");
        if (register.passphrase !== passphrase) throw appError("wrong_passphrase");
        return enter(register);
      }),
    lock: () => quiet(() => { open = null; previews.clear(); }),
    suggestPassphrase: () => answer(() => Array.from({ length: 5 }, () => WORDS[roll(WORDS.length)]!).join(" ")),
    touch: () => answer(() => open !== null),

    home: () => answer(() => home(here())),
    searchPlaces: (text, limit) => answer(() => searchPlaces(text, limit)),
    countries: () => answer(() => COUNTRIES),

    people: async (query) => copy(await findPeople(here(), query, now)),
    person: (id) =>
      answer(() => {
        const at = standsFor(here(), id);
        return { ...personDetail(here(), at), merged: mergedFrom(here(), at) };
      }),
    savePerson: (input, draft = null) =>
      answer(() => {
        const saved = savePerson(here(), input, now());
        if (draft !== null) dropDraft(here(), draft);
        return saved;
      }),
    lookAlikes: (input) => answer(() => ({ found: lookAlikes(here(), input), complete: true })),
    warmLookAlikes: () => answer(() => here() !== null),
    removePerson: (id) => answer(() => removePerson(here(), id)),
    undo: (changeSet) => quiet(() => undoChange(here(), changeSet)),
    checkPhone: (text) => answer(() => checkPhone(text)),
    confirmPerson: (id, from) => answer(() => confirmPerson(here(), id, from, now())),

    consents: (id) => answer(() => consents(here(), id)),
    recordConsent: (input) => answer(() => recordConsent(here(), input, now())),
    eraseLook: (id) => answer(() => eraseLook(here(), id)),
    erasePerson: (id) => quiet(() => erasePerson(here(), id)),

    exports: (limit) => answer(() => exportList(here(), limit)),
    exportChoices: () => answer(exportChoices),
    exportLook: (input) => answer(() => exportLook(here(), input, now())),
    saveExport: (input) => answer(() => ({ ...saveExport(here(), copy(input), now()), file: { ...savedSheet("list"), name: `ugnay-list.${input.format}` } })),
    retention: () => answer(() => retention(here(), now())),
    setRetention: (input) => answer(() => setRetention(here(), input, now())),
    pastPeople: (limit) => answer(() => pastPeople(here(), limit, now())),
    saveAccessCopy: (person) =>
      answer(() => {
        entryOf(here(), person);
        writeDown(here(), { kind: "access_pdf", purpose: "access", fields: ["everything"] });
        return savedSheet("copy");
      }),

    peopleFacets: (query) => answer(() => facets(here(), query, now())),
    removedPeople: (offset, limit) => answer(() => removedPeople(here(), offset, limit)),
    restorePerson: (id) => answer(() => restorePerson(here(), id)),
    changes: (before, limit) => answer(() => changes(here(), before, limit)),
    change: (id) => answer(() => change(here(), id)),
    takeBack: (id) => answer(() => takeBack(here(), id)),
    keepDraft: (input) => answer(() => keepDraft(here(), copy(input), now())),
    drafts: () => answer(() => [...here().drafts].reverse().map((draft) => draft.row)),
    draft: (id) =>
      answer(() => {
        const found = here().drafts.find((draft) => draft.row.id === id);
        if (found === undefined) throw appError("not_found");
        return found;
      }),
    dropDraft: (id) => quiet(() => dropDraft(here(), id)),
    warmSearch: () => answer(() => here() !== null),
    preferences: () => answer(() => preferences),
    keepPreferences: (input) => answer(() => (preferences = copy(input))),
    catalogue: (language) => answer(() => catalogue(language)),

    importPreview: readInSteps,
    importStop: () => quiet(() => (reading.stopped = true)),
    importSample: () => answer(() => begin(sampleWorkbook())),
    importChange: (token, change, report) =>
      answer(() => {
        changePreview(preview(token), change);
        report({ step: "understanding", done: 0, total: 0 });
        return showPreview(here(), preview(token));
      }),
    importUpdate: (token, update) =>
      answer(() => {
        preview(token).update = update;
        return showPreview(here(), preview(token));
      }),
    importCommit: async (token, report) => {
      const result = await commit(here(), preview(token), now(), report, pause);
      previews.delete(token);
      return result;
    },
    importCancel: (token) =>
      quiet(() => {
        const one = previews.get(token);
        if (one !== undefined) one.cancelled = true;
        previews.delete(token);
      }),
    imports: () => answer(() => here().imports),
    importUndo: (importId) => answer(() => undoImport(here(), importId)),
    importFix: (token, fix) =>
      answer(() => {
        fixCell(preview(token), fix);
        return showPreview(here(), preview(token));
      }),
    importLater: () => answer(() => laterList(here())),
    importLaterDone: (id, done) => answer(() => tickLater(here(), id, done)),

    duplicates: () => answer(() => duplicates(here())),
    lookForDuplicates: (report) => lookForDuplicates(here(), now(), report, pause),
    stopDuplicates: () => quiet(() => stopDuplicates(here())),
    mergeLook: (a, b) => answer(() => mergeLook(here(), a, b)),
    mergePersons: (input) => answer(() => mergePersons(here(), input, now())),
    partPersons: (kept, absorbed) => answer(() => partPersons(here(), kept, absorbed)),
    notSame: (a, b) => answer(() => notSame(here(), a, b)),

    syncState: () => answer(() => syncState(here())),
    joinFederation: (input) => answer(() => join(here(), input)),
    syncNow: async (report) => copy(await syncNow(here(), now(), report, pause)),

    campaigns: () => answer(() => campaigns(here())),
    startDrill: (input) => answer(() => startDrill(here(), input, now())),
    callList: (query) => answer(() => callList(here(), query)),
    recordOutcome: (input) => answer(() => recordOutcome(here(), input, now())),

    pairingStart: () =>
      answer(() => {
        const { buffer } = here().sync;
        if (buffer === null) throw appError("no_buffer");
        meeting = { asked: 0, guest: false };
        return meetingCode(buffer);
      }),
    pairingLook: () =>
      answer(() => {
        met().asked += 1;
        // The other device comes while the second question is asked.
        return { six: met().asked > 1 ? SIX_OF_DEVICE : null };
      }),
    pairingConfirm: (label) =>
      answer(() => {
        if (met().asked < 2) throw appError("refused", { detail: "nobody_came" });
        meeting = null;
        addReader(here(), label, "device", now());
        return syncState(here());
      }),
    pairingStop: () =>
      quiet(() => {
        if (meeting?.guest) {
          registers.splice(registers.indexOf(here()), 1);
          open = null;
        }
        meeting = null;
      }),
    pairingJoin: (input) =>
      answer(() => {
        if (input.code === "" && input.words.trim().split(/\s+/).length !== 12) throw appError("bad_input", { field: "words" });
        if (input.code !== "") readText("pair", input.code);
        blank(input.passphrase);
        meeting = { asked: 0, guest: true };
        return { six: SIX_OF_DEVICE };
      }),
    pairingWait: () =>
      answer(() => {
        met().asked += 1;
        if (met().asked < 3) return null;
        meeting = null;
        return welcomed(here(), "phone of the hall");
      }),
    pairingOffer: (input) =>
      answer(() => {
        blank(input.passphrase);
        meeting = { asked: 0, guest: true };
        return { text: cardText("card"), six: SIX_OF_DEVICE };
      }),
    deviceWords: (card) => answer(() => (readText("card", card), SIX_OF_DEVICE)),
    confirmDevice: (card, label) =>
      answer(() => {
        readText("card", card);
        if (here().sync.buffer === null) throw appError("no_buffer");
        addReader(here(), label, "device", now());
        return { text: cardText("welcome"), six: SIX_OF_WELCOME };
      }),
    welcomeWords: (welcome) => answer(() => (readText("welcome", welcome), SIX_OF_WELCOME)),
    finishDevice: (welcome, six) =>
      answer(() => {
        readText("welcome", welcome);
        if (six !== SIX_OF_WELCOME) throw appError("refused", { detail: "fingerprint" });
        meeting = null;
        return welcomed(here(), "phone of the hall");
      }),
    joinByCode: (code) => answer(() => joinByCode(here(), code)),

    sheetBegin: () =>
      answer(() => {
        const page = sheetPage(here().sync.buffer);
        sheetShown = true;
        return page;
      }),
    sheetCheck: (typed) =>
      answer(() => {
        const wrong = wrongWords(typed);
        if (wrong.length === 0) {
          addReader(here(), "", "sheet", now());
          sheetShown = false;
        }
        return { wrong, works: wrong.length === 0 };
      }),
    sheetStop: () =>
      quiet(() => {
        here();
        sheetShown = false;
      }),
    saveRecoverySheet: () =>
      answer(() => {
        here();
        if (!sheetShown) throw appError("refused", { detail: "no_sheet" });
        return savedSheet("sheet");
      }),
    saveKeySheet: (key) =>
      answer(() => {
        if (key.words.length !== 24) throw appError("bad_input", { field: "words" });
        return savedSheet("sheet");
      }),
    saveMeetingSheet: () => answer(() => (writeDown(here(), { kind: "sheet_meeting", persons: alive(here()).length }), savedSheet("meeting"))),
    saveCallSheet: () => answer(() => (writeDown(here(), { kind: "sheet_calls" }), savedSheet("calls"))),
    sheetTest: (typed) => answer(() => ({ wrong: [], works: testWords(typed) })),
    sheetUses: () => answer(() => (here().restored === undefined ? [] : [here().restored!])),
    restoreLook: (input) =>
      answer(() => {
        const found = lookAtSheet(input, now());
        blank(input.passphrase);
        meeting = { asked: 0, guest: true };
        return found;
      }),
    restoreTake: (device) =>
      answer(() => {
        meeting = null;
        const info = welcomed(here(), device);
        here().restored = { device, at: now(), thisDevice: true };
        return info;
      }),
    restoreOffer: () =>
      answer(() => {
        here();
        cardsAsked = 0;
        return { device: "5f3a9c21".repeat(8), six: "amber bridge candle dolphin ember forest" };
      }),
    restoreRelease: () => answer(() => cardsBack(here(), cardsAsked++)),
    devices: () => answer(() => deviceList(here())),
    revokeDevice: (id) => answer(() => revokeDevice(here(), id, now())),
    leaveState: () =>
      answer(() => ({ otherReaders: live(here()).length - 1, unsent: syncState(here()).unsent })),
    leave: (anyway) =>
      quiet(() => {
        if (!anyway && live(here()).length < 2) throw appError("refused", { detail: "last_reader" });
        if (!anyway && syncState(here()).unsent > 0) throw appError("refused", { detail: "unsent" });
        registers.splice(registers.indexOf(here()), 1);
        open = null;
      }),
  };
}

/**
 * The in-memory backend with its options from the page's address: `?people=100000` for a large demo register,
 * `?custodian=WORDS` for a custodian organisation with that passphrase, `&demo=1` under a policy marked as a demonstration;
 * `?outside` for a page without any backend.
 */
export function memoryBackendFromAddress(): Backend | null {
  const address = new URLSearchParams(window.location.search);
  if (address.has("outside")) return outside();
  const people = Number(address.get("people") ?? "64");
  const passphrase = address.get("custodian");
  const custodian = passphrase === null ? undefined : { passphrase, demo: address.has("demo") };
  return staged(memoryBackend({ people, custodian, pause: () => new Promise((next) => setTimeout(next, 30)) }));
}
