// What people agreed to, and erasing, in the in-memory register. A "no" waits for an exchange, as in the real one.

import { appError, type ConsentChange, type ConsentInput, type ConsentPage, type ConsentRow, type EraseLook, type Saved } from "../index";
import { live } from "./devices";
import { forgetFixes } from "./import-memory";
import { fullName } from "./people";
import { copy, type Entry, entryOf, noteChange, type Register } from "./register";

const PURPOSES = ["hold", "buffer", "emergency", "desk", "statistics"];
const WAYS = ["spoken", "signed", "thumb_mark", "sheet"];
/** Whose card custodians can open at the buffer, as far as was exchanged. */
const open = new WeakSet<Entry>();
const told = new WeakMap<Entry, ConsentChange[]>();

function rows(entry: Entry, officer: string): ConsentRow[] {
  return PURPOSES.map((purpose) => {
    const said = entry.case.consents.find((one) => one.purpose === purpose);
    return {
      purpose,
      given: said?.given ?? null,
      disputed: false,
      at: said?.at ?? null,
      by: said?.by ?? "",
      how: said?.how ?? "",
      officer: said === undefined ? "" : officer,
    };
  });
}

const refused = (entry: Entry, purpose: string): boolean =>
  entry.case.consents.some((one) => one.purpose === purpose && !one.given);

function reach(entry: Entry): "here" | "withheld" | "open" {
  if (refused(entry, "hold") || refused(entry, "buffer")) return "here";
  return refused(entry, "emergency") ? "withheld" : "open";
}

export function consents(register: Register, id: string): ConsentPage {
  const entry = entryOf(register, id);
  const joined = register.sync.buffer !== null;
  const goes = reach(entry);
  const purposes = rows(entry, register.officer);
  const before = purposes
    .filter((row) => row.at !== null)
    .map((row) => ({ written: row.at ?? 0, row, source: "typed" }));
  return copy({
    person: id,
    name: fullName(entry.card),
    purposes,
    history: told.get(entry) ?? before,
    reach: goes,
    waits: joined && goes !== "open" && (entry.unsent || register.epochDue === "withdrawn"),
    joined,
  });
}

export function recordConsent(register: Register, input: ConsentInput, now: number): Saved {
  const entry = entryOf(register, input.person);
  if (!WAYS.includes(input.how)) throw appError("bad_input", { field: "how" });
  if (input.answers.length === 0) throw appError("bad_input", { field: "answers" });
  const by = input.by.trim().replace(/\s+/g, " ");
  if (by.length > 80) throw appError("bad_input", { field: "by" });
  if (input.answers.some((one) => !PURPOSES.includes(one.purpose))) throw appError("bad_input", { field: "purpose" });
  const before = copy(entry.case.consents);
  const history = consents(register, input.person).history;
  const answers = input.answers.map(({ purpose, given }) => ({ purpose, given, at: now, by, how: input.how }));
  const others = entry.case.consents.filter((one) => answers.every((answer) => answer.purpose !== one.purpose));
  entry.case.consents = [...others, ...answers].sort((a, b) => PURPOSES.indexOf(a.purpose) - PURPOSES.indexOf(b.purpose));
  const written = answers.map((one) => ({
    written: now,
    row: { ...one, disputed: false, officer: register.officer },
    source: "typed",
  }));
  told.set(entry, [...written, ...history]);
  return {
    id: input.person,
    changeSet: noteChange(register, entry, () => {
      entry.case.consents = before;
      told.set(entry, history);
    }),
  };
}

export function eraseLook(register: Register, id: string): EraseLook {
  const entry = entryOf(register, id);
  const filled = Object.values(entry.card).filter((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)));
  return copy({
    person: id,
    name: fullName(entry.card),
    values: filled.length,
    contacts: entry.card.contacts.length,
    attempts: register.attempts.filter((one) => one.person === id).length,
    changes: entry.history.length,
    atBuffer: register.sync.lastOk !== null,
    otherDevices: live(register).filter((one) => one.kind === "device").length - 1,
    sheet: entry.case.source?.file ?? null,
  });
}

export function erasePerson(register: Register, id: string): void {
  const entry = entryOf(register, id);
  register.entries.delete(id);
  forgetFixes(register, id);
  register.attempts = register.attempts.filter((one) => one.person !== id);
  for (const [name, change] of register.changes) if (change.entry === entry) register.changes.delete(name);
  if (register.sync.lastOk !== null) register.epochDue ??= "withdrawn";
}

/** An exchange went through: says whether somebody refused whose card custodians could open until then. */
export function withdrew(register: Register): boolean {
  let withdrawn = false;
  for (const entry of register.entries.values()) {
    const now = reach(entry) === "open" && !entry.removed;
    withdrawn ||= open.has(entry) && !now && !entry.removed;
    if (now) open.add(entry);
    else open.delete(entry);
  }
  return withdrawn;
}
