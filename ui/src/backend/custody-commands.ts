// The custodian's use cases as commands of the window: names and arguments, nothing else. How a command is sent is given.

import type { CustodyBackend } from "./custody";
import type { OnProgress } from "./index";

export interface Sender {
  ask: <T>(command: string, args?: Record<string, unknown> | Uint8Array, options?: { headers: Record<string, string> }) => Promise<T>;
  askWithProgress: <T>(command: string, args: Record<string, unknown>, report: OnProgress) => Promise<T>;
}

export function custodyCommands({ ask, askWithProgress }: Sender): CustodyBackend {
  return {
    custodyStatus: () => ask("custody_status"),
    custodyCreate: (input) => ask("custody_create", { input }),
    custodyRecover: (input) => ask("custody_recover", { input }),
    custodyUnlock: (organisation, passphrase) => ask("custody_unlock", { organisation, passphrase }),
    custodyLock: () => ask("custody_lock"),
    custodyTouch: () => ask("custody_touch"),

    custodyHome: () => ask("custody_home"),
    custodyOrganisation: () => ask("custody_organisation"),
    custodyExchange: (report) => askWithProgress("custody_exchange", {}, report),

    custodyRequests: () => ask("custody_requests"),
    custodyRequest: (id) => ask("custody_request", { id }),
    custodyDecide: (input) => ask("custody_decide", { input }),
    custodyOutgoing: (request) => ask("custody_outgoing", { request }),

    custodyPaperWords: () => ask("custody_paper_words"),
    custodyPaperTest: (words) => ask("custody_paper_test", { words }),
    custodySaveCard: () => ask("custody_save_card"),
    // Raw bytes with the name beside them, as an import.
    custodyFile: (bytes, name) => ask("custody_file", bytes, { headers: { "x-file-name": encodeURIComponent(name) } }),
    custodyFileAccept: (token) => ask("custody_file_accept", { token }),
    custodyFileDrop: (token) => ask("custody_file_drop", { token }),
    custodyConnect: (input) => ask("custody_connect", { input }),

    custodyReceipts: () => ask("custody_receipts"),
    custodyDrills: () => ask("custody_drills"),
    custodyHandover: () => ask("custody_handover"),
    custodyHandoverSave: () => ask("custody_handover_save"),
    custodyHandoverDestroy: () => ask("custody_handover_destroy"),
    custodyKeyChange: () => ask("custody_key_change"),
    custodyKeyChangeStart: () => ask("custody_key_change_start"),
    custodyKeyChangeFinish: (report) => askWithProgress("custody_key_change_finish", {}, report),

    custodyDemands: () => ask("custody_demands"),
    custodyDemandSave: (input) => ask("custody_demand_save", { input }),
    custodyDemandsPublish: () => ask("custody_demands_publish"),
    custodyStatement: (input) => ask("custody_statement", { input }),

    custodyLog: () => ask("custody_log"),
    custodyLogCheck: (report) => askWithProgress("custody_log_check", {}, report),
  };
}
