// The ladder of saving: saved here, sent, kept by the buffer, releasable. A rung is shown only as far as it is proven.

import type { SyncState } from "../../backend";

export type RungState = "proven" | "partly" | "not-yet";

export interface Rung {
  id: "saved" | "sent" | "kept" | "releasable";
  state: RungState;
}

export function ladder(sync: SyncState): Rung[] {
  const sentOnce = sync.lastOk !== null;
  const sent: RungState = !sentOnce ? "not-yet" : sync.unsent === 0 ? "proven" : "partly";
  // What the buffer acknowledged is its word. It is proven once the public log commits to this register's present state.
  const kept: RungState = sync.kept === 0 ? "not-yet" : sent === "proven" && sync.provenAt !== null ? "proven" : "partly";
  const confirmed = sync.protected;
  const enough = confirmed !== null && confirmed.releasable && confirmed.j >= confirmed.k;
  // Released can only be what is kept: without that rung the next one is not reached.
  const releasable: RungState =
    kept === "not-yet" || confirmed === null || confirmed.j === 0 ? "not-yet" : enough && kept === "proven" ? "proven" : "partly";
  return [
    { id: "saved", state: "proven" },
    { id: "sent", state: sent },
    { id: "kept", state: kept },
    { id: "releasable", state: releasable },
  ];
}
