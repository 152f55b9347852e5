// What a custodian organisation can ask for, beside what a register can. Each use case is the command `custody_…` of the
// window; the crate `ugnay-app` has them under the same names.

import type {
  ConnectBuffer,
  CreateOrganisation,
  CustodyExchange,
  CustodyHome,
  CustodyStatus,
  DecideInput,
  DemandInput,
  Demands,
  Drills,
  FileAccepted,
  FilePreview,
  Handover,
  KeyChange,
  KeyChanged,
  LogState,
  Organisation,
  OrganisationSession,
  PaperTest,
  PaperWords,
  Progress,
  Receipts,
  RecoverOrganisation,
  RequestDetail,
  RequestRow,
  SavedFile,
  StatementInput,
} from "./generated/types";

type OnProgress = (progress: Progress) => void;

/** The use cases of a custodian organisation. Every one rejects with an `AppError`. */
export interface CustodyBackend {
  custodyStatus(): Promise<CustodyStatus>;
  custodyCreate(input: CreateOrganisation): Promise<OrganisationSession>;
  /** Again from the 24 words; afterwards its genesis is taken and the buffer connected as the first time. */
  custodyRecover(input: RecoverOrganisation): Promise<OrganisationSession>;
  custodyUnlock(organisation: string, passphrase: string): Promise<OrganisationSession>;
  custodyLock(): Promise<void>;
  /** Keeps the session alive; false when it has locked itself. */
  custodyTouch(): Promise<boolean>;

  custodyHome(): Promise<CustodyHome>;
  custodyOrganisation(): Promise<Organisation>;
  custodyExchange(onProgress: OnProgress): Promise<CustodyExchange>;

  custodyRequests(): Promise<RequestRow[]>;
  custodyRequest(id: string): Promise<RequestDetail>;
  /** Signs and logs; nothing takes it back. */
  custodyDecide(input: DecideInput): Promise<RequestDetail>;
  /** What of a request is not known to have arrived, saved as a file that anybody may carry to the log. */
  custodyOutgoing(request: string): Promise<SavedFile>;

  /** Only until the sheet was tested; of the next key while a key change waits for its sheet. */
  custodyPaperWords(): Promise<PaperWords>;
  custodyPaperTest(words: string[]): Promise<PaperTest>;
  custodySaveCard(): Promise<SavedFile>;
  custodyFile(bytes: Uint8Array, name: string): Promise<FilePreview>;
  custodyFileAccept(token: string): Promise<FileAccepted>;
  custodyFileDrop(token: string): Promise<void>;
  custodyConnect(input: ConnectBuffer): Promise<Organisation>;

  custodyReceipts(): Promise<Receipts>;
  custodyDrills(): Promise<Drills>;
  custodyHandover(): Promise<Handover>;
  /** Seals the shares to the successor, once, and saves them as a file. */
  custodyHandoverSave(): Promise<SavedFile>;
  /** After the successor's receipt; nothing brings them back. */
  custodyHandoverDestroy(): Promise<Handover>;
  custodyKeyChange(): Promise<KeyChange>;
  custodyKeyChangeStart(): Promise<KeyChange>;
  custodyKeyChangeFinish(onProgress: OnProgress): Promise<KeyChanged>;

  custodyDemands(): Promise<Demands>;
  custodyDemandSave(input: DemandInput): Promise<Demands>;
  custodyDemandsPublish(): Promise<Demands>;
  custodyStatement(input: StatementInput): Promise<Demands>;

  custodyLog(): Promise<LogState>;
  /** Verifies the whole mirror again. */
  custodyLogCheck(onProgress: OnProgress): Promise<LogState>;
}
