// What somebody has begun to write about a person. It waits while they look elsewhere and is forgotten at the lock.

import type { ContactDto, PersonInput } from "../../backend";
import { onLock } from "../session/session.svelte";

interface Draft {
  card: PersonInput;
  /** What it looked like at the start, to see whether anything was written. */
  before: string;
}

const drafts = $state<Record<string, Draft>>({});

export function emptyPerson(): PersonInput {
  return {
    id: "", surname: "", given: "", middle: "", suffix: "", nickname: "", birth: "", sex: "", barangay: "", purok: "",
    country: "", place: "", seaBased: false, occupation: "", employer: "", worksite: "", phones: [], emails: [],
    handles: [], language: "", emergencyNote: "", contacts: [emptyContact()],
  };
}

export function emptyContact(): ContactDto {
  return {
    id: "", name: "", relation: "", phones: [{ typed: "", e164: null }], handle: "", language: "", place: "", hours: "",
    knowsWhere: false,
  };
}

/** The draft of this person, or nothing. The empty id is the new person's. */
export function draftOf(id: string): PersonInput | null {
  return drafts[id]?.card ?? null;
}

/** Begins a draft from what is saved; gives back the card to write into. */
export function beginDraft(id: string, card: PersonInput): PersonInput {
  drafts[id] = { card, before: JSON.stringify(card) };
  return drafts[id].card;
}

export function isWritten(id: string): boolean {
  const draft = drafts[id];
  return draft !== undefined && JSON.stringify(draft.card) !== draft.before;
}

export function dropDraft(id: string): void {
  delete drafts[id];
}

onLock(() => {
  for (const id of Object.keys(drafts)) delete drafts[id];
});
