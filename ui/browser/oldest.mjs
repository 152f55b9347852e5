// Where the oldest webview differs from this browser in what scripts may call: the same flows without it.
import { OFFICER } from "./keyboard-officer.mjs";
import { PEOPLE } from "./keyboard-people.mjs";

const FLOWS = ["places", "narrowing", "directory", "meetingKeys"];

export function oldest(flow) {
  return async (stage) => {
    // Chromium 87 has none of these. What the checks themselves call is not among them.
    await stage.page.addInitScript(() => {
      delete Array.prototype.at;
      delete Array.prototype.findLast;
      delete Array.prototype.findLastIndex;
      delete Array.prototype.toSorted;
      delete Array.prototype.toReversed;
      delete String.prototype.at;
      delete Object.hasOwn;
      delete window.structuredClone;
      delete window.HTMLDialogElement?.prototype.showModal;
    });
    await { ...OFFICER, ...PEOPLE }[flow](stage);
  };
}

export const OLDEST = Object.fromEntries(FLOWS.map((flow) => [flow, oldest(flow)]));
