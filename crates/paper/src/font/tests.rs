//! Lines fit, lose nothing, and every letter of the shipped languages can be set.

use super::*;
use crate::words::sources;
use proptest::prelude::*;
use ugnay_words::Language;

proptest! {
    #[test]
    fn lines_fit_and_lose_nothing(text in "\\PC{0,120}", room in 40.0f32..400.0) {
        let set = lines(&text, Cut::Regular, 11.5, room);
        for line in &set {
            prop_assert!(
                line.chars().count() == 1 || width(line, Cut::Regular, 11.5) <= room,
                "a line wider than its room runs into what stands beside it"
            );
        }
        let letters = |t: &str| t.chars().filter(|c| !c.is_whitespace()).collect::<String>();
        prop_assert_eq!(
            letters(&set.concat()),
            letters(&clean(&text)),
            "a name that loses a letter is another name"
        );
    }
}

#[test]
fn every_letter_of_the_catalogue_and_of_filipino_names_is_in_the_typeface() {
    let mut texts: Vec<&str> = Language::ALL.into_iter().flat_map(sources).collect();
    texts.push("Ñuñez Peña Ibañez D’Souza Müller Şahin Łukasz Nguyễn Ωμέγα Иванова +63 917 ₱ № • … – — “ ” « »");
    for cut in [Cut::Regular, Cut::Bold] {
        let font = FontRef::new(cut.bytes()).expect("the shipped font is one");
        let letters = font.charmap();
        let missing: String = texts
            .iter()
            .flat_map(|t| t.chars())
            .filter(|c| !c.is_control() && letters.map(*c).is_none())
            .collect();
        assert_eq!(missing, "", "a letter without a glyph prints as a box");
        assert!(cut.font().is_some(), "the writer takes the shipped font");
    }
}

#[test]
fn a_text_is_set_composed_and_on_one_line() {
    assert_eq!(
        clean("Pen\u{303}a\n\tLopez\u{0} "),
        "Peña Lopez",
        "typed in parts, set as one letter"
    );
}
