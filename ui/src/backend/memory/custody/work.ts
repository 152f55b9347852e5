// What a running custodian does, in memory: exchanging, deciding, keeping its key, recording demands, watching the log.

import {
  appError,
  type CustodyExchange,
  type CustodyHome,
  type CustodyTask,
  type DecideInput,
  type DemandInput,
  type Demands,
  type ErrorCode,
  type KeyChange,
  type LogState,
  type OnProgress,
  type Receipts,
  type RequestDetail,
  type StatementInput,
} from "../../index";
import { cosigners, entries, OTHERS, receipts, requests, statements } from "./invented";
import { alarmError, nextAlarm } from "../syncing";
import { exchangeHandover, type House, organisation } from "./organisation";

const DAY = 86400;
const QUARTER = 91 * DAY;
const OVER = ["vetoed", "closed", "expired"];
const KEY_STEPS = ["born", "paper", "roster", "reseal", "destroy"];
const FAILURES: [inAddress: string, code: ErrorCode][] = [
  ["down", "buffer_unreachable"], ["cert", "buffer_certificate"], ["alarm", "buffer_alarm"], ["refuse", "buffer_refused"],
];

export function connect(house: House, buffer: string, now: number): void {
  if (!house.done.has("genesis")) throw appError("refused", { detail: "no_genesis" });
  if (!/^https?:\/\/[^\s/]+/.test(buffer.trim())) throw appError("bad_input", { field: "buffer" });
  house.buffer = buffer.trim();
  house.done.set("connect", now);
}

export async function exchange(house: House, now: number, report: OnProgress, pause: () => Promise<void>): Promise<CustodyExchange> {
  if (house.buffer === null) throw appError("no_buffer");
  house.lastTry = now;
  for (const step of ["mirroring", "checking", "sending"]) {
    report({ step, done: 0, total: 0 });
    await pause();
    const failure = FAILURES.find(([part]) => house.buffer!.includes(part));
    if (failure !== undefined) {
      house.lastError = failure[1];
      house.lastAlarm = failure[1] === "buffer_alarm" ? nextAlarm(house.lastAlarm) : null;
      if (house.lastAlarm === null) throw appError(failure[1]);
      house.alarms.unshift({ seen: house.lastAlarm, at: now });
      throw alarmError(house.lastAlarm);
    }
  }
  const first = house.lastOk === null;
  if (first) {
    house.requests = requests(house.name, now, house.demo);
    house.receipts = receipts(now);
    house.entries = entries(now);
    house.statements = [...statements(now), ...house.statements];
  }
  exchangeHandover(house, now);
  house.lastOk = now;
  house.lastError = null;
  house.lastAlarm = null;
  house.done.set("exchange", house.done.get("exchange") ?? now);
  const moved = house.requests.filter((one) => advance(house, one, now)).length;
  return {
    entries: first ? house.entries.length : moved, cosigned: house.entries.length,
    accepted: first ? 4 : 0, refused: first ? 1 : 0, requests: first ? house.requests.length : 0, handedOver: moved,
    takenOver: first ? 1 : 0, retired: 0,
  };
}

/** What others did since: an approved request finds its quorum, and after the cool-off its shares are handed over. */
function advance(house: House, one: RequestDetail, now: number): boolean {
  for (const decision of one.decisions) decision.logged = true;
  const { row } = one;
  if (row.decided !== "approve" || OVER.includes(row.phase)) return false;
  if (row.approvals < row.approvalsNeeded) {
    const organisation = OTHERS.find((name) => !one.decisions.some((decision) => decision.organisation === name))!;
    one.decisions.push({ organisation, me: false, kind: "approve", reason: "in_order", text: "", at: now, superseded: false, logged: true });
    row.approvals += 1;
    return false;
  }
  if (row.phase !== "waiting" || (row.times.coolOffEnds ?? Infinity) > now) return false;
  row.phase = "granted";
  one.events.push({ kind: "handed_over", organisation: house.name, at: now, text: "" });
  return true;
}

/**
 * What can still be decided: nothing once it is over; no approval while a check is wrong, after an objection or a grant. `can.json`
 * holds this and the program (`ugnay-app`, custody/may.rs) to the same.
 */
export function can(one: RequestDetail, granted: boolean): string[] {
  if (OVER.includes(one.row.phase) || one.row.decided === "object") return [];
  const late = granted || one.row.phase === "unchecked" || one.row.checksOk < one.row.checks;
  return ["approve", "object", "refuse"].filter((kind) => kind !== one.row.decided && !(kind === "approve" && late));
}

/** Whether shares of this organisation were handed over. */
const granted = (house: House, one: RequestDetail): boolean =>
  one.events.some((event) => event.kind === "handed_over" && event.organisation === house.name);

export function request(house: House, id: string): RequestDetail {
  const found = house.requests.find((one) => one.row.id === id);
  if (found === undefined) throw appError("not_found");
  return { ...found, can: can(found, granted(house, found)) };
}

export function decide(house: House, input: DecideInput, now: number): RequestDetail {
  const one = house.requests.find(({ row }) => row.id === input.request);
  if (one === undefined) throw appError("not_found");
  if (one.seen !== input.seen) throw appError("refused", { detail: "changed_meanwhile" });
  if (input.kind === "approve" && one.row.checksOk < one.row.checks) throw appError("refused", { detail: "checks" });
  if (input.kind === "approve" && one.restore !== null && !input.compared) throw appError("refused", { detail: "compare_words" });
  if (!can(one, granted(house, one)).includes(input.kind)) throw appError("refused", { detail: "not_now" });
  if ((input.kind === "approve") !== (input.reason === "in_order")) throw appError("bad_input", { field: "reason" });
  for (const decision of one.decisions) if (decision.me) decision.superseded = true;
  one.decisions.push({
    organisation: house.name, me: true, kind: input.kind, reason: input.reason, text: input.text, at: now, superseded: false, logged: false,
  });
  const count = (kind: string): number => one.decisions.filter((d) => d.kind === kind && !d.superseded).length;
  const { row } = one;
  Object.assign(row, { decided: input.kind, approvals: count("approve"), objections: count("object") });
  row.phase = input.kind === "approve" ? "waiting" : row.objections >= row.objectionsStop ? "vetoed" : "declined";
  const version = Number(/\d+$/.exec(one.seen)![0]) + 1;
  one.seen = one.seen.replace(/\d+$/, String(version));
  return request(house, row.id);
}

export function home(house: House, now: number): CustodyHome {
  const rows = house.requests.map(({ row }) => row);
  return {
    organisation: organisation(house),
    waiting: rows.filter((row) => ["undecided", "unchecked"].includes(row.phase)).sort((a, b) => a.times.expires - b.times.expires),
    running: rows.filter((row) => ["waiting", "granted", "declined"].includes(row.phase)),
    tasks: tasks(house, now),
    registers: house.receipts.filter((row) => row.state === "live" && row.outcome === "accepted").length,
  };
}

function tasks(house: House, now: number): CustodyTask[] {
  const task = (code: string, count: number | null = null, due: number | null = null): CustodyTask => ({
    code, count, due, overdue: due !== null && due < now,
  });
  const hidden = house.requests.filter(({ row }) => row.hidden && !OVER.includes(row.phase)).length;
  const refused = house.receipts.filter((row) => row.state === "live" && row.outcome !== "accepted").length;
  return [
    ...(house.alarms.length > 0 ? [task("alarm", house.alarms.length)] : []),
    ...(house.testedAt === null ? [task("paper")] : []),
    ...(house.done.size < 6 && house.testedAt !== null ? [task("setup")] : []),
    ...(house.lastOk !== null && now - house.lastOk > 7 * DAY ? [task("exchange", null, house.lastOk + 7 * DAY)] : []),
    ...(refused > 0 ? [task("refused_bundles", refused)] : []),
    ...(hidden > 0 ? [task("hidden_requests", hidden)] : []),
    ...(house.lastOk === null ? [] : [task("statement", null, statementDue(house)), task("drill", null, now + 40 * DAY)]),
  ];
}

const statementDue = (house: House): number =>
  house.statements.find((one) => one.me)?.nextBy ?? (house.lastOk ?? 0) + QUARTER;

export function receiptsOf(house: House): Receipts {
  const live = house.receipts.filter((row) => row.state === "live");
  const kept = live.filter((row) => row.outcome === "accepted");
  return { kept: kept.length, shares: kept.reduce((sum, row) => sum + row.compartments, 0), refused: live.length - kept.length, rows: house.receipts };
}

export function keyChange(house: House): KeyChange {
  const change = house.change;
  return {
    since: house.keySince,
    due: house.keySince + 270 * DAY,
    running: change !== null,
    steps: change === null ? [] : KEY_STEPS.map((code) => ({ code, done: change.has(code), at: change.get(code) ?? null, part: null, of: null })),
    live: receiptsOf(house).kept,
    retired: house.receipts.filter((row) => row.state === "retired").length,
  };
}

export function finishKeyChange(house: House, now: number): { resealed: number; dropped: number } {
  if (house.change === null || !house.change.has("paper")) throw appError("refused", { detail: "paper_untested" });
  const { live, retired } = keyChange(house);
  house.receipts = house.receipts.filter((row) => row.state !== "retired");
  Object.assign(house, { change: null, keySince: now, testedAt: now });
  return { resealed: live, dropped: retired };
}

export function demands(house: House, now: number): Demands {
  const count = (outcome: string): number => house.demands.filter((row) => row.outcome === outcome).length;
  const due = house.lastOk === null ? null : statementDue(house);
  return {
    rows: [...house.demands].reverse(),
    counts: { total: house.demands.length, received: count("received"), refused: count("refused"), escalated: count("escalated"), gagged: count("gagged"), complied: count("complied") },
    publishedAt: house.publishedAt,
    unpublished: house.demands.filter((row) => !row.published).length,
    statements: house.statements,
    nextDue: due,
    overdue: due !== null && due < now,
  };
}

export function saveDemand(house: House, input: DemandInput, now: number): void {
  if (input.asked.length === 0) throw appError("bad_input", { field: "asked" });
  if (input.receivedAt > now) throw appError("bad_input", { field: "received_at" });
  const known = house.demands.find((row) => row.id === input.id);
  if (input.id !== null && known === undefined) throw appError("not_found");
  const { id: _, ...values } = input;
  if (known === undefined) {
    house.demands.push({ ...values, id: `demand-${(house.next += 1)}`, history: [], published: false });
    return;
  }
  if (known.outcome !== input.outcome) known.history.push({ outcome: known.outcome, at: now });
  Object.assign(known, values, { published: false });
}

export function publishDemands(house: House, now: number): void {
  if (house.buffer === null) throw appError("no_buffer");
  for (const row of house.demands) row.published = true;
  house.publishedAt = now;
}

export function state(house: House, input: StatementInput, now: number): void {
  if (house.buffer === null) throw appError("no_buffer");
  if (input.texts.every(({ text }) => text.trim() === "")) throw appError("bad_input", { field: "text" });
  if (house.demands.some((row) => !row.published)) throw appError("refused", { detail: "unpublished_demands" });
  if (input.none === true && house.demands.length > 0) throw appError("bad_input", { field: "none" });
  const own = house.statements.filter((one) => one.me);
  for (const one of own) one.overdue = false;
  house.statements.unshift({
    organisation: house.name, me: true, number: own.length + 1, at: now, nextBy: input.nextBy, overdue: false, none: input.none ?? false,
    counts: demands(house, now).counts, texts: input.texts, logged: false,
  });
}

export function log(house: House): LogState {
  return {
    origin: "buffer.example/cuenca",
    size: house.entries.length,
    root: house.entries.length === 0 ? "" : "b41c7d0f9e2a6683c5a1d4f0e7b98c2a31f5d6e7a8b9c0d1e2f3a4b5c6d7e8f9",
    checkpointAt: house.lastOk,
    cosigners: house.lastOk === null ? [] : cosigners(house.name, house.lastOk - 900),
    quorum: 5,
    externals: 1,
    cosigned: house.lastOk === null ? null : house.entries.length,
    alarms: house.alarms,
    entries: house.entries,
    verify: `ugnay log verify ${house.buffer ?? ""}`,
  };
}
