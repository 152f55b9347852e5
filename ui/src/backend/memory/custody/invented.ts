// An invented federation for the in-memory backend: organisations, a desk, requests, bundles, a log. Nobody in it exists.

import type {
  AreaRow,
  CheckRow,
  CosignerRow,
  DecisionRow,
  DeskFacts,
  FederationFacts,
  LogEntryRow,
  ReceiptRow,
  RequestDetail,
  StatementRow,
} from "../../index";
import { countryName, PLACES } from "../places";

const HOUR = 3600;
const DAY = 24 * HOUR;

export const OTHERS = ["Seafarers' Union of Batangas", "St. Therese Parish Social Action", "Batangas State College", "Women Migrants' Circle"];
const WITNESSES = ["Lund University Library", "Free Press Foundation"];

export function federation(me: string, demo: boolean): FederationFacts {
  return {
    name: "Cuenca OFW Federation",
    words: "anchor river basket window candle garden",
    demo,
    n: 5,
    k: 3,
    veto: 2,
    quorum: 5,
    externals: 1,
    coolOff: demo ? 3 : 4 * HOUR,
    fastCoolOff: demo ? 1 : HOUR / 2,
    cardAge: demo ? 0 : 14 * DAY,
    maxWindow: 30 * DAY,
    policyVersion: 1,
    rosterVersion: 1,
    members: [
      { name: me, jurisdiction: "PH", seat: 1, me: true },
      ...OTHERS.map((name, at) => ({ name, jurisdiction: ["PH", "IT", "PH", "HK"][at]!, seat: at + 2, me: false })),
      ...WITNESSES.map((name, at) => ({ name, jurisdiction: ["SE", "CH"][at]!, seat: null, me: false })),
    ],
  };
}

export function cosigners(me: string, at: number, missing: string[] = ["Free Press Foundation"]): CosignerRow[] {
  return federation(me, false).members.map(({ name, seat, me: mine }, index) => ({
    name, seat, me: mine, at: missing.includes(name) ? null : at + 10 * index,
  }));
}

type Figures = [unit: "flag" | "count" | "span", found: number | null, asked: number | null, least: boolean];

const CHECKS: Record<string, Figures> = {
  origin: ["flag", null, null, true],
  logged: ["flag", null, null, true],
  witnesses: ["count", 6, 5, true],
  externals: ["count", 1, 1, true],
  clock: ["span", 0, 600, false],
  policy: ["flag", null, null, true],
  roster: ["flag", null, null, true],
  card: ["flag", null, null, true],
  card_age: ["span", 120 * DAY, 14 * DAY, true],
  card_valid: ["flag", null, null, true],
  card_area: ["flag", null, null, true],
  officers: ["flag", null, null, true],
  recipient: ["flag", null, null, true],
  purpose: ["flag", null, null, true],
  scope: ["count", 4, 120, false],
  scope_90_days: ["count", 16, 240, false],
  requests_90_days: ["count", 2, 6, false],
  window: ["span", 14 * DAY, 30 * DAY, false],
  pending: ["span", 2 * DAY, 7 * DAY, false],
  unused: ["flag", null, null, true],
};

/** All rows; those named with other figures are judged by them, flags named are wrong. */
export function checks(wrong: Record<string, number | null> = {}): CheckRow[] {
  return Object.entries(CHECKS).map(([code, [unit, found, asked, least]]) => {
    const have = code in wrong ? wrong[code]! : found;
    const ok = unit === "flag" ? !(code in wrong) : least ? have! >= asked! : have! <= asked!;
    return { code, ok, unit, found: have, asked, least };
  });
}

const CUENCA: AreaRow = { code: "0401009000", name: "Cuenca", within: "Batangas", held: true };
const areas = (from: number, count: number): AreaRow[] =>
  PLACES.filter((place) => place.level === "barangay")
    .slice(from, from + count)
    .map((place, at) => ({ code: place.code, name: place.name, within: "Cuenca, Batangas", held: at !== count - 1 || count < 4 }));

export interface Outline {
  id: string;
  purpose: string;
  country: string;
  barangays: number;
  /** Hours since it was logged. */
  age: number;
  wrong?: Record<string, number | null>;
  declaration: string;
  approvals?: string[];
  /** Who objects, and whose words the buffer keeps back. */
  objections?: string[];
  /** What it asks for was not shown to this organisation. */
  hidden?: boolean;
}

const OUTLINES: Outline[] = [
  { id: "request-1", purpose: "repatriation", country: "LB", barangays: 4, age: 5, declaration: "Resolution 2026-114, Municipal Council of Cuenca", approvals: [OTHERS[0]!] },
  { id: "request-2", purpose: "evacuation", country: "AE", barangays: 9, age: 2, declaration: "Memorandum 7", wrong: { card_age: 3 * DAY, officers: null } },
  { id: "request-3", purpose: "drill", country: "HK", barangays: 2, age: 1, declaration: "Quarterly drill", approvals: [OTHERS[1]!, OTHERS[2]!] },
  { id: "request-4", purpose: "mass_casualty_family_contact", country: "TW", barangays: 3, age: 24 * 40, declaration: "Resolution 2026-087", approvals: [OTHERS[0]!, OTHERS[1]!, OTHERS[3]!] },
  { id: "request-5", purpose: "restore", country: "", barangays: 1, age: 3, declaration: "Flood report 3, Municipal Council of Cuenca" },
  { id: "request-6", purpose: "evacuation", country: "QA", barangays: 7, age: 4, declaration: "", hidden: true, approvals: [OTHERS[0]!], objections: [OTHERS[1]!] },
];

/** What can be checked of a request that was not shown. */
const UNSEEN = ["logged", "witnesses", "externals", "clock", "roster"];

function rowsOf(one: Outline): CheckRow[] {
  if (one.hidden) return checks({ logged: null }).filter((row) => UNSEEN.includes(row.code));
  const rows = checks(one.wrong);
  return one.purpose !== "restore" ? rows : rows.map((row) => (row.code === "recipient" ? { ...row, code: "recipient_device" } : row));
}

const desk = (now: number, known: boolean): DeskFacts => ({
  known,
  name: "Cuenca Municipal Crisis Desk",
  areas: [CUENCA],
  loggedAt: now - 120 * DAY,
  notBefore: now - 106 * DAY,
  expires: now + 200 * DAY,
  officers: 3,
  signed: 2,
  fingerprint: "copper lantern meadow pillow rocket spoon",
  reviewsOverdue: 0,
});

/** The requests a first exchange finds. */
export function requests(me: string, now: number, demo: boolean): RequestDetail[] {
  const rules = federation(me, demo);
  return OUTLINES.map((one) => detail(one, me, now, rules));
}

function detail(one: Outline, me: string, now: number, rules: FederationFacts): RequestDetail {
  const logged = now - one.age * HOUR;
  const rows = rowsOf(one);
  const old = one.age > 24 * 30;
  const decisions: DecisionRow[] = (one.approvals ?? []).map((organisation, at) => ({
    organisation, me: false, kind: "approve", reason: "in_order", text: "", at: logged + (at + 1) * 600, superseded: false, logged: true,
  }));
  for (const organisation of one.objections ?? []) {
    decisions.push({ organisation, me: false, kind: "object", reason: "", text: "", at: logged + 3600, superseded: false, logged: true });
  }
  const hidden = one.hidden ?? false;
  const right = rows.filter((row) => row.ok).length;
  return {
    row: {
      id: one.id,
      hidden,
      purpose: one.purpose,
      drill: one.purpose === "drill",
      desk: "Cuenca Municipal Crisis Desk",
      country: one.country,
      countryName: one.country === "" ? "" : (countryName(one.country) ?? one.country),
      areas: one.barangays,
      loggedAt: logged,
      phase: old ? "closed" : right === rows.length ? "undecided" : "unchecked",
      decided: null,
      checksOk: right,
      checks: rows.length,
      approvals: decisions.filter((row) => row.kind === "approve").length,
      approvalsNeeded: rules.k,
      objections: one.objections?.length ?? 0,
      objectionsStop: rules.veto,
      times: {
        expires: logged + 2 * DAY,
        coolOffEnds: logged + rules.coolOff,
        fast: false,
        from: logged,
        until: logged + 14 * DAY,
      },
    },
    checks: rows,
    declaration: one.declaration,
    declarationHash: hidden ? "" : "9f2c64c1e3a55d20b7c4418f0be6a1d7352e90a44c8e19d3f6a7bb0152c8de31",
    restore: one.purpose !== "restore" ? null : { device: "anchor velvet summer orange ticket basket", epoch: "51e0aa2c7c1f90a2b4d3e6f708192a3b" },
    desk: hidden ? { ...desk(now, true), signed: 0 } : desk(now, true),
    areas: hidden ? [] : areas(one.barangays, one.barangays),
    scope: {
      compartments: hidden ? 0 : one.barangays, registers: hidden ? 0 : Math.min(2, one.barangays), areasAllowed: 120, areas90Days: 16,
      areas90DaysAllowed: 240, requests90Days: 2, requests90DaysAllowed: 6,
    },
    cosigners: cosigners(me, logged),
    quorum: rules.quorum,
    externals: rules.externals,
    decisions,
    events: old
      ? [
          { kind: "handed_over", organisation: OTHERS[0]!, at: logged + 5 * HOUR, text: "" },
          { kind: "grant_close", organisation: "", at: logged + 9 * DAY, text: "All families were reached." },
          { kind: "deletion_attestation", organisation: "", at: logged + 10 * DAY, text: "Both laptops erased, protocol attached." },
          { kind: "review", organisation: "", at: logged + 20 * DAY, text: "Reached 41 of 43 families within two days." },
        ]
      : [],
    can: [],
    seen: `${one.id}-1`,
  };
}

export function receipts(now: number): ReceiptRow[] {
  const row = (at: number, outcome: string, state: string, bundle = 1): ReceiptRow => ({
    register: `7c1f90a2b4d3${String(at).padStart(4, "0")}`, epoch: `51e0aa2c${String(at).padStart(4, "0")}`, bundle,
    compartments: outcome === "accepted" ? 60 : 0, outcome, at: now - at * DAY, state,
  });
  return [row(1, "accepted", "live"), row(2, "wrong_share", "live", 2), row(6, "accepted", "live"), row(30, "accepted", "replaced"), row(95, "accepted", "retired")];
}

const ENTRIES: [kind: string, author: number | null, request: string | null][] = [
  ["request", null, "request-3"], ["approve", 1, "request-3"], ["approve", 2, "request-3"], ["request", null, "request-2"],
  ["approve", 0, "request-1"], ["request", null, "request-1"], ["heads-root", null, null], ["statement", 3, null],
  ["review", null, "request-4"], ["lgu-card", 0, null], ["genesis", 0, null],
];

export function entries(now: number): LogEntryRow[] {
  return ENTRIES.map(([kind, author, request], at) => ({
    index: ENTRIES.length - 1 - at, kind, at: now - (at + 1) * 7 * HOUR, request,
    author: author === null ? (kind === "heads-root" ? null : "Cuenca Municipal Crisis Desk") : OTHERS[author]!,
  }));
}

export function statements(now: number): StatementRow[] {
  const counts = { total: 1, received: 0, refused: 1, escalated: 0, gagged: 0, complied: 0 };
  return [
    {
      organisation: OTHERS[3]!, me: false, number: 2, at: now - 20 * DAY, nextBy: now + 70 * DAY, overdue: false, counts,
      texts: [{ language: "en", text: "One demand was received and refused. No share was given to anybody." }], logged: true,
    },
    {
      organisation: OTHERS[0]!, me: false, number: 1, at: now - 140 * DAY, nextBy: now - 40 * DAY, overdue: true,
      counts: { total: 0, received: 0, refused: 0, escalated: 0, gagged: 0, complied: 0 },
      texts: [{ language: "en", text: "We received no demand." }], logged: true,
    },
  ];
}
