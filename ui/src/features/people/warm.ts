// Warming after a register was opened: the search, and what look-alikes are found by, are built part by part, and keys go in between.

import { backend } from "../../backend";
import { onLock } from "../session/session.svelte";

/** Between two parts there is room for whatever the reader asks. */
const BETWEEN_MS = 5;
let turn = 0;

async function run(part: () => Promise<boolean>, mine: number): Promise<boolean> {
  try {
    while (mine === turn) {
      if (await part()) return mine === turn;
      await new Promise((next) => setTimeout(next, BETWEEN_MS));
    }
  } catch {
    // What stays cold still finds the beginnings of words; what is wrong shows where somebody asks for something.
  }
  return false;
}

/** Goes on until all parts are built; whoever asks meanwhile waits for the same. */
function warming(part: () => Promise<boolean>): () => Promise<boolean> {
  let underWay: Promise<boolean> | null = null;
  onLock(() => (underWay = null));
  return () => {
    if (underWay === null) {
      const mine = run(part, turn).finally(() => {
        if (underWay === mine) underWay = null;
      });
      underWay = mine;
    }
    return underWay;
  };
}

/** Resolves once the search is warm; false when that did not come about. */
export const warmUp = warming(() => backend().warmSearch());
/** The same for look-alikes. */
export const warmAlike = warming(() => backend().warmLookAlikes());

onLock(() => {
  turn += 1;
});
