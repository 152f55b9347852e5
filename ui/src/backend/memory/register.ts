// One register in memory: its people, history, imports and campaigns, and the change sets that take things back.
// The rules are the real register's as far as the interface can see them; nothing is kept beyond the page's life.

import {
  appError,
  type AttemptDto,
  type CampaignRow,
  type CaseDto,
  type ConfirmationDto,
  type ConflictDto,
  type DeviceRow,
  type Draft,
  type HistoryRow,
  type ImportRow,
  type PersonInput,
  type SessionInfo,
  type SheetUse,
  type SyncState,
} from "../index";
import type { ImportMemory } from "./import-memory";

export interface Entry {
  card: PersonInput;
  confirmed: ConfirmationDto | null;
  conflicts: ConflictDto[];
  case: CaseDto;
  history: HistoryRow[];
  /** Goes up with every change; an undo is refused when it is not the one it left behind. */
  version: number;
  /** Changed since it was last sent. */
  unsent: boolean;
  removed: boolean;
  importId: string | null;
}

export interface StoredAttempt extends AttemptDto {
  campaign: string;
  person: string;
  callAfter: number | null;
}

/** What a change says of itself. */
export interface Told {
  kind: "typed" | "undo" | "attempt";
  fields: string[];
  /** It had added the person. */
  added?: boolean;
}

export interface Change extends Told {
  entry: Entry | null;
  version: number;
  back: () => void;
  at: number;
  undone: boolean;
}

export interface Register {
  info: Omit<SessionInfo, "persons">;
  passphrase: string;
  officer: string;
  entries: Map<string, Entry>;
  imports: ImportRow[];
  campaigns: CampaignRow[];
  attempts: StoredAttempt[];
  changes: Map<string, Change>;
  sync: SyncState;
  /** Forms begun and not saved, latest last. */
  drafts: Draft[];
  clock: () => number;
  nextId: number;
  /** Devices and sheets, in the order they were added. */
  readers: DeviceRow[];
  epochBegan: number | null;
  epochDue: string | null;
  /** What was chosen for sheets, and the cells that imports left to look at. */
  importing?: ImportMemory;
  /** The device that a recovery sheet let in. */
  restored?: SheetUse;
}

export function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

export function newRegister(
  info: Omit<SessionInfo, "persons">,
  passphrase: string,
  officer: string,
  clock: () => number,
): Register {
  return {
    info,
    passphrase,
    officer,
    clock,
    drafts: [],
    entries: new Map(),
    imports: [],
    campaigns: [],
    attempts: [],
    changes: new Map(),
    nextId: 1,
    readers: [],
    epochBegan: null,
    epochDue: null,
    sync: {
      buffer: null,
      federation: null,
      demo: info.demo,
      savedHere: 0,
      unsent: 0,
      kept: 0,
      provenAt: null,
      unprovenSince: null,
      lastOk: null,
      lastError: null,
      lastAlarm: null,
      lastTry: null,
      protected: null,
      onlyDevice: true,
      devices: 1,
    },
  };
}

export function freshId(register: Register, kind: string): string {
  register.nextId += 1;
  return `${kind}-${register.nextId}`;
}

export function alive(register: Register): Entry[] {
  return [...register.entries.values()].filter((entry) => !entry.removed);
}

export function entryOf(register: Register, id: string): Entry {
  const entry = register.entries.get(id);
  if (entry === undefined || entry.removed) throw appError("not_found");
  return entry;
}

export function newEntry(card: PersonInput): Entry {
  return {
    card,
    confirmed: null,
    conflicts: [],
    case: { civilStatus: null, remarks: null, yearDeparted: null, source: null, consents: [] },
    history: [],
    version: 0,
    unsent: true,
    removed: false,
    importId: null,
  };
}

/** Notes a change that `back` takes back, and returns the name of its change set. */
export function noteChange(register: Register, entry: Entry | null, back: () => void, told: Told = { kind: "typed", fields: [] }): string {
  const changeSet = freshId(register, "change");
  if (entry !== null) {
    entry.version += 1;
    entry.unsent = true;
  }
  register.changes.set(changeSet, { ...told, entry, version: entry?.version ?? 0, back, at: register.clock(), undone: false });
  return changeSet;
}

export function undoChange(register: Register, changeSet: string): void {
  const change = register.changes.get(changeSet);
  if (change === undefined || change.undone || (change.entry !== null && change.entry.version !== change.version)) {
    throw appError("cannot_undo");
  }
  const { entry } = change;
  const before = entry === null ? null : { ...entry };
  change.back();
  change.undone = true;
  if (entry === null || before === null) return;
  entry.version -= 1;
  entry.unsent = true;
  // Taking back is a change of its own, and can be taken back.
  const { version } = entry;
  register.changes.set(freshId(register, "change"), {
    kind: "undo", fields: change.fields, entry, version, at: register.clock(), undone: false,
    back: () => {
      Object.assign(entry, before);
      change.undone = false;
    },
  });
}
