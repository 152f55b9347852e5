// The codes the crates send, by the kind under which the catalogue has their words. A code that is added there is added
// here; a test holds every language to this list. Columns (`contact2_phones`) stand with the number 1.

/** Lines of a script that are keys of the catalogue; on the wire they begin with `#` (`ugnay-app`, calls.rs). */
export const SCRIPT = ["script-greeting", "script-who", "question-safe", "question-needs", "script-thanks"] as const;

/** Where a code has come from is named in the comment above its line. */
export const CODES = {
  // ugnay-matching search.rs, ugnay-app people.rs
  why: ["surname", "given", "middle", "nickname", "contact", "place", "employer", "phone", "sounds_like"],
  // ugnay-interchange value/date.rs, entry.rs, vcard.rs, rows/; ugnay-places phone.rs
  problem: [
    "ambiguous_date", "impossible_date", "unreadable_date", "date_in_future", "date_out_of_range", "age_in_birth_column",
    "unreadable_age", "age_does_not_fit", "unreadable_year", "unreadable_choice", "name_incomplete", "name_split_guessed",
    "destination_guessed", "destination_unknown", "destination_leftover", "barangay_missing", "barangay_unknown",
    "phone_digits_lost", "phone_masked", "phone_too_short", "phone_too_long", "phone_unreadable", "phone_ambiguous",
    "phone_leftover", "phone_owner_unclear", "phones_not_lined_up", "email_unreadable", "unknown_relation",
    "consent_refused", "no_such_submission",
  ],
  // ugnay-places phone.rs, while a number is typed
  "phone-warning": [
    "phone_digits_lost", "phone_masked", "phone_too_short", "phone_too_long", "phone_unreadable", "phone_ambiguous",
    "phone_leftover",
  ],
  // ugnay-app import/preview.rs
  "left-out": ["hidden", "empty", "no_header", "left_out"],
  // ugnay-release purpose.rs
  hazard: ["conflict", "disaster", "health", "economic", "accident", "drill"],
  // ugnay-register source.rs
  source: ["typed", "import", "merge", "sync", "undo", "erase", "attempt"],
  // ugnay-model contact.rs; `self` is a person's own number in a call list
  relation: [
    "spouse", "partner", "mother", "father", "child", "sibling", "grandparent", "grandchild", "aunt_uncle", "cousin",
    "niece_nephew", "parent_in_law", "child_in_law", "sibling_in_law", "godparent", "guardian", "neighbour", "friend",
    "employer", "other", "self",
  ],
  // ugnay-model attempt.rs
  result: [
    "reached", "call_back", "busy", "no_answer", "left_message", "wrong_number", "number_off", "not_attempted", "visited",
  ],
  safety: ["safe", "needs_help", "no_news", "missing", "injured", "dead_reported", "declines_contact"],
  need: ["medical", "shelter", "food", "repatriation", "legal", "wages", "protection", "psychosocial"],
  // ugnay-app calls.rs
  state: ["todo", "call_back", "needs_help", "no_news", "other", "safe"],
  // ugnay-model consent, ugnay-app import.rs
  purpose: ["hold", "buffer", "emergency", "desk", "statistics"],
  // ugnay-app places.rs
  level: ["barangay", "municipality", "city", "province", "region", "area"],
  // Steps of work that takes a while: ugnay-app import.rs, sync.rs, linkage.rs
  step: ["reading", "matching", "saving", "sending", "receiving"],
  // Why a form was not accepted: ugnay-app forms.rs (`detail`)
  "bad-input": ["name_needed", "too_long", "too_many", "control_character"],
} as const;

/** Fields of a record in its history: ugnay-model field.rs, in snake case (ugnay-app history.rs). */
export const RECORD_FIELDS = [
  "removed", "given", "middle", "surname", "suffix", "nickname", "birth", "sex", "barangay", "psgc_release", "purok",
  "country", "place", "sea_based", "occupation", "employer", "worksite", "phones", "emails", "handles", "language",
  "emergency_note", "confirmed", "contact_order", "contact_name", "contact_relation", "contact_phones", "contact_handle",
  "contact_language", "contact_place", "contact_hours", "contact_knows_where", "contact_removed", "civil_status",
  "remarks", "year_departed", "provenance", "agency", "returned", "consent_hold", "consent_buffer", "consent_emergency",
  "consent_desk", "consent_statistics", "attempt", "note", "not_same", "unknown",
] as const;

/** What a column can mean: ugnay-interchange field.rs. */
export const COLUMN_FIELDS = [
  "ignore", "not_collected", "row_number", "record_id", "full_name", "surname", "given", "middle", "suffix", "nickname",
  "sex", "birth_date", "age", "civil_status", "barangay", "address", "purok", "destination", "destination_place",
  "destination_employer", "sea_based", "occupation", "employer", "phone", "phone_both", "email", "handle",
  "year_departed", "agency", "consent", "remarks", "form_index", "parent_index", "contact1_name", "contact1_relation",
  "contact1_phones", "contact1_name_relation", "contact1_name_phone",
] as const;
