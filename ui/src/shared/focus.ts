// Where the focus goes: to a screen's name when it opens, so that keyboard and screen reader start at its top.

let skipNext = false;

/** The next screen that opens leaves the focus where it is (typing in a search must not be interrupted). */
export function keepFocus(): void {
  skipNext = true;
}

/** Gives the element the focus once it is there. */
export function takeFocus(element: HTMLElement): void {
  if (skipNext) {
    skipNext = false;
    return;
  }
  element.focus({ preventScroll: true });
}
