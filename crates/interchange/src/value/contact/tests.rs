//! Contact cells.

use proptest::prelude::*;

use super::*;

fn shown(text: &str) -> String {
    let one = |k: &Kin| format!("{}:{}", k.name, k.relation.map_or("?", Relation::code));
    read(text).iter().map(one).collect::<Vec<_>>().join(" | ")
}

#[test]
fn names_and_relations_in_one_cell() {
    for (text, want) in [
        (
            "Josephine Evangelista (NANAY)",
            "Josephine Evangelista:mother",
        ),
        (
            "Ariel Cariño - kapatid;  Michael Cariño (father)",
            "Ariel Cariño:sibling | Michael Cariño:father",
        ),
        (
            "Liza Endaya (mother) at Reynaldo Gutierrez/tiyuhin",
            "Liza Endaya:mother | Reynaldo Gutierrez:uncle",
        ),
        (
            "Rizalito Maralit/tatay / Julieta Maralit - misis",
            "Rizalito Maralit:father | Julieta Maralit:spouse",
        ),
        ("asawa: Maria Cruz", "Maria Cruz:spouse"),
        ("asawa Maria Cruz", "Maria Cruz:spouse"),
        ("Ma. Luisa Lee", "Ma. Luisa Lee:?"),
        ("Rowena Bautista-Mendiola", "Rowena Bautista-Mendiola:?"),
        ("wala", ""),
    ] {
        assert_eq!(shown(text), want, "reading {text:?}");
    }
}

#[test]
fn every_relation_is_found_by_its_code() {
    for r in Relation::ALL {
        assert_eq!(relation::read(r.code()), Some(*r), "exports must come back");
        assert_eq!(r.code().parse::<Relation>(), Ok(*r), "and parse");
    }
}

proptest! {
    #[test]
    fn never_panics(text in "\\PC{0,60}") {
        let _ = read(&text);
    }
}
