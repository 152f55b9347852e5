//! The words of column titles in English, Filipino, Spanish and French, and what they mean. No cells, no rows.

use super::vocabulary::{
    BIRTH, COUNTRY, EMPLOYER, FAMILY, NAME, NUMBER, OWN, PHONE, RELATION, WORK, Words,
};
use crate::field::Field;

/// What a title over several columns speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Group {
    None,
    Family,
    Own,
}

/// What a title means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Meaning {
    pub field: Field,
}

/// What the title of a group of columns speaks of.
pub(crate) fn group(text: &str) -> Group {
    let w = Words::of(text);
    if w.any(FAMILY) || w.any_phrase(&["contact person", "contact persons"]) {
        Group::Family
    } else if w.any(OWN) {
        Group::Own
    } else {
        Group::None
    }
}

/// Titles of the canonical export and of form exports, taken as they stand.
fn exact(text: &str) -> Option<Field> {
    Some(match text.trim().to_lowercase().as_str() {
        "record_id" => Field::RecordId,
        "birth_date" => Field::BirthDate,
        "birth_date_precision"
        | "source_file"
        | "source_sheet"
        | "source_row"
        | "last_confirmed" => Field::Ignore,
        "barangay_psgc" => Field::Barangay,
        "destination_country" => Field::Destination,
        "destination_place" => Field::DestinationPlace,
        "sea_based" => Field::SeaBased,
        "handles" => Field::Handle,
        "phones" => Field::Phone,
        "emails" => Field::Email,
        "_index" => Field::FormIndex,
        t if crate::rows::links::names_parent(t) => Field::ParentIndex,
        "start" | "end" | "today" | "deviceid" | "subscriberid" | "simserial" | "phonenumber"
        | "username" | "instanceid" => Field::Ignore,
        t if t.starts_with('_') || t.starts_with("meta/") => Field::Ignore,
        "author_name" => Field::ContactName(1),
        "author_phone" => Field::ContactPhone(1),
        "full_name" => Field::FullName,
        "given_name" => Field::Given,
        "family_name" => Field::Surname,
        "phone_of_found_person" => Field::Phone,
        "email_of_found_person" => Field::Email,
        "text" => Field::Remarks,
        "author_email"
        | "source_name"
        | "last_known_location"
        | "note_record_id"
        | "home_country" => Field::Ignore,
        "#" | "##" | "no" | "no." | "№" => Field::RowNumber,
        _ => return None,
    })
}

/// The meaning of a title; `parent` is the group title over it, with what it speaks of.
pub(crate) fn meaning(text: &str, parent: Option<(Group, &str)>) -> Option<Meaning> {
    if let Some(field) = exact(text) {
        return Some(Meaning { field });
    }
    let w = Words::of(text);
    if w.len() == 0 || w.len() > 12 {
        return None;
    }
    let (group, over) = parent.map_or((Group::None, ""), |(g, t)| (g, t));
    let field = not_kept(&w)
        .or_else(|| household_number(&w))
        .or_else(|| contact(&w, group, over))
        .or_else(|| own(&w, over))?;
    Some(Meaning { field })
}

/// Whether a title ends with a word for the surname.
pub(crate) fn is_surname(title: &str) -> bool {
    let asked = title.rsplit(['/', '>']).next().unwrap_or_default();
    name_part(&Words::of(asked), "") == Some(Field::Surname)
}

fn not_kept(w: &Words) -> Option<Field> {
    let never = [
        "passport",
        "pasaporte",
        "sss",
        "umid",
        "salary",
        "sahod",
        "sweldo",
        "religion",
        "relihiyon",
        "tin",
        "philhealth",
        "oec",
        "visa",
        "ethnicity",
        "tribe",
    ];
    if w.any(&never)
        || w.any_phrase(&[
            "pag ibig",
            "maiden name",
            "immigration status",
            "blood type",
        ])
    {
        return Some(Field::NotCollected);
    }
    let place = w.any(&["place", "lugar", "lieu", "country", "city"]);
    (place && w.any(BIRTH) || w.any(&["nationality", "citizenship", "birthplace", "pob"]))
        .then_some(Field::NotCollected)
}

/// "HH No.", "Household ID", "Blg. ng Sambahayan": which household, and neither who nor how many live in it.
fn household_number(w: &Words) -> Option<Field> {
    const HOUSEHOLD: &[&str] = &[
        "hh",
        "household",
        "hhold",
        "sambahayan",
        "pamamahay",
        "panimalay",
        "hogar",
        "menage",
        "foyer",
    ];
    const AROUND: &[&str] = &[
        "ng", "sa", "sang", "of", "the", "del", "de", "du", "id", "code", "blg", "nro", "control",
        "ctrl",
    ];
    let numbered = w.any(NUMBER) || w.any(&["id", "code", "blg", "nro"]);
    let all = |x: &String| {
        let x = x.as_str();
        HOUSEHOLD.contains(&x)
            || AROUND.contains(&x)
            || matches!(
                x,
                "no" | "nos" | "number" | "num" | "numero" | "nr" | "bilang"
            )
    };
    let alone = w.is(&["hh", "hhid", "hhno", "hhnum"]);
    (alone || numbered && w.any(HOUSEHOLD) && w.0.iter().all(all)).then_some(Field::HouseholdNumber)
}

/// Family contacts and phones: the two are decided together.
fn contact(w: &Words, group: Group, over: &str) -> Option<Field> {
    if w.any(&["email", "mail", "correo", "courriel"]) {
        return Some(Field::Email);
    }
    let surname_words = w.any_phrase(&["family name"]) || w.is(&["familyname"]);
    let contact_word = w.any(&["contact", "contacts", "kontak", "contacto"]);
    let number = w.any(NUMBER);
    let phone = w.any(PHONE) || (contact_word && number);
    let numbered = contact_word && w.0.iter().any(|x| x.len() == 1 && x.parse::<u8>().is_ok());
    let family_here = (w.any(FAMILY)
        || w.any_phrase(&[
            "contact person",
            "contact persons",
            "contact name",
            "name of contact",
        ])
        || numbered)
        && !surname_words;
    let family = family_here || (group == Group::Family && !surname_words);
    let own_here = w.any(OWN) || w.any(&["abroad"]);
    let n = w
        .number()
        .filter(|_| numbered || family_here)
        .or_else(|| Words::of(over).number())
        .unwrap_or(0);
    let relation = w.any(RELATION);
    let name = w.any(NAME) && !w.any(&["user", "username", "brand"]);
    if relation && (name || w.any(&["kin"])) {
        return Some(Field::ContactNameRelation(n));
    }
    if relation {
        return Some(Field::ContactRelation(n));
    }
    if phone && own_here && family_here {
        return Some(Field::PhoneBoth);
    }
    if phone
        && name
        && family
        && (w.any(&["and", "at", "address"]) || w.phrase("contact person") && number)
    {
        return Some(Field::ContactNamePhone(n));
    }
    if phone && !(w.any(&["facebook", "fb"]) && w.len() == 1) {
        return Some(if family {
            Field::ContactPhone(n)
        } else {
            Field::Phone
        });
    }
    if family
        && (name
            || w.any_phrase(&["contact person", "next of kin"])
            || w.is(&[
                "guardian",
                "kin",
                "nok",
                "beneficiary",
                "pamilya",
                "family",
                "kamag anak",
            ]))
    {
        return Some(Field::ContactName(n));
    }
    if family_here && only_kin(w) {
        return Some(Field::ContactName(n));
    }
    if w.any(&["facebook", "fb"]) {
        return Some(Field::Handle);
    }
    if contact_word && w.len() <= 2 {
        return Some(if family {
            Field::ContactPhone(n)
        } else {
            Field::Phone
        });
    }
    None
}

/// "Kamag-anak sa Pilipinas", "Family left behind": who they are and nothing else about them.
fn only_kin(w: &Words) -> bool {
    const AROUND: &[&str] = &[
        "sa",
        "ng",
        "na",
        "ang",
        "mga",
        "in",
        "the",
        "of",
        "at",
        "home",
        "pilipinas",
        "philippines",
        "ph",
        "phils",
        "naiwang",
        "naiwan",
        "left",
        "behind",
        "anak",
        "malapit",
        "closest",
        "nearest",
        "next",
        "ofw",
        "person",
        "contact",
        "case",
        "emergency",
        "notify",
        "to",
    ];
    let who: &[&str] = &[
        "kamag",
        "kamaganak",
        "kaanak",
        "pamilya",
        "family",
        "kin",
        "relative",
        "relatives",
        "beneficiary",
        "benepisyaryo",
        "guardian",
        "nok",
        "emergency",
    ];
    w.any(who)
        && w.0
            .iter()
            .all(|x| AROUND.contains(&x.as_str()) || who.contains(&x.as_str()))
}

/// Everything about the migrant.
fn own(w: &Words, over: &str) -> Option<Field> {
    name_part(w, over)
        .or_else(|| about(w))
        .or_else(|| abroad(w))
        .or_else(|| home_and_rest(w))
}

fn name_part(w: &Words, over: &str) -> Option<Field> {
    let surname = w.any(&[
        "apelyido",
        "apellido",
        "apellidos",
        "surname",
        "surnames",
        "lastname",
        "lname",
        "familyname",
    ]) || w.any_phrase(&["last name", "family name", "nom de famille"])
        || w.is(&["last"]);
    let given = w.any(&[
        "firstname",
        "fname",
        "given",
        "forename",
        "prenom",
        "nombres",
        "givenname",
    ]) || w.any_phrase(&["first name", "unang pangalan"])
        || w.is(&["first"]);
    if surname && given || w.any_phrase(&["full name", "buong pangalan", "nombre completo"]) {
        return Some(Field::FullName);
    }
    if w.any(&["nickname", "palayaw", "alias", "aka", "nick", "apodo"]) {
        return Some(Field::Nickname);
    }
    if w.is(&[
        "ext",
        "suffix",
        "name ext",
        "extension",
        "name extension",
        "ext name",
        "extension name",
        "jr",
        "jr sr",
        "qualifier",
    ]) {
        return Some(Field::Suffix);
    }
    // "Ext (Jr/Sr)"; an extension of a telephone was a phone before.
    if w.any(&["ext", "suffix", "extension"]) && !w.any(PHONE) {
        return Some(Field::Suffix);
    }
    if surname {
        return Some(Field::Surname);
    }
    if w.any(&[
        "middle",
        "gitna",
        "gitnang",
        "mname",
        "middlename",
        "mi",
        "panggitnang",
    ]) && !w.any(&["pangalan", "name"])
        || w.any_phrase(&[
            "middle name",
            "gitnang pangalan",
            "panggitnang pangalan",
            "m i",
        ]) && w.len() <= 4
    {
        return Some(Field::Middle);
    }
    if given {
        return Some(Field::Given);
    }
    let place_or_thing = w.any(COUNTRY)
        || w.any(EMPLOYER)
        || w.any(WORK)
        || w.any(&[
            "barangay",
            "brgy",
            "agency",
            "municipality",
            "school",
            "form",
            "file",
            "father",
            "mother",
            "course",
            "sheet",
            "worksheet",
            "table",
            "column",
            "level",
            "source",
            "analysis",
            "project",
            "product",
            "area",
            "region",
            "organization",
            "org",
            "facility",
            "hospital",
            "variable",
            "enumerator",
            "interviewer",
            "collector",
            "author",
            "admin",
        ]);
    if w.any(&["name", "names", "pangalan", "ngalan", "nombre"]) && !place_or_thing && w.len() <= 8
    {
        let named_above = Words::of(over).any(NAME);
        return Some(if named_above {
            Field::Given
        } else {
            Field::FullName
        });
    }
    w.is(&["ofw", "migrant", "worker", "fullname"])
        .then_some(Field::FullName)
}

fn about(w: &Words) -> Option<Field> {
    if w.any(BIRTH) || w.any_phrase(&["b day", "birth date", "d o b"]) {
        return Some(Field::BirthDate);
    }
    if w.any(&["age", "edad", "gulang"]) {
        return Some(Field::Age);
    }
    if w.any(&["sex", "gender", "kasarian", "sexo", "sexe", "genero"]) || w.is(&["m f", "f m"]) {
        return Some(Field::Sex);
    }
    if w.any(&["civil", "marital", "sibil", "katayuang"]) {
        return Some(Field::CivilStatus);
    }
    let consent = [
        "consent",
        "pahintulot",
        "pagpayag",
        "pumapayag",
        "consentimiento",
        "consentement",
        "payag",
        "pumayag",
    ];
    (w.any(&consent) || w.phrase("sang ayon")).then_some(Field::Consent)
}

fn abroad(w: &Words) -> Option<Field> {
    // "Sea-based?", "Land-based / sea-based": an answer, not a place.
    let sea = w.any_phrase(&["sea based", "sea base", "land based", "land base"]);
    if sea || w.any(&["seabased", "landbased"]) || w.is(&["seafarer", "seaman", "marino"]) {
        return Some(Field::SeaBased);
    }
    let left = w.any(&[
        "departure",
        "departed",
        "umalis",
        "alis",
        "left",
        "deployed",
        "deployment",
        "pag alis",
    ]);
    if left && !w.any(COUNTRY) {
        return Some(Field::YearDeparted);
    }
    let country = w.any(COUNTRY)
        || w.any_phrase(&[
            "place of work",
            "lugar ng trabaho",
            "work place",
            "work location",
            "lugar ng pinagtatrabahuhan",
            "place of employment",
            "current location",
        ]);
    let employer = w.any(EMPLOYER);
    match (country, employer) {
        (true, true) => return Some(Field::DestinationEmployer),
        (true, false) => return Some(Field::Destination),
        (false, true) => return Some(Field::Employer),
        (false, false) => {}
    }
    if w.any(&[
        "agency",
        "ahensya",
        "ahensiya",
        "recruiter",
        "agencia",
        "agence",
    ]) {
        return Some(Field::Agency);
    }
    if w.any(WORK) {
        return Some(Field::Occupation);
    }
    w.is(&[
        "abroad",
        "city abroad",
        "lungsod sa abroad",
        "state",
        "lungsod",
    ])
    .then_some(Field::DestinationPlace)
}

fn home_and_rest(w: &Words) -> Option<Field> {
    let address = w.any(&[
        "address",
        "tirahan",
        "tinitirhan",
        "direksyon",
        "direccion",
        "adresse",
        "domicilio",
        "residence",
    ]);
    let barangay = w.any(&["barangay", "brgy", "bgy", "brg", "baranggay"]);
    let purok = w.any(&["purok", "sitio", "zone", "sona", "prk"]);
    if address || barangay && purok {
        return Some(Field::Address);
    }
    if barangay {
        return Some(Field::Barangay);
    }
    if purok {
        return Some(Field::Purok);
    }
    if w.any(&[
        "remarks",
        "remark",
        "puna",
        "notes",
        "note",
        "comment",
        "comments",
        "komento",
        "observaciones",
        "observations",
        "status",
        "katayuan",
        "kalagayan",
        "remarques",
    ]) || w.phrase("iba pa")
    {
        return Some(Field::Remarks);
    }
    w.is(&[
        "no",
        "blg",
        "bilang",
        "num",
        "seq",
        "item",
        "item no",
        "sn",
        "s n",
        "nr",
        "count",
        "line no",
        "nos",
        "id",
        "n",
        "ctrl no",
        "control no",
    ])
    .then_some(Field::RowNumber)
}
