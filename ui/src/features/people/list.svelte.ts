// The list of people: what is asked for, the pages loaded so far, and which row has the focus. It survives a look at a
// person and is forgotten when the register is locked.

import {
  type AppError,
  asAppError,
  backend,
  type PeopleFacets,
  type PeoplePage,
  type PeopleQuery,
  type PersonRow,
} from "../../backend";
import { latest } from "../../shared/latest";
import { onLock } from "../session/session.svelte";
import { warmUp } from "./warm";

export const PAGE = 100;

export interface Filters {
  text: string;
  country: string | null;
  barangay: string | null;
  purok: string | null;
  employer: string | null;
  freshness: string | null;
  returned: boolean | null;
  /** A purpose and what was said of it, `emergency:refused`. */
  consent: string | null;
  noPhone: boolean;
  conflict: boolean;
  outside: boolean;
}

/** A part of the filter; typed text is none. */
export type FilterPart = Exclude<keyof Filters, "text">;

interface ListState extends Filters {
  total: number | null;
  /** False while misspelt words were not looked for yet. */
  complete: boolean;
  error: AppError | null;
  /** How many each choice would list; nothing until somebody looks. */
  facets: PeopleFacets | null;
  focused: number;
  scrollTop: number;
}

const noFilter = (): Filters => ({
  text: "", country: null, barangay: null, purok: null, employer: null, freshness: null, returned: null, consent: null,
  noPhone: false, conflict: false, outside: false,
});
const nothing = (): ListState => ({ ...noFilter(), total: null, complete: true, error: null, facets: null, focused: 0, scrollTop: 0 });

export const list = $state<ListState>(nothing());
let pages = $state.raw<ReadonlyMap<number, PersonRow[]>>(new Map());
const underWay = new Set<number>();
/** Goes up with every new question, so that pages of an older one are dropped. */
let question = 0;

/** The parts of the filter without the state of the list. */
const parts = (): Filters => {
  const { text, country, barangay, purok, employer, freshness, returned, consent, noPhone, conflict, outside } = list;
  return { text, country, barangay, purok, employer, freshness, returned, consent, noPhone, conflict, outside };
};
const query = (page: number): PeopleQuery => ({ ...parts(), quick: true, offset: page * PAGE, limit: PAGE });

const askFirst = latest<number, PeoplePage>(
  () => backend().people(query(0)),
  (found, asked) => {
    if (asked !== question) return;
    list.total = found.total;
    list.complete = found.complete;
    list.error = null;
    pages = new Map([[0, found.rows]]);
    // The first answer is there; the full one follows once the search is warm.
    if (!found.complete) void warmUp().then((warm) => warm && asked === question && refresh(true));
  },
  (thrown) => {
    list.error = asAppError(thrown);
  },
);

/** Asks anew, from the top unless `keepPlace`. */
export function refresh(keepPlace = false): void {
  question += 1;
  underWay.clear();
  if (!keepPlace) {
    list.focused = 0;
    list.scrollTop = 0;
  }
  askFirst(question);
  if (figuresShown > 0 || activeFilters() > 0) askFacets(question);
}

/** The figures wait for one another like keys do: only the newest question is answered. */
const askFacets = latest<number, PeopleFacets>(
  () => backend().peopleFacets(query(0)),
  (found, asked) => {
    if (asked === question) list.facets = found;
  },
  // Without figures the filter still works; the list itself shows what is wrong.
  () => undefined,
);
let figuresShown = 0;

/** Somebody looks at the figures: asks for them, and again with every new question, until the answer is called. */
export function showFigures(): () => void {
  figuresShown += 1;
  askFacets(question);
  return () => void (figuresShown -= 1);
}

/** The row at this index, if its page is loaded; asks for the page if not. */
export function rowAt(index: number): PersonRow | undefined {
  const page = Math.floor(index / PAGE);
  const rows = pages.get(page);
  if (rows === undefined) void loadPage(page);
  return rows?.[index % PAGE];
}

async function loadPage(page: number): Promise<void> {
  if (underWay.has(page) || page === 0) return;
  underWay.add(page);
  const asked = question;
  try {
    const found = await backend().people(query(page));
    if (asked !== question) return;
    pages = new Map([...pages, [page, found.rows]]);
  } catch (thrown) {
    if (asked === question) list.error = asAppError(thrown);
  } finally {
    if (asked === question) underWay.delete(page);
  }
}

/** The parts that narrow the list, in the order they are shown. */
export function activeParts(): FilterPart[] {
  const all = Object.entries(parts()) as [keyof Filters, unknown][];
  return all.filter(([part, value]) => part !== "text" && value !== null && value !== false).map(([part]) => part as FilterPart);
}

export function activeFilters(): number {
  return activeParts().length;
}

/** Whether something was typed or chosen: the list shows some, not all. */
export function narrowed(): boolean {
  return list.text.trim() !== "" || activeFilters() > 0;
}

/** Whom the list shows now, all of them and as whole answers do. */
export const shownNow = (): PeopleQuery => ({ ...parts(), quick: false, offset: 0, limit: 1 });

export function setFilters(filters: Partial<Filters>): void {
  Object.assign(list, filters);
  // A purok is one of its barangay.
  if ("barangay" in filters && !("purok" in filters)) list.purok = null;
  refresh();
}

export function clearPart(part: FilterPart): void {
  setFilters({ [part]: noFilter()[part] });
}

/** Everybody again, whatever was typed stays. */
export function clearChoices(): void {
  setFilters({ ...noFilter(), text: list.text });
}

export function clearFilters(): void {
  setFilters(noFilter());
}

const FLAGS = ["noPhone", "conflict", "outside"] as const;
const CHOICES = ["country", "barangay", "freshness", "consent"] as const;

/** A filter that an address asks for; nothing when it asks for none. Names of people or employers are never in one. */
export function filterOf(address: URLSearchParams): Partial<Filters> | null {
  const asked: Partial<Filters> = {};
  for (const part of CHOICES) if (address.has(part)) asked[part] = address.get(part);
  for (const part of FLAGS) if (address.has(part)) asked[part] = true;
  if (address.has("returned")) asked.returned = address.get("returned") === "1";
  return Object.keys(asked).length > 0 ? { ...noFilter(), ...asked } : null;
}

onLock(() => {
  Object.assign(list, nothing());
  pages = new Map();
  question += 1;
});
