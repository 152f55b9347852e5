// Warming the search after a register was opened: the index is built part by part, and keys go in between.

import { backend } from "../../backend";
import { onLock } from "../session/session.svelte";

/** Between two parts there is room for whatever the reader asks. */
const BETWEEN_MS = 5;
let underWay: Promise<boolean> | null = null;
let turn = 0;

async function run(mine: number): Promise<boolean> {
  try {
    while (mine === turn) {
      if (await backend().warmSearch()) return mine === turn;
      await new Promise((next) => setTimeout(next, BETWEEN_MS));
    }
  } catch {
    // A search that stays cold still finds the beginnings of words; what is wrong shows where somebody asks for something.
  }
  return false;
}

/** Resolves once the search is warm; false when that did not come about. */
export function warmUp(): Promise<boolean> {
  underWay ??= run(turn).finally(() => (underWay = null));
  return underWay;
}

onLock(() => {
  turn += 1;
  underWay = null;
});
