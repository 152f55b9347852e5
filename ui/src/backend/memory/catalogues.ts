// The words of every language, as `ugnay-app` hands them out in the window. Not shipped: the interface itself holds English.

import { appError } from "../index";

const FILES = import.meta.glob<string>(
  ["../../i18n/*/*.ftl", "!../../i18n/*/transparency.ftl", "!../../i18n/*/paper.ftl", "!../../i18n/*/sheets.ftl"],
  { query: "?raw", import: "default", eager: true },
);

/** Every message of a language. */
export function catalogue(language: string): string {
  const files = Object.entries(FILES).filter(([path]) => path.includes(`/i18n/${language}/`));
  if (files.length === 0) throw appError("bad_input", { field: "language" });
  return files.map(([, text]) => text).join("\n");
}
