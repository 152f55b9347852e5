// Import in memory: what each column is taken for, what each row becomes, and committing, cancelling and undoing it.

import {
  appError,
  type CellFix,
  type ColumnPreview,
  type FixedCell,
  type ImportPreview,
  type ImportProblem,
  type ImportResult,
  type LeftOut,
  type MappingChange,
  type OnProgress,
  type PersonInput,
} from "../index";
import { type Choices, keepLater, memoryOf, noChoices } from "./import-memory";
import { emptyPerson } from "./invented";
import { alike, fullName, lookAlikes } from "./people";
import { checkPhone, phone } from "./phones";
import { countryName, fold, placePath, readCountry } from "./places";
import { alive, freshId, newEntry, type Register } from "./register";
import type { Sheet } from "./sheets";

interface Taken {
  sheet: Sheet;
  /** As proposed. */
  fields: string[];
  /** Said by somebody, now or for an earlier sheet. */
  choices: Choices;
}

export interface Preview {
  token: string;
  /** Corrections of earlier imports that fit these rows. */
  again: Map<string, FixedCell>;
  sheets: Taken[];
  places: Map<string, string>;
  fixes: Map<string, FixedCell>;
  /** What the sheet says of people who are here is taken over. */
  update: boolean;
  cancelled: boolean;
}

interface ReadRow {
  person: PersonInput;
  sheet: Sheet;
  row: number;
  problems: ImportProblem[];
  refused: boolean;
  known: boolean;
}

const HEADER_WORDS: [field: string, words: string[]][] = [
  ["contact1_name", ["contact sa pamilya", "contact person", "family contact"]],
  ["contact1_phones", ["contact no. (pamilya)", "family phone", "contact phone"]],
  ["contact1_relation", ["relasyon", "relation"]],
  ["phone", ["contact no. ng ofw", "phone", "mobile"]],
  ["surname", ["apelyido", "surname", "last name"]],
  ["middle", ["gitnang pangalan", "middle"]],
  ["given", ["pangalan", "given", "first name"]],
  ["sex", ["kasarian", "sex"]],
  ["birth_date", ["petsa ng kapanganakan", "birth"]],
  ["destination", ["bansa", "country", "destination"]],
  ["occupation", ["trabaho", "occupation"]],
  ["purok", ["purok", "sitio"]],
  ["consent", ["pahintulot", "consent"]],
];
const RELATIONS: Record<string, string> = {
  asawa: "spouse", nanay: "mother", ina: "mother", tatay: "father", ama: "father", kapatid: "sibling", anak: "child", tiya: "aunt_uncle",
  kapitbahay: "neighbour",
};

function guessField(header: string): string {
  const text = fold(header);
  return HEADER_WORDS.find(([, words]) => words.some((word) => text.startsWith(word)))?.[0] ?? "";
}

const shape = (sheet: Sheet): string => sheet.headers.map(fold).join("|");
const REPEATED = ["", "not_collected", "phone", "phone_both", "remarks", "handle", "email"];

/** Sheets of one shape share their choices; what was remembered counts from the start. */
export function startPreview(register: Register, token: string, sheets: Sheet[]): Preview {
  const memory = memoryOf(register);
  const shared = new Map<string, Choices>();
  const choicesOf = (sheet: Sheet): Choices => {
    const known = memory.choices.get(shape(sheet)) ?? noChoices();
    const mine = shared.get(shape(sheet)) ?? { ...known, fields: new Map(known.fields), taken: new Map(known.taken) };
    shared.set(shape(sheet), mine);
    return mine;
  };
  const again = new Map(sheets.flatMap((sheet) => sheet.rows.flatMap((row) => found(memory.fixes.get(rowKey(sheet, row)), sheet, row))));
  return {
    token,
    again,
    update: false,
    cancelled: false,
    places: new Map(memory.places),
    fixes: new Map(again),
    sheets: sheets.map((sheet) => ({ sheet, fields: sheet.headers.map(guessField), choices: choicesOf(sheet) })),
  };
}

type Row = Sheet["rows"][number];
const rowKey = (sheet: Sheet, row: Row): string => [shape(sheet), ...row.cells].join("\n");

function found(columns: Map<string, { now: string }> | undefined, sheet: Sheet, row: Row): [string, FixedCell][] {
  return [...(columns ?? [])].map(([column, { now }]) => {
    const at = { file: sheet.file, sheet: sheet.name, row: row.number, column };
    return [fixKey(at.file, at.sheet, at.row, column), { ...at, was: row.cells[indexOf(sheet, column)] ?? "", now, earlier: true }];
  });
}

const columnOf = (sheet: Sheet, index: number): string => sheet.properties?.[index] ?? letters(index);
const indexOf = (sheet: Sheet, column: string): number => sheet.properties?.indexOf(column) ?? column.charCodeAt(0) - 65;

const fieldsOf = (one: Taken): string[] => one.fields.map((field, at) => one.choices.fields.get(letters(at)) ?? field);

/** Why a sheet is left out, if it is. */
function reasonOf(one: Taken): string | null {
  if (one.sheet.rows.length === 0) return one.sheet.reason ?? "empty";
  const taken = one.choices.taken.get(one.sheet.name);
  if (taken ?? !one.sheet.hidden) return null;
  return one.sheet.hidden ? "hidden" : "left_out";
}

const fixKey = (file: string, sheet: string, row: number, column: string): string => [file, sheet, row, column].join("\n");

function readBirth(text: string, order: string | null): { birth: string; problem: string | null } {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashed !== null) {
    const [, a, b, year] = slashed as unknown as [string, string, string, string];
    const monthFirst = Number(b) > 12 || (order === "mdy" && Number(a) <= 12);
    const [day, month] = monthFirst ? [b, a] : [a, b];
    const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    return { birth: iso, problem: order === null && Number(a) <= 12 && Number(b) <= 12 && a !== b ? "ambiguous_date" : null };
  }
  const plain = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text);
  return { birth: plain ? text : "", problem: plain || text === "" ? null : "unreadable_date" };
}

const letters = (index: number): string => String.fromCharCode(65 + index);

function readRow(preview: Preview, one: Taken, row: Sheet["rows"][number]): ReadRow {
  const { sheet } = one;
  const fields = fieldsOf(one);
  const barangay = preview.places.get(sheet.name) ?? sheet.barangay ?? "";
  const person: PersonInput = { ...emptyPerson(), barangay };
  const problems: ImportProblem[] = [];
  const cell = (index: number): string => {
    const fix = preview.fixes.get(fixKey(sheet.file, sheet.name, row.number, columnOf(sheet, index)));
    return fix?.now ?? row.cells[index] ?? "";
  };
  const at = (field: string): string => (fields.includes(field) ? cell(fields.indexOf(field)) : "");
  const problem = (field: string, code: string): void => {
    const column = fields.includes(field) ? columnOf(sheet, fields.indexOf(field)) : null;
    const value = at(field);
    const place = { file: sheet.file, sheet: sheet.name, row: row.number, column, field };
    problems.push({ ...place, code, detail: value, value, fixable: column !== null });
  };
  if (barangay === "") problem("barangay", "barangay_missing");
  person.surname = at("surname");
  person.given = at("given");
  person.middle = at("middle");
  person.sex = { b: "F", f: "F", m: "M", l: "M" }[fold(at("sex")).charAt(0)] ?? "";
  person.occupation = at("occupation");
  person.purok = at("purok");
  const birth = readBirth(at("birth_date"), one.choices.dateOrder);
  person.birth = birth.birth;
  if (birth.problem !== null) problem("birth_date", birth.problem);
  person.country = readCountry(at("destination")) ?? "";
  person.seaBased = person.country === "XS";
  if (at("destination") !== "" && person.country === "") {
    person.place = at("destination");
    problem("destination", "destination_unknown");
  }
  const own = at("phone");
  if (own !== "" && fold(own) !== "wala") person.phones = [phone(own)];
  const contactPhone = at("contact1_phones");
  if (contactPhone !== "" && checkPhone(contactPhone).e164 === null) problem("contact1_phones", "phone_unreadable");
  if (at("contact1_name") !== "" || contactPhone !== "") {
    const relation = RELATIONS[fold(at("contact1_relation"))] ?? "";
    person.contacts = [
      {
        id: "", name: at("contact1_name"), relation, phones: contactPhone === "" ? [] : [phone(contactPhone)], handle: "",
        language: "", place: "", hours: "", knowsWhere: false,
      },
    ];
  }
  return { person, sheet, row: row.number, problems, refused: ["hindi", "no"].includes(fold(at("consent"))), known: false };
}

export function readRows(register: Register, preview: Preview): ReadRow[] {
  const key = (person: PersonInput): string => fold(`${person.surname}|${person.given}|${person.birth}|${person.barangay}`);
  const seen = new Set(alive(register).map((entry) => key(entry.card)));
  return preview.sheets
    .filter((one) => reasonOf(one) === null)
    .flatMap((one) => one.sheet.rows.map((row) => readRow(preview, one, row)))
    .filter((read) => read.person.surname !== "" || read.person.given !== "")
    .map((read) => ({ ...read, known: seen.has(key(read.person)) || sameRow(register, read) }));
}

/** The same row of the same sheet, brought in before, whose name was corrected since. */
function sameRow(register: Register, read: ReadRow): boolean {
  const half = (card: PersonInput): boolean => card.surname === read.person.surname || card.given === read.person.given;
  return alive(register).some(({ card, case: file }) => {
    const { source } = file;
    const there = source?.file === read.sheet.file && source.sheet === read.sheet.name && source.row === read.row;
    return there && half(card) && (card.birth === read.person.birth || fullName(card) === fullName(read.person));
  });
}

interface Difference {
  card: PersonInput;
  problem: ImportProblem;
  take: () => void;
}

/** The cells of a known person that say otherwise than the register. An empty cell says nothing. */
function differences(register: Register, read: ReadRow): Difference[] {
  const { person, sheet, row } = read;
  const card = alive(register).find((entry) => samePerson(register, entry.card, entry.case.source, read))?.card;
  if (card === undefined) return [];
  const out: Difference[] = [];
  const differs = (field: string, was: string, now: string, take: () => void): void => {
    if (now === "" || fold(was) === fold(now)) return;
    const column = sheet.headers.findIndex((header) => guessField(header) === field);
    const place = { file: sheet.file, sheet: sheet.name, row, column: column < 0 ? null : columnOf(sheet, column), field };
    out.push({ card, problem: { ...place, code: "differs", detail: was, value: now, fixable: column >= 0 }, take });
  };
  differs("destination", card.country, person.country, () => Object.assign(card, { country: person.country, seaBased: person.seaBased }));
  differs("occupation", card.occupation, person.occupation, () => (card.occupation = person.occupation));
  for (const number of person.phones) {
    const there = card.phones.some((one) => one.e164 === number.e164 && one.e164 !== null);
    if (!there) differs("phone", card.phones[0]?.typed ?? "", number.typed, () => card.phones.unshift(number));
  }
  return out;
}

const samePerson = (
  register: Register,
  card: PersonInput,
  source: { file: string; sheet: string; row: number } | null,
  read: ReadRow,
): boolean => {
  const name = fold(fullName(card)) === fold(fullName(read.person)) && card.birth === read.person.birth;
  const there = source?.file === read.sheet.file && source.sheet === read.sheet.name && source.row === read.row;
  return register.entries.has(card.id) && (name || there);
};

function takeOver(register: Register, rows: ReadRow[], importId: string): number {
  const all = rows.filter((row) => row.known).map((row) => differences(register, row)).filter((some) => some.length > 0);
  const cards = [...new Set(all.flat().map((one) => one.card))];
  memoryOf(register).before.set(importId, cards.map((card) => structuredClone(card)));
  for (const one of all.flat()) one.take();
  return cards.length;
}

function columns(sheet: Sheet, fields: string[]): ColumnPreview[] {
  return sheet.headers.map((header, index) => ({
    column: letters(index),
    header,
    field: fields[index] ?? "",
    samples: sheet.rows.slice(0, 4).map((row) => row.cells[index] ?? "").filter(Boolean).slice(0, 3),
  }));
}

export function showPreview(register: Register, preview: Preview): ImportPreview {
  const rows = readRows(register, preview);
  const taken = rows.filter((row) => !row.refused && !row.known);
  const differing = new Map(rows.filter((row) => row.known).map((row) => [row, differences(register, row)]));
  const problems = rows.flatMap((row) => [...row.problems, ...(differing.get(row) ?? []).map(({ problem }) => problem)]);
  return {
    token: preview.token,
    files: [...new Set(preview.sheets.map((one) => one.sheet.file))],
    sheets: preview.sheets.flatMap((one, index) => {
      if (one.sheet.properties !== undefined) return [];
      const { sheet, choices } = one;
      const reason = reasonOf(one);
      const barangay = preview.places.get(sheet.name) ?? sheet.barangay;
      const doubts = (code: string): number =>
        problems.filter((problem) => problem.file === sheet.file && problem.sheet === sheet.name && problem.code === code).length;
      return [{
        index,
        file: sheet.file,
        name: sheet.name,
        hidden: sheet.hidden,
        included: reason === null,
        reason,
        decided: choices.taken.has(sheet.name),
        headerRows: sheet.headers.length > 0 ? [sheet.headerRow] : [],
        personRows: sheet.rows.length,
        dateOrder: choices.dateOrder,
        ambiguousDates: doubts("ambiguous_date"),
        withoutBarangay: doubts("barangay_missing"),
        barangayName: placePath(barangay ?? ""),
        barangay,
        columns: columns(sheet, fieldsOf(one)),
      }];
    }),
    persons: taken.length,
    contacts: taken.reduce((sum, row) => sum + row.person.contacts.length, 0),
    alreadyThere: rows.filter((row) => row.known).length,
    differing: [...differing.values()].reduce((sum, all) => sum + all.length, 0),
    update: preview.update,
    refusedConsent: rows.filter((row) => row.refused).length,
    problems: problems.slice(0, 500),
    problemsTotal: problems.length,
    sample: taken.slice(0, 8).map(({ person, sheet, row }) => ({
      sheet: sheet.name,
      row,
      name: fullName(person),
      destination: countryName(person.country) ?? person.place,
      birth: person.birth,
      contact: [person.contacts[0]?.name, person.contacts[0]?.phones[0]?.typed].filter(Boolean).join(", "),
    })),
    fixes: [...preview.fixes.values()],
  };
}

export function changePreview(preview: Preview, change: MappingChange): void {
  const one = preview.sheets[change.sheet];
  if (one === undefined) throw appError("not_found");
  const { choices, sheet } = one;
  if (change.included !== null) choices.taken.set(sheet.name, change.included);
  if (change.dateOrder !== null) choices.dateOrder = change.dateOrder === "" ? null : change.dateOrder;
  if (change.barangay === "") preview.places.delete(sheet.name);
  else if (change.barangay !== null) preview.places.set(sheet.name, change.barangay);
  if (change.column === null) return;
  const index = change.column.charCodeAt(0) - 65;
  if (sheet.headers[index] === undefined) throw appError("not_found");
  const field = change.field ?? "";
  // A field that comes from one column comes from the one named last.
  for (const [at, old] of fieldsOf(one).entries()) {
    if (at !== index && old === field && !REPEATED.includes(field)) choices.fields.set(letters(at), "");
  }
  choices.fields.set(letters(index), field);
}

export function fixCell(preview: Preview, fix: CellFix): void {
  const one = preview.sheets.find(({ sheet }) => sheet.file === fix.file && sheet.name === fix.sheet);
  const row = one?.sheet.rows.find((each) => each.number === fix.row);
  const index = one === undefined ? -1 : indexOf(one.sheet, fix.column);
  if (row === undefined || !(index >= 0) || index > 25) throw appError("not_found", { sheet: fix.sheet, row: fix.row, column: fix.column });
  const key = fixKey(fix.file, fix.sheet, fix.row, fix.column);
  const was = row.cells[index] ?? "";
  const now = fix.now?.trim() ?? was;
  if (now === was) preview.fixes.delete(key);
  else preview.fixes.set(key, { file: fix.file, sheet: fix.sheet, row: fix.row, column: fix.column, was, now, earlier: preview.again.get(key)?.now === now });
}

/** Keeps the corrections of rows that are somebody; one that was found again and taken back is forgotten. */
function keepFixes(register: Register, preview: Preview): void {
  const { fixes } = memoryOf(register);
  const rowOf = (cell: FixedCell): [Sheet, Row] | null => {
    const sheet = preview.sheets.find((one) => one.sheet.file === cell.file && one.sheet.name === cell.sheet)?.sheet;
    const row = sheet?.rows.find((one) => one.number === cell.row);
    return sheet === undefined || row === undefined ? null : [sheet, row];
  };
  for (const cell of preview.again.values()) {
    const at = rowOf(cell);
    if (at !== null) fixes.get(rowKey(...at))?.delete(cell.column);
  }
  for (const cell of preview.fixes.values()) {
    const at = rowOf(cell);
    const person = alive(register).find(({ case: { source } }) => source?.sheet === cell.sheet && source.row === cell.row && source.file === cell.file);
    if (at === null || person === undefined) continue;
    const columns = fixes.get(rowKey(...at)) ?? new Map();
    fixes.set(rowKey(...at), columns.set(cell.column, { now: cell.now, person: person.card.id }));
  }
}

function leftOut(preview: Preview, refused: number): LeftOut[] {
  const sheets = preview.sheets.flatMap((one) => {
    const reason = reasonOf(one);
    return reason === null ? [] : [{ reason, sheet: one.sheet.name, rows: one.sheet.rows.length }];
  });
  return refused === 0 ? sheets : [{ reason: "consent_refused", sheet: "", rows: refused }, ...sheets];
}

export async function commit(
  register: Register,
  preview: Preview,
  now: number,
  report: OnProgress,
  pause: () => Promise<void>,
): Promise<ImportResult> {
  const rows = readRows(register, preview);
  const taken = rows.filter((row) => !row.refused && !row.known);
  const importId = freshId(register, "import");
  const like = (row: { person: PersonInput }): boolean => lookAlikes(register, row.person).some((one) => one.score >= 0.8);
  const lookAlike = taken.filter(like).length;
  const among = (row: { person: PersonInput }, at: number): boolean => taken.slice(0, at).some((other) => alike(row.person, other.person).score >= 0.8);
  const duplicates = taken.filter(among).length;
  const ready = [];
  for (const row of taken) {
    if (ready.length % 10 === 0) {
      report({ step: "saving", done: ready.length, total: taken.length });
      await pause();
      if (preview.cancelled) throw appError("cancelled");
    }
    const entry = newEntry({ ...row.person, id: freshId(register, "person") });
    entry.card.contacts = entry.card.contacts.map((contact) => ({ ...contact, id: freshId(register, "contact") }));
    entry.case.source = { file: row.sheet.file, sheet: row.sheet.name, row: row.row };
    entry.case.consents = [{ purpose: "hold", given: true, at: now, by: register.officer, how: "sheet" }];
    entry.importId = importId;
    ready.push({ entry, row });
  }
  const updated = preview.update ? takeOver(register, rows, importId) : 0;
  for (const { entry, row } of ready) {
    register.entries.set(entry.card.id, entry);
    keepLater(register, importId, entry.card.id, row.problems);
  }
  keepFixes(register, preview);
  const memory = memoryOf(register);
  for (const one of preview.sheets) memory.choices.set(shape(one.sheet), one.choices);
  for (const [sheet, place] of preview.places) memory.places.set(sheet, place);
  report({ step: "saving", done: taken.length, total: taken.length });
  const files = [...new Set(preview.sheets.map((one) => one.sheet.file))];
  register.imports.unshift({ id: importId, at: now, files, persons: taken.length, undone: false });
  const contacts = taken.reduce((sum, row) => sum + row.person.contacts.length, 0);
  return {
    importId,
    persons: taken.length,
    contacts,
    alreadyThere: rows.filter((row) => row.known).length,
    updated,
    duplicates,
    lookAlike,
    fixed: preview.fixes.size,
    later: ready.reduce((sum, { row }) => sum + row.problems.length, 0),
    left: leftOut(preview, rows.filter((row) => row.refused).length),
  };
}

export function undoImport(register: Register, importId: string): number {
  const row = register.imports.find((one) => one.id === importId);
  if (row === undefined) throw appError("not_found");
  if (row.undone) throw appError("cannot_undo");
  row.undone = true;
  for (const card of memoryOf(register).before.get(importId) ?? []) Object.assign(register.entries.get(card.id)?.card ?? {}, card);
  const taken = alive(register).filter((entry) => entry.importId === importId);
  for (const entry of taken) entry.removed = true;
  return taken.length;
}
