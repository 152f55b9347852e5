// The seam's part for the directory, contingency plans, drills and the sheets that go with them.

import type {
  DirectoryCountry,
  DirectoryInput,
  DirectoryRow,
  DrillResult,
  PaperLook,
  Plan,
  PlanInput,
  Saved,
  SavedFile,
} from "./generated/types";

export interface DirectoryBackend {
  /** Those with people of this register first. */
  directoryCountries(): Promise<DirectoryCountry[]>;
  /** The entries of a destination, the hidden ones last. */
  directory(country: string): Promise<DirectoryRow[]>;
  directorySearch(text: string): Promise<DirectoryRow[]>;
  saveDirectoryEntry(input: DirectoryInput): Promise<Saved>;
  plan(country: string): Promise<Plan>;
  savePlan(input: PlanInput): Promise<Saved>;

  drillResult(campaign: string): Promise<DrillResult>;
  drillEnd(campaign: string): Promise<DrillResult>;

  savePlanSheet(country: string, look: PaperLook): Promise<SavedFile>;
  saveFamilyCard(person: string, look: PaperLook): Promise<SavedFile>;
  /** For somebody, or with lines to fill in when empty. */
  saveConsentForm(person: string, look: PaperLook): Promise<SavedFile>;
  /** Whose family card it is; refused when the person is not in this register. */
  readFamilyCard(code: string): Promise<string>;
}

type Ask = <T>(command: string, args?: Record<string, unknown>) => Promise<T>;

export function directoryCommands(ask: Ask): DirectoryBackend {
  return {
    directoryCountries: () => ask("directory_countries"),
    directory: (country) => ask("directory", { country }),
    directorySearch: (text) => ask("directory_search", { text }),
    saveDirectoryEntry: (input) => ask("save_directory_entry", { input }),
    plan: (country) => ask("plan", { country }),
    savePlan: (input) => ask("save_plan", { input }),
    drillResult: (campaign) => ask("drill_result", { campaign }),
    drillEnd: (campaign) => ask("drill_end", { campaign }),
    savePlanSheet: (country, look) => ask("save_plan_sheet", { country, look }),
    saveFamilyCard: (person, look) => ask("save_family_card", { person, look }),
    saveConsentForm: (person, look) => ask("save_consent_form", { person, look }),
    readFamilyCard: (code) => ask("read_family_card", { code }),
  };
}
