// The way from a meeting into a person's form and back: what the form saves counts as the answer “changed”.

import { backend, type Saved } from "../../backend";
import { go, to } from "../../routes/router.svelte";

let pending: { area: string; person: string; from: string } | null = null;

/** Opens the form of somebody at a meeting; saving it is the answer. */
export function changeInForm(area: string, person: string, from: string): void {
  pending = { area, person, from };
  go(to("people", person, "edit"));
}

/** The meeting was come back to without saving. */
export function forgetForm(): void {
  pending = null;
}

/** Where a form leads back to if it was opened at a meeting. */
export function meetingOf(person: string): string | null {
  return pending?.person === person && person !== "" ? to("meeting", pending.area) : null;
}

/** Writes the answer down and goes back; false when the form was opened elsewhere. */
export async function savedInMeeting(saved: Saved): Promise<boolean> {
  const asked = pending;
  if (asked === null || asked.person !== saved.id) return false;
  await backend().meetingMark({ ...asked, mark: "changed", changeSet: saved.changeSet });
  pending = null;
  go(to("meeting", asked.area));
  return true;
}
