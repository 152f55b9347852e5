// Which rows of a long list exist at the moment: those in view, a few around them, and the one with the focus.

export interface View {
  top: number;
  height: number;
  rowHeight: number;
  total: number;
  focused: number;
}

/** Rows kept above and below the view, so that a quick scroll shows no gap. */
const AROUND = 6;

export function windowOf({ top, height, rowHeight, total, focused }: View): number[] {
  const first = Math.max(0, Math.floor(top / rowHeight) - AROUND);
  const last = Math.min(total, Math.ceil((top + height) / rowHeight) + AROUND);
  const inView = Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
  if (focused < total && (focused < first || focused >= last)) {
    return focused < first ? [focused, ...inView] : [...inView, focused];
  }
  return inView;
}
