// What to say on the phone. A line that begins with `#` is a key of the catalogue, any other is the desk's own text.

import { SCRIPT } from "../../i18n/codes";
import { t } from "../../i18n/index.svelte";

const known = (key: string): boolean => (SCRIPT as readonly string[]).includes(key);

/** The lines as they are read out. In a drill it is said right after the greeting that nobody is in danger. */
export function spoken(lines: string[], drill: boolean): string[] {
  const said = lines.map((line) => {
    if (!line.startsWith("#")) return line;
    const key = line.slice(1).trim();
    return known(key) ? t(key) : key;
  });
  if (!drill) return said;
  const greeted = lines[0] === "#script-greeting" ? 1 : 0;
  return [...said.slice(0, greeted), t("script-drill"), ...said.slice(greeted)];
}
