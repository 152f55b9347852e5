// The catalogues: every language has the same messages with the same placeholders, every code has its words, every
// message is used, and no screen has words of its own.

import { parse } from "svelte/compiler";
import { describe, expect, test } from "vitest";
import { shippedEnglish } from "../build/catalogues.ts";
import { catalogue } from "../src/backend/memory/catalogues";
import { CODES, COLUMN_FIELDS, RECORD_FIELDS, SCRIPT } from "../src/i18n/codes";
import { fieldName, fieldValue } from "../src/i18n/format";
import { makeBundle, t, tCode } from "../src/i18n/index.svelte";
import { closest, LANGUAGES, outsideWords } from "../src/i18n/languages";
import { faults, shapes, unread } from "./messages";
import { sources, text } from "./sources";

type Node = Record<string, unknown>;

const english = shapes(catalogue("en"));
const all = LANGUAGES.map(({ code }) => code);
const others = all.filter((code) => code !== "en");

describe("languages", () => {
  test.each(others)("%s has exactly the messages of English with the same placeholders", (code) => {
    expect(faults(catalogue("en"), catalogue(code)), "a message or a placeholder too few or too many").toEqual([]);
  });

  test.each(all)("%s: every line is understood and no message stands twice", (code) => {
    expect(unread(catalogue(code)), "the parser drops what it does not understand without a word").toEqual([]);
  });

  test.each(others)("%s is a translation, not a copy", (code) => {
    const own = makeBundle(code, catalogue(code));
    const base = makeBundle("en", catalogue("en"));
    const same = [...english.keys()].filter((id) => {
      const value = own.getMessage(id)?.value;
      return typeof value === "string" && value === base.getMessage(id)?.value && value.length > 12;
    });
    expect(same, "long messages equal to English were forgotten").toEqual(same.filter((id) => SAME_EVERYWHERE.includes(id)));
  });
});

/** Long messages that read the same in several languages. */
const SAME_EVERYWHERE = ["field-suffix", "field-handles", "field-handle", "contact-handle", "speech-fil"];

describe("a fault is noticed", () => {
  const right = "greet = Hello { $name }\nfound = { $count ->\n    [one] One person\n   *[other] { $count } people\n }\n";
  const cases: [what: string, from: string, to: string, fault: string][] = [
    ["a message that is missing", "greet = Hello { $name }\n", "", "missing: greet"],
    ["a message that is left over", "greet =", "extra = More\ngreet =", "left over: extra"],
    ["a placeholder that is missing", "Hello { $name }", "Hello", "other placeholders: greet (none, not name)"],
    ["a placeholder that is extra", "Hello", "Hello { $who }", "other placeholders: greet (name who, not name)"],
    ["a placeholder of another name", "$name", "$nom", "other placeholders: greet (nom, not name)"],
    ["a number that is only chosen by", "{ $count } people", "people", "other words around a number: found (none, not count)"],
    ["a plural without its end", "\n }\n", "\n", "not understood: found"],
    ["a message that stands twice", "greet =", "greet = Hi { $name }\ngreet =", "stands twice: greet"],
  ];
  test("what is right has none", () => expect(faults(right, right), "the same text").toEqual([]));
  test.each(cases)("%s", (_what, from, to, fault) => {
    const broken = right.replace(from, to);
    expect(broken, "it was broken").not.toBe(right);
    expect(faults(right, broken), "and that is noticed").toContain(fault);
  });
});

describe("as shipped", () => {
  test("English is whole without its comments", () => {
    expect(Object.fromEntries(shapes(shippedEnglish())), "every message").toEqual(Object.fromEntries(english));
  });

  test.each(all)("%s has words for the page that has nothing behind it", (code) => {
    expect([...shapes(outsideWords(code)).keys()].sort(), "what that page shows").toEqual(["outside-text", "outside-title"]);
  });
});

describe("plurals", () => {
  const cases: [code: string, id: string, count: number, expected: string][] = [
    ["en", "people-found", 0, "Nobody found"],
    ["en", "people-found", 1, "One person"],
    ["en", "people-found", 2, "2 people"],
    ["en", "people-found", 100000, "100,000 people"],
    ["en", "count-needs_help", 1, "one needs help"],
    // Filipino counts 1, 2, 3, 5… as “one”: only an exact 1 may say “one”.
    ["fil", "ago-days", 1, "kahapon"],
    ["fil", "ago-days", 2, "2 araw na ang nakalipas"],
    ["fil", "retention-years", 2, "2 taon"],
    ["ceb", "retention-years", 2, "2 ka tuig"],
    ["fil", "directory-entries", 5, "5 tala"],
    ["fr", "given-times", 2, "2 fois ce jour-là"],
    ["fr", "dup-calls", 1, "un appel"],
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
  test.each(cases)("%s %s %i", (code, id, count, expected) => {
    const bundle = makeBundle(code, catalogue(code));
    const message = bundle.getMessage(id);
    expect(bundle.formatPattern(message!.value!, { count }), "the words must fit the number").toBe(expected);
  });
});

/** Numbers that a language's own rule calls “one” although they are not. */
const ONE_AND_MORE = all.filter((code) => [0, 2, 3].some((count) => new Intl.PluralRules(code).select(count) === "one"));

test.each(ONE_AND_MORE)("%s says “one” of an exact 1 alone", (code) => {
  // Words of a variant [one] that do not show the number would say of 2 people, or of none, that it is one.
  const spelled = /^\s+\[one\] (?!.*\$count).*\b(isa|isang|usa|kausa|une?)\b.*$/gim;
  expect(catalogue(code).match(spelled) ?? [], "[1] is meant").toEqual([]);
  const numbers = shapes(catalogue(code));
  expect(numbers.size, "the catalogue was read").toBeGreaterThan(500);
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
