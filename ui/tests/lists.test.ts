// Lists and what waits: filters that combine, the removed, changes taken back, forms kept while they are typed.

import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import App from "../src/App.svelte";
import { type Backend, type PersonInput, useBackend } from "../src/backend";
import { memoryBackend } from "../src/backend/memory";
import { everybody } from "../src/backend/query";
import { emptyPerson } from "../src/features/people/blank";
import { DraftKeeper, KEEP_MS, rebase } from "../src/features/people/keeper";
import { activeFilters, clearFilters, filterOf, list } from "../src/features/people/list.svelte";
import { followLock, loadStatus, lock, opened } from "../src/features/session/session.svelte";
import { loadPreferences, prefer } from "../src/features/settings/preferences.svelte";
import { currentToast } from "../src/shared/toasts.svelte";
import { language, setLanguage } from "../src/i18n/index.svelte";
import { go } from "../src/routes/router.svelte";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";
let inner: Backend;

beforeEach(async () => {
  inner = memoryBackend({ people: 30 });
  useBackend(followLock(inner));
  await setLanguage("en");
  await loadStatus();
  opened(await inner.createDemoRegister(PASSPHRASE));
});
afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  clearFilters();
  await lock().catch(() => undefined);
  vi.restoreAllMocks();
});

const get = (testid: string) => screen.findByTestId(testid);
const chip = (part: string) => document.querySelector<HTMLButtonElement>(`[data-part="${part}"]`);

describe("filters", () => {
  test("they combine, show as chips, and go one by one or all at once", async () => {
    go("#/people");
    render(App, { inside: true });
    await fireEvent.click(await get("filters-open"));
    const country = (await inner.peopleFacets(everybody())).countries[0]!;
    await waitFor(() => expect(document.querySelector<HTMLSelectElement>("#filter-country")?.options.length, "the choices are there").toBeGreaterThan(2));
    await fireEvent.change(document.querySelector("#filter-country")!, { target: { value: country.value } });
    await fireEvent.click(document.querySelector('[data-choice="freshness-never"]')!);
    const both = everybody({ country: country.value, freshness: "never" });
    const expected = (await inner.people(both)).total;
    await waitFor(() => expect(list.total, "both parts narrow").toBe(expected));
    await fireEvent.click(await get("filters-done"));
    expect(chip("country"), "each is a chip").not.toBeNull();
    await fireEvent.click(chip("freshness")!);
    await waitFor(() => expect(list.total, "one goes, the other stays").toBe(country.count));
    expect(chip("country"), "the other").not.toBeNull();
    await fireEvent.click(await get("filters-open"));
    await fireEvent.click(document.querySelector('[data-choice="no-phone"]')!);
    await fireEvent.click(await get("filters-done"));
    await fireEvent.click(await get("filters-clear"));
    await waitFor(() => expect(list.total, "everybody").toBe(30));
    expect(activeFilters(), "nothing is left").toBe(0);
  });

  test("a figure beside a choice is what the choice lists", async () => {
    const narrowed = everybody({ freshness: "stale" });
    const { countries, barangays, employers, consents, noPhone } = await inner.peopleFacets(narrowed);
    for (const [part, choices] of [["country", countries], ["barangay", barangays], ["employer", employers]] as const) {
      expect(choices.length, `${part}: there are choices`).toBeGreaterThan(1);
      for (const one of choices) {
        expect((await inner.people({ ...narrowed, [part]: one.value })).total, `${part} ${one.value}`).toBe(one.count);
      }
    }
    for (const one of consents) {
      expect((await inner.people({ ...narrowed, consent: `${one.purpose}:${one.said}` })).total, one.said).toBe(one.count);
    }
    expect((await inner.people({ ...narrowed, noPhone: true })).total, "no phone").toBe(noPhone);
  });

  test("an address asks for a filter by codes alone", () => {
    const asked = filterOf(new URLSearchParams("country=LB&outside=1&purok=Purok+2&employer=x"));
    expect(asked, "codes and flags").toMatchObject({ country: "LB", outside: true });
    expect([asked?.purok, asked?.employer], "nothing somebody wrote").toEqual([null, null]);
    expect(filterOf(new URLSearchParams("")), "none asked for").toBeNull();
  });
});

describe("the removed", () => {
  test("they come back, and that is taken back too", async () => {
    await inner.removePerson("demo-3");
    go("#/removed");
    render(App, { inside: true });
    await fireEvent.click(await get("person-restore"));
    await waitFor(async () => expect((await inner.people(everybody())).total, "back").toBe(30));
    await fireEvent.click(await get("toast-undo"));
    await waitFor(async () => expect((await inner.people(everybody())).total, "and away again").toBe(29));
  });
});

describe("changes", () => {
  test("what taking back would do is said before, and what stands in the way", async () => {
    const { card } = await inner.person("demo-3");
    const first = (await inner.savePerson({ ...card, employer: "First" })).changeSet!;
    go(`#/changes/${first}`);
    const { unmount } = render(App, { inside: true });
    await fireEvent.click(await get("change-take-back"));
    await waitFor(async () => expect((await inner.person("demo-3")).card.employer, "as before").toBe(card.employer));
    await screen.findByText("It was taken back already.");
    await fireEvent.click(await get("toast-undo"));
    await waitFor(async () => expect((await inner.person("demo-3")).card.employer, "and done again").toBe("First"));
    unmount();
    const second = (await inner.savePerson({ ...card, employer: "Second" })).changeSet!;
    await inner.savePerson({ ...card, employer: "Third" });
    go(`#/changes/${second}`);
    render(App, { inside: true });
    expect((await get("change-blocked")).textContent, "the reason in words").toContain("changed since");
    expect(screen.queryByTestId("change-take-back"), "nothing that would fail").toBeNull();
  });
});

describe("drafts", () => {
  const typed = (given: string): string => JSON.stringify({ ...emptyPerson(), given });

  test("what was typed is handed over within a quarter of a second, one writing at a time", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const kept: string[] = [];
    let answer = (): void => undefined;
    vi.spyOn(inner, "keepDraft").mockImplementation(async ({ card }) => {
      kept.push(card.given);
      await new Promise<void>((done) => (answer = done));
      return { id: "d", person: null, name: "", at: 0 };
    });
    const keeper = new DraftKeeper(emptyPerson(), () => undefined);
    keeper.note(typed("M"));
    await vi.advanceTimersByTimeAsync(KEEP_MS - 50);
    keeper.note(typed("Ma"));
    expect(kept, "not with every key").toEqual([]);
    await vi.advanceTimersByTimeAsync(50);
    expect(kept, "no key starts the time anew, the newest state goes").toEqual(["Ma"]);
    keeper.note(typed("Mar"));
    await vi.advanceTimersByTimeAsync(KEEP_MS);
    expect(kept, "the disk is busy").toEqual(["Ma"]);
    answer();
    await vi.advanceTimersByTimeAsync(0);
    expect(kept, "then the next").toEqual(["Ma", "Mar"]);
    answer();
    expect(KEEP_MS, "with a durable write it stays under half a second").toBeLessThanOrEqual(250);
    await keeper.stop();
  });

  test("taking everything back to what it was leaves no draft", async () => {
    const keeper = new DraftKeeper(emptyPerson(), () => undefined);
    keeper.note(typed("M"));
    await keeper.flush();
    expect((await inner.drafts()).length, "begun").toBe(1);
    keeper.note(JSON.stringify(emptyPerson()));
    await keeper.flush();
    expect(await inner.drafts(), "nothing is begun").toEqual([]);
    await keeper.stop();
  });

  test("an old draft takes back nothing that it never touched", () => {
    const base: PersonInput = { ...emptyPerson(), id: "p", given: "Liza", employer: "First" };
    const typedCard = { ...base, nickname: "Bing" };
    const saved = { ...base, employer: "Second" };
    expect(rebase(saved, base, typedCard), "what was typed over what is saved by now").toEqual({ ...saved, nickname: "Bing" });
  });

  test("they are listed at home, gone on with, and end with the save", async () => {
    await inner.keepDraft({ id: "", card: { ...emptyPerson(), given: "Corazon" }, base: emptyPerson() });
    await inner.keepDraft({ id: "", card: { ...emptyPerson(), given: "Luz" }, base: emptyPerson() });
    go("#/");
    render(App, { inside: true });
    await get("begun-list");
    const rows = screen.getAllByTestId("begun-go-on") as HTMLAnchorElement[];
    expect(rows.length, "both").toBe(2);
    go(rows[1]!.hash);
    expect(((await screen.findByLabelText("Given name")) as HTMLInputElement).value, "the one that was chosen").toBe("Corazon");
    await fireEvent.click(await get("person-save"));
    await get("person-name");
    expect((await inner.drafts()).map((row) => row.name), "the other still waits").toEqual(["Luz"]);
  });

  test("the last words are kept before the register locks", async () => {
    go("#/people/new");
    render(App, { inside: true });
    await fireEvent.input(await screen.findByLabelText("Given name"), { target: { value: "Corazon" } });
    await lock();
    const { registers } = await inner.status();
    await inner.unlock(registers[0]!.id, PASSPHRASE);
    expect((await inner.drafts()).map((row) => row.name), "not one key is lost").toEqual(["Corazon"]);
  });
});

describe("preferences", () => {
  test("language and scheme hold before anything is unlocked", async () => {
    await prefer({ language: "ceb", theme: "dark" });
    await lock();
    await setLanguage("en");
    delete document.documentElement.dataset["theme"];
    await loadPreferences(["en-PH"]);
    expect(language(), "her language").toBe("ceb");
    expect(document.documentElement.dataset["theme"], "and her scheme").toBe("dark");
    await prefer({ theme: "system" });
    expect(document.documentElement.dataset["theme"], "or the device's").toBeUndefined();
  });

  test("without any the device's language is taken, and a kept one that is not shipped is none", async () => {
    await loadPreferences(["es-PH"]);
    expect(language(), "the device's").toBe("es");
    await inner.keepPreferences({ language: "xx", theme: "system", singleKeys: true });
    await loadPreferences(["fr"]);
    expect(language(), "never a language without words").toBe("fr");
    await setLanguage("en");
  });

  test("a language whose words cannot be had is not taken, and that is said", async () => {
    vi.spyOn(inner, "catalogue").mockRejectedValue({ code: "disk" });
    await prefer({ language: "fr" });
    expect(language(), "still the words there are").toBe("en");
    expect((await inner.preferences()).language, "nothing was kept that cannot be shown").not.toBe("fr");
    expect(currentToast()?.text, "and said").toContain("The disk is full");
    await loadPreferences(["es"]);
    expect(language(), "a start without words is in English").toBe("en");
  });

  test("of two languages asked for at once the later one is shown", async () => {
    const real = inner.catalogue.bind(inner);
    let release: (() => void) | undefined;
    vi.spyOn(inner, "catalogue").mockImplementation(async (wanted) => {
      if (wanted === "fr") await new Promise<void>((done) => (release = done));
      return real(wanted);
    });
    const slow = setLanguage("fr");
    await setLanguage("es");
    release!();
    await slow;
    expect(language(), "the choice made last").toBe("es");
    await setLanguage("en");
  });
});
