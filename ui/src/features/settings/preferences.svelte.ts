// What the reader prefers while the program runs. Nothing is written into the webview's storage.

export const preferences = $state({
  /** `/` jumps to the search. Can be switched off, as WCAG 2.1.4 asks of single-key shortcuts. */
  slashSearches: true,
});
