//! Particles, abbreviations and suffixes in their usual spellings.

use super::{join_particles, person_tokens, suffix};

#[test]
fn particles_join_however_they_are_spaced() {
    for name in ["De La Cruz", "dela cruz", "DELACRUZ", "de la-Cruz"] {
        assert_eq!(
            join_particles(&person_tokens(name)),
            ["delacruz"],
            "{name} is one surname"
        );
    }
    assert_eq!(
        join_particles(&person_tokens("Sta. Maria")),
        join_particles(&person_tokens("Santa Maria")),
        "Sta. is Santa"
    );
    assert_eq!(
        join_particles(&person_tokens("Juan de")),
        ["juan", "de"],
        "a particle still being typed stays alone"
    );
}

#[test]
fn maria_is_written_out_before_a_second_name_only() {
    assert_eq!(
        person_tokens("Ma..Cristina"),
        ["maria", "cristina"],
        "Ma. before a name is Maria"
    );
    assert_eq!(person_tokens("Ma"), ["ma"], "Ma alone may be a surname");
}

#[test]
fn suffixes() {
    assert_eq!(suffix("junior"), suffix("jr"), "one suffix, two spellings");
    assert_eq!(suffix("cruz"), None, "a name is no suffix");
}
