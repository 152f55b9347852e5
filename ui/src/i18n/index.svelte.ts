// The words of the interface: one catalogue per language, messages by id. Every visible word comes through here. English is
// part of the interface; where a message or a whole language is missing, it stands in.

import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import { backend } from "../backend";
import { english, type Language, outsideWords } from "./languages";

export { LANGUAGES, closest, type Language } from "./languages";

type Words = Record<string, FluentVariable>;

interface Catalogue {
  language: Language;
  bundle: FluentBundle;
}

/** A bundle of one language. Engines that lack its plural rules fall back to English ones, never to the device's. */
export function makeBundle(language: string, text: string): FluentBundle {
  const bundle = new FluentBundle([language, "en"], { useIsolating: false });
  const faults = bundle.addResource(new FluentResource(text));
  if (faults.length > 0) throw faults[0]!;
  return bundle;
}

const fallback = makeBundle("en", english);
let catalogue = $state.raw<Catalogue>({ language: "en", bundle: fallback });

function format(bundle: FluentBundle, id: string, words: Words): string | null {
  const message = bundle.getMessage(id);
  return message?.value == null ? null : bundle.formatPattern(message.value, words);
}

/** The message in the chosen language, in English where it lacks one. */
export function t(id: string, words: Words = {}): string {
  const text = format(catalogue.bundle, id, words) ?? format(fallback, id, words);
  if (text !== null) return text;
  console.error(`no message: ${id}`);
  return id;
}

/** The message of a code from the backend, such as a relation or a field; codes newer than this catalogue say so. */
export function tCode(kind: string, code: string): string {
  const id = `${kind}-${code}`;
  return format(catalogue.bundle, id, {}) ?? format(fallback, id, {}) ?? t("unknown-code", { code });
}

export function language(): Language {
  return catalogue.language;
}

let asked = 0;

/** Switches the language; the page follows at once. Without its words nothing changes, and that is thrown (`AppError`). */
export async function setLanguage(wanted: Language): Promise<void> {
  const mine = (asked += 1);
  const bundle = wanted === "en" ? fallback : makeBundle(wanted, await backend().catalogue(wanted));
  // Of two that were asked for, the later one is meant.
  if (mine === asked) show(wanted, bundle);
}

/** The language of a page that has nothing behind it: the few words it needs. */
export function setOutsideLanguage(wanted: Language): void {
  show(wanted, makeBundle(wanted, outsideWords(wanted)));
}

function show(wanted: Language, bundle: FluentBundle): void {
  catalogue = { language: wanted, bundle };
  document.documentElement.lang = wanted;
}
