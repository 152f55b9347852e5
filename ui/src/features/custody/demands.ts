// The closed lists of a demand, in the order they are offered.

export const AUTHORITIES = ["police", "immigration", "prosecutor", "court", "intelligence", "military", "local_government", "national_agency", "foreign", "other"];
export const ASKED = ["names", "contacts", "whereabouts", "lists", "keys", "shares", "logs", "access", "equipment", "software", "silence", "other"];
export const OUTCOMES = ["received", "refused", "escalated", "gagged", "complied"];
/** How often a statement is promised, in days. */
export const CADENCE = [30, 90, 180];

/** `2026-11-22` for a date field, from Unix seconds, in this device's time. */
export function toDateField(seconds: number): string {
  const date = new Date(seconds * 1000);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Noon of that day, so that no time zone makes it another; nothing for an empty field. */
export function fromDateField(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return null;
  return Math.floor(new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]), 12).getTime() / 1000);
}
