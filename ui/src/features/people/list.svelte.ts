// The list of people: what is asked for, the pages loaded so far, and which row has the focus. It survives a look at a
// person and is forgotten when the register is locked.

import { type AppError, asAppError, backend, type PeoplePage, type PeopleQuery, type PersonRow } from "../../backend";
import { latest } from "../../shared/latest";
import { onLock } from "../session/session.svelte";

export const PAGE = 100;

export interface Filters {
  text: string;
  country: string | null;
  barangay: string | null;
  barangayName: string;
  stale: boolean;
}

interface ListState extends Filters {
  total: number | null;
  error: AppError | null;
  focused: number;
  scrollTop: number;
}

const nothing = (): ListState => ({
  text: "", country: null, barangay: null, barangayName: "", stale: false, total: null, error: null, focused: 0, scrollTop: 0,
});

export const list = $state<ListState>(nothing());
let pages = $state.raw<ReadonlyMap<number, PersonRow[]>>(new Map());
const underWay = new Set<number>();
/** Goes up with every new question, so that pages of an older one are dropped. */
let question = 0;

const query = (page: number): PeopleQuery => ({
  text: list.text,
  country: list.country,
  barangay: list.barangay,
  stale: list.stale,
  offset: page * PAGE,
  limit: PAGE,
});

const askFirst = latest<number, PeoplePage>(
  () => backend().people(query(0)),
  (found, asked) => {
    if (asked !== question) return;
    list.total = found.total;
    list.error = null;
    pages = new Map([[0, found.rows]]);
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

export function activeFilters(): number {
  return [list.country, list.barangay, list.stale || null].filter((one) => one !== null).length;
}

export function setFilters(filters: Partial<Filters>): void {
  Object.assign(list, filters);
  refresh();
}

export function clearFilters(): void {
  setFilters({ text: "", country: null, barangay: null, barangayName: "", stale: false });
}

onLock(() => {
  Object.assign(list, nothing());
  pages = new Map();
  question += 1;
});
