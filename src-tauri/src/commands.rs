//! What the page may ask for: a line each over `ugnay_app`, named as in `ui/src/backend/tauri.ts`. No rule lives here: a
//! command unpacks, asks and returns.
//!
//! Each command is named three times: in `build.rs` (it exists), in `permissions/officer.toml` (it is allowed) and in
//! [`handler`] (it is reached); a test compares the three.

mod campaigns;
mod custody;
mod devices;
mod import;
mod linkage;
mod lists;
mod meeting;
mod pairing;
mod paper;
mod people;
mod recovery;
mod rights;
mod session;
mod sync;

use tauri::{Wry, ipc::Invoke};

/// The handler of every command.
pub fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    tauri::generate_handler![
        session::status,
        session::create_register,
        session::create_demo_register,
        session::unlock,
        session::lock,
        session::suggest_passphrase,
        session::touch,
        session::home,
        people::search_places,
        people::countries,
        people::people,
        people::person,
        people::save_person,
        people::look_alikes,
        people::remove_person,
        people::undo,
        people::check_phone,
        people::confirm_person,
        rights::consents,
        rights::record_consent,
        rights::erase_look,
        rights::erase_person,
        import::import_preview,
        import::import_sample,
        import::import_change,
        import::import_commit,
        import::import_cancel,
        import::imports,
        import::import_undo,
        import::import_fix,
        import::import_later,
        import::import_later_done,
        sync::sync_state,
        sync::join_federation,
        sync::sync_now,
        campaigns::campaigns,
        campaigns::start_drill,
        campaigns::call_list,
        campaigns::record_outcome,
        linkage::duplicates,
        linkage::look_for_duplicates,
        linkage::stop_duplicates,
        linkage::merge_look,
        linkage::merge_persons,
        linkage::part_persons,
        linkage::not_same,
        pairing::pairing_start,
        pairing::pairing_look,
        pairing::pairing_confirm,
        pairing::pairing_stop,
        pairing::pairing_join,
        pairing::pairing_wait,
        pairing::pairing_offer,
        pairing::device_words,
        pairing::confirm_device,
        pairing::welcome_words,
        pairing::finish_device,
        pairing::join_by_code,
        recovery::sheet_begin,
        recovery::sheet_check,
        recovery::sheet_stop,
        recovery::sheet_test,
        recovery::sheet_uses,
        recovery::restore_look,
        recovery::restore_take,
        recovery::restore_offer,
        recovery::restore_release,
        recovery::leave_state,
        recovery::leave,
        paper::save_recovery_sheet,
        paper::save_key_sheet,
        paper::save_meeting_sheet,
        paper::save_call_sheet,
        meeting::freshness,
        meeting::stale_phones,
        meeting::meeting_start,
        meeting::meeting,
        meeting::meeting_mark,
        meeting::meeting_unmark,
        meeting::meeting_end,
        lists::people_facets,
        lists::removed_people,
        lists::restore_person,
        lists::changes,
        lists::change,
        lists::take_back,
        lists::keep_draft,
        lists::drafts,
        lists::draft,
        lists::drop_draft,
        lists::warm_search,
        lists::preferences,
        lists::keep_preferences,
        custody::custody_status,
        custody::custody_create,
        custody::custody_recover,
        custody::custody_unlock,
        custody::custody_lock,
        custody::custody_touch,
        custody::custody_home,
        custody::custody_organisation,
        custody::custody_exchange,
        custody::custody_requests,
        custody::custody_request,
        custody::custody_decide,
        custody::custody_paper_words,
        custody::custody_paper_test,
        custody::custody_connect,
        custody::custody_receipts,
        custody::custody_drills,
        custody::custody_log,
        custody::custody_save_card,
        custody::custody_file,
        custody::custody_file_accept,
        custody::custody_file_drop,
        custody::custody_handover,
        custody::custody_handover_save,
        custody::custody_handover_destroy,
        custody::custody_key_change,
        custody::custody_key_change_start,
        custody::custody_key_change_finish,
        custody::custody_demands,
        custody::custody_demand_save,
        custody::custody_demands_publish,
        custody::custody_statement,
        custody::custody_log_check,
        devices::devices,
        devices::revoke_device,
    ]
}

#[cfg(test)]
mod tests;
