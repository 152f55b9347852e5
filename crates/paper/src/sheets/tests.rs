//! Each sheet says what it must and no more, in every language, on both papers; the same input gives the same bytes.

use super::*;
use crate::{Language, Size};

const BUFFER: &str = "https://buffer.example.org";
const SIX: &str = "ocean pepper rocket silver timber voice";

fn words(count: usize) -> Vec<String> {
    let all = "anchor basket candle desert engine fabric garden hammer island jacket kitchen ladder magnet napkin object \
               palace rabbit saddle tunnel umbrella velvet window yellow zebra";
    all.split_whitespace()
        .take(count)
        .map(str::to_owned)
        .collect()
}

fn looks() -> impl Iterator<Item = Look> {
    Language::ALL
        .into_iter()
        .flat_map(|language| [Size::A4, Size::Letter].map(|size| Look { language, size }))
}

/// What somebody who has the sheet read aloud hears, without line breaks.
fn text(pdf: &[u8]) -> String {
    let text = pdf_extract::extract_text_from_mem(pdf).expect("the sheet can be read");
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn pages(pdf: &[u8]) -> usize {
    pdf_extract::Document::load_mem(pdf)
        .expect("a PDF")
        .get_pages()
        .len()
}

/// Keeps a look at every sheet, where somebody asked for it.
fn keep(name: &str, pdf: &[u8]) {
    if let Ok(folder) = std::env::var("UGNAY_SHEETS") {
        std::fs::write(format!("{folder}/{name}.pdf"), pdf).expect("the folder can be written");
    }
}

fn key(look: Look, organisation: &str) -> Vec<u8> {
    let sheet = KeySheet {
        organisation,
        fingerprint: SIX,
        words: &words(24),
    };
    sheet.pdf(look).expect("a sheet")
}

fn recovery(look: Look) -> Vec<u8> {
    let sheet = RecoverySheet {
        words: &words(24),
        fingerprint: SIX,
        buffer: BUFFER,
    };
    sheet.pdf(look).expect("a sheet")
}

fn invitation(look: Look, code: Option<&str>) -> Vec<u8> {
    let sheet = Invitation {
        words: &words(12),
        fingerprint: SIX,
        buffer: BUFFER,
        code,
    };
    sheet.pdf(look).expect("a sheet")
}

fn meeting(look: Look, people: usize) -> Vec<u8> {
    let one = |n: usize| ToConfirm {
        name: format!("Dela Peña-Ibañez, Maria Concepcion Remedios {n}"),
        home: "Purok 3".into(),
        abroad: "Riyadh, Saudi Arabia".into(),
        contact: if n.is_multiple_of(3) {
            String::new()
        } else {
            "Josefa Ñuñez".into()
        },
        relation: "mother".into(),
        phone: if n.is_multiple_of(6) {
            String::new()
        } else {
            format!("0917 000 {n:04}")
        },
        confirmed: if n.is_multiple_of(2) {
            "2024-11-03".into()
        } else {
            String::new()
        },
    };
    let sheet = Meeting {
        place: "Dita, Cuenca, Batangas".into(),
        day: "2025-07-01".into(),
        people: 400,
        fresh: 400 - people as u32,
        ask: (1..=people).map(one).collect(),
    };
    sheet.pdf(look).expect("a sheet")
}

fn calls(look: Look, people: usize) -> Vec<u8> {
    let number = |name: &str, relation: &str, shown: String, bad| Number {
        name: name.into(),
        relation: relation.into(),
        shown,
        bad,
    };
    let one = |n: usize| ToCall {
        name: format!("Peña, Ana {n}"),
        home: "Purok 3, Dita".into(),
        abroad: "Riyadh, Saudi Arabia".into(),
        state: if n.is_multiple_of(4) {
            "call_back".into()
        } else {
            "todo".into()
        },
        numbers: if n.is_multiple_of(5) {
            Vec::new()
        } else {
            vec![
                number("Josefa Peña", "mother", format!("0917 000 {n:04}"), false),
                number("", "self", format!("+966 50 000 {n:04}"), true),
            ]
        },
    };
    let sheet = Calls {
        name: "Conflict in a country".into(),
        day: "2025-07-01".into(),
        drill: true,
        script: vec![
            "#script-greeting".into(),
            "Ask whether they are at home.".into(),
        ],
        people: (1..=people).map(one).collect(),
        done: 4,
    };
    sheet.pdf(look).expect("a sheet")
}

#[test]
fn sheets_with_secret_words_are_one_page_and_say_every_word_with_its_number() {
    for look in looks() {
        let name = format!("{}-{:?}", look.language.tag(), look.size);
        for (kind, pdf, count) in [
            (
                "key",
                key(look, "Provincial Office for Migrant Workers of Batangas"),
                24,
            ),
            ("recovery", recovery(look), 24),
            ("invitation", invitation(look, Some(&"A7".repeat(150))), 12),
        ] {
            keep(&format!("{kind}-{name}"), &pdf);
            let said = text(&pdf);
            for (at, word) in (1..).zip(words(count)) {
                assert!(
                    said.contains(&format!("{at} {word}")),
                    "{kind} {name}: {at} {word} in {said}"
                );
            }
            assert!(
                said.contains(SIX),
                "{kind} {name}: the six words to compare"
            );
            assert_eq!(pages(&pdf), 1, "{kind} {name}: a second page would be lost");
            assert!(
                !said.contains("pp-"),
                "{kind} {name}: a message without words: {said}"
            );
        }
    }
}

#[test]
fn a_recovery_sheet_does_not_say_whose_register_it_is() {
    let look = Look {
        language: Language::En,
        size: Size::A4,
    };
    let said = text(&recovery(look));
    assert!(said.contains(BUFFER), "the address is needed to use it");
    for word in ["Dita", "Batangas", "barangay"] {
        assert!(
            !said.contains(word),
            "who finds it should not learn where to go: {word}"
        );
    }
}

#[test]
fn the_same_input_gives_the_same_bytes_and_the_file_names_nobody() {
    let look = Look {
        language: Language::Fil,
        size: Size::Letter,
    };
    assert_eq!(
        key(look, "Peña Foundation"),
        key(look, "Peña Foundation"),
        "nothing but the input goes in"
    );
    assert_eq!(
        meeting(look, 20),
        meeting(look, 20),
        "nothing but the input goes in"
    );
    let pdf = key(look, "Foundation");
    let file = pdf_extract::Document::load_mem(&pdf).expect("a PDF");
    let about = file
        .trailer
        .get(b"Info")
        .and_then(|i| i.as_reference())
        .expect("the file says its kind");
    let about = file.get_dictionary(about).expect("a dictionary");
    let said: Vec<String> = about
        .iter()
        .map(|(k, _)| String::from_utf8_lossy(k).into_owned())
        .collect();
    assert_eq!(said, ["Title"], "no author, date or program");
    let raw = String::from_utf8_lossy(&pdf);
    assert!(
        !raw.contains("Foundation") && !raw.contains("anchor"),
        "names and words stand on the page only"
    );
}

#[test]
fn a_sheet_can_be_read_aloud() {
    let look = Look {
        language: Language::Es,
        size: Size::A4,
    };
    let file = pdf_extract::Document::load_mem(&recovery(look)).expect("a PDF");
    let catalog = file.catalog().expect("a catalogue");
    assert!(
        catalog.has(b"StructTreeRoot"),
        "the order of reading is in the file"
    );
    let lang = catalog
        .get(b"Lang")
        .and_then(|l| l.as_str())
        .expect("the language is in the file");
    assert_eq!(lang, b"es", "a voice needs the language");
}

#[test]
fn a_meeting_sheet_lists_everybody_over_its_pages() {
    for look in looks() {
        let pdf = meeting(look, 12);
        keep(
            &format!("meeting-{}-{:?}", look.language.tag(), look.size),
            &pdf,
        );
        let said = text(&pdf);
        for n in 1..=12 {
            assert!(
                said.contains(&format!("Remedios {n} ")),
                "{n} is on the sheet"
            );
        }
        assert!(
            said.contains("388") && said.contains("400") && said.contains("97 %"),
            "the freshness"
        );
        assert!(
            !said.contains("pp-") && !said.contains("relation-"),
            "a message without words: {said}"
        );
    }
    let look = Look {
        language: Language::En,
        size: Size::A4,
    };
    let many = meeting(look, 300);
    keep("meeting-300", &many);
    assert!(
        (20..=26).contains(&pages(&many)),
        "three hundred people take about a dozen a page, so that somebody prints it: {}",
        pages(&many)
    );
    assert!(
        text(&many).contains("Remedios 300 "),
        "the last one is there"
    );
    let none = meeting(look, 0);
    keep("meeting-none", &none);
    assert!(
        text(&none).contains("Everybody was confirmed"),
        "an empty list says so"
    );
}

#[test]
fn a_call_sheet_has_the_script_the_numbers_and_the_boxes() {
    for look in looks() {
        let pdf = calls(look, 8);
        keep(
            &format!("calls-{}-{:?}", look.language.tag(), look.size),
            &pdf,
        );
        let said = text(&pdf);
        let w = Words::new(look.language);
        for id in [
            "script-greeting",
            "script-drill",
            "outcome-safe",
            "outcome-declines",
            "pp-drill",
        ] {
            assert!(said.contains(&w.t(id)), "{id} in {said}");
        }
        assert!(
            said.contains("Ask whether they are at home."),
            "the desk's own question"
        );
        assert!(said.contains("8. Peña, Ana 8"), "the last person");
        let numbers = (1..=8).filter(|n| n % 5 != 0);
        assert!(
            numbers
                .clone()
                .all(|n| said.contains(&format!("0917 000 {n:04}"))),
            "every number"
        );
        for wrong in ["pp-", "outcome-", "state-", "relation-", "script-"] {
            assert!(!said.contains(wrong), "a message without words: {said}");
        }
    }
    let none = calls(
        Look {
            language: Language::Fr,
            size: Size::A4,
        },
        0,
    );
    assert!(text(&none).contains("Personne"), "an empty list says so");
}

#[test]
fn what_no_code_can_carry_is_refused() {
    let look = Look {
        language: Language::En,
        size: Size::A4,
    };
    let long = "x".repeat(3000);
    let sheet = Invitation {
        words: &words(12),
        fingerprint: SIX,
        buffer: BUFFER,
        code: Some(&long),
    };
    assert_eq!(
        sheet.pdf(look),
        Err(PaperError::CodeTooLong),
        "a code that cannot be scanned is none"
    );
    assert_eq!(
        pages(&invitation(look, None)),
        1,
        "without a code, the words alone"
    );
}

#[test]
fn a_long_name_wraps() {
    let look = Look {
        language: Language::En,
        size: Size::A4,
    };
    let name = "Association of Families of Seafarers and Household Workers of the Province of Batangas and Neighbouring Towns";
    let pdf = key(look, name);
    keep("key-long", &pdf);
    assert!(text(&pdf).contains(name), "the whole name is there");
}

fn lines(count: usize) -> Vec<Line> {
    let one = |n: usize| Line {
        who: if n.is_multiple_of(2) {
            "#listed-post".into()
        } else {
            format!("Líder Ñuñez {n}")
        },
        place: "Riyadh".into(),
        numbers: vec![format!("+966 11 000 {n:04}"), "112".into()],
    };
    (1..=count).map(one).collect()
}

fn family(look: Look) -> Vec<u8> {
    let card = FamilyCard {
        name: "Dela Peña-Ibañez, Maria Concepcion Remedios Katigbak".into(),
        place: "Dita, Cuenca, Batangas".into(),
        officer: String::new(),
        abroad: "Saudi Arabia".into(),
        lines: lines(4),
        as_of: "2025-09-24".into(),
        code: format!("UGNAY:CARD:{}", "A7".repeat(16)),
    };
    card.pdf(look).expect("a sheet")
}

fn consent(look: Look, name: &str) -> Vec<u8> {
    let form = ConsentForm {
        place: "Dita, Cuenca, Batangas".into(),
        name: name.into(),
        day: "2025-07-01".into(),
    };
    form.pdf(look).expect("a sheet")
}

fn plan(look: Look, text: &str) -> Vec<u8> {
    let sheet = PlanSheet {
        place: "Dita, Cuenca, Batangas".into(),
        abroad: "Saudi Arabia".into(),
        day: "2025-07-01".into(),
        people: 41,
        texts: [
            vec!["Meet at the chapel.\nMarites calls Purok 1.".into()],
            Vec::new(),
            vec![text.into()],
            vec!["Here.".into(), "There.".into()],
            Vec::new(),
        ],
        lines: lines(6),
        as_of: "2025-09-24".into(),
    };
    sheet.pdf(look).expect("a sheet")
}

#[test]
fn sheets_for_families_say_what_they_must_in_every_language() {
    for look in looks() {
        let name = format!("{}-{:?}", look.language.tag(), look.size);
        let (card, form, sheet) = (
            family(look),
            consent(look, ""),
            plan(look, "Ask the guild."),
        );
        for (kind, pdf) in [("card", &card), ("consent", &form), ("plan", &sheet)] {
            keep(&format!("{kind}-{name}"), pdf);
            let said = text(pdf);
            for id in ["pp-", "pf-", "pc-", "pl-", "plan-", "listed-", "#"] {
                assert!(
                    !said.contains(id),
                    "{kind} {name}: a message without words: {said}"
                );
            }
        }
        assert!(
            pages(&card) <= 2,
            "{name}: a card is one sheet of paper, both sides at most"
        );
        assert!(pages(&form) <= 2, "{name}: so is a form");
        let said = text(&card);
        assert!(
            said.contains("Ibañez") && said.contains("+966 11 000 0004"),
            "whose, and whom to call"
        );
        assert!(!said.contains("A7A7"), "the code is a picture, not a text");
        let w = Words::new(look.language);
        let said = text(&form);
        for id in [
            "pc-hold",
            "pc-buffer",
            "pc-emergency",
            "pc-desk",
            "pc-statistics",
            "pc-thumb",
        ] {
            assert!(said.contains(&w.t(id)), "{name}: {id} in {said}");
        }
        let said = text(&sheet);
        for level in 1..=4 {
            assert!(
                said.contains(&w.t(&format!("plan-level-{level}"))),
                "{name}: level {level}"
            );
        }
        assert!(
            said.contains("Here.") && said.contains("There."),
            "what two officers wrote"
        );
    }
}

#[test]
fn a_form_for_somebody_has_the_name_and_a_long_plan_runs_over_pages_with_its_head() {
    let look = Look {
        language: Language::Fil,
        size: Size::A4,
    };
    let named = consent(look, "Peña, Ana");
    assert!(text(&named).contains("Peña, Ana"), "about whom");
    let long = plan(
        look,
        &"Tawagan ang lahat ng pamilya sa Purok 3. ".repeat(180),
    );
    keep("plan-long", &long);
    assert!(pages(&long) > 3, "everything that was written is on it");
    let said = text(&long);
    assert!(
        said.matches("Saudi Arabia · 2025-07-01").count() >= pages(&long) - 1,
        "every page but the first says what it belongs to"
    );
}

mod copy;
