// Where somebody without a pointer has been: every address and every component must have been on the screen while a key flow
// went on. What none has come to is a fault, as is an exception that is none.

/** Components no key flow can be on, with the reason why. */
const BESIDE = new Map([
  ["features/session/Outside.svelte", "a page without the program says so in two sentences; there is nothing to press"],
  ["shared/Loading.svelte", "stands there while something is waited for; there is nothing to press"],
]);

/** An address as the list of addresses writes it: what is asked for is left out, and each id is any. */
export function plain(hash) {
  const [path] = hash.split("?");
  const parts = path.replace(/^#\/?/, "").split("/").filter(Boolean);
  const fixed = new Set(["new", "add", "sheet", "cards", "leave", "paper", "key", "handover", "files", "edit", "consent", "erase", "copy", "remove"]);
  return `#/${parts.map((part, at) => (at === 0 || fixed.has(part) ? part : "…")).join("/")}`;
}

/** Faults: addresses and components no key flow has come to. */
export function unwalked(addresses, marks, walked, beside = BESIDE) {
  const places = [...new Set(addresses.map(plain))].filter((address) => !walked.has(address));
  const components = marks.filter((mark) => mark.endsWith(".svelte"));
  const missing = components.filter((mark) => !walked.has(mark) && !beside.has(mark));
  const needless = [...beside.keys()].filter((mark) => !marks.includes(mark));
  return [
    ...places.map((address) => `no key flow comes to the address ${address}`),
    ...missing.map((mark) => `no key flow comes to: ${mark}`),
    ...needless.map((mark) => `an exception for keys that is none: ${mark}`),
  ];
}

/** In the page: the address, and the components that are on the screen. */
export function whereabouts() {
  const marks = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_COMMENT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (data.startsWith("look:") && !data.includes(": ") && parentElement?.checkVisibility()) marks.push(data.slice(5));
  }
  return { hash: location.hash, marks };
}
