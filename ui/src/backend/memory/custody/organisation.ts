// One custodian organisation in memory: its way in, its key on paper, its files. The rules are the real one's as far as the
// interface can see them; nothing is kept beyond the page's life.

import {
  appError,
  type AlarmRow,
  type AlarmSeen,
  type CreateOrganisation,
  type DemandRow,
  type ErrorCode,
  type FilePreview,
  type Handover,
  type LogEntryRow,
  type ObjectionFacts,
  type Organisation,
  type OrganisationSession,
  type PaperTest,
  type ReceiptRow,
  type RequestDetail,
  type StatementRow,
} from "../../index";
import { federation } from "./invented";

const DAY = 86400;
const MIN_PASSPHRASE = 12;
const SETUP = ["paper", "card", "sign", "genesis", "connect", "exchange"] as const;
const PAPER_WORDS = [
  "abandon", "basket", "candle", "dolphin", "eagle", "fabric", "garden", "harvest", "island", "jacket", "kitchen", "lantern",
  "mango", "narrow", "orange", "pencil", "quarter", "river", "silver", "tunnel", "umbrella", "village", "window", "yellow",
];
const NEXT_WORDS = [...PAPER_WORDS].reverse();

export interface House {
  id: string;
  name: string;
  jurisdiction: string;
  passphrase: string;
  demo: boolean;
  /** When each step of the way in was done. */
  done: Map<string, number>;
  testedAt: number | null;
  keySince: number;
  /** A key change under way: what is done of it. */
  change: Map<string, number> | null;
  buffer: string | null;
  lastOk: number | null;
  lastTry: number | null;
  lastError: ErrorCode | null;
  lastAlarm: AlarmSeen | null;
  requests: RequestDetail[];
  receipts: ReceiptRow[];
  handover: Handover;
  demands: DemandRow[];
  publishedAt: number | null;
  statements: StatementRow[];
  entries: LogEntryRow[];
  alarms: AlarmRow[];
  previews: Map<string, FilePreview>;
  /** Requests to which another's objection came by file. */
  objected: Set<string>;
  next: number;
}

const NO_HANDOVER: Handover = { direction: "none", other: null, otherWords: null, steps: [], epochs: 0, taken: 0, canDestroy: false, renewed: 0 };

export function build(input: CreateOrganisation, id: string, now: number): House {
  if (input.name.trim() === "") throw appError("bad_input", { field: "name", detail: "name_needed" });
  if (input.passphrase.length < MIN_PASSPHRASE) throw appError("weak_passphrase", { field: "passphrase" });
  return {
    id, name: input.name.trim(), jurisdiction: input.jurisdiction, passphrase: input.passphrase, demo: false,
    done: new Map(), testedAt: null, keySince: now, change: null, buffer: null, lastOk: null, lastTry: null, lastError: null, lastAlarm: null,
    requests: [], receipts: [], handover: { ...NO_HANDOVER }, demands: [], publishedAt: null, statements: [], entries: [],
    alarms: [], previews: new Map(), objected: new Set(), next: 1,
  };
}

export function sessionOf(house: House): OrganisationSession {
  return { id: house.id, name: house.name, demo: house.demo, autoLockAfter: 900 };
}

export function organisation(house: House): Organisation {
  const founded = house.done.has("genesis");
  return {
    name: house.name,
    jurisdiction: house.jurisdiction,
    fingerprint: "harbor violin cotton planet ticket breeze",
    seat: founded ? 1 : null,
    setup: SETUP.map((code) => ({ code, done: house.done.has(code), at: house.done.get(code) ?? null, part: null, of: null })),
    federation: founded ? federation(house.name, house.demo) : null,
    paper: paper(house),
    buffer: house.buffer,
    lastOk: house.lastOk,
    lastTry: house.lastTry,
    lastError: house.lastError,
    lastAlarm: house.lastAlarm,
  };
}

export const paper = (house: House): Organisation["paper"] => ({
  exists: house.testedAt !== null,
  testedAt: house.testedAt,
  canShow: house.testedAt === null || (house.change !== null && !house.change.has("paper")),
  changeDue: house.keySince + 270 * DAY,
});

const wordsNow = (house: House): string[] => (house.change === null ? PAPER_WORDS : NEXT_WORDS);

export function paperWords(house: House): { words: string[]; fingerprint: string } {
  if (!paper(house).canShow) throw appError("refused", { detail: "paper_tested" });
  return { words: wordsNow(house), fingerprint: "harbor violin cotton planet ticket breeze" };
}

/** Four letters name a word, as on the real list. */
export function paperTest(house: House, typed: string[], now: number): PaperTest {
  const right = wordsNow(house);
  const same = (word: string, at: number): boolean => {
    const given = (typed[at] ?? "").trim().toLowerCase();
    return given === word || (given.length >= 4 && given === word.slice(0, given.length) && given.length === 4);
  };
  const wrong = right.flatMap((word, at) => (same(word, at) ? [] : [at + 1]));
  if (wrong.length === 0) {
    if (house.change !== null) house.change.set("paper", now);
    else {
      house.testedAt = now;
      house.done.set("paper", now);
    }
  }
  return { ok: wrong.length === 0, wrong, paper: paper(house) };
}

const KINDS = ["genesis_draft", "genesis", "desk_card_draft", "organisation_card", "handover", "handover_done", "objection"];

const OBJECTOR = "Lipa Diocese Migrants' Desk";

function objectionTo(one: RequestDetail | undefined, now: number): ObjectionFacts | null {
  if (one === undefined) return null;
  const { id, purpose, country, countryName, desk } = one.row;
  return { organisation: OBJECTOR, request: id, purpose, country, countryName, desk, reason: "desk_doubted", text: "We called the desk: nobody there knows of it.", at: now - 1800 };
}

/** An objection counts once, in the log or not; enough of them end the request. */
function objected(house: House, file: FilePreview): void {
  const one = house.requests.find(({ row }) => row.id === file.objection!.request);
  if (one === undefined || house.objected.has(one.row.id)) return;
  house.objected.add(one.row.id);
  one.row.objections += 1;
  if (one.row.objections >= one.row.objectionsStop) one.row.phase = "vetoed";
}

/** A file of these tests is its kind's name as text. */
export function preview(house: House, bytes: Uint8Array, now: number): FilePreview {
  const kind = new TextDecoder().decode(bytes).trim();
  if (bytes.length === 0) throw appError("file_empty");
  if (!KINDS.includes(kind)) throw appError("refused", { detail: "unknown_file" });
  const token = `file-${(house.next += 1)}`;
  const founding = kind.startsWith("genesis");
  const card = kind === "desk_card_draft";
  const objection = kind === "objection" ? objectionTo(house.requests[0], now) : null;
  const shown: FilePreview = {
    token,
    objection,
    kind,
    federation: founding ? federation(house.name, kind === "genesis_draft" ? house.demo : house.demo) : null,
    desk: card
      ? {
          name: "Cuenca Municipal Crisis Desk", areas: [{ code: "0401009000", name: "Cuenca", within: "Batangas", held: true }],
          officers: 3, notBefore: now + 14 * DAY, expires: now + 350 * DAY, fingerprint: "copper lantern meadow pillow rocket spoon",
        }
      : null,
    organisation: founding || card || objection !== null
      ? null
      : { name: "Lipa Diocese Migrants' Desk", jurisdiction: "PH", fingerprint: "marble falcon saddle onion turtle comet", epochs: kind.startsWith("handover") ? 3 : 0 },
    findings: founding ? [{ code: "no_spare", error: false }] : [],
    signed: kind === "genesis" ? 5 : founding ? 2 : card ? 1 : 0,
    needed: founding ? 5 : card ? 3 : 0,
    mine: founding,
    signedHere: kind === "genesis",
    refusal: founding && house.testedAt === null ? "paper_untested" : kind === "handover_done" && !sealed(house) ? "not_mine" : kind === "objection" && house.requests.length === 0 ? "unknown_request" : null,
  };
  house.previews.set(token, shown);
  return shown;
}

const HANDOVER = {
  out: ["successor", "roster", "seal", "receipt", "destroy"],
  in: ["card", "roster", "take", "receipt"],
};

const stepOf = (house: House, code: string) => house.handover.steps.find((step) => step.code === code);
const sealed = (house: House): boolean => house.handover.direction === "out" && stepOf(house, "seal")?.done === true;

/** Does a step of a hand-over; it has to be the next one, as the real rules ask. */
export function handOver(house: House, code: string, now: number): void {
  const next = house.handover.steps.find((step) => !step.done);
  if (next === undefined || next.code !== code) throw appError("refused", { detail: "not_now" });
  Object.assign(next, { done: true, at: now });
  const { handover } = house;
  handover.canDestroy = handover.direction === "out" && stepOf(house, "destroy")?.done === false && stepOf(house, "receipt")?.done === true;
  if (code === "take" || code === "receipt") handover.taken = handover.epochs;
  if (code === "destroy") {
    for (const one of house.receipts) if (one.state === "live" && one.outcome === "accepted") one.state = "handed_on";
  }
}

export function accept(house: House, token: string, now: number): { kind: string; name: string | null } {
  const file = house.previews.get(token);
  if (file === undefined) throw appError("not_found");
  if (file.refusal !== null) throw appError("refused", { detail: file.refusal });
  house.previews.delete(token);
  const { kind } = file;
  if (kind === "genesis_draft") house.done.set("sign", now);
  if (kind === "genesis") for (const step of ["card", "sign", "genesis"]) house.done.set(step, house.done.get(step) ?? now);
  if (kind === "organisation_card" || kind === "handover") begin(house, kind === "handover" ? "in" : "out", file, now);
  if (kind === "objection") objected(house, file);
  if (kind === "handover_done") handOver(house, "receipt", now);
  const names: Record<string, string> = { organisation_card: "roster-signed.ugnay", handover: "handover-receipt.ugnay" };
  return { kind, name: names[kind] ?? (kind.endsWith("_draft") ? `${kind.replace("_draft", "")}-signed.ugnay` : null) };
}

/** A roster that names the other organisation is found in force at the next exchange. */
function begin(house: House, direction: "in" | "out", file: FilePreview, now: number): void {
  const reached = direction === "in" ? 3 : 1;
  house.handover = {
    direction,
    other: file.organisation!.name,
    otherWords: file.organisation!.fingerprint,
    steps: HANDOVER[direction].map((code, at) => ({ code, done: at < reached, at: at < reached ? now : null, part: null, of: null })),
    epochs: 3,
    taken: direction === "in" ? 3 : 0,
    canDestroy: false,
    renewed: 0,
  };
}

/** What an exchange carries on of a hand-over. */
export function exchangeHandover(house: House, now: number): void {
  const next = house.handover.steps.find((step) => !step.done)?.code;
  if (next === "roster" || (next === "receipt" && house.handover.direction === "in")) handOver(house, next, now);
}
