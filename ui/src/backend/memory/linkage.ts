// Pairs of one person in the in-memory register: found, side by side, merged, taken apart, known to be two. The rules are
// the real ones as far as a screen can tell; how alike two entries are is told by simpler means.

import {
  appError,
  type ContactDto,
  type DuplicateList,
  type DuplicatePair,
  type MergeConsent,
  type MergeDone,
  type MergeField,
  type MergeInput,
  type MergeLook,
  type MergedFrom,
  type OnProgress,
  type PartDone,
  type PersonInput,
  type Saved,
  type Why,
} from "../index";
import { alike, fullName } from "./people";
import { fold, placePath } from "./places";
import { alive, copy, type Entry, entryOf, noteChange, type Register } from "./register";

interface Merged {
  kept: string;
  absorbed: string;
  at: number;
  by: string;
  before: Entry;
  wrote: PersonInput;
}

interface Known {
  found: DuplicatePair[] | null;
  at: number | null;
  /** The register's next id when it was compared: higher ids are later writes. */
  version: number;
  apart: Set<string>;
  merged: Merged[];
}

const KNOWN = new WeakMap<Register, Known>();
const THRESHOLD = 0.8;
const FIELDS: [field: string, key: keyof PersonInput][] = [
  ["surname", "surname"], ["given", "given"], ["middle", "middle"], ["suffix", "suffix"], ["nickname", "nickname"],
  ["birth", "birth"], ["sex", "sex"], ["barangay", "barangay"], ["purok", "purok"], ["country", "country"], ["place", "place"],
  ["occupation", "occupation"], ["employer", "employer"], ["worksite", "worksite"], ["phones", "phones"], ["emails", "emails"],
  ["handles", "handles"], ["language", "language"], ["emergency_note", "emergencyNote"],
];
const NAMES = ["surname", "given", "middle"];
const TEXTS = [...NAMES, "suffix", "nickname", "purok", "place", "occupation", "employer", "worksite", "language"];
const LISTS = ["phones", "emails", "handles", "emergency_note"];

function known(register: Register): Known {
  const one = KNOWN.get(register) ?? { found: null, at: null, version: 0, apart: new Set(), merged: [] };
  KNOWN.set(register, one);
  return one;
}

const pairKey = (a: string, b: string): string => [a, b].sort().join(" ");
const stands = (register: Register, id: string): boolean => register.entries.get(id)?.removed === false;

/** The entry that stands for a person now. */
export function standsFor(register: Register, id: string): string {
  const into = known(register).merged.find((one) => one.absorbed === id && !stands(register, id));
  return into === undefined ? id : standsFor(register, into.kept);
}

function open(register: Register): DuplicatePair[] {
  const { found, apart } = known(register);
  return (found ?? []).filter(({ a, b }) => stands(register, a.id) && stands(register, b.id) && !apart.has(pairKey(a.id, b.id)));
}

export const openPairs = (register: Register): number => open(register).length;

export function duplicates(register: Register): DuplicateList {
  const { at, version } = known(register);
  const pairs = open(register);
  return copy({ pairs: pairs.slice(0, 200), total: pairs.length, lookedAt: at, stale: at === null || version !== register.nextId });
}

function side(entry: Entry): DuplicatePair["a"] {
  const { source } = entry.case;
  return { id: entry.card.id, name: fullName(entry.card), source: source === null ? "" : `${source.sheet}!${source.row}` };
}

const stopped = new WeakSet<Register>();
export const stopDuplicates = (register: Register): void => void stopped.add(register);

/** Compares those who share a beginning of the surname. */
export async function lookForDuplicates(
  register: Register, now: number, report: OnProgress, pause: () => Promise<void>,
): Promise<DuplicateList> {
  stopped.delete(register);
  const blocks = new Map<string, Entry[]>();
  for (const entry of alive(register)) {
    const key = fold(entry.card.surname).replace(/[^a-z]/g, "").slice(0, 3);
    blocks.set(key, [...(blocks.get(key) ?? []), entry]);
  }
  const pairs: DuplicatePair[] = [];
  let done = 0;
  for (const block of blocks.values()) {
    if (done % 8 === 0) {
      report({ step: "matching", done, total: blocks.size });
      await pause();
      if (stopped.has(register)) throw appError("cancelled");
    }
    done += 1;
    for (const [at, first] of block.slice(0, 200).entries()) {
      for (const second of block.slice(at + 1, 200)) {
        const { score, why } = alike(first.card, second.card);
        if (score >= THRESHOLD && why.some((one) => one.code.startsWith("given"))) pairs.push({ a: side(first), b: side(second), score, why });
      }
    }
  }
  pairs.sort((x, y) => y.score - x.score || (x.a.id < y.a.id ? -1 : 1));
  Object.assign(known(register), { found: pairs, at: now, version: register.nextId });
  return duplicates(register);
}

const inWords = (field: string, value: unknown): string | null => {
  if (Array.isArray(value)) return value.map((one: unknown) => (typeof one === "string" ? one : (one as { typed: string }).typed)).join(", ") || null;
  const text = String(value ?? "");
  return field === "barangay" ? placePath(text) : text || null;
};

/** Both, and which of them is kept: the one of the lower id. */
function both(register: Register, a: string, b: string): [Entry, Entry] {
  if (a === b) throw appError("not_found");
  return [entryOf(register, a), entryOf(register, b)];
}

/** Whose value is chosen beforehand: the longer name, the more exact birth, else of whom was confirmed later, the longer text, and
 * at last of the entry that is kept. Nothing of it depends on when it was written. */
function suggested(field: string, a: string | null, b: string | null, x: Entry, y: Entry): "a" | "b" | "both" {
  if (a === null || b === null) return a === null ? "b" : "a";
  if (a === b) return "a";
  if (LISTS.includes(field)) return "both";
  const exact = (value: string): number => (value.startsWith("~") ? 0 : value.length);
  const longer = TEXTS.includes(field) ? a.length - b.length : 0;
  const byName = field === "birth" ? exact(a) - exact(b) : NAMES.includes(field) ? longer : 0;
  const later = (x.confirmed?.at ?? -Infinity) === (y.confirmed?.at ?? -Infinity) ? 0 : (x.confirmed?.at ?? -Infinity) - (y.confirmed?.at ?? -Infinity);
  const better = byName || later || longer;
  return (better || (x.card.id < y.card.id ? 1 : -1)) > 0 ? "a" : "b";
}

const samePerson = (x: ContactDto, y: ContactDto): boolean =>
  fold(x.name) === fold(y.name) && (x.phones.length === 0 || y.phones.length === 0 || x.phones.some((p) => y.phones.some((q) => (p.e164 ?? p.typed) === (q.e164 ?? q.typed))));

function contacts(a: Entry, b: Entry): (ContactDto & { side: string })[] {
  const mine = a.card.contacts.map((contact) => ({ ...contact, side: b.card.contacts.some((other) => samePerson(contact, other)) ? "both" : "a" }));
  const theirs = b.card.contacts.filter((other) => !a.card.contacts.some((contact) => samePerson(contact, other)));
  return [...mine, ...theirs.map((contact) => ({ ...contact, side: "b" }))];
}

function consents(a: Entry, b: Entry): MergeConsent[] {
  const said = (entry: Entry, purpose: string): boolean | null => entry.case.consents.find((one) => one.purpose === purpose)?.given ?? null;
  return ["hold", "buffer", "emergency", "desk", "statistics"].flatMap((purpose) => {
    const [x, y] = [said(a, purpose), said(b, purpose)];
    return x === null && y === null ? [] : [{ purpose, a: x, b: y, given: x !== false && y !== false }];
  });
}

export function mergeLook(register: Register, a: string, b: string): MergeLook {
  const [x, y] = both(register, a, b);
  const calls = (entry: Entry): number => register.attempts.filter((one) => one.person === entry.card.id).length;
  const look = (entry: Entry): MergeLook["a"] => ({
    id: entry.card.id, name: fullName(entry.card), source: entry.case.source, confirmedAt: entry.confirmed?.at ?? null, calls: calls(entry),
  });
  const fields = FIELDS.flatMap(([field, key]): MergeField[] => {
    const [va, vb] = [inWords(field, x.card[key]), inWords(field, y.card[key])];
    return va === null && vb === null ? [] : [{ field, a: va, b: vb, side: suggested(field, va, vb, x, y), both: LISTS.includes(field) }];
  });
  const why: Why[] = open(register).find((pair) => pairKey(pair.a.id, pair.b.id) === pairKey(a, b))?.why ?? [];
  return copy({
    a: look(x), b: look(y), fields, why, disputed: false, consents: consents(x, y),
    contacts: contacts(x, y).map(({ name, relation, phones, side: from }) => ({ name, relation, side: from, phones: phones.map((p) => p.e164 ?? p.typed) })),
  });
}

/** A decision brings no new pairs: what was up to date still is. */
function keepFresh<T>(register: Register, work: () => T): T {
  const fresh = known(register).version === register.nextId;
  const out = work();
  if (fresh) known(register).version = register.nextId;
  return out;
}

export function mergePersons(register: Register, input: MergeInput, now: number): MergeDone {
  const [x, y] = both(register, input.a, input.b);
  const [kept, absorbed] = x.card.id < y.card.id ? [x, y] : [y, x];
  const before = copy(kept);
  const card = copy(kept.card);
  for (const [field, key] of FIELDS) {
    const [va, vb] = [inWords(field, x.card[key]), inWords(field, y.card[key])];
    const chosen = input.choices.find((one) => one.field === field)?.side ?? suggested(field, va, vb, x, y);
    const value = chosen === "both" ? together(x.card[key], y.card[key]) : (chosen === "a" ? x : y).card[key];
    Object.assign(card, { [key]: copy({ value }).value });
  }
  card.seaBased = card.country === "XS" || (card.country === kept.card.country ? kept : absorbed).card.seaBased;
  card.returned = kept.card.returned || absorbed.card.returned;
  card.contacts = contacts(kept, absorbed).map(({ side: _side, ...contact }) => contact);
  const merged: Merged = { kept: kept.card.id, absorbed: absorbed.card.id, at: now, by: register.officer, before, wrote: card };
  return keepFresh(register, () => {
    kept.card = card;
    kept.case.consents = stricter(kept, absorbed);
    kept.confirmed = [kept.confirmed, absorbed.confirmed].sort((p, q) => (q?.at ?? 0) - (p?.at ?? 0))[0] ?? null;
    const moved = register.attempts.filter((one) => one.person === absorbed.card.id);
    for (const one of moved) one.person = kept.card.id;
    absorbed.removed = true;
    known(register).merged.push(merged);
    const changeSet = noteChange(register, kept, () => {
      Object.assign(kept, { card: before.card, case: before.case, confirmed: before.confirmed });
      for (const one of moved) one.person = absorbed.card.id;
      absorbed.removed = false;
      known(register).merged = known(register).merged.filter((one) => one !== merged);
    });
    return { kept: merged.kept, absorbed: merged.absorbed, changeSet };
  });
}

function stricter(kept: Entry, absorbed: Entry): Entry["case"]["consents"] {
  const purposes = [...new Set([...kept.case.consents, ...absorbed.case.consents].map((one) => one.purpose))];
  return purposes.map((purpose) => {
    const all = [...kept.case.consents, ...absorbed.case.consents].filter((one) => one.purpose === purpose);
    return all.find((one) => !one.given) ?? all.sort((p, q) => q.at - p.at)[0]!;
  });
}

function together(a: unknown, b: unknown): unknown {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b || !b ? a : a ? `${String(a)} / ${String(b)}` : b;
  const seen = new Set(a.map((one) => JSON.stringify(one)));
  return [...(a as unknown[]), ...(b as unknown[]).filter((one) => !seen.has(JSON.stringify(one)))];
}

export function mergedFrom(register: Register, id: string): MergedFrom[] {
  return known(register).merged
    .filter((one) => one.kept === id && !stands(register, one.absorbed))
    .map((one) => {
      const entry = register.entries.get(one.absorbed)!;
      return { id: one.absorbed, name: fullName(entry.card), at: one.at, by: one.by, source: entry.case.source };
    });
}

export function partPersons(register: Register, keptId: string, absorbedId: string): PartDone {
  const merged = known(register).merged.find((one) => one.kept === keptId && one.absorbed === absorbedId);
  const absorbed = register.entries.get(absorbedId);
  if (merged === undefined || absorbed === undefined) throw appError("not_found");
  const kept = entryOf(register, keptId);
  const now = copy(kept.card);
  const left: string[] = [];
  const card = copy(kept.card);
  for (const [field, key] of FIELDS) {
    const same = (one: PersonInput): boolean => JSON.stringify(kept.card[key]) === JSON.stringify(one[key]);
    if (same(merged.wrote)) Object.assign(card, { [key]: merged.before.card[key] });
    else if (!same(merged.before.card)) left.push(field);
  }
  const theirs = new Set(absorbed.card.contacts.map((contact) => contact.id));
  card.contacts = card.contacts.filter((contact) => !theirs.has(contact.id));
  kept.card = card;
  absorbed.removed = false;
  known(register).merged = known(register).merged.filter((one) => one !== merged);
  const changeSet = noteChange(register, kept, () => {
    kept.card = now;
    absorbed.removed = true;
    known(register).merged.push(merged);
  });
  return { left, changeSet };
}

export function notSame(register: Register, a: string, b: string): Saved {
  both(register, a, b);
  const key = pairKey(a, b);
  return keepFresh(register, () => {
    known(register).apart.add(key);
    return { id: [a, b].sort()[0]!, changeSet: noteChange(register, null, () => void known(register).apart.delete(key)) };
  });
}
