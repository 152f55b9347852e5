// How a request's phase, a decision and a task look: an icon and a tone beside their words.

import type { RequestRow } from "../../backend";
import type { IconName } from "../../shared/icons";

export const PHASE_ICON: Record<string, IconName> = {
  unchecked: "warn", undecided: "question", declined: "cross", waiting: "clock", granted: "check", vetoed: "hand", closed: "lock", expired: "clock",
};
export const PHASE_TONE: Record<string, string> = {
  unchecked: "bad", undecided: "warn", declined: "", waiting: "warn", granted: "good", vetoed: "bad", closed: "", expired: "",
};
export const DECISION_ICON: Record<string, IconName> = { approve: "check", object: "hand", refuse: "cross" };
export const DECISION_TONE: Record<string, string> = { approve: "good", object: "bad", refuse: "" };

/** Reasons of everything but an approval, in the order they are offered. */
export const REASONS = [
  "no_emergency", "scope_too_wide", "campaign_suffices", "enforcement_suspected", "desk_doubted", "declaration_unverified", "cannot_act", "other",
];

/** The check rows under the headings of the screen; together they are all rows, in their order. */
export const CHECK_GROUPS: [group: string, codes: string[]][] = [
  ["log", ["origin", "logged", "witnesses", "externals", "clock"]],
  ["rules", ["policy", "roster"]],
  ["desk", ["card", "card_age", "card_valid", "card_area", "officers", "recipient", "recipient_device"]],
  ["scope", ["purpose", "scope", "scope_90_days", "requests_90_days"]],
  ["time", ["window", "pending", "unused"]],
];

export const over = (row: RequestRow): boolean => ["vetoed", "closed", "expired"].includes(row.phase);

export interface Clock {
  /** Message while it runs, and once it is over. */
  word: string;
  done: string;
  from: number;
  until: number;
}

/** Which time counts down now, and under which words; nothing when the request is over. */
export function counting(row: RequestRow, now: number): Clock | null {
  const { times } = row;
  const start = row.loggedAt ?? times.from;
  if (over(row)) return null;
  if (row.phase === "granted") return { word: "countdown-until", done: "countdown-until-over", from: times.from, until: times.until };
  if (row.phase === "waiting" && times.coolOffEnds !== null && times.coolOffEnds > now) {
    return { word: "countdown-cool-off", done: "countdown-cool-off-over", from: start, until: times.coolOffEnds };
  }
  return { word: "countdown-expires", done: "countdown-expires-over", from: start, until: times.expires };
}
