// The codes the crates send, by the kind under which the catalogue has their words. A code that is added there is added
// here; a test holds every language to this list. Columns (`contact2_phones`) stand with the number 1.

/** Lines of a script that are keys of the catalogue; on the wire they begin with `#` (`ugnay-app`, calls.rs). */
export const SCRIPT = ["script-greeting", "script-who", "question-safe", "question-needs", "script-thanks"] as const;

/** Kinds of alarms: ugnay-app dto/alarm.rs. */
export const ALARMS = [
  "rollback", "fork", "gone", "held_back", "other_bytes", "foreign_writer", "next_epoch", "not_in_log", "signatures", "other",
] as const;

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
    "consent_refused", "no_such_submission", "two_countries", "said_returned", "said_died", "age_not_exact", "differs",
  ],
  // ugnay-places phone.rs, while a number is typed
  "phone-warning": [
    "phone_digits_lost", "phone_masked", "phone_too_short", "phone_too_long", "phone_unreadable", "phone_ambiguous",
    "phone_leftover",
  ],
  // ugnay-app import/preview.rs
  "left-out": ["hidden", "empty", "no_header", "left_out"],
  // ugnay-app import/commit.rs, of whole sheets
  left: ["hidden", "no_header", "left_out", "form_definition", "same_file"],
  // ugnay-release purpose.rs
  hazard: ["conflict", "disaster", "health", "economic", "accident", "drill"],
  // ugnay-register source.rs
  source: ["typed", "import", "merge", "sync", "undo", "erase", "attempt"],
  // ugnay-register source.rs, as a title; ugnay-app changes.rs, lists.rs
  action: ["typed", "import", "merge", "sync", "undo", "erase", "attempt", "export"],
  "change-blocked": ["undone", "erased", "changed_since", "nothing_left", "log"],
  // ugnay-app export/purpose.rs, export/log.rs
  "given-for": ["own-copy", "crisis", "help", "visit", "planning", "other", "access", "work"],
  "given-kind": [
    "csv", "xlsx", "vcard", "pfif", "hxl", "access_json", "access_pdf", "sheet_meeting", "sheet_calls", "sheet_card",
    "sheet_consent", "sheet_plan",
  ],
  group: [
    "id", "names", "sex", "birth", "status", "home", "abroad", "work", "phones", "family", "family_phones", "confirmed",
    "source", "case", "notes", "everything",
  ],
  said: ["given", "refused", "unasked"],
  fresh: ["fresh", "stale", "never"],
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
  // ugnay-app meeting.rs, meeting/phones.rs
  "fresh-level": ["good", "fair", "weak", "poor", "nobody"],
  mark: ["same", "changed", "home", "unknown"],
  ask: ["same", "changed", "home"],
  stale: ["none", "failed", "never", "old"],
  // ugnay-app directory.rs
  listed: ["emergency", "post", "mwo", "agency", "leader", "other"],
  "listed-source": ["bettergov", "libphonenumber"],
  // ugnay-app drill/cast.rs
  role: ["safe", "needs_medical", "needs_help", "no_news", "wrong_number", "call_back", "declines"],
  // ugnay-model consent, ugnay-app import.rs
  purpose: ["hold", "buffer", "emergency", "desk", "statistics"],
  "ask-purpose": ["hold", "buffer", "emergency", "desk", "statistics"],
  "if-no": ["hold", "buffer", "emergency", "desk", "statistics"],
  // ugnay-app rights/consent.rs
  how: ["spoken", "signed", "thumb_mark", "sheet"],
  reach: ["open", "withheld", "here"],
  // ugnay-app places.rs
  level: ["barangay", "municipality", "city", "province", "region", "area"],
  // Steps of work that takes a while: ugnay-app import.rs, sync.rs, linkage.rs
  step: ["reading", "matching", "saving", "sending", "receiving", "mirroring", "checking", "resealing"],
  // Why a form was not accepted: ugnay-app forms.rs (`detail`)
  "bad-input": ["name_needed", "too_long", "too_many", "control_character"],
  // ugnay-matching reasons.rs, ugnay-app linkage.rs; a point in a code is a hyphen here
  match: [
    "surname-same", "surname-close", "surname-akin", "surname-married", "surname-married_initial", "surname-part",
    "surname-crossed", "surname-different_woman", "surname-different", "given-same", "given-nickname", "given-close",
    "given-akin", "given-part", "given-crossed", "given-different", "middle-same", "middle-close", "middle-initial",
    "middle-other_initial", "middle-different", "suffix-same", "suffix-one_sided", "suffix-different", "birth-same",
    "birth-turned", "birth-close", "birth-partly", "birth-year", "birth-near", "birth-other_year", "birth-different",
    "sex-same", "sex-different", "home-same", "home-barangay", "home-different", "country-same", "country-different",
    "occupation-same", "occupation-close", "occupation-different", "employer-same", "employer-close",
    "employer-different", "phone-same", "phone-close", "phone-different", "contact_phone-same",
    "contact_phone-different", "contact_name-same", "contact_name-close", "contact_name-different", "mention-named",
    "mention-not", "together-relatives", "together-carried", "together-little_known", "together-taken",
    "together-several", "together-disputed", "together-shared",
  ],
  // A custodian's screens. ugnay-release purpose.rs, machine.rs, checks.rs, decision.rs, closing.rs, linter.rs
  release: ["evacuation", "repatriation", "mass_casualty_family_contact", "missing_person", "restore", "drill"],
  phase: ["unchecked", "undecided", "declined", "waiting", "granted", "vetoed", "closed", "expired"],
  "phase-text": ["unchecked", "undecided", "declined", "waiting", "granted", "vetoed", "closed", "expired"],
  check: [
    "origin", "logged", "witnesses", "externals", "clock", "policy", "roster", "card", "card_age", "card_valid", "card_area",
    "officers", "recipient", "recipient_device", "purpose", "scope", "scope_90_days", "requests_90_days", "window", "pending", "unused",
  ],
  "check-group": ["log", "rules", "desk", "scope", "time", "other"],
  decide: ["approve", "object", "refuse"],
  "decide-does": ["approve", "object", "refuse"],
  deciding: ["approve", "object", "refuse"],
  decided: ["approve", "object", "refuse"],
  reason: [
    "in_order", "no_emergency", "scope_too_wide", "campaign_suffices", "enforcement_suspected", "desk_doubted",
    "declaration_unverified", "cannot_act", "other",
  ],
  event: ["handed_over", "grant_close", "deletion_attestation", "review"],
  lint: [
    "count_mismatch", "one_authority_opens", "one_country_opens", "one_authority_blocks", "one_authority_splits",
    "two_authorities_open", "one_custodian_opens", "loss_too_large", "no_loss", "no_spare", "quorums_disjoint", "quorums_weak",
    "quorum_is_all", "quorum_too_large", "no_external", "externals_missing", "custodians_alone_cosign", "veto_impossible",
    "veto_needs_approvers", "veto_by_one", "cool_off_short", "fast_path_short", "card_age_short", "card_life_long",
    "window_long", "cap_meaningless", "demo", "demo_changed",
  ],
  // ugnay-seal bundle/custody.rs (DealFault)
  "deal-fault": [
    "other_federation", "stale_roster", "stale_policy", "threshold", "replayed", "other_write_cap", "not_opened",
    "wrong_share", "share_is_key", "catalogue",
  ],
  // ugnay-log entry.rs, follower.rs (Alarm)
  entry: [
    "genesis", "policy", "roster", "lgu-card", "campaign", "request", "approve", "object", "refuse", "share-release",
    "receipt-root", "custody-transfer", "retire", "grant-close", "demand-notice", "statement", "heads-root", "app-release",
    "drill", "deletion-attestation", "review",
  ],
  alarm: ALARMS,
  "alarm-do": ALARMS,
  // ugnay-app dto/custody
  bundle: ["live", "replaced", "retired", "handed_on"],
  "share-source": ["found", "taken_over"],
  "setup-step": ["paper", "card", "sign", "genesis", "connect", "exchange"],
  "key-step": ["born", "paper", "roster", "reseal", "destroy"],
  "handover-out-step": ["successor", "roster", "seal", "receipt", "destroy"],
  "handover-in-step": ["card", "roster", "take", "receipt"],
  task: [
    "alarm", "hidden_requests", "paper", "setup", "exchange", "refused_bundles", "key_change", "drill", "statement", "handover",
  ],
  file: [
    "genesis_draft", "genesis", "policy_draft", "roster_draft", "desk_card_draft", "organisation_card", "handover", "handover_done",
    "objection",
  ],
  "file-text": [
    "genesis_draft", "genesis", "policy_draft", "roster_draft", "desk_card_draft", "organisation_card", "handover", "handover_done",
    "objection",
  ],
  "file-accepted": [
    "genesis_draft", "genesis", "policy_draft", "roster_draft", "desk_card_draft", "organisation_card", "handover", "handover_done",
    "objection",
  ],
  "file-refused": ["paper_untested", "not_mine", "other_federation", "already", "signature", "stale", "unknown_roster", "unknown_request"],
  authority: [
    "police", "immigration", "prosecutor", "court", "intelligence", "military", "local_government", "national_agency", "foreign",
    "other",
  ],
  asked: ["names", "contacts", "whereabouts", "lists", "keys", "shares", "logs", "access", "silence", "equipment", "software", "other"],
  "demand-outcome": ["received", "refused", "escalated", "gagged", "complied"],
} as const;

/** Fields of a record in its history: ugnay-model field.rs, in snake case (ugnay-app history.rs). */
export const RECORD_FIELDS = [
  "removed", "given", "middle", "surname", "suffix", "nickname", "birth", "sex", "barangay", "psgc_release", "purok",
  "country", "place", "sea_based", "occupation", "employer", "worksite", "phones", "emails", "handles", "language",
  "emergency_note", "confirmed", "contact_order", "contact_name", "contact_relation", "contact_phones", "contact_handle",
  "contact_language", "contact_place", "contact_hours", "contact_knows_where", "contact_removed", "civil_status",
  "remarks", "year_departed", "provenance", "agency", "returned", "consent_hold", "consent_buffer", "consent_emergency",
  "consent_desk", "consent_statistics", "attempt", "note", "not_same", "merged", "merged_into", "unknown",
] as const;

/** What a column can mean: ugnay-interchange field.rs. */
export const COLUMN_FIELDS = [
  "ignore", "not_collected", "row_number", "household_number", "record_id", "full_name", "surname", "given", "middle", "suffix", "nickname",
  "sex", "birth_date", "age", "civil_status", "barangay", "address", "purok", "destination", "destination_place",
  "destination_employer", "sea_based", "occupation", "employer", "phone", "phone_both", "email", "handle",
  "year_departed", "agency", "consent", "remarks", "form_index", "parent_index", "contact1_name", "contact1_relation",
  "contact1_phones", "contact1_name_relation", "contact1_name_phone",
] as const;
