//! Custodians that lose their laptop or change their key: what is on paper and at the buffer brings back exactly what is
//! alive.

use super::cast::Cast;

const PEOPLE: [(&str, &str, &str); 2] = [("Abad", "Lorna", "SA"), ("Cruz", "Mila", "KW")];

#[test]
fn a_custodian_comes_back_from_its_sheet_and_the_buffer_alone() {
    let mut c = Cast::founded();
    c.register(&PEOPLE);
    c.rounds();
    let before = c.kept(1);
    assert_eq!(before.len(), 1, "a register-epoch is kept");
    let sheet = c.sheet(1);
    c.lost_and_recovered(1, &sheet);
    assert!(c.kept(1).is_empty(), "a new laptop begins with nothing");
    c.rounds();
    assert_eq!(
        c.kept(1),
        before,
        "the old bundles open again; no register took part"
    );
    let house = c.keeper("house1");
    let receipts = house.receipts().expect("rows");
    assert!(
        receipts.rows.iter().any(|r| r.outcome == "found") && receipts.refused == 0,
        "the screen says that they were found, not that they were refused: {:?}",
        receipts.rows
    );
    drop(house);
}

#[test]
fn p30_a_key_change_lays_live_shares_and_no_others_at_the_buffer() {
    let mut c = Cast::founded();
    c.register(&PEOPLE);
    c.rounds();
    let old = c.kept(1);
    // The register goes on to another epoch, everybody has come over, the old one is over.
    c.new_epoch();
    c.rounds();
    c.exchange("register");
    c.exchange("register");
    c.rounds();
    let live = c.kept(1);
    assert!(
        live.len() == 1 && live != old,
        "the old epoch's shares were dropped: {live:?}"
    );
    let old_sheet = c.sheet(1);
    let sheet = c.change_key(1);
    assert_ne!(sheet, old_sheet, "another key, another sheet");
    c.rounds();
    assert_eq!(c.kept(1), live, "the live shares stay");
    c.lost_and_recovered(1, &sheet);
    c.rounds();
    assert_eq!(
        c.kept(1),
        live,
        "from the new sheet and the buffer alone exactly the live shares come back"
    );
}
