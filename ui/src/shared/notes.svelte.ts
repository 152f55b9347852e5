// Errors that are said on the screen now. What fails in two parts of a pane for one reason is said once there, and trying again
// tries both. Another pane (the list beside a person) says its own: on a phone only one of them is on the screen.

import { untrack } from "svelte";

export interface Note {
  /** What went wrong, the same in every language. */
  what: string;
  /** The part of the screen it stands in. */
  pane: Element | null;
  retry?: () => void;
}

let notes = $state.raw<Note[]>([]);

const alike = (note: Note): Note[] => notes.filter(({ what, pane }) => what === note.what && pane === note.pane);

/** A note that is on the screen from now on; returns how to take it away. */
export function say(note: Note): () => void {
  untrack(() => (notes = [...notes, note]));
  return () => void (notes = notes.filter((one) => one !== note));
}

/** Whether this note is the one that is read. */
export const isFirst = (note: Note): boolean => alike(note)[0] === note;

/** What trying again does: all that failed alike. Nothing when none of it can be tried again. */
export function retries(note: Note): (() => void) | undefined {
  const all = alike(note).flatMap(({ retry }) => (retry === undefined ? [] : [retry]));
  return all.length === 0 ? undefined : () => all.forEach((retry) => retry());
}
