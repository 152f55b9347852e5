// What a register in memory keeps of imports: choices for sheets of a shape, and the cells left to look at.

import { appError, type ImportProblem, type LaterList, type LaterRow, type PersonInput } from "../index";
import { fullName } from "./people";
import type { Register } from "./register";

/** Choices for sheets with the same titles. */
export interface Choices {
  fields: Map<string, string>;
  taken: Map<string, boolean>;
  dateOrder: string | null;
}

interface Later extends Omit<LaterRow, "name"> {
  importId: string;
  done: boolean;
}

export interface ImportMemory {
  choices: Map<string, Choices>;
  places: Map<string, string>;
  later: Later[];
  /** Corrections by what the row says, then by column. */
  fixes: Map<string, Map<string, { now: string; person: string }>>;
  /** Cards as they were before an import took something over, by the import. */
  before: Map<string, PersonInput[]>;
}

const SHOWN = 200;

export function memoryOf(register: Register): ImportMemory {
  register.importing ??= { choices: new Map(), places: new Map(), later: [], fixes: new Map(), before: new Map() };
  return register.importing;
}

export const noChoices = (): Choices => ({ fields: new Map(), taken: new Map(), dateOrder: null });

/** An erased person leaves no correction. */
export function forgetFixes(register: Register, person: string): void {
  for (const columns of memoryOf(register).fixes.values()) {
    for (const [column, one] of columns) if (one.person === person) columns.delete(column);
  }
}

/** The doubtful cells of a person who was written. */
export function keepLater(register: Register, importId: string, person: string, problems: ImportProblem[]): void {
  const { later } = memoryOf(register);
  for (const { file, sheet, row, column, field, code } of problems) {
    const id = `${importId}/${later.length}`;
    later.push({ id, importId, person, file, sheet, row, column: column ?? "", field: field ?? "", code, done: false });
  }
}

export function laterList(register: Register): LaterList {
  const undone = new Set(register.imports.filter((one) => one.undone).map((one) => one.id));
  const mine = memoryOf(register).later.filter((one) => {
    const entry = register.entries.get(one.person);
    return !undone.has(one.importId) && entry !== undefined && !entry.removed;
  });
  const open = mine.filter((one) => !one.done);
  return {
    rows: open.slice(0, SHOWN).map(({ importId: _, done: __, ...row }) => ({ ...row, name: fullName(register.entries.get(row.person)!.card) })),
    open: open.length,
    done: mine.length - open.length,
  };
}

export function tickLater(register: Register, id: string, done: boolean): LaterList {
  const one = memoryOf(register).later.find((row) => row.id === id);
  if (one === undefined) throw appError("not_found");
  one.done = done;
  return laterList(register);
}
