//! Look-ups on the shipped gazetteer.

use super::*;

fn code(s: &str) -> Psgc {
    s.parse().unwrap()
}

#[test]
fn the_whole_table_is_there() {
    let g = gazetteer();
    assert_eq!(g.len(), 43_768, "the October 2026 release has 43,768 areas");
    assert_eq!(g.version(), "2026-10", "the release is kept with the data");
    let barangays = g
        .areas()
        .iter()
        .filter(|a| a.level == Level::Barangay)
        .count();
    assert_eq!(barangays, 42_010, "and 42,010 barangays");
    assert!(
        g.areas().is_sorted_by_key(|a| a.code),
        "binary search needs the order"
    );
    for a in g.areas() {
        let ok = if a.level == Level::Region {
            a.parent.is_none()
        } else {
            a.parent.is_some_and(|p| g.get(p).is_some())
        };
        assert!(ok, "{} must lie in a known area", a.code);
    }
}

#[test]
fn codes_paths_children_and_old_codes() {
    let g = gazetteer();
    assert_eq!(
        g.path(code("0401009007")),
        "Dita, Cuenca, Batangas",
        "the path people write on forms"
    );
    assert_eq!(
        g.children(code("0401009000")).count(),
        21,
        "Cuenca has 21 barangays"
    );
    let old = g.by_old_code(41_009_007).map(|a| a.code);
    assert_eq!(
        old,
        Some(code("0401009007")),
        "041009007 was Dita before 2021"
    );
    let renumbered = g.by_old_code(175_316_018).map(|a| a.code);
    assert_eq!(
        renumbered,
        Some(code("1731500018")),
        "Puerto Princesa left Palawan's numbers"
    );
    assert!(
        g.is_within(code("0401009007"), code("0400000000")),
        "Dita lies in Region IV-A"
    );
}

#[test]
fn written_places_are_understood() {
    let g = gazetteer();
    let cuenca = g
        .town("MUNICIPALITY OF CUENCA", Some("Province of Batangas"))
        .unwrap();
    assert_eq!(
        cuenca.code,
        code("0401009000"),
        "titles say municipality and province"
    );
    let hit = g
        .barangay_in("Purok 1, Brgy. San Felipe, Cuenca, Batangas", None)
        .unwrap();
    assert_eq!(hit.code, code("0401009013"), "an address names its town");
    let hit = g.barangay_in("BRGY. IBABAO", Some(cuenca.code)).unwrap();
    assert_eq!(
        hit.code,
        code("0401009010"),
        "the home town settles a common name"
    );
    assert!(
        g.barangay_in("San Felipe", None).is_none(),
        "many places have this name: not guessed"
    );
    let hit = g.barangay_in("Ibabaw", Some(cuenca.code)).unwrap();
    assert_eq!(
        hit.code,
        code("0401009010"),
        "one slip is forgiven inside the home town"
    );
    let hit = g
        .barangay_in("Barangay 3 (Pob.)", Some(cuenca.code))
        .unwrap();
    assert_eq!(hit.code, code("0401009017"), "numbered barangays");
}

#[test]
fn search_completes_while_typing() {
    let g = gazetteer();
    let first = |q: &str, near| {
        g.search(q, near, 5)
            .first()
            .map(|f| g.path(f.area.code))
            .unwrap_or_default()
    };
    assert_eq!(
        first("dita cuen", None),
        "Dita, Cuenca, Batangas",
        "words of the enclosing areas narrow"
    );
    assert_eq!(
        first("dit", Some(code("0401009000"))),
        "Dita, Cuenca, Batangas",
        "home comes first"
    );
    assert_eq!(
        first("calumayn cuenca", None),
        "Calumayin, Cuenca, Batangas",
        "one slip is forgiven"
    );
    assert!(
        g.search("", None, 5).is_empty() && g.search("qqqq", None, 5).is_empty(),
        "nothing for nothing"
    );
}
