// The short message at the foot of the page, with Undo where something can be taken back. One at a time.

import { asAppError } from "../backend";
import { announce } from "./announce.svelte";
import { errorText } from "./errors";

export interface Toast {
  text: string;
  undo: (() => Promise<void>) | null;
}

const PLAIN_MS = 8000;
// Long enough to notice a slip; never shorter than what WCAG 2.2.1 asks for reading time.
const UNDO_MS = 30_000;

let toast = $state.raw<Toast | null>(null);
let timer: ReturnType<typeof setTimeout> | undefined;

export function currentToast(): Toast | null {
  return toast;
}

export function showToast(text: string, undo: (() => Promise<void>) | null = null): void {
  toast = { text, undo };
  announce(text);
  keepToast();
  timer = setTimeout(dropToast, undo === null ? PLAIN_MS : UNDO_MS);
}

/** Holds the message while somebody points at it. */
export function keepToast(): void {
  clearTimeout(timer);
}

export function dropToast(): void {
  clearTimeout(timer);
  toast = null;
}

/** Takes back what the message offers to take back, and says how that went. */
export async function undoToast(done: string): Promise<void> {
  const undo = toast?.undo;
  dropToast();
  if (undo == null) return;
  try {
    await undo();
    showToast(done);
  } catch (thrown) {
    showToast(errorText(asAppError(thrown)));
  }
}
