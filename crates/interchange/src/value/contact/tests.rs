//! Contact cells.

use proptest::prelude::*;

use super::*;

fn shown(text: &str) -> String {
    let one = |k: &Kin| format!("{}:{}", k.name, k.relation.map_or("?", Relation::code));
    read(text, false)
        .iter()
        .map(one)
        .collect::<Vec<_>>()
        .join(" | ")
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
        let _ = (read(&text, false), read(&text, true));
    }
}

#[test]
fn a_comma_inside_a_name_where_the_list_turns_names() {
    let turned = |text: &str| {
        let names = read(text, true).into_iter().map(|k| k.name);
        names.collect::<Vec<_>>().join(" | ")
    };
    assert_eq!(turned("DELA CRUZ, JUAN"), "JUAN DELA CRUZ", "one person");
    assert_eq!(
        turned("Cruz, Maria (asawa)"),
        "Maria Cruz",
        "a relation after it"
    );
    assert_eq!(
        turned("Cruz, Maria - asawa"),
        "Maria Cruz",
        "also after a dash"
    );
    assert_eq!(
        turned("Cruz, Maria / Abad, Jose"),
        "Maria Cruz | Jose Abad",
        "two people"
    );
    assert_eq!(
        turned("Maria Cruz, Jose Abad"),
        "Maria Cruz | Jose Abad",
        "two whole names"
    );
    assert_eq!(
        turned("Maria Cruz, asawa"),
        "Maria Cruz",
        "a relation is no given name"
    );
}
