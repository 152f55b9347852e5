// The languages that are shipped: their codes, their own names, and where their catalogue is.

import english from "./en";

export const LANGUAGES = [
  { code: "en", name: "English" },
  { code: "fil", name: "Filipino" },
  { code: "ceb", name: "Cebuano" },
  { code: "es", name: "Español" },
  { code: "fr", name: "Français" },
] as const;

export type Language = (typeof LANGUAGES)[number]["code"];

export const CATALOGUES: Record<Language, () => Promise<string>> = {
  en: async () => english,
  fil: async () => named((await import("./fil")).default),
  ceb: async () => named((await import("./ceb")).default),
  es: async () => named((await import("./es")).default),
  fr: async () => named((await import("./fr")).default),
};

export { english };

/** A language that is shipped as words alone, in English's order (`build/catalogues.ts`), with the messages' names again. */
export function named(text: string): string {
  if (!text.startsWith("\u0001")) return text;
  const names = [...english.matchAll(/^([a-zA-Z][\w-]*) ?=/gm)].map((match) => match[1]!);
  return text.slice(1).split("\u0001").map((words, at) => `${names[at]} =${words}`).join("\n");
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
