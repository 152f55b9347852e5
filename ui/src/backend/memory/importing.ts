// Import in memory: what each column is taken for, what each row becomes, and committing, cancelling and undoing it.

import {
  appError,
  type ColumnPreview,
  type ImportPreview,
  type ImportProblem,
  type ImportResult,
  type MappingChange,
  type OnProgress,
  type PersonInput,
} from "../index";
import { emptyPerson } from "./invented";
import { fullName, lookAlikes } from "./people";
import { checkPhone, phone } from "./phones";
import { countryName, fold, placePath, readCountry } from "./places";
import { alive, freshId, newEntry, type Register } from "./register";
import type { Sheet } from "./sheets";

export interface Preview {
  token: string;
  sheets: { sheet: Sheet; included: boolean; fields: string[] }[];
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

export function startPreview(token: string, sheets: Sheet[]): Preview {
  return {
    token,
    cancelled: false,
    sheets: sheets.map((sheet) => ({ sheet, included: sheet.reason === null, fields: sheet.headers.map(guessField) })),
  };
}

function readBirth(text: string): { birth: string; problem: string | null } {
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text);
  if (slashed !== null) {
    const [, a, b, year] = slashed as unknown as [string, string, string, string];
    const [day, month] = Number(b) > 12 ? [b, a] : [a, b];
    const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
    return { birth: iso, problem: Number(a) <= 12 && Number(b) <= 12 && a !== b ? "ambiguous_date" : null };
  }
  const plain = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(text);
  return { birth: plain ? text : "", problem: plain || text === "" ? null : "unreadable_date" };
}

const letters = (index: number): string => String.fromCharCode(65 + index);

function readRow(sheet: Sheet, fields: string[], row: Sheet["rows"][number]): ReadRow {
  const person: PersonInput = { ...emptyPerson(), barangay: sheet.barangay ?? "" };
  const problems: ImportProblem[] = [];
  const at = (field: string): string => row.cells[fields.indexOf(field)] ?? "";
  const problem = (field: string, code: string): void => {
    const column = letters(fields.indexOf(field));
    problems.push({ file: sheet.file, sheet: sheet.name, row: row.number, column, field, code, detail: at(field) });
  };
  person.surname = at("surname");
  person.given = at("given");
  person.middle = at("middle");
  person.sex = { b: "F", f: "F", m: "M", l: "M" }[fold(at("sex")).charAt(0)] ?? "";
  person.occupation = at("occupation");
  person.purok = at("purok");
  const birth = readBirth(at("birth_date"));
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
    .filter((one) => one.included)
    .flatMap((one) => one.sheet.rows.map((row) => readRow(one.sheet, one.fields, row)))
    .filter((read) => read.person.surname !== "" || read.person.given !== "")
    .map((read) => ({ ...read, known: seen.has(key(read.person)) }));
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
  const problems = rows.flatMap((row) => row.problems);
  return {
    token: preview.token,
    files: [...new Set(preview.sheets.map((one) => one.sheet.file))],
    sheets: preview.sheets.map(({ sheet, included, fields }, index) => ({
      index,
      file: sheet.file,
      name: sheet.name,
      hidden: sheet.hidden,
      included,
      reason: included ? null : sheet.reason,
      headerRows: sheet.headers.length > 0 ? [sheet.headerRow] : [],
      personRows: sheet.rows.length,
      barangayName: placePath(sheet.barangay ?? ""),
      barangay: sheet.barangay,
      columns: columns(sheet, fields),
    })),
    persons: taken.length,
    contacts: taken.reduce((sum, row) => sum + row.person.contacts.length, 0),
    alreadyThere: rows.filter((row) => row.known).length,
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
  };
}

export function changePreview(preview: Preview, change: MappingChange): void {
  const one = preview.sheets[change.sheet];
  if (one === undefined) throw appError("bad_input", { field: "sheet" });
  if (change.included !== null) one.included = change.included;
  if (change.column === null) return;
  const index = change.column.charCodeAt(0) - 65;
  const field = change.field ?? "";
  // A field comes from one column: the one named last.
  one.fields = one.fields.map((old, at) => (at === index ? field : old === field ? "" : old));
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
  const duplicates = taken.filter((row) => lookAlikes(register, row.person).length > 0).length;
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
    ready.push(entry);
  }
  for (const entry of ready) register.entries.set(entry.card.id, entry);
  report({ step: "saving", done: taken.length, total: taken.length });
  const files = [...new Set(preview.sheets.map((one) => one.sheet.file))];
  register.imports.unshift({ id: importId, at: now, files, persons: taken.length, undone: false });
  const contacts = taken.reduce((sum, row) => sum + row.person.contacts.length, 0);
  return { importId, persons: taken.length, contacts, alreadyThere: rows.filter((row) => row.known).length, duplicates };
}

export function undoImport(register: Register, importId: string): number {
  const row = register.imports.find((one) => one.id === importId);
  if (row === undefined) throw appError("not_found");
  if (row.undone) throw appError("cannot_undo");
  row.undone = true;
  const taken = alive(register).filter((entry) => entry.importId === importId);
  for (const entry of taken) entry.removed = true;
  return taken.length;
}
