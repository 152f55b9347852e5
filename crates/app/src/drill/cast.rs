//! The people of a drill: invented, the same for the same campaign, with a role each for whoever plays the family. Must not
//! look like anybody: the surnames are those of plants and birds, the numbers are none.

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use ugnay_model::{Contact, ContactId, Person, PersonId, Phone, Relation};
use ugnay_register::Campaign;

/// How many people a drill has.
pub(crate) const PEOPLE: usize = 12;

const SURNAMES: [&str; 12] = [
    "Narra",
    "Molave",
    "Kamagong",
    "Sampaguita",
    "Ylang",
    "Kawayan",
    "Maya",
    "Agila",
    "Tamaraw",
    "Pawikan",
    "Kalapati",
    "Banaba",
];
const GIVEN: [&str; 12] = [
    "Ana", "Ben", "Cora", "Dino", "Elsa", "Felix", "Gina", "Hilario", "Inday", "Jojo", "Karen",
    "Lito",
];
/// What the family says, in a mix that every drill has.
const ROLES: [&str; PEOPLE] = [
    "safe",
    "safe",
    "safe",
    "safe",
    "safe",
    "needs_medical",
    "needs_help",
    "no_news",
    "no_news",
    "wrong_number",
    "call_back",
    "declines",
];
const RELATIONS: [Relation; 4] = [
    Relation::Mother,
    Relation::Spouse,
    Relation::Sibling,
    Relation::Father,
];

fn mixed<T: Copy, const N: usize>(mut all: [T; N], rng: &mut impl Rng) -> [T; N] {
    for at in (1..N).rev() {
        all.swap(at, rng.next_u32() as usize % (at + 1));
    }
    all
}

/// The people of a drill, by name, each with the role of the family.
pub(crate) fn cast(c: &Campaign) -> Vec<(Person, &'static str)> {
    let mut seed = [0; 32];
    seed[..16].copy_from_slice(&c.id.to_bytes());
    let mut rng = ChaCha20Rng::from_seed(seed);
    let roles = mixed(ROLES, &mut rng);
    let given = mixed(GIVEN, &mut rng);
    let mut id = || {
        let mut bytes = [0; 16];
        rng.fill_bytes(&mut bytes);
        bytes
    };
    let mut out: Vec<(Person, &'static str)> = Vec::with_capacity(PEOPLE);
    for (at, role) in roles.into_iter().enumerate() {
        let mut p = Person::new(PersonId::from_random(id()), SURNAMES[at], given[at]);
        p.purok = Some(format!("DRILL · Purok {}", at % 4 + 1));
        p.country = Some(c.scope.destination);
        let relation = RELATIONS[at % RELATIONS.len()];
        let mut contact = Contact::new(
            ContactId::from_random(id()),
            format!("{} {}", GIVEN[(at + 5) % GIVEN.len()], SURNAMES[at]),
        );
        contact.relation = Some(relation);
        // Shown, so that the list looks as in earnest; no number at all, so that nobody can be reached by mistake.
        contact.phones = vec![Phone {
            typed: format!("DRILL 000 {:03}", at + 1),
            e164: None,
        }];
        p.contacts.push(contact);
        out.push((p, role));
    }
    out.sort_by_key(|(p, _)| p.list_name());
    out
}
