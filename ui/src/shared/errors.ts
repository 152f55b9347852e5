// Words for every error code. The backend sends codes and places, never sentences.

import type { AppError } from "../backend";
import { t, tCode } from "../i18n/index.svelte";

/** Where in a file the error is, in words, or nothing. */
function place(error: AppError): string {
  const parts = [
    error.file,
    error.sheet === null ? null : t("at-sheet", { sheet: error.sheet }),
    error.row === null ? null : t("at-row", { row: error.row }),
    error.column === null ? null : t("at-column", { column: error.column }),
  ];
  return parts.filter(Boolean).join(", ");
}

export function errorText(error: AppError): string {
  const ids = error.code === "bad_input" ? [`bad-input-${error.detail}`, `bad-input-${error.field}`] : [];
  const refused = error.code === "refused" && REFUSED.includes(`refused-${error.detail}`) ? `refused-${error.detail}` : null;
  const word = /^word:(\d+)$/.exec(error.detail ?? "")?.[1];
  if (error.code === "bad_input" && word !== undefined) return t("bad-input-word", { at: word });
  const own = refused ?? ids.find((id) => INPUT_ERRORS.includes(id)) ?? null;
  const known = own === null ? tCode("error", error.code) : t(own);
  const where = place(error);
  return where === "" ? known : t("error-with-place", { error: known, place: where });
}

/** What can be wrong with an input, and inputs that have words of their own. */
const INPUT_ERRORS = [
  "bad-input-name_needed",
  "bad-input-too_long",
  "bad-input-too_many",
  "bad-input-control_character",
  "bad-input-place",
  "bad-input-words",
  "bad-input-buffer",
  "bad-input-code",
  "bad-input-how",
  "bad-input-by",
  "bad-input-socks",
  "bad-input-answers",
  "bad-input-purpose",
  "bad-input-checksum",
  "bad-input-paper_words",
  "bad-input-card",
  "bad-input-to", "bad-input-why", "bad-input-names_needed", "bad-input-after_confirmed",
];

/** Checks of the protocol whose refusal has words of its own. */
const REFUSED = [
  "refused-fingerprint",
  "refused-demo_changed",
  "refused-no_such_invitation",
  "refused-waiting_for_ticket",
  "refused-two_devices",
  "refused-nobody_waits",
  "refused-no_meeting",
  "refused-greeting",
  "refused-too_many_devices",
  "refused-no_letters",
  "refused-two_histories",
  "refused-sheet_unknown",
  "refused-no_restore",
  "refused-no_pass",
  "refused-no_shares",
  "refused-grant_over",
  "refused-sheet_not_read",
  "refused-last_reader",
  "refused-unsent",
  "refused-exchange_first",
  "refused-drill_over",
  "refused-card_elsewhere",
  // A custodian's steps
  "refused-changed_meanwhile", "refused-not_now", "refused-paper_untested", "refused-paper_tested", "refused-unknown_file", "refused-no_genesis",
  "refused-checks", "refused-objection", "refused-older_copy", "refused-compare_words", "refused-roster", "refused-another_federation", "refused-too_many_letters", "refused-recipient", "refused-entry", "refused-not_mine",
  "refused-no_receipt", "refused-not_in_it", "refused-has_a_federation", "refused-not_signed_by_custodians", "refused-no_key_change", "refused-unpublished_demands", "refused-published_demand",
];

/** What somebody can do next, or nothing where there is nothing but trying again. */
export function errorAdvice(error: AppError): string | null {
  const id = `advice-${error.code}`;
  return ADVICE.includes(id) ? t(id) : null;
}

const ADVICE = [
  "advice-damaged",
  "advice-disk",
  "advice-in_use",
  "advice-file_protected",
  "advice-file_not_a_sheet",
  "advice-file_too_large",
  "advice-buffer_unreachable",
  "advice-device_revoked",
  "advice-buffer_certificate",
  "advice-internal",
];
