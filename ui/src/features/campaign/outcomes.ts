// The outcomes of one tap, in the order an officer needs them. The first group is for when somebody answered.

import type { OutcomeInput } from "../../backend";
import type { IconName } from "../../shared/icons";

export interface QuickOutcome {
  id: string;
  icon: IconName;
  tone: "good" | "bad" | "";
  result: string;
  safety: string | null;
  /** Seconds until the next try is due, if one is. */
  again: number | null;
}

const HOUR = 3600;

export const ANSWERED: QuickOutcome[] = [
  { id: "safe", icon: "check", tone: "good", result: "reached", safety: "safe", again: null },
  { id: "needs-help", icon: "help", tone: "bad", result: "reached", safety: "needs_help", again: null },
  { id: "no-news", icon: "question", tone: "", result: "reached", safety: "no_news", again: null },
  { id: "declines", icon: "hand", tone: "", result: "reached", safety: "declines_contact", again: null },
];

export const NOT_ANSWERED: QuickOutcome[] = [
  { id: "no-answer", icon: "phone-off", tone: "", result: "no_answer", safety: null, again: 2 * HOUR },
  { id: "call-back", icon: "clock", tone: "", result: "call_back", safety: null, again: HOUR },
  { id: "wrong-number", icon: "cross", tone: "", result: "wrong_number", safety: null, again: null },
  { id: "number-off", icon: "phone-off", tone: "", result: "number_off", safety: null, again: null },
  { id: "left-message", icon: "message", tone: "", result: "left_message", safety: null, again: 4 * HOUR },
  { id: "visited", icon: "home", tone: "good", result: "visited", safety: "safe", again: null },
];

export const NEEDS = ["medical", "shelter", "food", "repatriation", "legal", "wages", "protection", "psychosocial"];

export function outcomeInput(
  quick: QuickOutcome,
  at: { campaign: string; person: string; contact: string; now: number; needs?: string[]; consentReferral?: boolean },
): OutcomeInput {
  return {
    campaign: at.campaign,
    person: at.person,
    contact: at.contact,
    result: quick.result,
    safety: quick.safety,
    needs: at.needs ?? [],
    step: null,
    callAfter: quick.again === null ? null : at.now + quick.again,
    consentReferral: at.consentReferral ?? false,
  };
}
