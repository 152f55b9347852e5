// The first answer to a wish to join: not an error, but the federation's words to compare.

import type { AppError } from "../../backend";

const COMPARE = "compare:";

/** The words to compare, if this refusal asks for that. */
export function wordsToCompare(error: AppError): string | null {
  if (error.code !== "refused" || !error.detail?.startsWith(COMPARE)) return null;
  return error.detail.slice(COMPARE.length).trim() || null;
}
