// The buffer as the interface sees it, without a network. The address chooses what goes wrong: `down`, `slow`, `cert`,
// `nonsense`, `refuse` or `alarm` in it fail in that way; alarms are of another kind each time.

import {
  type AlarmSeen,
  type AppError,
  appError,
  type ErrorCode,
  type JoinFederation,
  type OnProgress,
  type SyncReport,
  type SyncState,
} from "../index";
import { exchanged, live } from "./devices";
import { readText } from "./pairing";
import { alive, copy, type Register } from "./register";
import { withdrew } from "./rights";

/** Every kind of alarm with one of its codes. */
const ALARMS: AlarmSeen[] = [
  { kind: "rollback", code: "log_rollback" }, { kind: "fork", code: "log_fork" }, { kind: "gone", code: "head_missing" },
  { kind: "held_back", code: "log_body_withheld" }, { kind: "other_bytes", code: "record_swapped" },
  { kind: "foreign_writer", code: "shard_foreign_signer" }, { kind: "next_epoch", code: "next_epoch_withheld" },
  { kind: "not_in_log", code: "heads_not_in_log" }, { kind: "signatures", code: "log_too_few_cosignatures" },
  { kind: "other", code: "unnamed" },
];

/** The kind after the one that was raised last: whoever tries again sees them one after the other. */
export function nextAlarm(last: AlarmSeen | null): AlarmSeen {
  return ALARMS[(ALARMS.findIndex(({ kind }) => kind === last?.kind) + 1) % ALARMS.length]!;
}

export function alarmError(seen: AlarmSeen): AppError {
  return appError("buffer_alarm", { detail: seen.code, alarm: seen.kind });
}

const FAILURES: [inAddress: string, code: ErrorCode][] = [
  ["down", "buffer_unreachable"], ["slow", "buffer_slow"], ["cert", "buffer_certificate"],
  ["nonsense", "buffer_nonsense"], ["refuse", "buffer_refused"], ["alarm", "buffer_alarm"],
];

export function syncState(register: Register): SyncState {
  const entries = alive(register);
  return copy({
    ...register.sync,
    onlyDevice: live(register).length < 2,
    devices: live(register).filter((one) => one.kind === "device").length,
    savedHere: entries.length,
    unsent: [...register.entries.values()].filter((entry) => entry.unsent).length,
  });
}

/** The federation's own words, the same for everybody who joins it. */
const SIX_WORDS = "anchor river basket window candle garden";

export function join(register: Register, input: JoinFederation): SyncState {
  if (!/^https?:\/\/[^\s/]+/.test(input.buffer.trim())) throw appError("bad_input", { field: "buffer" });
  if (input.words.trim().split(/\s+/).length !== 12) throw appError("bad_input", { field: "words" });
  if (input.fingerprint === "") throw appError("refused", { detail: `compare:${SIX_WORDS}` });
  if (input.fingerprint !== SIX_WORDS) throw appError("refused", { detail: "fingerprint" });
  Object.assign(register.sync, {
    buffer: input.buffer.trim(),
    federation: "Cuenca OFW Federation",
    protected: { j: 0, n: 5, k: 3, releasable: false },
  });
  return syncState(register);
}

/** A scanned invitation carries the federation's hash: nothing is left to compare. */
export function joinByCode(register: Register, code: string): SyncState {
  readText("join", code);
  const words = Array.from({ length: 12 }, () => "word").join(" ");
  return join(register, { buffer: code.slice(code.indexOf("http")), words, fingerprint: SIX_WORDS });
}

export async function syncNow(
  register: Register,
  now: number,
  report: OnProgress,
  pause: () => Promise<void>,
): Promise<SyncReport> {
  const { sync } = register;
  if (sync.buffer === null) throw appError("no_buffer");
  sync.lastTry = now;
  const waiting = [...register.entries.values()].filter((entry) => entry.unsent);
  report({ step: "sending", done: 0, total: waiting.length });
  await pause();
  const failure = FAILURES.find(([part]) => sync.buffer?.includes(part));
  if (failure !== undefined) {
    sync.lastError = failure[1];
    sync.lastAlarm = failure[1] === "buffer_alarm" ? nextAlarm(sync.lastAlarm) : null;
    throw sync.lastAlarm === null ? appError(failure[1]) : alarmError(sync.lastAlarm);
  }
  report({ step: "sending", done: waiting.length, total: waiting.length });
  await pause();
  report({ step: "receiving", done: 0, total: 0 });
  await pause();
  for (const entry of waiting) entry.unsent = false;
  for (const attempt of register.attempts) attempt.reported = true;
  const again = sync.lastOk !== null;
  Object.assign(sync, {
    kept: alive(register).length,
    lastOk: now,
    lastError: null,
    lastAlarm: null,
    // What was sent stands in the log's next checkpoint, which the second exchange sees.
    provenAt: again && waiting.length === 0 ? now - 1800 : null,
    unprovenSince: again && waiting.length === 0 ? null : now,
    // The second exchange finds the custodians' confirmations, and a device that a colleague added.
    protected: again ? { j: 4, n: 5, k: 3, releasable: true } : { j: 2, n: 5, k: 3, releasable: false },
  });
  if (withdrew(register)) register.epochDue ??= "withdrawn";
  exchanged(register, now, again);
  return {
    pushed: waiting.length,
    pulled: again ? 1 : 0,
    bytesOut: waiting.length * 1300,
    bytesIn: again ? 1300 : 0,
    conflicts: 0,
    protected: sync.protected,
  };
}
