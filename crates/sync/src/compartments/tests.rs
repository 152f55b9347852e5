//! Everybody lies in exactly one compartment, and nobody in one of a barangay they do not live in.
use super::Compartments;
use std::collections::BTreeSet;
use ugnay_model::{Country, Person, PersonId, Psgc};

const DITA: Psgc = Psgc(401_009_007);
const NEXT: Psgc = Psgc(401_009_008);
const FAR: Psgc = Psgc(1_339_000_001);

fn compartments() -> Compartments {
    let sa: Country = "SA".parse().expect("a code");
    Compartments::new(DITA, [DITA, NEXT], [sa])
}

#[test]
fn everybody_has_a_compartment_and_not_a_neighbours() {
    let c = compartments();
    let all: BTreeSet<_> = c.all().collect();
    assert_eq!(
        all.len(),
        3 * 3,
        "two barangays and the municipality, times SA, sea-based and other"
    );
    let mut p = Person::new(PersonId::from_random([1; 16]), "A", "B");
    for (barangay, home) in [
        (None, DITA),
        (Some(DITA), DITA),
        (Some(NEXT), NEXT),
        (Some(FAR), DITA.municipality()),
    ] {
        p.barangay = barangay;
        assert!(
            all.contains(&c.of(&p)),
            "a person outside every compartment could never be found again"
        );
        assert_eq!(
            c.of(&p).0,
            home.0,
            "a release for one barangay must not show people of another"
        );
    }
    p.sea_based = true;
    assert_eq!(
        c.of(&p).1,
        Country::SEA.to_u16(),
        "a seafarer without a country is sea-based"
    );
}

#[test]
fn homes_in_use_are_dealt_with_every_destination() {
    let c = compartments();
    let own = c.dealt(&BTreeSet::new());
    assert_eq!(
        own.len(),
        2 * 3,
        "the own barangay and the municipality, people or not"
    );
    assert_eq!(
        c.dealt(&BTreeSet::from([NEXT.0])).len(),
        3 * 3,
        "a neighbour's barangay once somebody lives there"
    );
}
