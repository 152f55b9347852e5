// The backend inside the window: each use case is a command. The only file that knows Tauri. It holds no rule.

import { Channel, invoke, type InvokeArgs, type InvokeOptions } from "@tauri-apps/api/core";
import { custodyCommands } from "./custody-commands";
import { directoryCommands } from "./directory";
import { lineCommands } from "./line";
import { meetingCommands } from "./meeting";
import { rightsCommands } from "./rights";
import { asAppError, type Backend, type OnProgress, type Progress } from "./index";

async function ask<T>(command: string, args?: InvokeArgs, options?: InvokeOptions): Promise<T> {
  try {
    return await invoke<T>(command, args, options);
  } catch (thrown) {
    throw asAppError(thrown);
  }
}

async function askWithProgress<T>(command: string, args: Record<string, unknown>, report: OnProgress): Promise<T> {
  const onProgress = new Channel<Progress>();
  onProgress.onmessage = report;
  return ask<T>(command, { ...args, onProgress });
}

export function tauriBackend(): Backend {
  return {
    ...custodyCommands({ ask, askWithProgress }),
    ...directoryCommands(ask),
    ...lineCommands(ask),
    ...meetingCommands(ask),
    ...rightsCommands(ask),
    status: () => ask("status"),
    createRegister: (input) => ask("create_register", { input }),
    createDemoRegister: (passphrase) => ask("create_demo_register", { passphrase }),
    unlock: (register, passphrase) => ask("unlock", { register, passphrase }),
    lock: () => ask("lock"),
    suggestPassphrase: () => ask("suggest_passphrase"),
    touch: () => ask("touch"),

    home: () => ask("home"),
    searchPlaces: (text, limit) => ask("search_places", { text, limit }),
    countries: () => ask("countries"),

    people: (query) => ask("people", { query }),
    person: (id) => ask("person", { id }),
    savePerson: (input, draft = null) => ask("save_person", { input, draft }),
    lookAlikes: (input) => ask("look_alikes", { input }),
    warmLookAlikes: () => ask("warm_look_alikes"),
    removePerson: (id) => ask("remove_person", { id }),
    undo: (changeSet) => ask("undo", { changeSet }),
    checkPhone: (text, country) => ask("check_phone", { text, country }),
    confirmPerson: (id, from) => ask("confirm_person", { id, from }),

    consents: (id) => ask("consents", { id }),
    recordConsent: (input) => ask("record_consent", { input }),
    eraseLook: (id) => ask("erase_look", { id }),
    erasePerson: (id) => ask("erase_person", { id }),

    peopleFacets: (query) => ask("people_facets", { query }),
    removedPeople: (offset, limit) => ask("removed_people", { offset, limit }),
    restorePerson: (id) => ask("restore_person", { id }),
    changes: (before, limit) => ask("changes", { before, limit }),
    change: (id) => ask("change", { id }),
    takeBack: (id) => ask("take_back", { id }),
    keepDraft: (input) => ask("keep_draft", { input }),
    drafts: () => ask("drafts"),
    draft: (id) => ask("draft", { id }),
    dropDraft: (id) => ask("drop_draft", { id }),
    warmSearch: () => ask("warm_search"),
    preferences: () => ask("preferences"),
    keepPreferences: (input) => ask("keep_preferences", { input }),
    catalogue: (language) => ask("catalogue", { language }),

    // The file travels as raw bytes: as JSON a sheet of a few megabytes would take seconds.
    importPreview: (bytes, name, report) => {
      const progress = new Channel<Progress>();
      progress.onmessage = report;
      return ask("import_preview", bytes, { headers: { "x-file-name": encodeURIComponent(name), "x-progress": progress.toJSON() } });
    },
    importStop: () => ask("import_stop"),
    importSample: () => ask("import_sample"),
    importChange: (token, change, report) => askWithProgress("import_change", { token, change }, report),
    importUpdate: (token, update) => ask("import_update", { token, update }),
    importCommit: (token, report) => askWithProgress("import_commit", { token }, report),
    importCancel: (token) => ask("import_cancel", { token }),
    imports: () => ask("imports"),
    importUndo: (importId) => ask("import_undo", { importId }),
    importFix: (token, fix) => ask("import_fix", { token, fix }),
    importLater: () => ask("import_later"),
    importLaterDone: (id, done) => ask("import_later_done", { id, done }),

    duplicates: () => ask("duplicates"),
    lookForDuplicates: (report) => askWithProgress("look_for_duplicates", {}, report),
    stopDuplicates: () => ask("stop_duplicates"),
    mergeLook: (a, b) => ask("merge_look", { a, b }),
    mergePersons: (input) => ask("merge_persons", { input }),
    partPersons: (kept, absorbed) => ask("part_persons", { kept, absorbed }),
    notSame: (a, b) => ask("not_same", { a, b }),

    syncState: () => ask("sync_state"),
    joinFederation: (input) => ask("join_federation", { input }),
    syncNow: (report) => askWithProgress("sync_now", {}, report),

    campaigns: () => ask("campaigns"),
    startDrill: (input) => ask("start_drill", { input }),
    callList: (query) => ask("call_list", { query }),
    recordOutcome: (input) => ask("record_outcome", { input }),

    pairingStart: () => ask("pairing_start"),
    pairingLook: () => ask("pairing_look"),
    pairingConfirm: (label) => ask("pairing_confirm", { label }),
    pairingStop: () => ask("pairing_stop"),
    pairingJoin: (input) => ask("pairing_join", { input }),
    pairingWait: () => ask("pairing_wait"),
    pairingOffer: (input) => ask("pairing_offer", { input }),
    deviceWords: (card) => ask("device_words", { card }),
    confirmDevice: (card, label) => ask("confirm_device", { card, label }),
    welcomeWords: (welcome) => ask("welcome_words", { welcome }),
    finishDevice: (welcome, six) => ask("finish_device", { welcome, six }),
    joinByCode: (code) => ask("join_by_code", { code }),

    sheetBegin: () => ask("sheet_begin"),
    sheetCheck: (typed) => ask("sheet_check", { typed }),
    sheetStop: () => ask("sheet_stop"),
    sheetTest: (typed) => ask("sheet_test", { typed }),
    sheetUses: () => ask("sheet_uses"),
    restoreLook: (input) => ask("restore_look", { input }),
    restoreTake: (label) => ask("restore_take", { label }),
    restoreOffer: () => ask("restore_offer"),
    restoreRelease: () => ask("restore_release"),
    devices: () => ask("devices"),
    revokeDevice: (id) => ask("revoke_device", { id }),
    leaveState: () => ask("leave_state"),
    leave: (anyway) => ask("leave", { anyway }),

    saveRecoverySheet: (look) => ask("save_recovery_sheet", { look }),
    saveKeySheet: (key, look) => ask("save_key_sheet", { key, look }),
    saveMeetingSheet: (barangay, look) => ask("save_meeting_sheet", { barangay, look }),
    saveCallSheet: (campaign, look) => ask("save_call_sheet", { campaign, look }),
  };
}
