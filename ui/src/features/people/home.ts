// When somebody came home: a day as far as it is known, `yes` where nobody said when, a list's own words, nothing while abroad.

import { birth } from "../../i18n/format";
import { t } from "../../i18n/index.svelte";
import { readBirth, writeBirth, type Birth } from "./birth";

const DATE = /^\d{4}(-\d{2}){0,2}$/;

/** What is known of the day, to be written on. */
export const readHome = (value: string): Birth => readBirth(DATE.test(value) ? value : "");

/** The value to save for somebody who is home. */
export const writeHome = (day: Birth): string => writeBirth({ ...day, kind: "date" }, 0) || "yes";

/** When, in words. */
export function homeInWords(value: string): string {
  if (value === "yes") return t("returned-unknown");
  return DATE.test(value) ? t("returned-since", { when: birth(value) }) : t("returned-words", { words: value });
}
