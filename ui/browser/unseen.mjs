// Components and states that no look has seen, but for those that cannot be on a screen here, with the reason why.

/** Marks (`build/looks.ts`) that the in-memory backend in a browser cannot bring about. */
const ELSEWHERE = new Map([]);

/** Faults: what nobody looked at, and exceptions that are none. */
export function unseen(marks, seen, elsewhere = ELSEWHERE) {
  const missing = marks.filter((mark) => !seen.has(mark) && !elsewhere.has(mark));
  const needless = [...elsewhere.keys()].filter((mark) => seen.has(mark) || !marks.includes(mark));
  return [...missing.map((mark) => `never looked at: ${mark}`), ...needless.map((mark) => `an exception that is none: ${mark}`)];
}
