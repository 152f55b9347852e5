// What is given out of the in-memory register: the same purposes, rules and log as the real one; no file is written.

import { appError, type ExportChoices, type ExportInput, type ExportLook, type ExportPurpose, type ExportRow } from "../index";
import { missed } from "./lists";
import { match } from "./people";
import { alive, freshId, type Register } from "./register";

const GROUPS = [
  "id", "names", "sex", "birth", "status", "home", "abroad", "work", "phones", "family", "family_phones", "confirmed", "source",
  "case", "notes",
];
const aim = (code: string, fields: string[], asks: string | null, needsTo: boolean, needsWhy = false): ExportPurpose => ({
  code, fields, needsTo, needsWhy, asks,
});
const AIMS = [
  aim("own-copy", GROUPS.slice(0, 13), null, false),
  aim("crisis", ["names", "sex", "birth", "abroad", "phones", "family", "family_phones"], "desk", true),
  aim("help", ["names", "home", "abroad", "family_phones"], "desk", true),
  aim("visit", ["names", "home", "family", "family_phones", "confirmed"], null, false),
  aim("planning", ["sex", "home", "abroad", "work"], "statistics", true),
  aim("other", ["names"], "desk", true, true),
];
const FORMATS = ["xlsx", "csv", "vcard", "pfif", "hxl"];
const CARD = ["id", "names", "sex", "birth", "abroad", "work", "phones", "family", "family_phones"];
const CARRIES: Record<string, string[]> = { vcard: CARD, pfif: ["id", "names", "sex", "birth", "home", "notes"] };
const MAX_TEXT = 200;

const given = new WeakMap<Register, ExportRow[]>();

export const exportChoices = (): ExportChoices => ({
  purposes: AIMS,
  groups: GROUPS,
  formats: FORMATS.map((code) => ({ code, groups: CARRIES[code] ?? GROUPS })),
});

const aimOf = (input: ExportInput): ExportPurpose => {
  const found = AIMS.find((one) => one.code === input.purpose);
  if (found === undefined) throw appError("bad_input", { field: "purpose" });
  return found;
};

export function exportLook(register: Register, input: ExportInput, now: number): ExportLook {
  const { asks } = aimOf(input);
  const { text } = input.query;
  const found = alive(register).filter((entry) => missed(register, entry, input.query, now).length === 0);
  const all = text.trim() === "" ? found : found.filter((entry) => match(text, entry.card) !== null);
  const no = all.filter((entry) => entry.case.consents.some((one) => one.purpose === asks && !one.given));
  return { persons: all.length - no.length, refused: no.length };
}

/** Written down before it is handed over; sheets about one person are counted together by day. */
export function writeDown(register: Register, row: Partial<ExportRow> & { kind: string }): void {
  const now = register.clock();
  const day = new Date(now * 1000).toISOString().slice(0, 10);
  const rows = given.get(register) ?? [];
  const same = ["sheet_card", "sheet_consent"].includes(row.kind) ? rows.find((one) => one.kind === row.kind && one.day === day) : undefined;
  if (same !== undefined) {
    Object.assign(same, { at: now, persons: same.persons + (row.persons ?? 0), times: same.times + 1 });
  } else {
    const blank = { purpose: "work", to: "", why: "", persons: 1, times: 1, fields: ["names"] };
    rows.push({ id: freshId(register, "given"), at: now, day, by: register.officer, ...blank, ...row });
  }
  given.set(register, rows);
}

export function exportList(register: Register, limit: number): { rows: ExportRow[]; total: number } {
  const rows = [...(given.get(register) ?? [])].reverse().sort((a, b) => b.at - a.at);
  return { rows: rows.slice(0, limit), total: rows.length };
}

export function saveExport(register: Register, input: ExportInput, now: number): ExportLook {
  if (!FORMATS.includes(input.format)) throw appError("bad_input", { field: "format" });
  const { code, fields, needsTo, needsWhy } = aimOf(input);
  const [to, why] = [input.to, input.why].map((text) => text.trim().replace(/\s+/g, " ")) as [string, string];
  if (to.length > MAX_TEXT || (needsTo && to === "")) throw appError("bad_input", { field: "to" });
  if (why.length > MAX_TEXT || (needsWhy && why === "")) throw appError("bad_input", { field: "why" });
  const chosen = input.fields.length > 0 ? input.fields : fields;
  const carries = CARRIES[input.format];
  if (carries !== undefined && !chosen.includes("names")) throw appError("bad_input", { field: "fields", detail: "names_needed" });
  const held = GROUPS.filter((group) => (carries ?? GROUPS).includes(group) && (chosen.includes(group) || (carries !== undefined && group === "id")));
  const look = exportLook(register, input, now);
  writeDown(register, { kind: input.format, purpose: code, to, why, persons: look.persons, fields: held });
  return look;
}
