//! Persons, their pages and forms, and the pickers forms use.

use crate::work::Work;
use tauri::State;
use ugnay_app::dto::{
    AppError, CountryOption, LookAlikes, PeoplePage, PeopleQuery, PersonDetail, PersonInput,
    PhoneCheck, PlaceHit, Saved,
};

/// Home areas while typing.
#[tauri::command]
pub async fn search_places(
    work: State<'_, Work>,
    text: String,
    limit: u32,
) -> Result<Vec<PlaceHit>, AppError> {
    work.run(move |app| Ok(app.search_places(&text, limit)))
        .await
}

/// Destinations to choose from.
#[tauri::command]
pub async fn countries(work: State<'_, Work>) -> Result<Vec<CountryOption>, AppError> {
    work.run(|app| Ok(app.countries())).await
}

/// A page of the list.
#[tauri::command]
pub async fn people(work: State<'_, Work>, query: PeopleQuery) -> Result<PeoplePage, AppError> {
    work.run(move |app| app.people(&query)).await
}

/// A person's page.
#[tauri::command]
pub async fn person(work: State<'_, Work>, id: String) -> Result<PersonDetail, AppError> {
    work.run(move |app| app.person(&id)).await
}

/// Saves a form and forgets the draft it was begun as.
#[tauri::command]
pub async fn save_person(
    work: State<'_, Work>,
    input: PersonInput,
    draft: Option<String>,
) -> Result<Saved, AppError> {
    work.run(move |app| app.save_form(&input, draft.as_deref()))
        .await
}

/// Who may be the same person as the one in the form.
#[tauri::command]
pub async fn look_alikes(
    work: State<'_, Work>,
    input: PersonInput,
) -> Result<LookAlikes, AppError> {
    work.run(move |app| app.look_alikes(&input)).await
}

/// Builds the next part of what look-alikes are found by.
#[tauri::command]
pub async fn warm_look_alikes(work: State<'_, Work>) -> Result<bool, AppError> {
    work.run(|app| app.warm_look_alikes()).await
}

/// Takes a person out.
#[tauri::command]
pub async fn remove_person(work: State<'_, Work>, id: String) -> Result<Saved, AppError> {
    work.run(move |app| app.remove_person(&id)).await
}

/// Takes a change back.
#[tauri::command]
pub async fn undo(work: State<'_, Work>, change_set: String) -> Result<(), AppError> {
    work.run(move |app| app.undo(&change_set)).await
}

/// What is known of a typed number.
#[tauri::command]
pub async fn check_phone(
    work: State<'_, Work>,
    text: String,
    country: Option<String>,
) -> Result<PhoneCheck, AppError> {
    work.run(move |app| Ok(app.check_phone(&text, country.as_deref())))
        .await
}

/// Notes that somebody confirmed a person's entry.
#[tauri::command]
pub async fn confirm_person(
    work: State<'_, Work>,
    id: String,
    from: String,
) -> Result<Saved, AppError> {
    work.run(move |app| app.confirm_person(&id, &from)).await
}
