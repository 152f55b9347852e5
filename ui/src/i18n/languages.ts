// The languages that are shipped: their codes, their own names, and where their catalogue is.

import english from "./en.ftl?raw";

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
  fil: async () => (await import("./fil.ftl?raw")).default,
  ceb: async () => (await import("./ceb.ftl?raw")).default,
  es: async () => (await import("./es.ftl?raw")).default,
  fr: async () => (await import("./fr.ftl?raw")).default,
};

export { english };

/** The shipped language closest to what the device asks for; English where none is. */
export function closest(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const base = tag.toLowerCase().split("-")[0];
    const found = LANGUAGES.find(({ code }) => code === base || (base === "tl" && code === "fil"));
    if (found !== undefined) return found.code;
  }
  return "en";
}
