// What two catalogues have in common, message by message: names, placeholders anywhere in a message, and those that are shown
// in the words for any number that has none of its own.

import { FluentResource } from "@fluent/bundle";

type Node = Record<string, unknown>;

export interface Shape {
  /** Placeholders anywhere, selectors included. */
  all: string;
  /** Placeholders that are shown when the default variant is taken. */
  shown: string;
}

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

/** The same without selectors and without variants but the default one. */
function shown(pattern: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(pattern)) for (const part of pattern) shown(part, found);
  else if (typeof pattern === "object" && pattern !== null) {
    const node = pattern as Node;
    if (node["type"] === "select") return shown((node["variants"] as Node[])[node["star"] as number]!["value"], found);
    if (node["type"] === "var") found.add(node["name"] as string);
    for (const value of Object.values(node)) shown(value, found);
  }
  return found;
}

const listed = (names: Set<string>): string => [...names].sort().join(" ");

/** The messages of a Fluent text by name. */
export function shapes(text: string): Map<string, Shape> {
  const { body } = new FluentResource(text);
  return new Map(body.map(({ id, value }) => [id, { all: listed(placeholders(value)), shown: listed(shown(value)) }]));
}

/** What is wrong with a translation, a line each; nothing when it is whole. */
export function faults(english: string, other: string): string[] {
  const [base, own] = [shapes(english), shapes(other)];
  const out = [...base.keys()].filter((id) => !own.has(id)).map((id) => `missing: ${id}`);
  for (const [id, shape] of own) {
    const wanted = base.get(id);
    if (wanted === undefined) out.push(`left over: ${id}`);
    else if (wanted.all !== shape.all) out.push(`other placeholders: ${id} (${shape.all || "none"}, not ${wanted.all || "none"})`);
    else if (wanted.shown !== shape.shown) out.push(`other words around a number: ${id} (${shape.shown || "none"}, not ${wanted.shown || "none"})`);
  }
  return [...out, ...unread(other)];
}

/** Lines the parser dropped, and messages that stand twice. */
export function unread(text: string): string[] {
  const known = shapes(text);
  const ids = text.split("\n").flatMap((line) => /^([a-zA-Z][\w-]*) *=/.exec(line)?.[1] ?? []);
  const lost = ids.filter((id) => !known.has(id)).map((id) => `not understood: ${id}`);
  return [...lost, ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `stands twice: ${id}`)];
}
