// What the reader prefers: language, light or dark, single keys. Kept on the device outside of any register, so that the
// first screen speaks her language before anything is unlocked. Nothing is written into the webview's storage.

import { backend, type Preferences } from "../../backend";
import { closest, LANGUAGES, type Language, setLanguage } from "../../i18n/index.svelte";

export type Theme = "system" | "light" | "dark";
export const THEMES: Theme[] = ["system", "light", "dark"];

let current = $state<Preferences>({ language: null, theme: "system", singleKeys: true });

export function preferences(): Readonly<Preferences> {
  return current;
}

const shipped = (code: string | null): Language | undefined => LANGUAGES.find((one) => one.code === code)?.code;

/** The device's own scheme unless the reader chose one. */
function show(theme: string): void {
  if (theme === "light" || theme === "dark") document.documentElement.dataset["theme"] = theme;
  else delete document.documentElement.dataset["theme"];
}

/** Reads what was kept and shows the page so; without anything kept, in the device's language. */
export async function loadPreferences(languages: readonly string[]): Promise<void> {
  try {
    current = await backend().preferences();
  } catch {
    // A page that cannot read its preferences still opens.
  }
  show(current.theme);
  await setLanguage(shipped(current.language) ?? closest(languages));
}

/** Takes a preference over at once and keeps it; one that cannot be kept holds until the program ends. */
export async function prefer(change: Partial<Preferences>): Promise<void> {
  current = { ...current, ...change };
  show(current.theme);
  const language = shipped(current.language);
  if (change.language !== undefined && language !== undefined) await setLanguage(language);
  await backend().keepPreferences({ ...current }).catch(() => undefined);
}
