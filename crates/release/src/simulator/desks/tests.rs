//! Every trick is refused by the row it is meant for, and the desks' own count of the caps agrees with the checks.

use super::*;
use crate::Policy;
use rand_core::SeedableRng;

#[test]
fn p26_every_trick_meets_its_row() {
    let mut parties = Parties::new(3, Policy::standard(3, 2, 3), 0).unwrap();
    let mut desks = Desks::new(&mut parties).unwrap();
    let mut rng = ChaCha20Rng::seed_from_u64(3);
    let mut met = BTreeSet::new();
    for number in 0..200 {
        desks.new_year();
        let asked = desks
            .ask(&mut parties, false, (30 + number) * DAY, &mut rng)
            .unwrap();
        let wrong = asked.rows.iter().filter(|row| !row.ok).map(|row| row.code);
        let wrong: Vec<CheckCode> = wrong.collect();
        met.extend(wrong.iter().copied());
        assert!(
            asked.in_scope || !wrong.is_empty(),
            "what is out of bounds by the simulator's own count has a wrong row"
        );
    }
    let meant = [
        CheckCode::CardArea,
        CheckCode::Scope,
        CheckCode::Window,
        CheckCode::Recipient,
        CheckCode::Policy,
        CheckCode::Officers,
        CheckCode::Witnesses,
        CheckCode::Requests90Days,
        CheckCode::Scope90Days,
        CheckCode::Unused,
    ];
    for code in meant {
        assert!(met.contains(&code), "some trick runs into {code:?}");
    }
}

#[test]
fn p26_the_honest_desk_stays_within_its_caps() {
    let mut parties = Parties::new(4, Policy::standard(3, 2, 3), 0).unwrap();
    let mut desks = Desks::new(&mut parties).unwrap();
    let mut rng = ChaCha20Rng::seed_from_u64(4);
    for (number, honest) in [(0, true), (1, false), (2, true), (3, false)] {
        let at = (30 + number * 80) * DAY;
        let asked = desks.ask(&mut parties, honest, at, &mut rng).unwrap();
        assert!(
            !honest || (asked.in_scope && checks::all_right(&asked.rows)),
            "another desk's excess costs this one nothing: {:?}",
            asked.rows
        );
    }
}
