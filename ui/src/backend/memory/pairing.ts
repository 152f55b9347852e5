// Two devices that meet, as far as one of them can tell: texts of the right form, six words, somebody who comes.

import { appError, type PairingCode } from "../index";

export interface Meeting {
  /** How often this device asked whether the other one is there. */
  asked: number;
  /** This is the new device. */
  guest: boolean;
}

export const SIX_OF_DEVICE = "orbit maple canyon velvet tiger lunar";
export const SIX_OF_WELCOME = "copper island motion rabbit salad window";
/** Where the register that is joined has its buffer. */
export const BUFFER = ["https:", "", "buffer.example"].join("/");
const WORDS = "harbor legend mimic nephew orange pencil quarter ribbon silver tunnel umbrella voyage";

/** A text of that kind; the letters stand for what only the real one holds. */
export function cardText(kind: "card" | "welcome" | "pair" | "join"): string {
  return `ugnay:1:${kind}:${"QmFuZ2thIHNhIGlsb2c".repeat(kind === "card" ? 8 : 3)}`;
}

export function readText(kind: string, text: string): void {
  if (!text.trim().startsWith(`ugnay:1:${kind}:`)) throw appError("bad_input", { field: "code" });
}

/** A picture like a code's: finders and a scatter that is always the same. It says nothing. */
function picture(size: number): { size: number; path: string } {
  const cells: string[] = [];
  const finder = (x: number, y: number): void => {
    cells.push(`M${x} ${y}h7v7h-7zM${x + 1} ${y + 1}v5h5v-5zM${x + 2} ${y + 2}h3v3h-3z`);
  };
  finder(4, 4);
  finder(size - 11, 4);
  finder(4, size - 11);
  for (let y = 13; y < size - 4; y += 1) {
    for (let x = 13; x < size - 4; x += 1) if ((x * 7 + y * 13 + x * y) % 5 < 2) cells.push(`M${x} ${y}h1v1h-1z`);
  }
  return { size, path: cells.join("") };
}

export function meetingCode(buffer: string): PairingCode {
  return { text: `${cardText("pair")}::${buffer}`, qr: picture(53), words: WORDS, buffer };
}
