// Where in the interface we are: the part of the address after `#`. It never holds anything about a person but an id.

export interface Place {
  /** Path parts, e.g. `["people", "p-1"]`; empty for home. */
  parts: string[];
  query: URLSearchParams;
}

export function parsePlace(hash: string): Place {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  return { parts: path.split("/").filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(query) };
}

let place = $state.raw(parsePlace(window.location.hash));

window.addEventListener("hashchange", () => {
  place = parsePlace(window.location.hash);
});

export function here(): Place {
  return place;
}

/** An address for `href`. */
export function to(...parts: string[]): string {
  return `#/${parts.map(encodeURIComponent).join("/")}`;
}

export function go(address: string, options: { replace?: boolean } = {}): void {
  if (options.replace) window.history.replaceState(null, "", address);
  else window.location.hash = address;
  place = parsePlace(address);
}
