//! What people really type, cell by cell: dates in every order, ages, names, countries, relations, phones; and the same
//! list in every encoding. Sheets that only exist for this test; everybody in them is invented.

use chrono::NaiveDate;
use ugnay_interchange::{ImportOptions, Mapping, Parsed, ParsedPerson, SourceFile, preview};

fn read(name: &str, bytes: &[u8]) -> Parsed {
    let options = ImportOptions {
        home: Some(ugnay_model::Psgc(401_009_000)),
        today: NaiveDate::from_ymd_opt(2025, 7, 1).expect("a day"),
        include_hidden: false,
    };
    let file = SourceFile { name, bytes };
    preview(&[file], &Mapping::default(), &options, &mut |_| true)
        .expect("a list")
        .parsed
}

/// A list with one telling column, a row for each of its cells.
fn column(title: &str, cells: &[&str]) -> Parsed {
    let mut text = format!("No,Apelyido,Pangalan,{title}\n");
    for (n, cell) in cells.iter().enumerate() {
        let quoted = cell.replace('"', "\"\"");
        text.push_str(&format!("{},Cruz,Ana,\"{quoted}\"\n", n + 1));
    }
    let parsed = read("list.csv", text.as_bytes());
    assert_eq!(
        parsed.persons.len(),
        cells.len(),
        "{title}: every row is a person"
    );
    parsed
}

fn codes(parsed: &Parsed, at: usize) -> Vec<&str> {
    let row = parsed
        .report
        .rows
        .iter()
        .find(|r| r.person_index == Some(at));
    let row = row.expect("every person has a row");
    let all = row.problems.iter().map(|p| p.code.as_str());
    all.filter(|c| *c != "barangay_missing").collect()
}

#[test]
fn dates_in_every_order() {
    let day = [
        "1990-05-13",
        "13 May 1990",
        "May 13, 1990",
        "13-May-90",
        "13/05/1990",
        "05/13/1990",
        "1990/05/13",
        "33006",
        "13 Mayo 1990",
        "13.05.1990",
        "05-13-90",
        "13-05-1990",
        "5/13/90",
        "Mayo 13, 1990",
        "MAY 13 1990",
    ];
    let parsed = column("Petsa ng Kapanganakan", &day);
    for (at, typed) in day.iter().enumerate() {
        let birth = parsed.persons[at].birth.map(|b| b.to_string());
        assert_eq!(
            birth.as_deref(),
            Some("1990-05-13"),
            "{typed:?} has one reading"
        );
        assert_eq!(
            codes(&parsed, at),
            Vec::<&str>::new(),
            "{typed:?} is no doubt"
        );
    }
    let less = [
        ("1990", "1990"),
        ("Mayo 1990", "1990-05"),
        ("May 1990", "1990-05"),
    ];
    let parsed = column("Petsa ng Kapanganakan", &less.map(|(typed, _)| typed));
    for (at, (typed, wanted)) in less.iter().enumerate() {
        let birth = parsed.persons[at].birth.map(|b| b.to_string());
        assert_eq!(
            birth.as_deref(),
            Some(*wanted),
            "{typed:?} gets no invented day"
        );
    }
    let wrong = ["31/02/1990", "13/13/1990", "soon", "01/01/2090"];
    let parsed = column("Petsa ng Kapanganakan", &wrong);
    for (at, typed) in wrong.iter().enumerate() {
        assert!(
            parsed.persons[at].birth.is_none() && !codes(&parsed, at).is_empty(),
            "{typed:?} is flagged and nothing is made up"
        );
    }
}

#[test]
fn countries_as_people_write_them() {
    let typed = [
        ("KSA", "SA"),
        ("K.S.A.", "SA"),
        ("Saudi", "SA"),
        ("Riyadh, KSA", "SA"),
        ("Jeddah", "SA"),
        ("Dubai", "AE"),
        ("U.A.E.", "AE"),
        ("Abu Dhabi", "AE"),
        ("H.K.", "HK"),
        ("Hongkong", "HK"),
        ("Taiwan", "TW"),
        ("Doha", "QA"),
        ("Kuwait City", "KW"),
        ("S. Korea", "KR"),
        ("Italia", "IT"),
        ("USA", "US"),
        ("Japan", "JP"),
        ("Quatar", "QA"),
    ];
    let parsed = column("Bansa", &typed.map(|(t, _)| t));
    for (at, (typed, wanted)) in typed.iter().enumerate() {
        let country = parsed.persons[at]
            .destination
            .country
            .map(|c| c.to_string());
        assert_eq!(country.as_deref(), Some(*wanted), "{typed}");
    }
    let sea = column("Bansa", &["Seaman", "Seafarer", "Cruise ship"]);
    assert!(
        sea.persons.iter().all(|p| p.destination.sea_based),
        "a ship is no country"
    );
}

#[test]
fn names_as_people_write_them() {
    let typed = [
        ("DELA CRUZ, JUAN P. JR.", "Dela Cruz", "Juan", "Jr."),
        (
            "Ma. Theresa de los Santos",
            "de los Santos",
            "Ma. Theresa",
            "",
        ),
        ("PEÑA, MA. LUISA", "Peña", "Ma. Luisa", ""),
        ("del Rosario, Ana-Liza V.", "del Rosario", "Ana-Liza", ""),
        ("Sta. Ana, Ma. Cristina", "Sta. Ana", "Ma. Cristina", ""),
        ("SAN JOSE, Jose Maria III", "San Jose", "Jose Maria", "III"),
        ("Juan dela Cruz y Santos", "dela Cruz", "Juan", ""),
    ];
    let cells: Vec<String> = typed.iter().map(|(t, ..)| format!("\"{t}\",KSA")).collect();
    let text = format!("Pangalan ng OFW,Bansa\n{}\n", cells.join("\n"));
    let parsed = read("list.csv", text.as_bytes());
    for (p, (typed, surname, given, suffix)) in parsed.persons.iter().zip(typed) {
        let got = [&p.surname, &p.given, &p.suffix].map(|t| t.to_lowercase());
        let wanted = [surname, given, suffix].map(str::to_lowercase);
        assert_eq!(got, wanted, "{typed}");
    }
}

#[test]
fn relations_in_filipino() {
    let typed = [
        ("asawa", "spouse"),
        ("Nanay", "mother"),
        ("TATAY", "father"),
        ("kapatid", "sibling"),
        ("anak", "child"),
        ("lolo", "grandfather"),
        ("tita", "aunt"),
        ("pinsan", "cousin"),
        ("hipag", "sibling_in_law_f"),
        ("bayaw", "sibling_in_law_m"),
        ("biyenan", "parent_in_law"),
        ("kinakasama", "partner"),
        ("pamangkin", "niece_nephew"),
        ("kapitbahay", "neighbour"),
        ("LIP", "partner"),
        ("bro-in-law", "sibling_in_law_m"),
        ("kakambal", "sibling"),
        ("lelang", "grandmother"),
    ];
    let mut text = String::from("Pangalan ng OFW,Bansa,Contact Person,Relasyon,Contact No.\n");
    for (n, (relation, _)) in typed.iter().enumerate() {
        text.push_str(&format!(
            "\"Cruz, Ana {n}\",KSA,Ben Reyes,{relation},0917 555 12{n:02}\n"
        ));
    }
    let parsed = read("list.csv", text.as_bytes());
    for (p, (typed, wanted)) in parsed.persons.iter().zip(typed) {
        let relation = p.contacts.first().and_then(|c| c.relation);
        assert_eq!(relation.map(|r| r.code()), Some(wanted), "{typed}");
    }
}

fn numbers(p: &ParsedPerson) -> Vec<&str> {
    p.phones.iter().filter_map(|n| n.e164.as_deref()).collect()
}

#[test]
fn phones_by_their_country_and_two_in_a_cell() {
    let rows = [
        (
            "KSA",
            "0501234567 / 0917 555 1234",
            vec!["+966501234567", "+639175551234"],
        ),
        ("Dubai", "+971 50 123 4567", vec!["+971501234567"]),
        ("H.K.", "6123 4567", vec!["+85261234567"]),
        ("Saudi", "00966 50 123 4567", vec!["+966501234567"]),
        ("Qatar", "9175551234", vec!["+639175551234"]),
        (
            "Oman",
            "63 917 555 1234; 0918-555-1234",
            vec!["+639175551234", "+639185551234"],
        ),
        (
            "Japan",
            "Globe 0917 555 1234, Smart 0918 555 1234",
            vec!["+639175551234", "+639185551234"],
        ),
        ("Jordan", "+63 (917) 555-1234", vec!["+639175551234"]),
    ];
    let mut text = String::from("Apelyido,Pangalan,Bansa,CP No. ng OFW\n");
    for (n, (country, typed, _)) in rows.iter().enumerate() {
        text.push_str(&format!("Cruz,Ana {n},{country},\"{typed}\"\n"));
    }
    let parsed = read("list.csv", text.as_bytes());
    for (p, (country, typed, wanted)) in parsed.persons.iter().zip(&rows) {
        assert_eq!(&numbers(p), wanted, "{typed} of somebody in {country}");
    }
    let lost = column("CP No. ng OFW", &["9.17555E+09", "0917555123"]);
    for at in 0..2 {
        assert!(
            numbers(&lost.persons[at]).is_empty() && !codes(&lost, at).is_empty(),
            "digits that are not there are not made up"
        );
    }
}

#[test]
fn ages_and_words_around_them() {
    let parsed = column(
        "Edad",
        &["35", "35 yrs", "29 taong gulang", "abt 40", "200"],
    );
    let births: Vec<Option<String>> = parsed
        .persons
        .iter()
        .map(|p| p.birth.map(|b| b.to_string()))
        .collect();
    assert_eq!(
        births[0].as_deref(),
        Some("~35@2025"),
        "an age, no invented day"
    );
    assert_eq!(births[1], births[0], "with its unit");
    assert_eq!(births[2].as_deref(), Some("~29@2025"), "in Filipino");
    assert!(
        births[4].is_none() && codes(&parsed, 4) == ["unreadable_age"],
        "nobody is two hundred"
    );
    assert!(
        births[3].is_some() || codes(&parsed, 3) == ["unreadable_age"],
        "what is not read is flagged"
    );
}

#[test]
fn one_list_in_every_encoding_and_delimiter() {
    let text = "Apelyido,Pangalan,Bansa,CP No.\nPeña,Ma. Luisa,KSA,0917 555 1234\nNiño,Ben,Dubai,0918 555 1234\n";
    let (semicolons, tabs) = (text.replace(',', ";"), text.replace(',', "\t"));
    let latin = |t: &str| -> Vec<u8> {
        t.chars()
            .map(|c| u8::try_from(u32::from(c)).expect("Latin-1"))
            .collect()
    };
    let utf16 = |t: &str| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(t.encode_utf16());
        units.flat_map(u16::to_le_bytes).collect()
    };
    let big_endian = |t: &str| -> Vec<u8> {
        let units = std::iter::once(0xfeff).chain(t.encode_utf16());
        units.flat_map(u16::to_be_bytes).collect()
    };
    let files: [(&str, Vec<u8>); 11] = [
        ("utf16be.csv", big_endian(&semicolons)),
        ("bars.csv", text.replace(',', "|").into()),
        (
            "sep.csv",
            format!("sep=;\r\n{}", semicolons.replace('\n', "\r\n")).into(),
        ),
        ("utf8.csv", text.into()),
        ("bom.csv", ["\u{feff}", text].concat().into()),
        ("semicolon.csv", semicolons.clone().into()),
        ("tab.tsv", tabs.clone().into()),
        ("windows.csv", latin(text)),
        ("windows-semicolon.csv", latin(&semicolons)),
        ("utf16.csv", utf16(text)),
        ("utf16-tab.txt", utf16(&tabs)),
    ];
    for (name, bytes) in files {
        let parsed = read(name, &bytes);
        let names: Vec<String> = parsed
            .persons
            .iter()
            .map(|p| format!("{}/{}", p.surname, numbers(p).join(",")))
            .collect();
        assert_eq!(
            names,
            ["Peña/+639175551234", "Niño/+639185551234"],
            "{name}"
        );
    }
}

#[test]
fn people_in_the_repeated_answers_of_a_form_are_people() {
    let text = "household/name,household/age,_index,_parent_table_name,_parent_index\nAna Cruz,30,1,survey,1\nBen Cruz,35,2,survey,1\n";
    let parsed = read("household.csv", text.as_bytes());
    let names: Vec<&str> = parsed.persons.iter().map(|p| p.given.as_str()).collect();
    assert_eq!(
        names,
        ["Ana", "Ben"],
        "where no sheet has other people they are no contacts"
    );
}
