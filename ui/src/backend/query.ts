// What is asked of a list: everybody, and what narrows that.

import type { PeopleQuery } from "./generated/types";

/** Everybody, a hundred at a time, with what is given narrowing that. */
export function everybody(narrowed: Partial<PeopleQuery> = {}): PeopleQuery {
  return {
    text: "", country: null, barangay: null, purok: null, employer: null, freshness: null, returned: null, consent: null,
    noPhone: false, conflict: false, outside: false, quick: false, offset: 0, limit: 100, ...narrowed,
  };
}
