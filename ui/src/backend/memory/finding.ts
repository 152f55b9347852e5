// Finding people in the in-memory register: who fits, in order, a page at a time. A large register is looked through in parts,
// so that the page it plays on never stands still; what was found stays until something is written.

import type { PeoplePage, PeopleQuery, PersonInput } from "../index";
import { missed } from "./lists";
import { fullName, match, toRow } from "./people";
import { alive, type Entry, type Register } from "./register";

/** So long the page may stand still for a part. */
const PART_MS = 8;
/** Entries looked at between two looks at the clock. */
const STEP = 200;
/** Sorted at once; what is longer is merged from parts. */
const RUN = 2000;

interface Hit {
  entry: Entry;
  score: number | null;
  why: string[];
}
interface Kept {
  of: string;
  hits: Hit[];
}

const kept = new WeakMap<Register, Kept>();
const ordered = new WeakMap<Register, { of: string; entries: Entry[] }>();
const called = new WeakMap<PersonInput, string>();

/** Changes with every write: each takes an id, or takes an entry out. */
const version = (register: Register): string => `${register.nextId} ${register.entries.size} ${register.changes.size}`;

/** Lets the page draw once a part has taken its time. */
function breathing(): () => Promise<void> | undefined {
  let until = performance.now() + PART_MS;
  return () => {
    if (performance.now() < until) return undefined;
    return new Promise((next) => setTimeout(() => {
      until = performance.now() + PART_MS;
      next();
    }));
  };
}

function nameOf({ card }: Entry): string {
  let name = called.get(card);
  if (name === undefined) called.set(card, (name = fullName(card)));
  return name;
}

async function merged<T>(a: T[], b: T[], before: (x: T, y: T) => boolean, breath: () => Promise<void> | undefined): Promise<T[]> {
  const out: T[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    out.push(before(b[j]!, a[i]!) ? b[j++]! : a[i++]!);
    if (out.length % STEP === 0) await breath();
  }
  for (; i < a.length; i += 1) out.push(a[i]!);
  for (; j < b.length; j += 1) out.push(b[j]!);
  return out;
}

/** Sorted as `Array.sort` would, without ever taking long at once. */
export async function sorted<T>(all: T[], before: (x: T, y: T) => boolean): Promise<T[]> {
  const breath = breathing();
  const compare = (x: T, y: T): number => (before(x, y) ? -1 : before(y, x) ? 1 : 0);
  let runs: T[][] = [];
  for (let at = 0; at < all.length; at += RUN) {
    runs.push(all.slice(at, at + RUN).sort(compare));
    await breath();
  }
  while (runs.length > 1) {
    const next: T[][] = [];
    for (let at = 0; at < runs.length; at += 2) {
      next.push(runs[at + 1] === undefined ? runs[at]! : await merged(runs[at]!, runs[at + 1]!, before, breath));
    }
    runs = next;
  }
  return runs[0] ?? [];
}

async function inOrder(register: Register): Promise<Entry[]> {
  const of = version(register);
  const known = ordered.get(register);
  if (known?.of === of) return known.entries;
  const entries = await sorted(alive(register), (a, b) => nameOf(a) < nameOf(b));
  ordered.set(register, { of, entries });
  return entries;
}

async function hits(register: Register, query: PeopleQuery, now: number): Promise<Hit[]> {
  const typed = query.text.trim() !== "";
  const entries = await inOrder(register);
  const breath = breathing();
  const out: Hit[] = [];
  for (const [at, entry] of entries.entries()) {
    if (at % STEP === 0) await breath();
    if (missed(register, entry, query, now).length > 0) continue;
    const hit = typed ? match(query.text, entry.card) : { score: null, why: [] };
    if (hit !== null) out.push({ entry, ...hit });
  }
  // By name already; the best first where something was typed.
  return typed ? sorted(out, (a, b) => (a.score ?? 0) > (b.score ?? 0)) : out;
}

/** Something may have been written that took no id. */
export function forget(register: Register): void {
  kept.delete(register);
  ordered.delete(register);
}

export async function findPeople(register: Register, query: PeopleQuery, now: () => number): Promise<PeoplePage> {
  const { offset, limit, quick: _, ...rest } = query;
  for (;;) {
    const before = version(register);
    const of = `${before} ${JSON.stringify(rest)} ${query.freshness === null ? "" : now()}`;
    let found = kept.get(register);
    if (found?.of !== of) {
      found = { of, hits: await hits(register, query, now()) };
      // Something was written meanwhile: once more.
      if (version(register) !== before) continue;
      kept.set(register, found);
    }
    const page = found.hits.slice(offset, offset + limit);
    return { total: found.hits.length, rows: page.map(({ entry, score, why }) => toRow(entry, score, why)), complete: true };
  }
}
