// Finding, saving, removing and comparing people in the in-memory register.

import {
  appError,
  type HistoryRow,
  type LookAlike,
  type PersonDetail,
  type PersonInput,
  type PersonRow,
  type Saved,
  type Why,
} from "../index";
import { isOutside } from "./lists";
import { phone } from "./phones";
import { countryName, fold, placeName, placePath } from "./places";
import { alive, copy, type Entry, entryOf, freshId, newEntry, noteChange, type Register } from "./register";

/** Hours of Philippine time before the world's, in seconds. */
export const MANILA = 8 * 3600;

export function fullName(card: PersonInput): string {
  const given = [card.given, card.middle, card.suffix].filter(Boolean).join(" ");
  return [card.surname, given].filter(Boolean).join(", ");
}

export function toRow(entry: Entry, score: number | null = null, why: string[] = []): PersonRow {
  const { card } = entry;
  return {
    id: card.id,
    name: fullName(card),
    nickname: card.nickname || null,
    barangay: card.barangay || null,
    barangayName: placeName(card.barangay),
    purok: card.purok || null,
    country: card.country || null,
    countryName: countryName(card.country),
    place: card.place || null,
    firstContact: card.contacts[0]?.name ?? null,
    confirmedAt: entry.confirmed?.at ?? null,
    conflict: entry.conflicts.length > 0,
    score,
    why,
  };
}

/** At most one letter typed wrongly, left out, added or swapped. */
export function oneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const restA = a.slice(start);
  const restB = b.slice(start);
  return (
    restA.slice(1) === restB.slice(1) ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB ||
    (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2))
  );
}

/** Three digits only where a number can begin: after a country's code of none to three digits. */
function within(number: string, digits: string): boolean {
  const at = number.indexOf(digits);
  return at >= 0 && (digits.length > 3 || at <= 3);
}

function matchWord(word: string, card: PersonInput): [score: number, why: string] | null {
  const words = (text: string): string[] => fold(text).split(/[\s,.-]+/);
  const starts = (text: string): boolean => words(text).some((part) => part.startsWith(word));
  const names = `${card.surname} ${card.given} ${card.middle}`;
  if (starts(card.surname)) return [1, "surname"];
  if (starts(card.given)) return [1, "given"];
  if (starts(card.middle)) return [0.97, "middle"];
  if (starts(card.nickname)) return [0.95, "nickname"];
  if (card.contacts.some((contact) => starts(contact.name))) return [0.9, "contact"];
  const digits = word.replace(/\D/g, "").replace(/^0+/, "");
  const phones = [...card.phones, ...card.contacts.flatMap((contact) => contact.phones)];
  if (digits.length >= 3 && phones.some((p) => within((p.e164 ?? p.typed).replace(/\D/g, ""), digits))) return [0.9, "phone"];
  if (starts(`${card.place} ${countryName(card.country) ?? ""} ${placePath(card.barangay) ?? ""}`)) return [0.8, "place"];
  if (starts(card.employer)) return [0.8, "employer"];
  if (word.length > 3 && words(names).some((part) => oneSlip(part, word))) return [0.7, "sounds_like"];
  return null;
}

/** A number typed in groups is one word: "0918 555 0177". */
function together(words: string[]): string[] {
  const number = (word: string | undefined): boolean => /^\+?\d+$/.test(word ?? "");
  const joined: string[] = [];
  for (const word of words) {
    if (number(word) && number(joined.at(-1))) joined.push(`${joined.pop()}${word}`);
    else joined.push(word);
  }
  return joined;
}

export function match(text: string, card: PersonInput): { score: number; why: string[] } | null {
  const words = together(fold(text).split(/[\s,]+/).filter(Boolean));
  const found = words.map((word) => matchWord(word, card));
  if (found.some((hit) => hit === null)) return null;
  const hits = found as [number, string][];
  return {
    score: hits.reduce((sum, [score]) => sum + score, 0) / hits.length,
    why: [...new Set(hits.map(([, why]) => why))],
  };
}

export function personDetail(register: Register, id: string): PersonDetail {
  const entry = entryOf(register, id);
  return copy({
    card: entry.card,
    name: fullName(entry.card),
    barangayName: placePath(entry.card.barangay),
    countryName: countryName(entry.card.country),
    confirmed: entry.confirmed,
    conflicts: entry.conflicts,
    case: entry.case,
    merged: [],
    history: entry.history,
    outside: isOutside(register, entry),
  });
}

function inWords(value: unknown): string | null {
  if (Array.isArray(value)) {
    const parts = value.map((one: unknown) =>
      typeof one === "string" ? one : ((one as { typed?: string; name?: string }).typed ?? (one as { name?: string }).name ?? ""),
    );
    return parts.filter(Boolean).join(", ") || null;
  }
  return typeof value === "boolean" ? String(value) : String(value ?? "") || null;
}

function differences(before: PersonInput, after: PersonInput, now: number, by: string): Omit<HistoryRow, "changeSet">[] {
  return (Object.keys(after) as (keyof PersonInput)[])
    .filter((field) => field !== "id" && JSON.stringify(before[field]) !== JSON.stringify(after[field]))
    .map((field) => {
      const was = inWords(before[field]);
      return { at: now, field, before: was, after: inWords(after[field]), source: "typed", by, correction: was !== null };
    });
}

function cleaned(register: Register, input: PersonInput): PersonInput {
  const card = copy(input);
  card.phones = card.phones.filter((p) => p.typed.trim() !== "").map((p) => phone(p.typed));
  card.contacts = card.contacts
    .filter((contact) => contact.name.trim() !== "" || contact.phones.some((p) => p.typed.trim() !== ""))
    .map((contact) => ({
      ...contact,
      id: contact.id || freshId(register, "contact"),
      phones: contact.phones.filter((p) => p.typed.trim() !== "").map((p) => phone(p.typed)),
    }));
  return card;
}

/** As the register reads it: a day that was, `yes`, or what stood there already. */
function homeOf(typed: string, was: string, now: number): string {
  const home = typed.trim();
  if (home === "" || home === "yes" || home === was) return home;
  const day = new Date(`${home.slice(0, 4)}-${home.slice(5, 7) || "01"}-${home.slice(8, 10) || "01"}T00:00:00Z`);
  const real = /^\d{4}(-\d{2}){0,2}$/.test(home) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(home);
  const today = new Date((now + MANILA) * 1000).toISOString();
  if (!real || home > today.slice(0, home.length)) throw appError("bad_input", { field: "returned" });
  return home;
}

export function savePerson(register: Register, input: PersonInput, now: number): Saved {
  if (input.surname.trim() === "" && input.given.trim() === "") throw appError("bad_input", { field: "surname", detail: "name_needed" });
  const card = cleaned(register, input);
  card.returned = homeOf(card.returned, card.id === "" ? "" : entryOf(register, card.id).card.returned, now);
  if (card.id === "") {
    card.id = freshId(register, "person");
    const entry = newEntry(card);
    register.entries.set(card.id, entry);
    const changeSet = noteChange(register, entry, () => (entry.removed = true), {
      kind: "typed",
      fields: Object.keys(card).filter((field) => field !== "id" && inWords(card[field as keyof PersonInput]) !== null),
      added: true,
    });
    return { id: card.id, changeSet };
  }
  const entry = entryOf(register, card.id);
  const before = entry.card;
  const rows = differences(before, card, now, register.officer);
  if (rows.length === 0) return { id: card.id, changeSet: null };
  entry.card = card;
  const oldHistory = entry.history;
  const changeSet = noteChange(register, entry, () => {
    entry.card = before;
    entry.history = oldHistory;
  }, { kind: "typed", fields: rows.map((row) => row.field) });
  entry.history = [...rows.map((row) => ({ ...row, changeSet })), ...oldHistory];
  return { id: card.id, changeSet };
}

export function removePerson(register: Register, id: string): Saved {
  const entry = entryOf(register, id);
  entry.removed = true;
  return { id, changeSet: noteChange(register, entry, () => (entry.removed = false), { kind: "typed", fields: ["removed"] }) };
}

export function confirmPerson(register: Register, id: string, from: string, now: number): Saved {
  const entry = entryOf(register, id);
  const before = entry.confirmed;
  entry.confirmed = { at: now, by: register.officer, from };
  return { id, changeSet: noteChange(register, entry, () => (entry.confirmed = before), { kind: "typed", fields: ["confirmed"] }) };
}

/** How alike two people are, with the reasons as codes of the engine. */
export function alike(a: PersonInput, b: PersonInput): { score: number; why: Why[] } {
  const close = (x: string, y: string): "same" | "close" | null => {
    if (x === "" || y === "") return null;
    return fold(x) === fold(y) ? "same" : oneSlip(fold(x), fold(y)) ? "close" : null;
  };
  const why: Why[] = [];
  const say = (code: string, bits: number): void => void why.push({ code, bits });
  const surname = close(a.surname, b.surname);
  const given = close(a.given, b.given);
  if (given !== null) say(`given.${given}`, 5);
  if (surname !== null) say(`surname.${surname}`, 4);
  if (a.birth !== "" && b.birth !== "") {
    const turned = /^(\d+)-(\d+)-(\d+)$/.exec(a.birth)?.slice(1);
    if (a.birth === b.birth) say("birth.same", 8);
    else if (turned !== undefined && b.birth === `${turned[0]}-${turned[2]}-${turned[1]}`) say("birth.turned", 6);
    else say("birth.different", -4);
  }
  const numbers = new Set(b.contacts.flatMap((contact) => contact.phones.map((p) => p.e164)));
  const shared = a.contacts.some((contact) => contact.phones.some((p) => numbers.has(phone(p.typed).e164 ?? "-")));
  if (shared) say("contact_phone.same", 6);
  const forOne = why.reduce((sum, one) => sum + one.bits, 0);
  const score = given !== null && (surname !== null || shared) ? Math.min(0.99, 0.2 + 0.06 * forOne) : 0;
  return { score, why: why.sort((x, y) => Math.abs(y.bits) - Math.abs(x.bits)) };
}

export function lookAlikes(register: Register, input: PersonInput): LookAlike[] {
  const found = alive(register).filter((entry) => entry.card.id !== input.id).map((entry) => ({ row: toRow(entry), ...alike(input, entry.card) }));
  return found.filter((one) => one.score > 0.1).sort((a, b) => b.score - a.score).slice(0, 5);
}
