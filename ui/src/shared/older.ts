// What the oldest webviews (Chromium 87, Safari 14) lack and libraries call all the same. Syntax is the build's affair, this is
// not: it must be loaded before everything else, and hold nothing that those webviews have.

function at<Item>(this: Item[], place: number): Item | undefined {
  const whole = Math.trunc(place) || 0;
  return this[whole < 0 ? this.length + whole : whole];
}

function findLast<Item>(this: Item[], fits: (item: Item, at: number, all: Item[]) => unknown, self?: unknown): Item | undefined {
  for (let place = this.length - 1; place >= 0; place -= 1) {
    const item = this[place] as Item;
    if (fits.call(self, item, place, this)) return item;
  }
  return undefined;
}

/** Gives a prototype what it lacks, hidden from loops as the real ones are; what it has stays. */
export function fill(lists: object): void {
  for (const [name, value] of Object.entries({ at, findLast })) {
    if (!(name in lists)) Object.defineProperty(lists, name, { value, writable: true, configurable: true });
  }
}

fill(Array.prototype);
