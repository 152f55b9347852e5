// What the reader prefers: language, light or dark, single keys. Kept on the device outside of any register, so that the
// first screen speaks her language before anything is unlocked. Nothing is written into the webview's storage.

import { asAppError, backend, type Preferences } from "../../backend";
import { closest, LANGUAGES, type Language, setLanguage } from "../../i18n/index.svelte";
import { errorText } from "../../shared/errors";
import { showToast } from "../../shared/toasts.svelte";

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
  try {
    await setLanguage(shipped(current.language) ?? closest(languages));
  } catch {
    // A page whose language cannot be had still opens, in English.
  }
}

/**
 * Takes a preference over at once and keeps it; one that cannot be kept holds until the program ends. A language whose words
 * cannot be had is not taken, and that is said.
 */
export async function prefer(change: Partial<Preferences>): Promise<void> {
  const language = shipped(change.language ?? null);
  try {
    if (language !== undefined) await setLanguage(language);
  } catch (thrown) {
    showToast(errorText(asAppError(thrown)));
    return;
  }
  current = { ...current, ...change };
  show(current.theme);
  await backend().keepPreferences({ ...current }).catch(() => undefined);
}
