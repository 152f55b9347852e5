// What people decide: answers are kept and taken back, a "no" waits for the exchange, and erasing waits out its pause.

import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import App from "../src/App.svelte";
import { type Backend, useBackend } from "../src/backend";
import { memoryBackend } from "../src/backend/memory";
import { followLock, loadStatus, lock, opened } from "../src/features/session/session.svelte";
import { setLanguage } from "../src/i18n/index.svelte";
import { go } from "../src/routes/router.svelte";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";
const CODE = "ugnay:1:join:QmFuZ2th::https://buffer.example";
const SOMEBODY = "demo-2";
let inner: Backend;

beforeEach(async () => {
  inner = memoryBackend();
  useBackend(followLock(inner));
  await setLanguage("en");
  await loadStatus();
  opened(await inner.createDemoRegister(PASSPHRASE));
});
afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  await lock().catch(() => undefined);
  vi.restoreAllMocks();
});

const no = (purpose: string) => ({ person: SOMEBODY, by: "", how: "spoken", answers: [{ purpose, given: false }] });

test("an answer is kept with what was said before, and can be taken back", async () => {
  const before = await inner.consents(SOMEBODY);
  expect(before.reach, "agreed to emergencies").toBe("open");
  const { changeSet } = await inner.recordConsent(no("emergency"));
  const after = await inner.consents(SOMEBODY);
  expect(after.reach, "the no counts").toBe("withheld");
  expect(after.history.length, "what was said before stays").toBe(before.history.length + 1);
  await inner.undo(changeSet ?? "");
  expect((await inner.consents(SOMEBODY)).reach, "taken back").toBe("open");
});

test("a no to what was sent waits for the exchange, which brings new keys", async () => {
  await inner.joinByCode(CODE);
  await inner.syncNow(() => undefined);
  const { beganAt } = (await inner.devices()).epoch;
  await inner.recordConsent(no("emergency"));
  expect((await inner.consents(SOMEBODY)).waits, "nothing has happened at the buffer yet").toBe(true);
  await inner.syncNow(() => undefined);
  expect((await inner.consents(SOMEBODY)).waits, "now it has").toBe(false);
  expect((await inner.devices()).epoch.beganAt, "under new keys").toBeGreaterThanOrEqual(beganAt ?? 0);
});

test("an answer nobody can give is refused", async () => {
  await expect(inner.recordConsent({ ...no("emergency"), how: "guessed" })).rejects.toMatchObject({ code: "bad_input", field: "how" });
  await expect(inner.recordConsent(no("enforcement"))).rejects.toMatchObject({ code: "bad_input", field: "purpose" });
  await expect(inner.recordConsent({ ...no("hold"), answers: [] })).rejects.toMatchObject({ code: "bad_input", field: "answers" });
});

test("the screen writes down only what was answered", async () => {
  go(`#/people/${SOMEBODY}/consent`);
  render(App, { inside: true });
  const choice = await screen.findByTestId("no-statistics");
  await fireEvent.click(choice);
  await fireEvent.click(screen.getByTestId("consent-save"));
  await screen.findByTestId("toast-undo");
  const page = await inner.consents(SOMEBODY);
  expect(page.purposes.find((one) => one.purpose === "statistics")?.given, "answered").toBe(false);
  expect(page.purposes.find((one) => one.purpose === "desk")?.given, "not asked").toBe(null);
});

async function press(): Promise<void> {
  render(App, { inside: true });
  go(`#/people/${SOMEBODY}/erase`);
  const button = await screen.findByTestId("erase-go");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await fireEvent.click(button);
}

test("nobody is erased within the pause, and nobody after it was stopped", async () => {
  const erase = vi.spyOn(inner, "erasePerson");
  await press();
  await vi.advanceTimersByTimeAsync(9000);
  await fireEvent.click(screen.getByTestId("erase-cancel"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(erase, "it was stopped").not.toHaveBeenCalled();
});

test("after the pause the person is gone", async () => {
  await press();
  await vi.advanceTimersByTimeAsync(10_500);
  vi.useRealTimers();
  await screen.findByTestId("erase-done");
  await expect(inner.person(SOMEBODY), "gone").rejects.toMatchObject({ code: "not_found" });
});
