//! Search as people type: misspelt, out of order, half a word, by nickname, by phone.

use super::{Field, How, NameIndex, SearchDoc};

fn doc(surname: &str, given: &str, middle: &str) -> SearchDoc {
    SearchDoc {
        surname: surname.into(),
        given: given.into(),
        middle: middle.into(),
        ..SearchDoc::default()
    }
}

fn village() -> NameIndex<u32> {
    let mut index = NameIndex::new();
    let people = [
        ("Dela Cruz", "Juan", "Reyes"),
        ("Magpantay", "Ma. Theresa", "Quilatan"),
        ("Sta. Maria", "Rowena", "Lopez"),
        ("Nuñez", "Jhon Rey", "De Castro"),
        ("De Castro", "Jeffrey", "Lat"),
        ("Cruz", "Juanita", ""),
    ];
    for (i, (s, g, m)) in (1..).zip(people) {
        index.insert(i, &doc(s, g, m));
    }
    let filler = [
        "Ramos",
        "Bautista",
        "Ocampo",
        "Villanueva",
        "Mercado",
        "Ilagan",
        "Robles",
        "Katigbak",
    ];
    let given = ["Arnel", "Cristy", "Danilo", "Emelita", "Gemma", "Rommel"];
    for (i, (s, g)) in (100..).zip(
        filler
            .iter()
            .flat_map(|s| given.iter().map(move |g| (s, g))),
    ) {
        index.insert(i, &doc(s, g, "Torres"));
    }
    index.insert(
        7,
        &SearchDoc {
            nickname: "Boyet".into(),
            contacts: vec!["Luzviminda Aquino".into()],
            phones: vec!["+639171234567".into(), "+96550012345".into()],
            places: vec!["Dita".into(), "Kuwait".into()],
            employer: "Al Futtaim Trading".into(),
            ..doc("Salonga", "Bonifacio", "")
        },
    );
    index
}

#[track_caller]
fn first(index: &NameIndex<u32>, typed: &str, id: u32, reason: &str) {
    let hits = index.query(typed, 5);
    assert_eq!(
        hits.first().map(|h| h.id),
        Some(id),
        "{reason}: {typed} gave {hits:?}"
    );
}

#[test]
fn finds_what_people_type() {
    let index = village();
    first(&index, "magpantay", 2, "the surname");
    first(
        &index,
        "magpntay teresa",
        2,
        "a letter left out, the h left out",
    );
    first(
        &index,
        "theresa magp",
        2,
        "any order, the last word unfinished",
    );
    first(&index, "maria teresa", 2, "Ma. is Maria");
    first(&index, "delacruz", 1, "particles joined");
    first(&index, "de la cruz juan", 1, "particles apart");
    first(&index, "dela cr", 1, "a compound surname half typed");
    first(&index, "santa maria", 3, "Sta. is Santa");
    first(&index, "weng sta maria", 3, "a nickname for Rowena");
    first(&index, "nunez john", 4, "no tilde, another spelling");
    first(
        &index,
        "jeffry castro",
        5,
        "a letter missing, the particle left out",
    );
    first(&index, "decastro jef", 5, "the particle joined");
    first(&index, "boyet", 7, "the nickname");
    first(&index, "luzviminda", 7, "a contact's name");
    first(&index, "0917 123", 7, "a phone as it is dialled at home");
    first(&index, "4567", 7, "its last digits");
    first(&index, "futtaim", 7, "the employer");
    first(&index, "kuwait salonga", 7, "place and name");
    first(&index, "bonifasio salunga", 7, "two slips");
}

#[test]
fn says_why() {
    let why = village().query("weng 4567", 3);
    assert!(
        why.is_empty(),
        "nobody is both Weng and 4567, and with two words both must meet"
    );
    let hits = village().query("salunga 4567", 3);
    let found: Vec<_> = hits[0].why.iter().map(|f| (f.field, f.how)).collect();
    assert_eq!(
        found,
        [(Field::Surname, How::Sound), (Field::Phone, How::Digits)],
        "each word says where and how it met"
    );
}

#[test]
fn nothing_for_nothing() {
    let index = village();
    assert!(
        index.query("", 5).is_empty() && index.query(" .,- ", 5).is_empty(),
        "an empty query finds nobody"
    );
    assert!(
        index.query("xylophone", 5).is_empty(),
        "an unrelated word finds nobody"
    );
    assert!(index.query("cruz", 0).is_empty(), "no room, no hits");
}

#[test]
fn changes_are_seen_at_once() {
    let mut index = village();
    let before = index.len();
    index.insert(1, &doc("Zobel", "Ernesto", ""));
    assert_eq!(
        index.len(),
        before,
        "a second insert under a key replaces the first"
    );
    first(&index, "zobel", 1, "the new name is found");
    assert!(
        index.query("dela cruz juan", 5).iter().all(|h| h.id != 1),
        "the old name is not"
    );
    assert!(index.remove(&7) && !index.remove(&7), "a person goes once");
    assert!(
        index.query("4567", 5).is_empty() && index.query("boyet", 5).is_empty(),
        "and takes phone and nickname along"
    );
}

#[test]
fn filters_apply_before_the_limit() {
    let hits = village();
    let among = hits.among(|id| *id >= 140);
    let hits = hits.ranked("torres", 3, Some(&among)).hits;
    assert!(
        hits.len() == 3 && hits.iter().all(|h| h.id >= 140),
        "the limit counts only those allowed"
    );
}

#[test]
fn who_is_filtered_out_changes_nothing_for_the_others() {
    let index = village();
    let among = index.among(|id| id % 2 == 0);
    for typed in [
        "c",
        "cruz",
        "juan dela",
        "de castro jeff",
        "rom",
        "9171",
        "ocampo gemma torres",
    ] {
        let all = index.ranked(typed, usize::MAX, None);
        let some = index.ranked(typed, usize::MAX, Some(&among));
        let expected: Vec<_> = all.hits.into_iter().filter(|h| h.id % 2 == 0).collect();
        assert_eq!(
            some.total,
            expected.len(),
            "as many of them as without: {typed}"
        );
        assert_eq!(
            some.hits, expected,
            "the same scores, order and reasons: {typed}"
        );
    }
}

proptest::proptest! {
    #[test]
    fn any_text_is_survived(typed in "\\PC{0,80}", name in "\\PC{0,40}") {
        let mut index = NameIndex::new();
        index.insert(1u8, &doc(&name, &typed, &name));
        for hit in index.query(&typed, 3) {
            proptest::prop_assert!((0.0..=1.0001).contains(&hit.score), "a score is a share");
        }
        index.remove(&1);
        proptest::prop_assert!(index.query(&typed, 3).is_empty(), "nothing of a person stays behind");
    }

    #[test]
    fn the_order_of_adding_does_not_matter(seed in 0usize..48) {
        let names: Vec<(String, String)> = (0..8).map(|i| (["Ramos", "Ramoz", "Ramirez"][i % 3].to_owned(), ["Ana", "Anna", "Annie"][i / 3].to_owned())).collect();
        let build = |rotate: usize| {
            let mut index = NameIndex::new();
            for k in 0..names.len() {
                let i = (k + rotate) % names.len();
                index.insert(i, &doc(&names[i].0, &names[i].1, ""));
            }
            index.query("ana ram", 8).into_iter().map(|h| h.id).collect::<Vec<_>>()
        };
        proptest::prop_assert_eq!(build(0), build(seed % names.len()), "equal contents give equal answers");
    }
}

/// Three people each: who lives there, who is named so, and many who only sound or look like it.
fn homes() -> NameIndex<u32> {
    let mut index = NameIndex::new();
    let home = |surname: &str, given: &str, place: &str| SearchDoc {
        places: vec![place.into(), "Purok 3".into()],
        ..doc(surname, given, "")
    };
    index.insert(1, &home("Magpantay", "Rowena", "Dita"));
    index.insert(2, &home("Katigbak", "Nestor", "Labac"));
    index.insert(3, &home("Mercado", "Gemma", "Sta. Rosa"));
    index.insert(4, &home("Ilagan", "Danilo", "San Roque"));
    for (i, n) in (10..).zip(0..8) {
        // None of these is what anybody below types.
        index.insert(i, &home("Deta", "Arnel", &format!("Sitio {n}")));
        index.insert(i + 20, &home("Labak", "Cristy", "Ibabao"));
        index.insert(i + 40, &home("Rosario", "Santo", "Ibabao"));
        index.insert(i + 60, &home("Tan", "Roque", "Ibabao"));
    }
    index
}

#[test]
fn what_is_typed_stands_before_what_sounds_like_it() {
    let index = homes();
    for (typed, id, sounds) in [
        ("dita", 1, "Deta"),
        ("Labac", 2, "Labak"),
        ("labac ", 2, "Labak"),
        ("sta rosa", 3, "Rosario, Santo"),
        ("Santa Rosa", 3, "Rosario, Santo"),
        ("san roque", 4, "Tan, Roque"),
    ] {
        let hits = index.query(typed, 40);
        assert_eq!(
            hits.first().map(|h| h.id),
            Some(id),
            "who lives in {typed:?} stands before every {sounds}"
        );
        assert!(
            hits.len() > 1 && hits[1].score < hits[0].score,
            "{sounds} comes after, and is still found: {typed:?}"
        );
    }
    let mut index = homes();
    index.insert(5, &doc("Dita", "Jocelyn", ""));
    let found: Vec<u32> = index.query("dita", 40).iter().map(|h| h.id).collect();
    assert_eq!(
        found[..2],
        [5, 1],
        "a name of these very letters stands before a place of them, and both before what sounds so"
    );
}

#[test]
fn an_exact_word_anywhere_stands_before_a_guess_at_any_name() {
    let mut index = village();
    for i in 200..240 {
        index.insert(i, &doc("Futaim", "Arnel", ""));
    }
    first(
        &index,
        "futtaim",
        7,
        "the employer's own word before a surname a letter off",
    );
    for i in 300..340 {
        index.insert(i, &doc("Akino", "Gemma", ""));
    }
    first(
        &index,
        "aquino",
        7,
        "a contact's own name before a surname that sounds like it",
    );
    first(
        &index,
        "luzviminda akino",
        7,
        "both words met before one that is not",
    );
}

#[test]
fn three_digits_are_the_beginning_of_a_phone() {
    let mut index = village();
    let with = |phone: &str| SearchDoc {
        phones: vec![phone.into()],
        ..doc("Ramos", "Ana", "")
    };
    index.insert(400, &with("+639391112222"));
    index.insert(401, &with("+639179393333"));
    index.insert(402, &with("+966501234567"));
    let found = |typed: &str| {
        let mut ids: Vec<u32> = index.query(typed, 9).iter().map(|h| h.id).collect();
        ids.sort_unstable();
        ids
    };
    for typed in [
        "0939",
        "939",
        "+63 939",
        "+63939",
        "63939",
        "0939 1",
        "09391112222",
    ] {
        assert_eq!(found(typed), [400], "{typed:?} is how that phone begins");
    }
    for typed in ["050", "0501", "+966 50", "966501", "501"] {
        assert!(
            typed.trim_start_matches('0').len() < 3 || found(typed) == [402],
            "{typed:?} is how a phone abroad begins"
        );
    }
    assert_eq!(found("0917"), [7, 401], "and who else begins so");
    assert_eq!(
        found("9393"),
        [401],
        "four digits are found anywhere in a phone"
    );
    let hits = index.query("ramos 0939", 3);
    let why: Vec<_> = hits[0].why.iter().map(|f| (f.field, f.how)).collect();
    assert_eq!(
        (hits[0].id, why),
        (
            400,
            vec![(Field::Surname, How::Exact), (Field::Phone, How::Digits)]
        ),
        "with a name, each word saying where it met"
    );
    index.remove(&400);
    assert!(
        index.query("0939", 9).is_empty(),
        "who is taken out is found no more"
    );
}

#[test]
fn a_house_number_is_still_a_word() {
    let mut index = village();
    index.insert(
        400,
        &SearchDoc {
            places: vec!["Block 123".into()],
            ..doc("Ramos", "Ana", "")
        },
    );
    first(
        &index,
        "123",
        400,
        "a place's own number before phones that begin so",
    );
}
