//! Build script of the window: declares the commands, so that each is refused unless a capability names it, and
//! makes sure that there is a page to embed. It must not run the interface's own build.

use std::{env, fs, path::Path};

/// Every command of `src/commands.rs`. Tauri refuses one that is missing here or not allowed in `permissions/`.
const COMMANDS: &[&str] = &[
    "status",
    "create_register",
    "create_demo_register",
    "unlock",
    "lock",
    "suggest_passphrase",
    "touch",
    "home",
    "search_places",
    "countries",
    "people",
    "person",
    "save_person",
    "look_alikes",
    "warm_look_alikes",
    "remove_person",
    "undo",
    "check_phone",
    "confirm_person",
    "consents",
    "record_consent",
    "erase_look",
    "erase_person",
    "retention",
    "set_retention",
    "past_people",
    "exports",
    "export_choices",
    "export_look",
    "save_export",
    "save_access_copy",
    "import_preview",
    "import_sample",
    "import_change",
    "import_commit",
    "import_cancel",
    "imports",
    "import_undo",
    "import_fix",
    "import_later",
    "import_later_done",
    "import_stop",
    "import_update",
    "sync_state",
    "join_federation",
    "sync_now",
    "campaigns",
    "start_drill",
    "call_list",
    "record_outcome",
    "duplicates",
    "look_for_duplicates",
    "stop_duplicates",
    "merge_look",
    "merge_persons",
    "part_persons",
    "not_same",
    "pairing_start",
    "pairing_look",
    "pairing_confirm",
    "pairing_stop",
    "pairing_join",
    "pairing_wait",
    "pairing_offer",
    "device_words",
    "confirm_device",
    "welcome_words",
    "finish_device",
    "join_by_code",
    "sheet_begin",
    "sheet_check",
    "sheet_stop",
    "sheet_test",
    "sheet_uses",
    "restore_look",
    "restore_take",
    "restore_offer",
    "restore_release",
    "leave_state",
    "leave",
    "save_recovery_sheet",
    "save_key_sheet",
    "save_meeting_sheet",
    "save_call_sheet",
    "freshness",
    "stale_phones",
    "meeting_start",
    "meeting",
    "meeting_mark",
    "meeting_unmark",
    "meeting_end",
    "people_facets",
    "removed_people",
    "restore_person",
    "changes",
    "change",
    "take_back",
    "keep_draft",
    "drafts",
    "draft",
    "drop_draft",
    "warm_search",
    "preferences",
    "keep_preferences",
    "directory_countries",
    "directory",
    "directory_search",
    "save_directory_entry",
    "plan",
    "save_plan",
    "drill_result",
    "drill_end",
    "read_family_card",
    "save_plan_sheet",
    "save_family_card",
    "save_consent_form",
    "custody_status",
    "custody_create",
    "custody_recover",
    "custody_unlock",
    "custody_lock",
    "custody_touch",
    "custody_home",
    "custody_organisation",
    "custody_exchange",
    "custody_requests",
    "custody_request",
    "custody_decide",
    "custody_paper_words",
    "custody_paper_test",
    "custody_connect",
    "custody_receipts",
    "custody_drills",
    "custody_log",
    "custody_save_card",
    "custody_file",
    "custody_file_accept",
    "custody_file_drop",
    "custody_handover",
    "custody_handover_save",
    "custody_handover_destroy",
    "custody_key_change",
    "custody_key_change_start",
    "custody_key_change_finish",
    "custody_demands",
    "custody_demand_save",
    "custody_demands_publish",
    "custody_statement",
    "custody_log_check",
    "devices",
    "revoke_device",
    "catalogue",
];

/// Where Vite puts the interface (`frontendDist` in `tauri.conf.json`).
const PAGE_FOLDER: &str = "../ui/dist";

/// Shown by a development build made before the interface was.
const NO_INTERFACE: &str = "<!doctype html><meta charset=utf-8><title>Ugnay</title>\
<p>The interface has not been built. Run <code>make app</code>.";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    page_to_embed()?;
    let manifest = tauri_build::AppManifest::new().commands(COMMANDS);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}

/// A release needs the real interface; checks and tests of the Rust side alone get a page that says what is missing.
fn page_to_embed() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed={PAGE_FOLDER}");
    let page = Path::new(PAGE_FOLDER).join("index.html");
    if page.exists() {
        return Ok(());
    }
    if env::var("PROFILE").as_deref() == Ok("release") {
        return Err("the interface is not built: run `npm ci && npm run build` in ui/".into());
    }
    fs::create_dir_all(PAGE_FOLDER)?;
    fs::write(page, NO_INTERFACE)?;
    Ok(())
}
