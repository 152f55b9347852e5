// A person as their page says it: what stories compare before and after something was done to them.
import { id } from "./story.mjs";
import { until } from "./webdriver.mjs";

const PAGE = `
  const facts = {};
  for (const list of document.querySelectorAll("[aria-labelledby=work-title] .facts, [aria-labelledby=about-title] .facts")) {
    for (const word of list.querySelectorAll("dt")) facts[word.textContent.trim()] = word.nextElementSibling.textContent.trim();
  }
  const numbers = (place) => [...place.querySelectorAll("a[href^='tel:']")].map((link) => link.getAttribute("href").slice(4));
  const contacts = [...document.querySelectorAll("[aria-labelledby=contacts-title] li")].map((one) => ({
    name: one.querySelector(".strong").textContent.trim(), numbers: numbers(one),
  }));
  const own = numbers(document.querySelector("[aria-labelledby=work-title]"));
  return { name: document.querySelector(arguments[0]).textContent.trim(), facts, contacts, own };`;

/** The page's name, facts, contacts in their order with their numbers, and own numbers, read anew. */
export async function personAt(stage, hash) {
  await stage.window.run("location.hash = '#/settings'");
  await until("the page before is left", async () => (await stage.window.count(id("person-name"))) === 0);
  await stage.window.run("location.hash = arguments[0]", hash);
  return shownPerson(stage);
}

/** The same, of the page that is shown. */
export async function shownPerson(stage) {
  await stage.see("person-name");
  return stage.window.run(PAGE, id("person-name"));
}

/** Every number of a person and of their contacts, each once and in order. */
export function numbersOf(...people) {
  return [...new Set(people.flatMap(({ contacts, own }) => [...own, ...contacts.flatMap((contact) => contact.numbers)]))].sort();
}
