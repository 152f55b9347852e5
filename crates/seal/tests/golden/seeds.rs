//! σ and what follows from it; signatures; words.

use serde_json::json;
use ugnay_seal::words::{Invitation, PaperSeed, sas_words};
use ugnay_seal::{DeviceSlot, Facet, FedId, Label, Sigma, SigningIdentity, index_name};

use super::{Counting, check, hex};

#[test]
fn sigma() {
    let seed: [u8; 32] = Counting::bytes(0, 32).try_into().expect("32");
    let sigma = Sigma::from_bytes(seed);
    let (psgc, dest) = (401_009_001, 0x5341);
    let card = sigma.cid(psgc, dest, Facet::Card);
    let case = sigma.cid(psgc, dest, Facet::Case);
    let withheld = sigma.cid(psgc, dest, Facet::Withheld);
    let withheld_dek = sigma.dek(&withheld, Facet::Withheld);
    let token_key = sigma.token_key(b"campaign-1");
    let names: Vec<String> = DeviceSlot::all()
        .map(|slot| hex(index_name(&sigma.dek(&card, Facet::Card), slot)))
        .collect();
    let slot = DeviceSlot::new(0).expect("below 16");
    check(
        "sigma",
        &json!({
            "sigma": hex(seed),
            "psgc": psgc,
            "dest": dest,
            "epoch_id": hex(sigma.epoch_id()),
            "pseud": hex(sigma.pseud()),
            "write_cap_seed": hex(*sigma.write_cap().to_seed()),
            "write_cap_public": hex(sigma.write_cap().public().as_bytes()),
            "read_cap_seed": hex(*sigma.read_cap().to_seed()),
            "head_key": hex(*sigma.head_key().to_bytes()),
            "cid_card": hex(card),
            "cid_case": hex(case),
            "cid_withheld": hex(withheld),
            "index_name_withheld_0": hex(index_name(&withheld_dek, slot)),
            "dek_card": hex(*sigma.card_dek(&card).to_bytes()),
            "index_names_card": names,
            "index_name_case_0": hex(index_name(&sigma.dek(&case, Facet::Case), slot)),
            "head_name_0": hex(index_name(&sigma.head_key(), slot)),
            "campaign": hex(b"campaign-1"),
            "token_key": hex(*token_key.to_bytes()),
            "person": hex(b"person-1"),
            "token": hex(token_key.token(b"person-1")),
        }),
    );
}

#[test]
fn signatures() {
    let seed = [0x11; 32];
    let id = SigningIdentity::from_seed(&seed);
    let fed = FedId([0x22; 16]);
    let signed: Vec<_> = Label::ALL
        .iter()
        .map(|label| json!([label.name(), hex(id.sign(*label, &fed, b"bytes").0)]))
        .collect();
    check(
        "signatures",
        &json!({
            "seed": hex(seed),
            "public": hex(id.public().as_bytes()),
            "hash": hex(id.public().hash()),
            "fed": hex(fed),
            "bytes": hex(b"bytes"),
            "signatures": signed,
        }),
    );
}

#[test]
fn words() {
    let invitation = Invitation::from_bytes([0x33; 16]);
    let paper = PaperSeed::from_bytes([0x44; 32]);
    check(
        "words",
        &json!({
            "invitation": hex(*invitation.to_bytes()),
            "invitation_words": *invitation.to_words(),
            "invitation_public": hex(invitation.identity().public().as_bytes()),
            "paper": hex(*paper.to_bytes()),
            "paper_words": *paper.to_words(),
            "transcript": hex(b"transcript"),
            "sas": sas_words(b"transcript").join(" "),
        }),
    );
}
