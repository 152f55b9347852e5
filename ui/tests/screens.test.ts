// Screens over the in-memory backend: what an officer sees when something is wrong, undone, or slow.

import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type Backend, type PeoplePage, useBackend } from "../src/backend";
import { memoryBackend } from "../src/backend/memory";
import { everybody } from "../src/backend/query";
import App from "../src/App.svelte";
import { importing, MOST_BYTES, readFile } from "../src/features/import/importing.svelte";
import { followLock, loadStatus, lock, lockWhenIdle, opened, session, used } from "../src/features/session/session.svelte";
import { go } from "../src/routes/router.svelte";
import { setLanguage } from "../src/i18n/index.svelte";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";
let inner: Backend;

beforeEach(async () => {
  inner = memoryBackend({ people: 30 });
  useBackend(followLock(inner));
  await setLanguage("en");
  const info = await inner.createDemoRegister(PASSPHRASE);
  await loadStatus();
  opened(info);
});
afterEach(async () => {
  cleanup();
  await lock().catch(() => undefined);
  vi.restoreAllMocks();
});

const get = (testid: string) => screen.findByTestId(testid);

describe("locking", () => {
  test("a wrong passphrase: plain words, an empty field, nothing opened", async () => {
    render(App, { inside: true });
    await fireEvent.click(await get("lock"));
    const field = (await get("unlock-passphrase")) as HTMLInputElement;
    await fireEvent.input(field, { target: { value: "not the passphrase" } });
    await fireEvent.click(await get("unlock-submit"));
    expect((await get("error-message")).textContent, "no hint, no code").toContain("This passphrase does not open the register.");
    expect(field.value, "the wrong one does not stay").toBe("");
    expect(screen.queryByTestId("nav-home"), "nothing opened").toBeNull();
  });

  test("a register that locked itself brings the unlock screen", async () => {
    render(App, { inside: true });
    await get("nav-people");
    await inner.lock();
    await fireEvent.click(await get("nav-people"));
    go("#/people");
    expect(await get("unlock-passphrase"), "not an error in the middle of a list").toBeTruthy();
  });

  test("it locks after the time without use, and not before", async () => {
    const limit = session().info!.autoLockAfter * 1000;
    await used(1000);
    await lockWhenIdle(1000 + limit);
    expect(session().info, "still in time").not.toBeNull();
    await lockWhenIdle(1000 + limit + 1);
    expect(session().info, "the time is over").toBeNull();
  });

  test("a locked page holds nobody's name", async () => {
    go("#/people");
    render(App, { inside: true });
    const name = (await screen.findAllByTestId("person-row"))[0]!.querySelector(".name")!.textContent!;
    await fireEvent.click(await get("lock"));
    await get("unlock-passphrase");
    expect(document.documentElement.outerHTML, "not in the list, not in a message").not.toContain(name);
  });
});

describe("the list", () => {
  test("an old answer that comes late is dropped", async () => {
    go("#/people");
    render(App, { inside: true });
    await screen.findAllByTestId("person-row");
    const real = inner.people.bind(inner);
    let release: (() => void) | undefined;
    vi.spyOn(inner, "people").mockImplementation(async (query): Promise<PeoplePage> => {
      const page = await real(query);
      if (query.text === "z") await new Promise<void>((done) => (release = done));
      return page;
    });
    const search = await get("people-search");
    await fireEvent.input(search, { target: { value: "z" } });
    await waitFor(() => expect(release, "the slow question is under way").toBeDefined());
    await fireEvent.input(search, { target: { value: "" } });
    release!();
    await waitFor(() => expect(screen.getAllByTestId("person-row").length, "the newest question is answered").toBeGreaterThan(1));
    expect(screen.queryByText("Nobody found"), "the answer for “z” is not shown").toBeNull();
  });

  test("an error has words and a way to try again", async () => {
    vi.spyOn(inner, "people").mockRejectedValueOnce({ code: "disk" });
    go("#/people");
    render(App, { inside: true });
    expect((await get("error-message")).textContent, "in words").toContain("The disk is full");
    await fireEvent.click(await screen.findByText("Try again"));
    expect((await screen.findAllByTestId("person-row")).length, "and it works again").toBeGreaterThan(1);
  });
});

describe("a person", () => {
  test("removing is one tap and can be taken back", async () => {
    go("#/people/demo-3");
    render(App, { inside: true });
    const name = (await get("person-name")).textContent!;
    await fireEvent.click(await get("person-remove"));
    await fireEvent.click(await get("toast-undo"));
    await waitFor(async () => expect((await inner.person("demo-3")).name, "back in the register").toBe(name));
  });

  test("what was begun stays when somebody looks elsewhere", async () => {
    go("#/people/new");
    render(App, { inside: true });
    const given = (await screen.findByLabelText("Given name")) as HTMLInputElement;
    await fireEvent.input(given, { target: { value: "Corazon" } });
    go("#/sync");
    await screen.findByLabelText("The twelve words");
    go("#/people/new");
    expect(((await screen.findByLabelText("Given name")) as HTMLInputElement).value, "nothing is lost by going back").toBe("Corazon");
    await screen.findByText("You had begun to write here. It is all still there.");
    await fireEvent.click(await get("draft-discard"));
    await waitFor(() => expect((screen.getByLabelText("Given name") as HTMLInputElement).value, "afresh").toBe(""));
    expect(await inner.drafts(), "and nothing waits").toEqual([]);
    await fireEvent.click(await get("toast-undo"));
    await waitFor(() => expect((screen.getByLabelText("Given name") as HTMLInputElement).value, "a slip is taken back").toBe("Corazon"));
  });

  test("a look-alike is shown before saving and does not stop it", async () => {
    const { card } = await inner.person("demo-3");
    go("#/people/new");
    render(App, { inside: true });
    await fireEvent.input(await screen.findByLabelText("Given name"), { target: { value: card.given } });
    await fireEvent.input(screen.getByLabelText("Surname"), { target: { value: card.surname } });
    const save = await get("person-save");
    await fireEvent.click(save);
    await screen.findByText("Already in the register?");
    expect((await inner.people(everybody({ limit: 1 }))).total, "not saved yet").toBe(30);
    await fireEvent.click(save);
    await waitFor(async () =>
      expect((await inner.people(everybody({ limit: 1 }))).total, "saved as another person").toBe(31),
    );
  });

  test("a doubtful number warns and is saved as written", async () => {
    go("#/people/new");
    render(App, { inside: true });
    await fireEvent.input(await screen.findByLabelText("Given name"), { target: { value: "Luz" } });
    await fireEvent.input(screen.getByLabelText("Phone"), { target: { value: "ask the aunt" } });
    await screen.findByText("This does not look like a number. It is kept as written.");
    await fireEvent.click(await get("person-save"));
    await get("person-name");
    const { rows } = await inner.people(everybody({ text: "luz", limit: 9 }));
    const saved = await inner.person(rows[0]!.id);
    expect(saved.card.contacts[0]?.phones, "kept as typed, never dropped").toEqual([{ typed: "ask the aunt", e164: null }]);
  });

  test("contacts change their order by keys", async () => {
    const { card } = await inner.person("demo-3");
    const contact = { id: "", relation: "", phones: [], handle: "", language: "", place: "", hours: "", knowsWhere: false };
    await inner.savePerson({ ...card, contacts: [{ ...contact, name: "First" }, { ...contact, name: "Second" }] });
    go("#/people/demo-3/edit");
    render(App, { inside: true });
    const down = (await screen.findAllByText("Later")).map((one) => one.closest("button")).find((button) => button?.id === "contact-0-down");
    await fireEvent.click(down!);
    await waitFor(() => expect(document.activeElement?.id, "the focus goes with the contact").toBe("contact-1-up"));
    await fireEvent.click(await get("person-save"));
    await get("person-name");
    expect((await inner.person("demo-3")).card.contacts.map((one) => one.name), "the new calling order").toEqual(["Second", "First"]);
  });
});

describe("import", () => {
  test("a file over 64 MB is refused before it is read", async () => {
    const read = vi.fn();
    await readFile({ size: MOST_BYTES + 1, name: "big.xlsx", arrayBuffer: read } as unknown as File);
    expect(read, "not a byte of it").not.toHaveBeenCalled();
    expect(importing.error?.code, "and said so").toBe("file_too_large");
  });
});

describe("calls", () => {
  test("one tap records, the next person comes, and undo brings the first back", async () => {
    const country = (await inner.home()).destinations[0]!.country;
    const { id } = await inner.startDrill({ country, level: 2 });
    go(`#/campaigns/${id}`);
    render(App, { inside: true });
    const first = (await screen.findByRole("heading", { level: 2, name: /,/ })).textContent;
    await fireEvent.click(await get("outcome-safe"));
    await waitFor(() => expect(document.querySelector("#task-title")?.textContent, "the next person").not.toBe(first));
    expect(document.querySelector('[data-outcome="safe"]')?.textContent, "counted in words").toContain("1 safe");
    await fireEvent.click(await get("toast-undo"));
    await waitFor(() => expect(document.querySelector("#task-title")?.textContent, "the first again").toBe(first));
    expect(document.querySelector('[data-outcome="safe"]'), "and not counted").toBeNull();
  });
});

test("a page without the program says so and offers nothing", () => {
  render(App, { inside: false });
  expect(screen.getByRole("heading").textContent, "plain words").toBe("Please open the Ugnay program");
  expect(screen.queryAllByRole("button"), "nothing that seems to save").toEqual([]);
});
