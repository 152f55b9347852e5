// Dates, countries and birth values in the reader's language.

import { language, t, tCode } from "./index.svelte";

const DAY = 86400;
/** Fields of a record that a reader knows under one name. */
const GROUPS: [start: string, name: string][] = [["contact_order", "contacts"], ["consent", "consent"], ["psgc", "barangay"]];
const locales = (): string[] => [language(), "en"];

/** A day, from Unix seconds. */
export function day(seconds: number): string {
  return new Intl.DateTimeFormat(locales(), { day: "numeric", month: "short", year: "numeric" }).format(seconds * 1000);
}

/** A day and its time, from Unix seconds. */
export function dayAndTime(seconds: number): string {
  return new Intl.DateTimeFormat(locales(), {
    day: "numeric", month: "short", year: "numeric", hour: "numeric", minute: "2-digit",
  }).format(seconds * 1000);
}

/** How long ago, in words. */
export function ago(seconds: number, now = Date.now() / 1000): string {
  const days = Math.floor((now - seconds) / DAY);
  if (days < 1) return t("ago-today");
  if (days < 31) return t("ago-days", { count: days });
  if (days < 365) return t("ago-months", { count: Math.round(days / 30.4) });
  return t("ago-years", { count: Math.floor(days / 365) });
}

export function monthName(month: number): string {
  return new Intl.DateTimeFormat(locales(), { month: "long", timeZone: "UTC" }).format(Date.UTC(2024, month - 1, 15));
}

/** A country by its code; the backend's English name where the device has no better one. */
export function country(code: string | null, english: string | null): string {
  if (code === "XS") return t("country-at-sea");
  if (code === null || code === "" || code === "ZZ") return english || t("country-unknown");
  if (language() === "en" && english) return english;
  try {
    const names = new Intl.DisplayNames(locales(), { type: "region", style: "short", fallback: "none" });
    return names.of(code) ?? english ?? code;
  } catch {
    return english ?? code;
  }
}

/** A birth value (`1990-05-03`, `1990-05`, `1990`, `~35@2025`) in words. */
export function birth(value: string): string {
  const age = /^~(\d{1,3})@(\d{4})$/.exec(value);
  if (age !== null) return t("birth-age", { age: age[1]!, year: age[2]! });
  const [year, month, date] = value.split("-").map(Number);
  if (year === undefined || Number.isNaN(year)) return value;
  if (month === undefined) return String(year);
  const options: Intl.DateTimeFormatOptions = { year: "numeric", month: "long", timeZone: "UTC" };
  if (date !== undefined) options.day = "numeric";
  return new Intl.DateTimeFormat(locales(), options).format(Date.UTC(year, month - 1, date ?? 1));
}

/**
 * A field by its code: a column's (`contact2_phones` carries the contact's number), a record's (`contact_phones`) or a
 * form's (`emergencyNote`).
 */
export function fieldName(code: string): string {
  const plain = code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const group = GROUPS.find(([start]) => plain.startsWith(start));
  const contact = /^contact(\d*)_(.+)$/.exec(plain);
  if (group !== undefined || contact === null) return tCode("field", group?.[1] ?? plain);
  const field = tCode("field-contact", contact[2]!);
  return contact[1] === "" ? field : t("field-of-contact", { field, number: Number(contact[1]) });
}

/** A value of a record's history: what is a code or a date there in words, all else as it is. */
export function fieldValue(field: string, value: string): string {
  if (field === "sex") return tCode("sex", value);
  if (field === "birth") return birth(value);
  if (field === "returned") return value === "yes" ? t("returned-unknown") : birth(value);
  if (field === "language" && SPEECH.includes(value)) return tCode("speech", value);
  if (field === "contact_relation") return tCode("relation", value);
  if (FLAGS.includes(field) && (value === "yes" || value === "no")) return t(value);
  return value;
}

/** Languages that have a name in the catalogue. */
const SPEECH = ["fil", "ceb", "ilo", "hil", "bik", "war", "pam", "pag", "en", "ar", "zh", "es", "it"];
const FLAGS = ["removed", "sea_based", "contact_knows_where", "contact_removed"];
