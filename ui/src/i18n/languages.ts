// The languages that are shipped: their codes and their own names. English's words are part of the interface, the others'
// are asked for from behind the backend when they are shown.

import english from "./en";

export const LANGUAGES = [
  { code: "en", name: "English" },
  { code: "fil", name: "Filipino" },
  { code: "ceb", name: "Cebuano" },
  { code: "es", name: "Español" },
  { code: "fr", name: "Français" },
] as const;

export type Language = (typeof LANGUAGES)[number]["code"];

/** Words of the page that has nothing behind it, in every language. */
const OUTSIDE = import.meta.glob<string>("./*/outside.ftl", { query: "?raw", import: "default", eager: true });

export { english };

/** What can be said in a language without a backend. */
export function outsideWords(language: Language): string {
  return OUTSIDE[`./${language}/outside.ftl`] ?? "";
}

/** The shipped language closest to what the device asks for; English where none is. */
export function closest(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split("-")[0];
    const found = LANGUAGES.find(({ code }) => code === base || (base === "tl" && code === "fil"));
    if (found !== undefined) return found.code;
  }
  return "en";
}
