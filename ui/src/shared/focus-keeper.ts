// Keeps the focus from getting lost: what had it may go away or be switched off with the deed it did. Then the part it stood in
// takes it at its name, so that the next key goes on from there. Somebody who clicks beside everything wants no focus.

/** How long a switched-off button may take to come back before the focus goes on. */
const PATIENCE_MS = 600;
const NAMES = "h1, h2, h3, h4, legend";

type Control = HTMLElement & { disabled?: boolean };

const usable = (element: Control): boolean => element.isConnected && element.disabled !== true && element.getClientRects().length > 0;

/** Watches a page; returns how to stop. */
export function keepFocusOn(page: HTMLElement): () => void {
  let last: Control | null = null;
  let above: HTMLElement[] = [];
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function remember(control: Control): void {
    last = control;
    above = [];
    for (let part = last.parentElement; part !== null && part !== page; part = part.parentElement) above.push(part);
  }

  const arrived = (event: FocusEvent): void => remember(event.target as Control);

  /** On its way to another element it is with none for a moment, and not lost: what changes meanwhile must not call it back. */
  function leaving({ relatedTarget }: FocusEvent): void {
    if (relatedTarget === null) return;
    if (page.contains(relatedTarget as Node)) remember(relatedTarget as Control);
    else forget();
  }

  const forget = (): void => void (last = null);
  const lost = (): boolean => last !== null && (document.activeElement === null || document.activeElement === document.body);

  /** The name of the nearest part that is still there, else the screen's. */
  function name(): HTMLElement | null {
    for (const part of above.filter((one) => one.isConnected)) {
      const found = [...part.querySelectorAll<HTMLElement>(NAMES)].find((one) => one.getClientRects().length > 0);
      if (found !== undefined) return found;
    }
    return page.querySelector<HTMLElement>("h1");
  }

  function settle(): void {
    waiting = undefined;
    if (!lost()) return;
    const to = last !== null && usable(last) ? last : name();
    if (to === null) return;
    if (to !== last && to.tabIndex < 0) to.tabIndex = -1;
    to.focus({ preventScroll: true });
    to.scrollIntoView({ block: "nearest" });
  }

  // The screen itself goes first: it may know a better place. What is switched off still counts as having the focus until the
  // page is drawn again, so this looks at what had it, not at where it is.
  function look(): void {
    if (waiting !== undefined || last === null || (usable(last) && !lost())) return;
    const off = last.isConnected && last.disabled === true;
    waiting = setTimeout(settle, off ? PATIENCE_MS : 50);
  }

  /** Switched on again: it has the focus as before. */
  function changed(): void {
    if (lost() && usable(last!)) last!.focus({ preventScroll: true });
    else look();
  }

  const observer = new MutationObserver(changed);
  observer.observe(page, { subtree: true, childList: true, attributes: true, attributeFilter: ["disabled", "hidden", "open"] });
  page.addEventListener("focusin", arrived);
  // Before the element itself hears of it and changes the page.
  page.addEventListener("blur", leaving, true);
  page.addEventListener("pointerdown", forget, true);
  return () => {
    clearTimeout(waiting);
    observer.disconnect();
    page.removeEventListener("focusin", arrived);
    page.removeEventListener("blur", leaving, true);
    page.removeEventListener("pointerdown", forget, true);
  };
}
