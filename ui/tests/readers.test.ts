// Taking a reader out: nothing happens within the pause, and who is counted as a reader is the same everywhere.

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
let inner: Backend;

beforeEach(async () => {
  inner = memoryBackend();
  useBackend(followLock(inner));
  await setLanguage("en");
  await loadStatus();
  opened(await inner.createDemoRegister(PASSPHRASE));
  await inner.joinByCode(CODE);
});
afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  await lock().catch(() => undefined);
  vi.restoreAllMocks();
});

async function sheet(): Promise<string> {
  const { words } = await inner.sheetBegin();
  await inner.sheetCheck(words.join(" "));
  const made = (await inner.devices()).devices.find((one) => one.kind === "sheet");
  return made?.id ?? "";
}

test("a sheet that was typed in again is a reader, and stays one through an exchange", async () => {
  expect((await inner.syncState()).onlyDevice, "nobody else yet").toBe(true);
  await sheet();
  expect(await inner.syncState(), "a reader, but no device").toMatchObject({ onlyDevice: false, devices: 1 });
  await inner.syncNow(() => undefined);
  expect((await inner.syncState()).onlyDevice, "an exchange does not bring the warning back").toBe(false);
  expect((await inner.leaveState()).otherReaders, "leaving counts the sheet").toBe(1);
});

test("a removed reader counts no more, and new keys are due until the next exchange", async () => {
  const id = await sheet();
  const list = await inner.revokeDevice(id);
  expect(list, "the only reader again").toMatchObject({ onlyReader: true, epoch: { due: "revoked" } });
  expect(list.devices.at(-1)?.id, "who was removed stands last").toBe(id);
  expect((await inner.syncState()).onlyDevice, "the same everywhere").toBe(true);
  await inner.syncNow(() => undefined);
  expect((await inner.devices()).epoch.due, "the exchange brought the new keys").toBeNull();
});

test("this device cannot be removed, nor somebody unknown", async () => {
  const [me] = (await inner.devices()).devices;
  await expect(inner.revokeDevice(me?.id ?? ""), "oneself").rejects.toMatchObject({ code: "bad_input" });
  await expect(inner.revokeDevice("0"), "nobody").rejects.toMatchObject({ code: "not_found" });
});

test("who came anew reads everything before anybody is removed", async () => {
  const { words } = await inner.sheetBegin();
  await inner.restoreLook({ words: words.join(" "), buffer: "https://buffer.example", certificate: "", passphrase: PASSPHRASE, officer: "" });
  opened(await inner.restoreTake("new laptop"));
  const [lost] = (await inner.devices()).devices;
  await expect(inner.revokeDevice(lost?.id ?? ""), "its people are not here yet").rejects.toMatchObject({ detail: "exchange_first" });
  await inner.syncNow(() => undefined);
  expect((await inner.revokeDevice(lost?.id ?? "")).devices.at(-1)?.label, "now they are").toBe("first device");
});

async function press(): Promise<string> {
  const id = await sheet();
  render(App, { inside: true });
  go(`#/devices/remove/${id}`);
  const button = await screen.findByTestId("remove-go");
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await fireEvent.click(button);
  return id;
}

test("nobody is removed within the pause, and nobody after it was stopped", async () => {
  const revoke = vi.spyOn(inner, "revokeDevice");
  await press();
  await vi.advanceTimersByTimeAsync(9000);
  expect(revoke, "ten seconds have not passed").not.toHaveBeenCalled();
  await fireEvent.click(screen.getByTestId("remove-cancel"));
  await vi.advanceTimersByTimeAsync(60_000);
  expect(revoke, "it was stopped").not.toHaveBeenCalled();
});

test("leaving the page in the pause removes nobody", async () => {
  const revoke = vi.spyOn(inner, "revokeDevice");
  await press();
  go("#/");
  await vi.advanceTimersByTimeAsync(60_000);
  expect(revoke, "the page is gone").not.toHaveBeenCalled();
});

test("after the pause the reader is removed once", async () => {
  const revoke = vi.spyOn(inner, "revokeDevice");
  const id = await press();
  await vi.advanceTimersByTimeAsync(10_500);
  vi.useRealTimers();
  expect(revoke.mock.calls, "once, and the one shown").toEqual([[id]]);
  await screen.findByTestId("remove-exchange");
});
