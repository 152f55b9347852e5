// The seam between the interface and everything behind it: what can be asked, and which side answers.
// Nothing else in the interface knows whether a window or a test is behind it.

import type { CustodyBackend } from "./custody";
import type { DirectoryBackend } from "./directory";
import type { LineBackend } from "./line";
import type { MeetingBackend } from "./meeting";
import type { RightsBackend } from "./rights";
import type {
  AppError,
  CallList,
  CallQuery,
  CampaignRow,
  ConsentInput,
  ConsentPage,
  ChangeDetail,
  ChangePage,
  CountryOption,
  CreateRegister,
  DeviceList,
  DuplicateList,
  EraseLook,
  Draft,
  DraftInput,
  DraftRow,
  ErrorCode,
  Home,
  CellFix,
  ImportPreview,
  ImportResult,
  ImportRow,
  JoinFederation,
  JoinRegister,
  KeyOnPaper,
  LeaveState,
  LookAlikes,
  LaterList,
  MappingChange,
  MergeDone,
  MergeInput,
  MergeLook,
  OutcomeInput,
  OutcomeSaved,
  PairingCode,
  PairingText,
  PairingWords,
  PaperLook,
  PartDone,
  PeopleFacets,
  PeoplePage,
  PeopleQuery,
  PersonDetail,
  PersonInput,
  PhoneCheck,
  PlaceHit,
  Preferences,
  Progress,
  RemovedPage,
  RestoreFound,
  RestoreInput,
  RestoreOffer,
  RestoredCards,
  Saved,
  SavedFile,
  SessionInfo,
  SheetCheck,
  SheetPage,
  SheetUse,
  StartDrill,
  Status,
  SyncReport,
  SyncState,
  TakenBack,
} from "./generated/types";

export type * from "./generated/types";

export type OnProgress = (progress: Progress) => void;

/** The use cases, as in the crate `ugnay-app`. Every one rejects with an `AppError`. */
export interface Backend extends CustodyBackend, DirectoryBackend, LineBackend, MeetingBackend, RightsBackend {
  status(): Promise<Status>;
  createRegister(input: CreateRegister): Promise<SessionInfo>;
  /** Invented people from the shipped sample, marked demo. */
  createDemoRegister(passphrase: string): Promise<SessionInfo>;
  unlock(register: string, passphrase: string): Promise<SessionInfo>;
  lock(): Promise<void>;
  suggestPassphrase(): Promise<string>;
  /** Keeps the session alive; false when it has locked itself. */
  touch(): Promise<boolean>;

  home(): Promise<Home>;
  searchPlaces(text: string, limit: number): Promise<PlaceHit[]>;
  countries(): Promise<CountryOption[]>;

  people(query: PeopleQuery): Promise<PeoplePage>;
  person(id: string): Promise<PersonDetail>;
  /** The draft it was begun as is forgotten with the save. */
  savePerson(input: PersonInput, draft?: string | null): Promise<Saved>;
  /** Never waits; an answer that is not complete is asked for again once `warmLookAlikes` says that everybody can be compared. */
  lookAlikes(input: PersonInput): Promise<LookAlikes>;
  /** Builds the next part of what look-alikes are found by; true when it is whole. */
  warmLookAlikes(): Promise<boolean>;
  removePerson(id: string): Promise<Saved>;
  undo(changeSet: string): Promise<void>;
  checkPhone(text: string, country: string | null): Promise<PhoneCheck>;
  confirmPerson(id: string, from: string): Promise<Saved>;

  /** What a person agreed to, as it stands and as it came about. */
  consents(id: string): Promise<ConsentPage>;
  recordConsent(input: ConsentInput): Promise<Saved>;
  eraseLook(id: string): Promise<EraseLook>;
  /** For good: nothing brings the entry back. */
  erasePerson(id: string): Promise<void>;
  /** How many each choice of a filter would list. */
  peopleFacets(query: PeopleQuery): Promise<PeopleFacets>;
  removedPeople(offset: number, limit: number): Promise<RemovedPage>;
  restorePerson(id: string): Promise<Saved>;
  /** Actions that changed something, newest first; `before` is the last one of the page before. */
  changes(before: string | null, limit: number): Promise<ChangePage>;
  change(id: string): Promise<ChangeDetail>;
  takeBack(id: string): Promise<TakenBack>;
  /** A form as it stands; durable when it resolves. */
  keepDraft(input: DraftInput): Promise<DraftRow>;
  drafts(): Promise<DraftRow[]>;
  draft(id: string): Promise<Draft>;
  dropDraft(id: string): Promise<void>;
  /** Builds the next part of the search index; true when it is whole. */
  warmSearch(): Promise<boolean>;
  /** Kept on the device, outside of any register. */
  preferences(): Promise<Preferences>;
  keepPreferences(input: Preferences): Promise<Preferences>;
  /** Every message of a shipped language, as one Fluent text; also while everything is locked. */
  catalogue(language: string): Promise<string>;

  /** Reads a file; the register stays usable meanwhile. A reading that is stopped, or followed by another, fails with `cancelled`. */
  importPreview(bytes: Uint8Array, name: string, onProgress: OnProgress): Promise<ImportPreview>;
  /** Stops a reading; nothing of it is left. */
  importStop(): Promise<void>;
  importSample(): Promise<ImportPreview>;
  /** Reads again; `importStop` stops that, and the preview stays as it was. */
  importChange(token: string, change: MappingChange, onProgress: OnProgress): Promise<ImportPreview>;
  /** Whether what the sheet says of people who are here already is taken over. */
  importUpdate(token: string, update: boolean): Promise<ImportPreview>;
  importCommit(token: string, onProgress: OnProgress): Promise<ImportResult>;
  /** Stops a running commit or drops a preview. */
  importCancel(token: string): Promise<void>;
  imports(): Promise<ImportRow[]>;
  /** Resolves to the number of persons removed. */
  importUndo(importId: string): Promise<number>;
  /** Reads a cell otherwise, or as it is again; the file itself is not touched. */
  importFix(token: string, fix: CellFix): Promise<ImportPreview>;
  /** Cells of earlier imports that are still to be looked at. */
  importLater(): Promise<LaterList>;
  importLaterDone(id: string, done: boolean): Promise<LaterList>;

  /** Pairs still to look at, as found when the register was last compared. */
  duplicates(): Promise<DuplicateList>;
  /** Compares everybody; the register stays usable meanwhile. */
  lookForDuplicates(onProgress: OnProgress): Promise<DuplicateList>;
  stopDuplicates(): Promise<void>;
  mergeLook(a: string, b: string): Promise<MergeLook>;
  mergePersons(input: MergeInput): Promise<MergeDone>;
  /** Takes a merge apart, on whichever device it was made. */
  partPersons(kept: string, absorbed: string): Promise<PartDone>;
  notSame(a: string, b: string): Promise<Saved>;

  syncState(): Promise<SyncState>;
  joinFederation(input: JoinFederation): Promise<SyncState>;
  syncNow(onProgress: OnProgress): Promise<SyncReport>;

  campaigns(): Promise<CampaignRow[]>;
  startDrill(input: StartDrill): Promise<CampaignRow>;
  /** A page of the call list; its figures are of the whole. */
  callList(query: CallQuery): Promise<CallList>;
  recordOutcome(input: OutcomeInput): Promise<OutcomeSaved>;

  /** On a device of the register: opens a meeting, and says what the new device has to scan. */
  pairingStart(): Promise<PairingCode>;
  pairingLook(): Promise<PairingWords>;
  pairingConfirm(label: string): Promise<SyncState>;
  /** Ends the meeting; a new device's empty register goes with it. */
  pairingStop(): Promise<void>;
  /** On a new device: goes to the meeting. */
  pairingJoin(input: JoinRegister): Promise<PairingWords>;
  /** Null until the other device's user has confirmed. */
  pairingWait(): Promise<SessionInfo | null>;
  /** On a new device, without a meeting: its card as a text. */
  pairingOffer(input: JoinRegister): Promise<PairingText>;
  deviceWords(card: string): Promise<string>;
  confirmDevice(card: string, label: string): Promise<PairingText>;
  welcomeWords(welcome: string): Promise<string>;
  finishDevice(welcome: string, six: string): Promise<SessionInfo>;
  /** A scanned or pasted invitation to a federation. */
  joinByCode(code: string): Promise<SyncState>;

  /** Words for a new recovery sheet; it exists once `sheetCheck` found them all right. */
  sheetBegin(): Promise<SheetPage>;
  sheetCheck(typed: string): Promise<SheetCheck>;
  sheetStop(): Promise<void>;
  /** Whether a sheet made earlier still opens this register. */
  sheetTest(typed: string): Promise<SheetCheck>;
  sheetUses(): Promise<SheetUse[]>;
  /** On a new device: what a sheet opens. `pairingStop` ends it. */
  restoreLook(input: RestoreInput): Promise<RestoreFound>;
  restoreTake(label: string): Promise<SessionInfo>;
  /** A new register that lost every device before: its key, for desk and custodians. */
  restoreOffer(): Promise<RestoreOffer>;
  /** The cards custodians released to this device. */
  restoreRelease(): Promise<RestoredCards>;
  /** Devices and sheets that can read the register. */
  devices(): Promise<DeviceList>;
  /** Takes a reader out, for good; never this device itself. */
  revokeDevice(id: string): Promise<DeviceList>;
  leaveState(): Promise<LeaveState>;
  /** Ends this device's copy of the register. */
  leave(anyway: boolean): Promise<void>;

  /** Sheets to print, as PDF where the device keeps documents. With secret words only while those are shown. */
  saveRecoverySheet(look: PaperLook): Promise<SavedFile>;
  saveKeySheet(key: KeyOnPaper, look: PaperLook): Promise<SavedFile>;
  /** Of one barangay (PSGC), or of the whole register when empty. */
  saveMeetingSheet(barangay: string, look: PaperLook): Promise<SavedFile>;
  saveCallSheet(campaign: string, look: PaperLook): Promise<SavedFile>;
}

/** An error with a code only. */
export function appError(code: ErrorCode, more: Partial<AppError> = {}): AppError {
  const alarm = code === "buffer_alarm" ? "other" : null;
  return { code, field: null, file: null, sheet: null, row: null, column: null, detail: null, alarm, ...more };
}

/** Whatever was thrown, as an `AppError`; what is not one is a fault in this program. */
export function asAppError(thrown: unknown): AppError {
  if (typeof thrown === "object" && thrown !== null && typeof (thrown as AppError).code === "string") {
    return appError((thrown as AppError).code, thrown as AppError);
  }
  return appError("internal");
}

/**
 * The window's backend inside the window. Outside of it, the in-memory one, but only where it was built in on purpose;
 * otherwise nothing: a page that seems to save and does not would be worse than none.
 */
export async function chooseBackend(): Promise<Backend | null> {
  if ("__TAURI_INTERNALS__" in window) return (await import("./tauri")).tauriBackend();
  if (import.meta.env.VITE_BACKEND === "memory") return (await import("./memory")).memoryBackendFromAddress();
  return null;
}

let current: Backend | null = null;

/** Sets the backend that `backend()` hands out. */
export function useBackend(chosen: Backend | null): void {
  current = chosen;
}

/** The backend in use. */
export function backend(): Backend {
  if (current === null) throw appError("internal", { detail: "no_backend" });
  return current;
}
