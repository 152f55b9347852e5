//! The copy somebody gets of what is held about them: everything in words, in every language.

use super::*;

#[test]
fn an_access_copy_says_everything_in_words_and_no_key_of_the_catalogue() {
    let held = |label: &str, value: &str| Held {
        label: label.to_owned(),
        value: value.to_owned(),
    };
    let section = |title: &str, rows| Section {
        title: title.to_owned(),
        rows,
    };
    let copy = AccessCopy {
        name: "Invented, Lorna".to_owned(),
        place: "Dita, Cuenca".to_owned(),
        officer: "Officer".to_owned(),
        day: "2025-07-01".to_owned(),
        sections: vec![
            section(
                "#pr-card",
                vec![
                    held("#field-surname", "Invented"),
                    held("#field-sex", "#sex-F"),
                    held("#field-unknown", "#pr-later"),
                ],
            ),
            section(
                "#pr-contact",
                vec![
                    held("#field-contact-name", "Edna Invented"),
                    held("#field-contact-relation", "#relation-mother"),
                    held("#field-contact-knows_where", "#yes"),
                ],
            ),
            section("#pr-case", Vec::new()),
            section(
                "#pr-agreed",
                vec![
                    held(
                        "#purpose-hold",
                        "#yes; 2025-01-02; #pr-by-them; #how-thumb_mark",
                    ),
                    held("#purpose-desk", "#pr-not-asked"),
                ],
            ),
            section(
                "#pr-where",
                vec![
                    held("#pr-reach", "#reach-withheld"),
                    held("#pr-devices", "1"),
                    held("#pr-buffer", "#no"),
                    held("#pr-sheet", "list.xlsx"),
                    held("#pr-to-look-at", "list.xlsx; DITA; 35; J"),
                    held("#pr-remembered", "C; Dubia; Dubai"),
                    held("#pr-begun", "Somebody; begun"),
                ],
            ),
            section(
                "#pr-merged",
                vec![held(
                    "#field-attempt",
                    "2025-01-02; reached; #safety-safe; #need-medical",
                )],
            ),
        ],
        corrections: vec![Corrected {
            day: "2025-06-01".to_owned(),
            field: "#field-place".to_owned(),
            before: "Jeddah".to_owned(),
            after: String::new(),
            by: "#source-sync".to_owned(),
        }],
    };
    for look in looks() {
        let pdf = copy.pdf(look).expect("a sheet");
        keep(
            &format!("copy-{}-{:?}", look.language.tag(), look.size),
            &pdf,
        );
        let text = text(&pdf);
        for said in ["Invented", "Edna", "2025-01-02", "Jeddah", "list.xlsx"] {
            assert!(
                text.contains(said),
                "{}: {said} is held",
                look.language.tag()
            );
        }
        for key in [
            "#",
            "pr-",
            "field-",
            "purpose-",
            "relation-",
            "reach-",
            "safety-",
            "source-",
        ] {
            assert!(
                !text.contains(key),
                "{}: {key} is no word: {text}",
                look.language.tag()
            );
        }
        assert!(pages(&pdf) <= 3, "short enough to be read");
    }
}
