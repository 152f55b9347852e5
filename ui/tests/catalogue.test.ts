// The catalogues: every language has the same messages with the same placeholders, every code has its words, every
// message is used, and no screen has words of its own.

import { FluentResource } from "@fluent/bundle";
import { parse } from "svelte/compiler";
import { describe, expect, test } from "vitest";
import { CODES, COLUMN_FIELDS, RECORD_FIELDS, SCRIPT } from "../src/i18n/codes";
import { fieldName, fieldValue } from "../src/i18n/format";
import { makeBundle, t, tCode } from "../src/i18n/index.svelte";
import { messages as shipped, packed } from "../build/catalogues.ts";
import { CATALOGUES, closest, LANGUAGES, named } from "../src/i18n/languages";
import { sources, text } from "./sources";

type Node = Record<string, unknown>;

/** Names of all placeholders in a message, its variants included. */
function placeholders(pattern: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(pattern)) for (const part of pattern) placeholders(part, found);
  else if (typeof pattern === "object" && pattern !== null) {
    const node = pattern as Node;
    if (node["type"] === "var") found.add(node["name"] as string);
    for (const value of Object.values(node)) placeholders(value, found);
  }
  return found;
}

async function messages(code: keyof typeof CATALOGUES): Promise<Map<string, string>> {
  const resource = new FluentResource(await CATALOGUES[code]());
  return new Map(resource.body.map((message) => [message.id, [...placeholders(message.value)].sort().join(" ")]));
}

const english = await messages("en");
const others = LANGUAGES.map(({ code }) => code).filter((code) => code !== "en");

describe("languages", () => {
  test.each(others)("%s has exactly the messages of English", async (code) => {
    const own = await messages(code);
    expect([...english.keys()].filter((id) => !own.has(id)), "no message may be missing").toEqual([]);
    expect([...own.keys()].filter((id) => !english.has(id)), "no message may be left over").toEqual([]);
  });

  test.each(others)("%s has the same placeholders", async (code) => {
    const own = await messages(code);
    const differing = [...english].filter(([id, names]) => own.get(id) !== names).map(([id]) => id);
    expect(differing, "a placeholder that is missing or extra shows nothing or a hole").toEqual([]);
  });

  test.each(LANGUAGES.map(({ code }) => code))("%s: every line is understood and no message stands twice", async (code) => {
    const source = await CATALOGUES[code]();
    const ids = source.split("\n").flatMap((line) => /^([a-zA-Z][\w-]*) =/.exec(line)?.[1] ?? []);
    expect(ids.length, "the parser drops what it does not understand without a word").toBe((await messages(code)).size);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at), "the first of two would never be seen").toEqual([]);
  });

  test.each(others)("%s is a translation, not a copy", async (code) => {
    const own = makeBundle(code, await CATALOGUES[code]());
    const base = makeBundle("en", await CATALOGUES.en());
    const same = [...english.keys()].filter((id) => {
      const value = own.getMessage(id)?.value;
      return typeof value === "string" && value === base.getMessage(id)?.value && value.length > 12;
    });
    expect(same, "long messages equal to English were forgotten").toEqual(same.filter((id) => SAME_EVERYWHERE.includes(id)));
  });
});

/** Long messages that read the same in several languages. */
const SAME_EVERYWHERE = ["field-suffix", "field-handles", "field-handle", "contact-handle", "speech-fil"];

describe("as shipped", () => {
  test.each(LANGUAGES.map(({ code }) => code))("%s is whole without its names", async (code) => {
    const whole = new FluentResource(await CATALOGUES[code]());
    const unpacked = new FluentResource(named(packed(code)));
    const byName = (resource: FluentResource) => Object.fromEntries(resource.body.map((message) => [message.id, message.value]));
    expect(shipped(code).size, "something was read").toBe(whole.body.length);
    expect(byName(unpacked), "every message has its own words again").toEqual(byName(whole));
  });
});

describe("plurals", () => {
  const cases: [code: keyof typeof CATALOGUES, id: string, count: number, expected: string][] = [
    ["en", "people-found", 0, "Nobody found"],
    ["en", "people-found", 1, "One person"],
    ["en", "people-found", 2, "2 people"],
    ["en", "people-found", 100000, "100,000 people"],
    ["en", "count-needs_help", 1, "one needs help"],
    // Filipino counts 1, 2, 3, 5… as “one”: only an exact 1 may say “one”.
    ["fil", "ago-days", 1, "kahapon"],
    ["fil", "ago-days", 2, "2 araw na ang nakalipas"],
    ["fil", "ago-days", 4, "4 araw na ang nakalipas"],
    ["ceb", "ago-days", 3, "3 ka adlaw na ang milabay"],
    ["ceb", "ago-days", 6, "6 ka adlaw na ang milabay"],
    ["es", "people-found", 1, "Una persona"],
    ["es", "people-found", 21, "21 personas"],
    ["es", "home-unsent", 1000000, "cambios sin enviar"],
    // French counts 0 as one.
    ["fr", "home-unsent", 0, "changement pas encore envoyé"],
    ["fr", "home-unsent", 2, "changements pas encore envoyés"],
    ["fr", "people-found", 0, "Personne"],
  ];
  test.each(cases)("%s %s %i", async (code, id, count, expected) => {
    const bundle = makeBundle(code, await CATALOGUES[code]());
    const message = bundle.getMessage(id);
    expect(bundle.formatPattern(message!.value!, { count }), "the words must fit the number").toBe(expected);
  });
});

describe("codes", () => {
  test("every error code has words", () => {
    const union = /export type ErrorCode = ([^;]+);/.exec(text("src/backend/generated/types.ts"))![1]!;
    const codes = [...union.matchAll(/"(\w+)"/g)].map((match) => match[1]!);
    expect(codes.length, "the list of codes was found").toBeGreaterThan(20);
    expect(codes.filter((code) => !english.has(`error-${code}`)), "an error without words is a riddle").toEqual([]);
  });

  test("every code of the crates has words", () => {
    const kinds = Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => `${kind}-${code}`));
    expect(kinds.length, "the list is not empty").toBeGreaterThan(100);
    expect([...kinds, ...SCRIPT].filter((id) => !english.has(id)), "a code without words is shown as a code").toEqual([]);
  });

  test("no field is shown as “Other (code)”", () => {
    const unknown = (field: string): string => t("unknown-code", { code: field.replace(/^contact1?_/, "") });
    const unnamed = [...RECORD_FIELDS, ...COLUMN_FIELDS].filter((field) => fieldName(field).includes(unknown(field)));
    expect(unnamed, "every field has a name of its own").toEqual([]);
    expect(tCode("field", "shoe_size"), "the sign that would be found").toBe("Other (shoe_size)");
    expect(fieldName("contact_phones"), "a record's contact has no number").toBe("Family phone");
    expect(fieldName("contact2_phones"), "a column's has").toBe("Family phone (contact 2)");
  });

  test("values of a history are words", () => {
    expect(fieldValue("contact_relation", "aunt_uncle"), "a relation").toBe("aunt or uncle");
    expect(fieldValue("birth", "1990-05-03"), "a date").toBe("May 3, 1990");
    expect(fieldValue("removed", "yes"), "a yes").toBe("yes");
    expect(fieldValue("remarks", "no"), "what somebody wrote stays").toBe("no");
  });

  test("the closest language is chosen", () => {
    expect(closest(["fil-PH", "en"]), "Filipino by its code").toBe("fil");
    expect(closest(["tl"]), "the old code of Tagalog").toBe("fil");
    expect(closest(["de-DE", "es-ES"]), "the first that is shipped").toBe("es");
    expect(closest(["de-DE"]), "English where none is").toBe("en");
  });
});

describe("use", () => {
  const code = sources((path) => /\.(svelte|ts)$/.test(path) && !path.includes("generated"));
  const joined = [...code.values()].join("\n");

  test("every message that is asked for exists", () => {
    const asked = [...joined.matchAll(/\bt\(\s*"([\w-]+)"/g)].map((match) => match[1]!);
    expect(asked.length, "the calls were found").toBeGreaterThan(200);
    expect([...new Set(asked.filter((id) => !english.has(id)))], "an id without a message").toEqual([]);
  });

  test("every message is used", () => {
    const prefixes = [
      ...[...joined.matchAll(/tCode\("([\w-]+)"/g)].map((match) => `${match[1]}-`),
      ...[...joined.matchAll(/\bt\(`([\w-]+)\$\{/g)].map((match) => match[1]!),
    ];
    const used = (id: string): boolean => joined.includes(`"${id}"`) || prefixes.some((prefix) => id.startsWith(prefix));
    expect([...english.keys()].filter((id) => !used(id)), "a message nobody shows").toEqual([]);
  });

  test("no screen has words of its own", () => {
    const found: string[] = [];
    for (const [path, source] of code) {
      if (path.endsWith(".svelte")) found.push(...ownWords(path, source));
    }
    expect(found, "every visible word comes from the catalogue").toEqual([]);
    // Parses every component: seconds on a busy machine.
  }, 30_000);
});

const SPOKEN = ["aria-label", "placeholder", "title", "alt", "aria-description"];
/** What is the same in every language: the program's name and keys as printed on the keyboard. */
const UNIVERSAL = /^(Ugnay|Enter|Esc|[^\p{L}]*)$/u;

/** Letters in text or in spoken attributes of a component's template. */
function ownWords(path: string, source: string): string[] {
  const found: string[] = [];
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) return node.forEach(walk);
    if (typeof node !== "object" || node === null) return;
    const { type, data, name, value } = node as Node;
    if (type === "Text" && typeof data === "string" && !UNIVERSAL.test(data.trim())) found.push(`${path}: ${data.trim()}`);
    if (type === "StyleDirective") return;
    if (type === "Attribute") {
      if (SPOKEN.includes(name as string)) walk(value);
      return;
    }
    for (const child of Object.values(node as Node)) walk(child);
  };
  walk(parse(source, { modern: true }).fragment);
  return found;
}
