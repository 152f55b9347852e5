// What narrows a list, the figures beside each choice, the removed, the changes and the drafts of the in-memory register.

import {
  appError,
  type ChangeDetail,
  type ChangedPerson,
  type ChangePage,
  type ChangeRow,
  type Choice,
  type ConsentCount,
  type DraftInput,
  type DraftRow,
  type PeopleFacets,
  type PeopleQuery,
  type RemovedPage,
  type Saved,
  type TakenBack,
} from "../index";
import { undoImport } from "./importing";
import { fullName, match, toRow } from "./people";
import { countryName, placeName } from "./places";
import { alive, type Change, type Entry, entryOf, freshId, noteChange, type Register, undoChange } from "./register";

const HALF_YEAR = 183 * 86400;
const PURPOSES = ["hold", "buffer", "emergency", "desk", "statistics"];
const SAID = ["given", "refused", "unasked"];

export function isStale(entry: Entry, now: number): boolean {
  return entry.confirmed === null || now - entry.confirmed.at > HALF_YEAR;
}

/** In no request: none of the municipality's barangays, or none known where the register is a whole municipality's. */
export function isOutside(register: Register, { card }: Entry): boolean {
  const { place } = register.info;
  if (card.barangay === "") return place.endsWith("000");
  return card.barangay.slice(0, 7) !== place.slice(0, 7) || card.barangay.endsWith("000");
}

function hasPhone({ card }: Entry): boolean {
  return card.phones.length > 0 || card.contacts.some((contact) => contact.phones.length > 0);
}

function said(entry: Entry, purpose: string): string {
  const consent = entry.case.consents.find((one) => one.purpose === purpose);
  if (consent === undefined) return "unasked";
  return consent.given ? "given" : "refused";
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();

/** What parts of a query somebody does not meet. */
export function missed(register: Register, entry: Entry, query: PeopleQuery, now: number): string[] {
  const { card } = entry;
  const [purpose = "", answer = ""] = (query.consent ?? "").split(":");
  if (query.consent !== null && !(PURPOSES.includes(purpose) && SAID.includes(answer))) throw appError("bad_input", { field: "consent" });
  const stale = isStale(entry, now);
  const fresh: Record<string, boolean> = { fresh: !stale, stale, never: entry.confirmed === null };
  const parts: [part: string, meets: boolean][] = [
    ["country", query.country === null || (card.country || "ZZ") === query.country],
    ["barangay", query.barangay === null || card.barangay === query.barangay],
    ["purok", query.purok === null || same(card.purok, query.purok)],
    ["employer", query.employer === null || same(card.employer, query.employer)],
    ["freshness", query.freshness === null || fresh[query.freshness] === true],
    ["returned", query.returned === null || query.returned === (card.returned !== "")],
    ["consent", query.consent === null || said(entry, purpose) === answer],
    ["noPhone", !query.noPhone || !hasPhone(entry)],
    ["conflict", !query.conflict || entry.conflicts.length > 0],
    ["outside", !query.outside || isOutside(register, entry)],
  ];
  return parts.filter(([, meets]) => !meets).map(([part]) => part);
}

export function facets(register: Register, query: PeopleQuery, now: number): PeopleFacets {
  const found = alive(register).filter((entry) => query.text.trim() === "" || match(query.text, entry.card) !== null);
  const rows = found.map((entry) => ({ entry, missed: missed(register, entry, query, now) }));
  /** Those whom only the choice of this part keeps out. */
  const but = (part: string): Entry[] => rows.filter((row) => row.missed.every((one) => one === part)).map((row) => row.entry);
  const count = (part: string, is: (entry: Entry) => boolean): number => but(part).filter(is).length;
  const choices = (part: string, value: (entry: Entry) => string, name: (value: string) => string): Choice[] => {
    const counts = new Map<string, number>();
    for (const entry of but(part)) if (value(entry) !== "") counts.set(value(entry), (counts.get(value(entry)) ?? 0) + 1);
    return [...counts].map(([one, n]) => ({ value: one, name: name(one), count: n })).sort((a, b) => b.count - a.count);
  };
  const consents = PURPOSES.flatMap((purpose) =>
    SAID.map((answer): ConsentCount => ({ purpose, said: answer, count: count("consent", (entry) => said(entry, purpose) === answer) })),
  );
  return {
    total: rows.filter((row) => row.missed.length === 0).length,
    countries: choices("country", ({ card }) => card.country || "ZZ", (code) => countryName(code) ?? ""),
    barangays: choices("barangay", ({ card }) => card.barangay, (code) => placeName(code) ?? ""),
    puroks: choices("purok", ({ card }) => card.purok, (text) => text),
    employers: choices("employer", ({ card }) => card.employer, (text) => text),
    fresh: count("freshness", (entry) => !isStale(entry, now)),
    stale: count("freshness", (entry) => isStale(entry, now)),
    never: count("freshness", (entry) => entry.confirmed === null),
    returned: count("returned", ({ card: { returned } }) => returned !== ""),
    abroad: count("returned", ({ card: { returned } }) => returned === ""),
    consents: consents.filter((one) => one.count > 0),
    noPhone: count("noPhone", (entry) => !hasPhone(entry)),
    conflicts: count("conflict", (entry) => entry.conflicts.length > 0),
    outside: count("outside", (entry) => isOutside(register, entry)),
    removed: register.entries.size - alive(register).length,
  };
}

/** The last change that removed somebody. */
function removal(register: Register, entry: Entry): Change | undefined {
  return [...register.changes.values()].reverse().find((change) => change.entry === entry && change.fields.includes("removed"));
}

export function removedPeople(register: Register, offset: number, limit: number): RemovedPage {
  const gone = [...register.entries.values()].filter((entry) => entry.removed);
  const at = (entry: Entry): number => removal(register, entry)?.at ?? 0;
  const rows = gone.sort((a, b) => at(b) - at(a)).slice(offset, offset + limit).map((entry) => {
    const { id, name, barangayName, country, countryName: land } = toRow(entry);
    const change = removal(register, entry);
    return { id, name, barangayName, country, countryName: land, removedAt: change?.at ?? null, source: change?.kind ?? null };
  });
  return { total: gone.length, rows };
}

export function restorePerson(register: Register, id: string): Saved {
  const entry = register.entries.get(id);
  if (entry === undefined) throw appError("not_found");
  if (!entry.removed) return { id, changeSet: null };
  entry.removed = false;
  return { id, changeSet: noteChange(register, entry, () => (entry.removed = true), { kind: "typed", fields: ["removed"] }) };
}

function rowOf(register: Register, id: string, change: Change): ChangeRow {
  const { entry } = change;
  return {
    id, at: change.at, kind: change.kind, detail: register.officer, devices: [], persons: entry === null ? 0 : 1,
    names: entry === null ? [] : [fullName(entry.card)], blocked: change.undone ? "undone" : null,
  };
}

/** Everything that changed something, oldest first: what was typed, and imports. */
function log(register: Register): ChangeRow[] {
  const typed = [...register.changes].filter(([, change]) => change.entry !== null).map(([id, change]) => rowOf(register, id, change));
  const imports = register.imports.map((one): ChangeRow => {
    const brought = [...register.entries.values()].filter((entry) => entry.importId === one.id);
    return {
      id: `import:${one.id}`, at: one.at, kind: "import", detail: one.files.join(", "), devices: [], persons: one.persons,
      names: brought.slice(0, 3).map((entry) => fullName(entry.card)), blocked: one.undone ? "undone" : null,
    };
  });
  return [...typed, ...imports].sort((a, b) => a.at - b.at);
}

export function changes(register: Register, before: string | null, limit: number): ChangePage {
  const all = log(register).reverse();
  const from = before === null ? 0 : all.findIndex((row) => row.id === before) + 1;
  return { rows: all.slice(from, from + limit), more: all.length > from + limit };
}

export function change(register: Register, id: string): ChangeDetail {
  const row = log(register).find((one) => one.id === id);
  if (row === undefined) throw appError("not_found");
  const found = register.changes.get(id);
  if (found?.entry == null) {
    const brought = [...register.entries.values()].filter((entry) => `import:${entry.importId}` === id);
    const people = brought.map((entry) => person(entry, true, Object.keys(entry.card), []));
    const removes = row.blocked === null ? brought.filter((entry) => !entry.removed).length : 0;
    return { row, people: people.slice(0, 100), restores: 0, removes, keeps: 0, blocked: row.blocked ?? (removes === 0 ? "nothing_left" : null) };
  }
  const since = !found.undone && found.entry.version !== found.version;
  const able = !found.undone && !since;
  const fields = found.fields;
  return {
    row,
    people: [person(found.entry, found.added === true, fields, since ? fields : [])],
    restores: able && found.added !== true ? Math.max(1, fields.length) : 0,
    removes: able && found.added === true ? 1 : 0,
    keeps: since ? Math.max(1, fields.length) : 0,
    blocked: row.blocked ?? (since ? "changed_since" : null),
  };
}

function person(entry: Entry, added: boolean, fields: string[], kept: string[]): ChangedPerson {
  return { id: entry.card.id, name: fullName(entry.card), added, removed: entry.removed, fields: fields.filter((field) => field !== "id"), kept };
}

export function takeBack(register: Register, id: string): TakenBack {
  const { blocked, restores, removes, keeps } = change(register, id);
  if (blocked !== null) throw appError("cannot_undo", { detail: blocked });
  if (id.startsWith("import:")) return { changeSet: null, restored: 0, removed: undoImport(register, id.slice("import:".length)), kept: 0 };
  undoChange(register, id);
  return { changeSet: [...register.changes.keys()].at(-1)!, restored: restores, removed: removes, kept: keeps };
}

export function keepDraft(register: Register, { id, card, base }: DraftInput, now: number): DraftRow {
  if (card.id !== "") entryOf(register, card.id);
  const person = card.id === "" ? null : card.id;
  const row = { id: id || freshId(register, "draft"), person, name: [card.surname, card.given].filter(Boolean).join(", "), at: now };
  register.drafts = register.drafts.filter((draft) => draft.row.id !== row.id && (person === null || draft.row.person !== person));
  register.drafts.push({ row, card, base });
  return row;
}

export function dropDraft(register: Register, id: string): void {
  register.drafts = register.drafts.filter((draft) => draft.row.id !== id);
}
