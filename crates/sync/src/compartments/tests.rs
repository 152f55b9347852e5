//! Everybody lies in exactly one dealt compartment.
use super::Compartments;
use ugnay_model::{Country, Person, PersonId, Psgc};

#[test]
fn everybody_has_a_dealt_compartment() {
    let area = Psgc(401_009_000);
    let sa: Country = "SA".parse().expect("a code");
    let c = Compartments::new(area, [Psgc(401_009_007)], [sa]);
    let all: Vec<_> = c.all().collect();
    assert_eq!(
        all.len(),
        2 * 3,
        "homes and the area itself, times SA, sea-based and other"
    );
    let mut p = Person::new(PersonId::from_random([1; 16]), "A", "B");
    for (barangay, country, sea) in [
        (None, None, false),
        (Some(Psgc(401_009_007)), Some(sa), false),
        (Some(Psgc(1_339_000_001)), "TV".parse().ok(), true),
        (Some(Psgc(401_009_007)), None, true),
    ] {
        (p.barangay, p.country, p.sea_based) = (barangay, country, sea);
        assert!(
            all.contains(&c.of(&p)),
            "a person outside every compartment could never be released"
        );
    }
    assert_eq!(
        c.of(&p),
        (401_009_007, Country::SEA.to_u16()),
        "a seafarer without a country is sea-based"
    );
}
