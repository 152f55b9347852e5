// The directory, plans and family cards in memory, by the rules of ugnay-app directory.rs and paper/family.rs. The shipped
// entries are a few invented ones.

import { appError, type DirectoryCountry, type DirectoryInput, type DirectoryRow, type Plan, type PlanInput, type Saved, type SavedFile } from "../index";
import type { DirectoryBackend } from "../directory";
import { drillEnd, drillResult } from "./drill";
import { writeDown } from "./exports";
import { checkPhone } from "./phones";
import { COUNTRIES, countryName, fold } from "./places";
import { alive, entryOf, freshId, noteChange, type Register } from "./register";

const KINDS = ["emergency", "post", "mwo", "agency", "leader", "other"];
const SHIPPED: [country: string, kind: string, place: string, phones: string[]][] = [
  ...COUNTRIES.filter(({ code }) => code !== "XS").map(({ code }): [string, string, string, string[]] => [code, "emergency", "", ["112", "999"]]),
  ["SA", "post", "Riyadh", ["+966 11 000 0000"]],
  ["SA", "post", "Jeddah", ["+966 12 000 0000", "(966) 12 000"]],
  ["SA", "mwo", "Riyadh", []],
  ["LB", "post", "Beirut", ["+961 5 000 000"]],
  ["LB", "mwo", "Beirut", []],
];

interface State {
  own: Map<string, DirectoryRow>;
  plans: Map<string, { text: string; by: string; at: number }>;
}
const states = new WeakMap<Register, State>();
function stateOf(register: Register): State {
  const known = states.get(register) ?? { own: new Map(), plans: new Map() };
  states.set(register, known);
  return known;
}

const shown = (typed: string): DirectoryRow["phones"][number] => {
  const short = /^\d{1,5}$/.test(typed);
  return { shown: typed, dial: short ? null : (checkPhone(typed).e164 ?? (typed.startsWith("+") ? typed.replace(/\s/g, "") : null)) };
};

function shipped(): DirectoryRow[] {
  return SHIPPED.map(([country, kind, place, phones]) => ({
    id: `${kind}-${country}-${place}`,
    country,
    countryName: countryName(country) ?? country,
    kind,
    name: "",
    place,
    phones: phones.map(shown),
    email: kind === "mwo" ? "office@example.org" : "",
    website: "",
    note: "",
    source: kind === "emergency" ? "libphonenumber" : "bettergov",
    asOf: "2025-09-24",
    origin: "shipped",
    by: "",
    hidden: false,
    conflict: false,
  }));
}

function directory(register: Register, country: string): DirectoryRow[] {
  if (countryName(country) === null) throw appError("bad_input", { field: "country" });
  const { own } = stateOf(register);
  const listed = shipped().filter((row) => row.country === country);
  const rest = [...own.values()].filter((row) => row.country === country && row.origin === "own" && !row.hidden);
  const rows = [...listed.map((row) => own.get(row.id) ?? row), ...rest];
  const rank = (row: DirectoryRow): number => (row.hidden ? 10 : 0) + KINDS.indexOf(row.kind);
  return rows.sort((a, b) => rank(a) - rank(b) || a.place.localeCompare(b.place));
}

const planKey = (country: string, level: number): string => `${country}/${level}`;

function countries(register: Register): DirectoryCountry[] {
  const rows = COUNTRIES.map(({ code, name }) => ({
    country: code,
    name,
    people: alive(register).filter((entry) => entry.card.country === code).length,
    entries: directory(register, code).filter((row) => !row.hidden).length,
    planned: [0, 1, 2, 3, 4].some((level) => stateOf(register).plans.has(planKey(code, level))),
  }));
  return rows.sort((a, b) => b.people - a.people || a.name.localeCompare(b.name));
}

function search(register: Register, typed: string): DirectoryRow[] {
  const words = fold(typed).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const all = countries(register).flatMap((one) => directory(register, one.country).filter((row) => !row.hidden));
  return all
    .filter((row) => {
      const parts = fold([row.name, row.place, row.countryName, row.note, row.kind, row.email].join(" ")).split(/[^\p{L}\p{N}]+/u);
      const digits = row.phones.map((phone) => phone.shown.replace(/\D/g, "")).join(" ");
      return words.every((word) => parts.some((part) => part.startsWith(word)) || (/^\d{3,}$/.test(word) && digits.includes(word.replace(/^0/, ""))));
    })
    .slice(0, 60);
}

function save(register: Register, input: DirectoryInput, now: number): Saved {
  if (countryName(input.country) === null) throw appError("bad_input", { field: "country" });
  if (!KINDS.includes(input.kind)) throw appError("bad_input", { field: "kind" });
  if (input.name.trim() === "" && !["emergency", "post", "mwo"].includes(input.kind)) throw appError("bad_input", { field: "name", detail: "name_needed" });
  if (input.note.length > 300) throw appError("bad_input", { field: "note", detail: "too_long" });
  const { own } = stateOf(register);
  const id = input.id || freshId(register, "entry");
  const before = own.get(id);
  own.set(id, {
    ...input,
    id,
    countryName: countryName(input.country) ?? input.country,
    phones: input.phones.filter((phone) => phone.trim() !== "").map(shown),
    asOf: new Date(now * 1000).toISOString().slice(0, 10),
    origin: shipped().some((row) => row.id === id) ? "corrected" : "own",
    by: register.officer,
    conflict: false,
  });
  return { id, changeSet: noteChange(register, null, () => (before === undefined ? own.delete(id) : own.set(id, before))) };
}

function plan(register: Register, country: string): Plan {
  const name = countryName(country);
  if (name === null) throw appError("bad_input", { field: "country" });
  const part = (level: number): Plan["parts"][number] => {
    const kept = stateOf(register).plans.get(planKey(country, level));
    return { level, text: kept?.text ?? "", others: [], by: kept?.by ?? "", at: kept?.at ?? null };
  };
  const people = alive(register).filter((entry) => entry.card.country === country).length;
  return { country, countryName: name, people, parts: [0, 1, 2, 3, 4].map(part) };
}

function savePlan(register: Register, input: PlanInput, now: number): Saved {
  if (input.text.length > 3000) throw appError("bad_input", { field: "text", detail: "too_long" });
  const { plans } = stateOf(register);
  const key = planKey(input.country, input.level);
  const before = plans.get(key);
  plans.set(key, { text: input.text.trim(), by: register.officer, at: now });
  return { id: input.country, changeSet: noteChange(register, null, () => (before === undefined ? plans.delete(key) : plans.set(key, before))) };
}

const CARD = "UGNAY:CARD:";

type Answer = <T>(work: () => T) => Promise<T>;

export function directories(here: () => Register, now: () => number, answer: Answer, saved: (kind: string) => SavedFile): DirectoryBackend {
  return {
    directoryCountries: () => answer(() => countries(here())),
    directory: (country) => answer(() => directory(here(), country)),
    directorySearch: (text) => answer(() => search(here(), text)),
    saveDirectoryEntry: (input) => answer(() => save(here(), input, now())),
    plan: (country) => answer(() => plan(here(), country)),
    savePlan: (input) => answer(() => savePlan(here(), input, now())),
    drillResult: (campaign) => answer(() => drillResult(here(), campaign, now())),
    drillEnd: (campaign) => answer(() => drillEnd(here(), campaign, now())),
    savePlanSheet: (country) => answer(() => (plan(here(), country), saved("plan"))),
    saveFamilyCard: (person) => answer(() => (entryOf(here(), person), writeDown(here(), { kind: "sheet_card" }), saved("card"))),
    saveConsentForm: (person) => answer(() => (person === "" || (entryOf(here(), person), writeDown(here(), { kind: "sheet_consent" })), saved("consent"))),
    readFamilyCard: (code) =>
      answer(() => {
        if (!code.trim().startsWith(CARD)) throw appError("bad_input", { field: "card" });
        const id = code.trim().slice(CARD.length);
        if (!here().entries.has(id)) throw appError("refused", { detail: "card_elsewhere" });
        return id;
      }),
  };
}
