// A custodian's screens where timing and refusal matter: the pause before a decision is signed, what is not offered, what
// a change in between does, and the lock.

import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import App from "../src/App.svelte";
import { appError, type Backend, useBackend } from "../src/backend";
import { memoryBackend } from "../src/backend/memory";
import { followLock, loadStatus, lock, openedOrganisation, session } from "../src/features/session/session.svelte";
import { span } from "../src/features/custody/span";
import { counting } from "../src/features/custody/phases";
import { setLanguage } from "../src/i18n/index.svelte";
import { go } from "../src/routes/router.svelte";

const PASSPHRASE = "bangka sa ilog tatlong kawayan";
let inner: Backend;

beforeEach(async () => {
  inner = memoryBackend({ custodian: { passphrase: PASSPHRASE, demo: false } });
  useBackend(followLock(inner));
  await setLanguage("en");
  await loadStatus();
  openedOrganisation(await inner.custodyUnlock("organisation-0", PASSPHRASE));
});
afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  await lock().catch(() => undefined);
  vi.restoreAllMocks();
});

const get = (testid: string) => screen.findByTestId(testid);

async function openRequest(id: string): Promise<void> {
  render(App, { inside: true });
  go(`#/requests/${id}`);
  await get("request-state");
}

async function press(choice: string): Promise<void> {
  await fireEvent.click(await get(`decide-${choice}`));
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  await fireEvent.click(screen.getByTestId("decide-submit"));
}

describe("deciding", () => {
  test("nothing is signed within the pause, and nothing after it was stopped", async () => {
    const decide = vi.spyOn(inner, "custodyDecide");
    await openRequest("request-1");
    await press("approve");
    await vi.advanceTimersByTimeAsync(9000);
    expect(decide, "ten seconds have not passed").not.toHaveBeenCalled();
    await fireEvent.click(screen.getByTestId("decide-cancel"));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(decide, "it was stopped").not.toHaveBeenCalled();
  });

  test("after the pause it is signed once, with what was shown", async () => {
    const decide = vi.spyOn(inner, "custodyDecide");
    await openRequest("request-1");
    await press("approve");
    await vi.advanceTimersByTimeAsync(10_500);
    vi.useRealTimers();
    expect(decide.mock.calls, "one decision").toEqual([[{ request: "request-1", kind: "approve", reason: "in_order", text: "", seen: "request-1-1", compared: false }]]);
    await vi.waitFor(() => expect(screen.getByTestId("request-state").dataset["phase"], "it waits for others").toBe("waiting"));
  });

  test("leaving the page in the pause signs nothing", async () => {
    const decide = vi.spyOn(inner, "custodyDecide");
    await openRequest("request-1");
    await press("approve");
    go("#/");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(decide, "the page is gone").not.toHaveBeenCalled();
  });

  test("a request that changed meanwhile is shown anew, and nothing is signed", async () => {
    await openRequest("request-1");
    const before = await inner.custodyRequest("request-1");
    vi.spyOn(inner, "custodyDecide").mockRejectedValue(appError("refused", { detail: "changed_meanwhile" }));
    const again = vi.spyOn(inner, "custodyRequest");
    await press("approve");
    await vi.advanceTimersByTimeAsync(10_500);
    vi.useRealTimers();
    expect((await get("error-message")).textContent, "in plain words").toContain("Nothing was signed");
    expect(again, "it is asked for again").toHaveBeenCalledWith("request-1");
    expect((await inner.custodyRequest("request-1")).decisions, "as before").toEqual(before.decisions);
  });

  test("while a check is wrong, approving is not offered, declining is", async () => {
    await openRequest("request-2");
    await get("decide");
    expect(screen.queryByTestId("decide-approve"), "no approval").toBeNull();
    expect(screen.queryByTestId("decide-object"), "an objection is always possible").not.toBeNull();
    const wrong = [...document.querySelectorAll("[data-check][data-ok=false]")].map((row) => row.getAttribute("data-check"));
    expect(wrong, "the rows that are wrong say so").toEqual(["card_age", "officers"]);
    expect(document.querySelectorAll("[data-check]").length, "all rows are there").toBe(20);
  });

  test("what is no approval needs a reason", async () => {
    await openRequest("request-1");
    await fireEvent.click(await get("decide-refuse"));
    expect((screen.getByTestId("decide-submit") as HTMLButtonElement).disabled, "no reason yet").toBe(true);
    await fireEvent.click(screen.getByTestId("decide-approve"));
    expect((screen.getByTestId("decide-submit") as HTMLButtonElement).disabled, "an approval says that all is in order").toBe(false);
  });
});

describe("what is open", () => {
  test("opening a register closes the organisation", async () => {
    await inner.createDemoRegister(PASSPHRASE);
    expect((await inner.custodyStatus()).session, "at most one of both").toBeNull();
    await expect(inner.custodyHome(), "it answers nothing any more").rejects.toMatchObject({ code: "locked" });
  });

  test("the lock brings the organisation's own unlock screen, without anything of it but its name", async () => {
    render(App, { inside: true });
    await get("custody-waiting");
    await lock();
    await get("organisation-unlock-passphrase");
    expect(session().organisation, "closed").toBeNull();
    expect(document.body.textContent, "no request is left on the page").not.toContain("Lebanon");
  });

  test("a program without a custodian's half does not offer one", async () => {
    await lock();
    vi.spyOn(inner, "custodyStatus").mockRejectedValue(appError("internal"));
    await loadStatus();
    go("#/choose");
    render(App, { inside: true });
    await get("create-start");
    expect(screen.queryByTestId("organisation-start"), "nothing that would fail when it is needed").toBeNull();
  });
});

test("spans show two units, the largest that there are", () => {
  expect(span(2 * 86400 + 3 * 3600 + 59), "days and hours").toBe("2 days 3 hours");
  expect(span(3600), "a whole hour").toBe("1 hour");
  expect(span(125), "minutes and seconds").toBe("2 minutes 5 seconds");
  expect(span(-5), "never below nothing").toBe("0 seconds");
});

test("the time that counts follows from the phase", async () => {
  const { row } = await inner.custodyRequest("request-1");
  const now = row.times.from;
  expect(counting(row, now)?.word, "to be decided").toBe("countdown-expires");
  expect(counting({ ...row, phase: "waiting" }, now)?.word, "the cool-off").toBe("countdown-cool-off");
  expect(counting({ ...row, phase: "waiting" }, row.times.coolOffEnds! + 1)?.word, "others still have to approve").toBe("countdown-expires");
  expect(counting({ ...row, phase: "granted" }, now)?.word, "the grant").toBe("countdown-until");
  expect(counting({ ...row, phase: "closed" }, now), "nothing counts any more").toBeNull();
});
