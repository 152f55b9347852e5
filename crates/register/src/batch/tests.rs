//! Random saves: the flat row, the words and the outbox always say what the records say.

use crate::table;
use crate::testing::{NOW, invented, officer, phone, register};
use crate::view::view;
use proptest::prelude::*;
use ugnay_model::{CaseFile, Person};

fn person(n: u32, parts: [u8; 4]) -> Person {
    let mut p = invented(n);
    p.surname = ["Abad", "Niño", "San Jose", ""][usize::from(parts[0] % 4)].into();
    p.nickname = (parts[1].is_multiple_of(2)).then(|| format!("Nick{}", parts[1]));
    p.phones = (0..parts[2] % 4)
        .map(|i| phone(&format!("+63917{:07}", u32::from(parts[2]) + u32::from(i))))
        .collect();
    if parts[3].is_multiple_of(3) {
        p.contacts.clear();
    }
    p
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn derived_tables_follow_the_records(saves in prop::collection::vec((0..4_u32, any::<[u8; 4]>(), any::<bool>()), 1..12)) {
        let (_dir, _path, mut reg) = register();
        for (n, parts, case) in &saves {
            reg.batch(&officer(), NOW, |b| {
                b.save_person(&person(*n, *parts))?;
                if *case {
                    let mut file = CaseFile::new(invented(*n).id);
                    file.returned = (parts[0].is_multiple_of(2)).then(|| "2024".to_owned());
                    b.save_case(&file)?;
                }
                Ok(())
            }).expect("saves");
        }
        for n in 0..4 {
            let id = invented(n).id;
            let pair = table::record::pair(&reg.conn, id).expect("reads");
            let row = reg.person_row(id).expect("reads");
            prop_assert_eq!(row.is_some(), pair.card.is_some(), "a row where a card is");
            if let Some(row) = row {
                let v = view(id, &pair);
                prop_assert!(row == v.row, "the row says what the records say");
                for word in v.words.split(' ').filter(|w| !w.is_empty()) {
                    let found = reg.fts_prefix(word, 50).expect("finds");
                    prop_assert!(found.contains(&id), "every word finds its person");
                }
            }
        }
        let words: i64 = reg.conn
            .query_row("SELECT count(*) FROM person_fts", [], |r| r.get(0))
            .expect("counts");
        let rows: i64 = reg.conn
            .query_row("SELECT count(*) FROM person_view", [], |r| r.get(0))
            .expect("counts");
        prop_assert_eq!(words, rows, "one set of words per row");
    }
}
