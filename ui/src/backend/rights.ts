// The seam's part for what leaves the register: files, copies for the people themselves, and what was given out so far.

import type {
  ExportChoices, ExportInput, ExportList, ExportLook, ExportSaved, PaperLook, PastPeople, Retention, RetentionInput, SavedFile,
} from "./generated/types";

export interface RightsBackend {
  /** What was given out, on any device of the register, latest first. */
  exports(limit: number): Promise<ExportList>;
  exportChoices(): Promise<ExportChoices>;
  exportLook(input: ExportInput): Promise<ExportLook>;
  /** Writes a file where the device keeps documents; it is written down before. */
  saveExport(input: ExportInput): Promise<ExportSaved>;
  /** How long entries are kept unseen, and how many are past it. */
  retention(): Promise<Retention>;
  setRetention(input: RetentionInput): Promise<Retention>;
  pastPeople(limit: number): Promise<PastPeople>;
  /** Everything held about somebody, as a PDF for them. */
  saveAccessCopy(person: string, look: PaperLook): Promise<SavedFile>;
}

type Ask = <T>(command: string, args?: Record<string, unknown>) => Promise<T>;

export function rightsCommands(ask: Ask): RightsBackend {
  return {
    exports: (limit) => ask("exports", { limit }),
    exportChoices: () => ask("export_choices"),
    exportLook: (input) => ask("export_look", { input }),
    saveExport: (input) => ask("save_export", { input }),
    retention: () => ask("retention"),
    setRetention: (input) => ask("set_retention", { input }),
    pastPeople: (limit) => ask("past_people", { limit }),
    saveAccessCopy: (person, look) => ask("save_access_copy", { person, look }),
  };
}
