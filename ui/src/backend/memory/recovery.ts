// A recovery sheet as the interface sees it: the same 24 words for everybody, and nothing behind them.

import { appError, type RestoredCards, type RestoreFound, type RestoreInput, type SheetPage } from "../index";
import { BUFFER } from "./pairing";
import type { Register } from "./register";

const WORDS = (
  "anchor basket candle desert engine fabric garden hammer island jacket kitchen ladder " +
  "magnet napkin object palace rabbit saddle tunnel umbrella velvet window yellow zebra"
).split(" ");
const SIX = "ocean pepper rocket silver timber voice";

export function sheetPage(buffer: string | null): SheetPage {
  if (buffer === null) throw appError("no_buffer");
  return { words: WORDS, six: SIX, buffer };
}

const means = (typed: string, word: string): boolean =>
  typed === word || (typed.length >= 4 && word.startsWith(typed));

export function wrongWords(typed: string): number[] {
  const words = typed.trim().toLowerCase().split(/\s+/);
  return WORDS.flatMap((word, at) => (means(words[at] ?? "", word) ? [] : [at + 1]));
}

export function testWords(typed: string): boolean {
  const words = typed.trim().split(/\s+/);
  if (words.length !== WORDS.length) throw appError("bad_input", { field: "words", detail: `count:${words.length}` });
  const [wrong] = wrongWords(typed);
  if (wrong !== undefined) throw appError("bad_input", { field: "words", detail: `word:${wrong}` });
  return true;
}

export function lookAtSheet(input: RestoreInput, now: number): RestoreFound {
  testWords(input.words);
  if (input.buffer.trim() === "") throw appError("bad_input", { field: "buffer" });
  return {
    six: SIX,
    label: "Cuenca",
    placeName: "Cuenca, Batangas",
    federation: "Cuenca OFW Federation",
    writtenAt: now - 86400,
    devices: [input.buffer === BUFFER ? "first device" : "hall laptop"],
  };
}

/** A restore release as it goes: asked for, decided, there. This register is small, so what comes back is what it has. */
export function cardsBack(register: Register, looked: number): RestoredCards {
  if (looked === 0) throw appError("refused", { detail: "no_restore" });
  if (looked === 1) throw appError("refused", { detail: "no_shares" });
  return { persons: register.entries.size, custodians: 3 };
}
