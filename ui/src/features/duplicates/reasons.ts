// Why two entries were put side by side, in words: codes come from the engine, words from the catalogue.

import type { DuplicatePair, Why } from "../../backend";
import { t, tCode } from "../../i18n/index.svelte";

/** A reason's words. */
export function reasonText(why: Why): string {
  return tCode("match", why.code.replace(".", "-"));
}

/** From here on a pair is called very likely. */
const HIGH = 0.98;

/** How sure the comparison is, in words; a pair on which officers differ is no question of likeness. */
export function sureness(pair: Pick<DuplicatePair, "score" | "why">): string {
  if (pair.why.some((why) => why.code === "together.disputed" || why.code === "together.shared")) return t("dup-sure-open");
  return pair.score >= HIGH ? t("dup-sure-high") : t("dup-sure-likely");
}
