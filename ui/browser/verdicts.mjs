// What axe says of a page as it stands. A page that differs from one before in nothing but colours is judged by the rules that look at
// colours, and keeps the other's verdict for the rest. What a page is, is read from the page itself, never from which screen it should be.
import axe from "axe-core";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];
/** The rules whose verdict depends on colours; axe groups them so. */
const COLOURS = axe.getRules(RULES).filter(({ tags }) => tags.includes("cat.color")).map(({ ruleId }) => ruleId);
/** Verdicts of the other rules on all pages of this run, by what was judged. */
const known = new Map();

export const counts = { judged: 0, colours: 0 };

/** Faults of the page as it stands, and how many rules found something to look at. */
export async function verdict(page) {
  const size = page.viewportSize();
  const shape = `${size.width}x${size.height} ${await page.evaluate(likeness)}`;
  let rest = known.get(shape);
  const seen = await page.evaluate(run, rest === undefined ? { tags: RULES } : { rules: COLOURS });
  if (rest === undefined) {
    counts.judged += 1;
    rest = { violations: seen.violations.filter(({ id }) => !COLOURS.includes(id)), passes: seen.passes.filter((id) => !COLOURS.includes(id)) };
    known.set(shape, rest);
  } else {
    counts.colours += 1;
  }
  const own = (list, name) => list.filter((one) => COLOURS.includes(name(one)));
  return {
    violations: [...rest.violations, ...own(seen.violations, ({ id }) => id)].map(({ text }) => text),
    passes: rest.passes.length + own(seen.passes, (id) => id).length,
  };
}

/** In the page: what axe finds. */
async function run({ tags, rules }) {
  const runOnly = tags === undefined ? { type: "rule", values: rules } : { type: "tag", values: tags };
  const { violations, passes } = await window.axe.run(document, { runOnly, resultTypes: ["violations"], preload: false });
  const first = (node) => `${node.target.join(" ")}: ${node.failureSummary?.split("\n")[1]?.trim()}`;
  return {
    violations: violations.map(({ id, nodes }) => ({ id, text: `${id}: ${nodes.slice(0, 3).map(first).join(" | ")}` })),
    passes: passes.map(({ id }) => id),
  };
}

/** In the page: its document with what is typed and chosen, where every box lies and what shows; all but its colours. */
async function likeness() {
  const shape = [document.documentElement.outerHTML, window.scrollX, window.scrollY];
  let at = 0;
  for (const element of document.querySelectorAll("*")) {
    const { x, y, width, height } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    shape.push(x, y, width, height, style.display, style.visibility, style.overflow, style.position, style.zIndex, style.pointerEvents, style.fontSize, style.fontWeight, style.clipPath);
    if (element === document.activeElement) shape.push("has the focus", at);
    if ("value" in element) shape.push(String(element.value), element.checked, element.disabled);
    at += 1;
  }
  const sum = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(shape.join("\n")));
  return [...new Uint8Array(sum)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
