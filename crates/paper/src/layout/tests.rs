//! Nothing stands outside the margins, and what belongs together stays together.

use super::*;
use proptest::prelude::*;

/// Bottom of everything on the pages, and the right end of every text.
fn inside(l: &Layout) -> Result<(), String> {
    let (wide, high) = l.size.points();
    for item in l.pages.iter().flatten() {
        let (x, y) = match item {
            Item::Text {
                x,
                y,
                size,
                cut,
                text,
                ..
            } => (x + crate::font::width(text, *cut, *size), *y),
            Item::Frame([x, y, w, h]) => (x + w, y + h),
            Item::Rule([x, y, w]) => (x + w, *y),
            Item::Squares(all) => all.iter().fold((0.0, 0.0), |(a, b), [x, y, w, h]| {
                (f32::max(a, x + w), f32::max(b, y + h))
            }),
        };
        if x > wide - MARGIN + 0.6 || y > high - MARGIN {
            return Err(format!("{x} {y}: {item:?}"));
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn whatever_is_set_stays_inside_the_margins(
        texts in prop::collection::vec("[A-Za-zñ ]{0,60}|[A-Za-z]{80,160}", 1..40),
        letter: bool,
    ) {
        let mut l = Layout::new(if letter { Size::Letter } else { Size::A4 });
        l.title(&texts[0]);
        for text in &texts {
            l.fact(text, text);
            l.framed(|l| l.strong(text));
            l.blank(text);
            l.ticks(&[(text.chars().take(40).collect(), 60.0), ("no".to_owned(), 0.0)]);
        }
        l.steps(&texts);
        prop_assert_eq!(inside(&l), Ok(()), "outside the margins a printer cuts it off");
    }
}

#[test]
fn a_frame_is_never_torn() {
    let mut l = Layout::new(Size::A4);
    for _ in 0..60 {
        l.framed(|l| {
            l.strong("Name");
            l.paragraph("Number");
        });
    }
    assert!(l.pages.len() > 2, "sixty frames need several pages");
    for page in &l.pages {
        let count = |f: fn(&Item) -> bool| page.iter().filter(|i| f(i)).count();
        assert_eq!(
            count(|i| matches!(i, Item::Frame(_))) * 2,
            count(|i| matches!(i, Item::Text { .. })),
            "a person's lines are on the page of the person's frame"
        );
    }
}

#[test]
fn words_are_numbered_down_the_columns() {
    let words: Vec<String> = (1..=24).map(|n| format!("word{n}")).collect();
    let mut l = Layout::new(Size::A4);
    l.numbered(&words, 3);
    let at = |wanted: &str| {
        l.pages[0].iter().find_map(|i| match i {
            Item::Text { x, y, text, .. } if text == wanted => Some((*x, *y)),
            _ => None,
        })
    };
    let (one, eight, nine) = (at("word1"), at("word8"), at("word9"));
    assert_eq!(
        one.map(|p| p.0),
        eight.map(|p| p.0),
        "1 to 8 stand below each other"
    );
    assert_eq!(
        one.map(|p| p.1),
        nine.map(|p| p.1),
        "9 begins the second column"
    );
}
