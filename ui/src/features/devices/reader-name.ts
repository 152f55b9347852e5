// What people call a reader: its label, or what it is when it has none.

import type { DeviceRow } from "../../backend";
import { t } from "../../i18n/index.svelte";

export function readerName(reader: DeviceRow): string {
  if (reader.label !== "") return reader.label;
  return t(reader.kind === "sheet" ? "sheet-title" : "reader-unnamed");
}
