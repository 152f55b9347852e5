// How long entries are kept in the in-memory register: by the last confirmation, of who came home by its own number of years and
// not before as many have passed since a day that is known. Who was never confirmed counts from the register's beginning.

import { appError, type PastPeople, type Retention, type RetentionInput } from "../index";
import { toRow } from "./people";
import { alive, type Entry, type Register } from "./register";

const YEAR = 31_557_600;
const rules = new WeakMap<Register, Omit<Retention, "past">>();
const began = new WeakMap<Register, number>();

const rule = (register: Register): Omit<Retention, "past"> =>
  rules.get(register) ?? { afterConfirmed: 3, afterReturned: 2, setBy: null, setAt: null };

function past(register: Register, now: number): Entry[] {
  if (!began.has(register)) began.set(register, now);
  const { afterConfirmed, afterReturned } = rule(register);
  const line = (entry: Entry): number => now - (entry.card.returned === "" ? afterConfirmed : afterReturned) * YEAR;
  const lately = new Date((now - afterReturned * YEAR) * 1000).toISOString().slice(0, 10);
  const stays = ({ card: { returned } }: Entry): boolean => /^[12]\d{3}/.test(returned) && returned >= lately;
  const since = (entry: Entry): number => entry.confirmed?.at ?? began.get(register) ?? now;
  return alive(register).filter((entry) => since(entry) < line(entry) && !stays(entry)).sort((a, b) => since(a) - since(b));
}

export const retention = (register: Register, now: number): Retention => ({ ...rule(register), past: past(register, now).length });

export function setRetention(register: Register, { afterConfirmed, afterReturned }: RetentionInput, now: number): Retention {
  const years = { after_confirmed: afterConfirmed, after_returned: afterReturned };
  for (const [field, n] of Object.entries(years)) if (!(n >= 1 && n <= 20)) throw appError("bad_input", { field });
  rules.set(register, { afterConfirmed, afterReturned, setBy: register.officer, setAt: now });
  return retention(register, now);
}

export function pastPeople(register: Register, limit: number, now: number): PastPeople {
  const rows = past(register, now).slice(0, limit).map((entry) => ({ row: toRow(entry), returned: entry.card.returned || null }));
  return { rule: retention(register, now), rows };
}
