// Sheets for the in-memory importer: an invented messy workbook, and a plain reader of CSV text.

import { appError, type PersonInput } from "../index";
import { inventPeople } from "./invented";
import { countryName } from "./places";

export interface Sheet {
  file: string;
  name: string;
  hidden: boolean;
  /** Why it is left out at first, if it is. */
  reason: string | null;
  barangay: string | null;
  /** 1-based row of the header. */
  headerRow: number;
  headers: string[];
  rows: { number: number; cells: string[] }[];
  /** Of a file without sheets: the property each cell comes from, instead of letters. */
  properties?: string[];
}

const HEADERS = [
  "No.", "Apelyido", "Pangalan", "Gitnang Pangalan", "Kasarian", "Petsa ng Kapanganakan", "Bansa", "Trabaho",
  "Contact No. ng OFW", "Contact sa pamilya", "Relasyon", "Contact No. (pamilya)", "Purok", "Pahintulot",
];
const RELATION_WORDS: Record<string, string> = {
  spouse: "asawa", mother: "nanay", father: "tatay", sibling: "kapatid", child: "anak", aunt_uncle: "tiya", neighbour: "kapitbahay",
};

function typedCountry(code: string, index: number): string {
  const odd: Record<string, string[]> = {
    SA: ["KSA", "Saudi", "Riyadh, KSA"], HK: ["H.K.", "Hong Kong"], AE: ["Dubai", "UAE"], XS: ["Cruise ship", "Seaman"],
  };
  const ways = odd[code] ?? [countryName(code) ?? ""];
  return ways[index % ways.length] ?? "";
}

function typedBirth(birth: string, index: number): string {
  const [year, month, day] = birth.split("-");
  if (month === undefined || day === undefined) return birth;
  return index % 4 === 0 ? `${Number(day)}/${Number(month)}/${year}` : `${year}-${month}-${day}`;
}

function cells(person: PersonInput, index: number): string[] {
  const [contact] = person.contacts;
  return [
    String(index + 1),
    index % 3 === 0 ? person.surname.toUpperCase() : person.surname,
    person.given,
    person.middle,
    person.sex === "F" && index % 5 === 0 ? "Babae" : person.sex,
    typedBirth(person.birth, index),
    index === 9 ? "Gulf area" : typedCountry(person.country, index),
    person.occupation,
    index === 12 ? "wala" : (person.phones[0]?.typed ?? ""),
    contact?.name ?? "",
    RELATION_WORDS[contact?.relation ?? ""] ?? "",
    index === 6 ? "0917 tawag lang" : (contact?.phones[0]?.typed ?? ""),
    person.purok,
    index === 15 ? "hindi" : "oo",
  ];
}

/** The workbook behind “try the sample”: two barangays, a summary and a hidden sheet. */
export function sampleWorkbook(): Sheet[] {
  const file = "cuenca-ofw-masterlist.xlsx";
  const people = inventPeople(46, "sample-", 11);
  const sheet = (name: string, barangay: string, from: number, to: number): Sheet => ({
    file,
    name,
    hidden: false,
    reason: null,
    barangay,
    headerRow: 9,
    headers: HEADERS,
    rows: people.slice(from, to).map((person, at) => ({ number: at + 10, cells: cells(person, from + at) })),
  });
  const empty = (name: string, hidden: boolean, reason: string): Sheet => ({
    file, name, hidden, reason, barangay: null, headerRow: 1, headers: [], rows: [],
  });
  return [
    sheet("DITA", "0401009006", 0, 24),
    sheet("SAN FELIPE", "0401009012", 24, 46),
    empty("BUOD", false, "no_header"),
    { ...empty("luma 2023", true, "hidden"), headers: HEADERS, rows: people.slice(0, 6).map((p, at) => ({ number: at + 2, cells: cells(p, at) })) },
  ];
}

function splitLine(line: string, mark: string): string[] {
  const found: string[] = [];
  let cell = "";
  let quoted = false;
  for (const letter of line) {
    if (letter === '"') quoted = !quoted;
    else if (letter === mark && !quoted) {
      found.push(cell.trim());
      cell = "";
    } else cell += letter;
  }
  return [...found, cell.trim()];
}

/** Cards as rows of an unnamed sheet: the number is the card's. */
function cards(text: string, file: string): Sheet {
  const each = text.split(/begin:vcard/i).slice(1);
  const value = (card: string, name: string): string => new RegExp(`^${name}[^:\\n]*:(.*)$`, "im").exec(card)?.[1]?.trim() ?? "";
  const row = (card: string, at: number) => {
    const [given = "", ...rest] = value(card, "FN").split(" ");
    return { number: at + 1, cells: [rest.join(" "), given, value(card, "BDAY"), value(card, "TEL")] };
  };
  return {
    file, name: "", hidden: false, reason: null, barangay: null, headerRow: 0,
    headers: ["Surname", "Given", "Birth", "Phone"], rows: each.map(row), properties: ["N", "N", "BDAY", "TEL"],
  };
}

/** Reads a file: CSV text here, anything that is a workbook becomes the sample's sheets under its name. */
export function readFile(bytes: Uint8Array, name: string): Sheet[] {
  if (bytes.length === 0) throw appError("file_empty", { file: name });
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return sampleWorkbook().map((sheet) => ({ ...sheet, file: name }));
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw appError("file_protected", { file: name });
  const text = new TextDecoder().decode(bytes);
  if (/^begin:vcard/i.test(text)) return [cards(text, name)];
  if (bytes.includes(0)) throw appError("file_not_a_sheet", { file: name });
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const counts = [";", "\t", ","].map((mark) => [mark, lines[0]?.split(mark).length ?? 0] as const);
  const [mark, width] = counts.reduce((a, b) => (b[1] > a[1] ? b : a));
  if (width < 2) throw appError("file_not_a_sheet", { file: name });
  const rows = lines.map((line, index) => ({ number: index + 1, cells: splitLine(line, mark) }));
  const [header, ...rest] = rows;
  return [
    {
      file: name,
      name: name.replace(/\.[^.]+$/, ""),
      hidden: false,
      reason: null,
      barangay: null,
      headerRow: 1,
      headers: header?.cells ?? [],
      rows: rest.filter((row) => row.cells.some(Boolean)),
    },
  ];
}
