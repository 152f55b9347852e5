// Spans of time in words: the two largest units, so that nobody has to read seconds where days are left.

import { t } from "../../i18n/index.svelte";

const UNITS: [id: string, seconds: number][] = [["span-days", 86400], ["span-hours", 3600], ["span-minutes", 60], ["span-seconds", 1]];

export function span(seconds: number): string {
  let left = Math.max(0, Math.floor(seconds));
  const first = UNITS.findIndex(([, size]) => left >= size);
  if (first === -1) return t("span-seconds", { count: 0 });
  const parts: string[] = [];
  for (const [id, size] of UNITS.slice(first, first + 2)) {
    const count = Math.floor(left / size);
    left -= count * size;
    if (count > 0) parts.push(t(id, { count }));
  }
  return parts.join(" ");
}
