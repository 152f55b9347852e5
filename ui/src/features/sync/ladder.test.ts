import { expect, test } from "vitest";
import type { SyncState } from "../../backend";
import { ladder } from "./ladder";

const alone: SyncState = {
  buffer: null, federation: null, demo: false, savedHere: 10, unsent: 10, kept: 0, provenAt: null, unprovenSince: null, lastOk: null, lastError: null, lastAlarm: null,
  lastTry: null, protected: null, onlyDevice: true, devices: 1,
};
const enough = { j: 4, n: 5, k: 3, releasable: true };
const states = (change: Partial<SyncState>) => ladder({ ...alone, ...change }).map((rung) => rung.state);

const cases: [why: string, change: Partial<SyncState>, expected: string[]][] = [
  ["nothing but this device", {}, ["proven", "not-yet", "not-yet", "not-yet"]],
  ["confirmations alone prove nothing while nothing is kept", { protected: enough }, ["proven", "not-yet", "not-yet", "not-yet"]],
  ["all sent and kept, nobody confirmed", { lastOk: 1, unsent: 0, kept: 10, provenAt: 1, protected: { j: 0, n: 5, k: 3, releasable: false } }, ["proven", "proven", "proven", "not-yet"]],
  ["some custodians", { lastOk: 1, unsent: 0, kept: 10, provenAt: 1, protected: { j: 2, n: 5, k: 3, releasable: false } }, ["proven", "proven", "proven", "partly"]],
  ["enough custodians", { lastOk: 1, unsent: 0, kept: 10, provenAt: 1, protected: enough }, ["proven", "proven", "proven", "proven"]],
  ["the buffer says so, the log does not yet", { lastOk: 1, unsent: 0, kept: 10, unprovenSince: 1, protected: enough }, ["proven", "proven", "partly", "partly"]],
  ["newer changes wait", { lastOk: 1, unsent: 2, kept: 10, provenAt: 1, protected: enough }, ["proven", "partly", "partly", "partly"]],
  ["never exchanged, nothing to send", { unsent: 0 }, ["proven", "not-yet", "not-yet", "not-yet"]],
  ["flag and figures disagree", { lastOk: 1, unsent: 0, kept: 10, provenAt: 1, protected: { j: 1, n: 5, k: 3, releasable: true } }, ["proven", "proven", "proven", "partly"]],
];

test.each(cases)("%s", (why, change, expected) => {
  expect(states(change), `never a rung that is not proven: ${why}`).toEqual(expected);
});
