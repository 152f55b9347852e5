//! A desk shows only what a device of the register wrote: whoever has the key of a compartment and the buffer can lay
//! cards there, and they are left out, counted, and their writer named (P12).

use crate::release::stage;
use crate::stage::{BARANGAY, Stage, add, sync};
use rusqlite::{Connection, params};
use ugnay_app::federation::{Cid, EpochId, OpenedRelease, RefusedWriter};
use ugnay_model::{Country, DeviceHash, Dot, Facet, Person, PersonId, Psgc, Record};
use ugnay_seal::envelope::seal_signed;
use ugnay_seal::{
    BundleView, CardDek, Context, DeviceSlot, FedId, Label, ObjectId, SigningIdentity, index_name,
    sha256,
};
use ugnay_wire::ids::to_hex;

/// Somebody who has a compartment's key and nothing else of the register.
struct Forger<'a> {
    fed: FedId,
    epoch: EpochId,
    cid: Cid,
    key: &'a CardDek,
    identity: SigningIdentity,
}

/// What a forger lays down: name and bytes of a record and of an index shard that names it.
struct Forged {
    blobs: [([u8; 16], Vec<u8>, u8); 2],
}

fn invented(name: &str) -> (PersonId, Vec<u8>) {
    let id = PersonId::from_random(sha256(name.as_bytes()).0[..16].try_into().expect("sixteen"));
    let mut person = Person::new(id, name, "Forged");
    person.country = "SA".parse::<Country>().ok();
    person.barangay = Some(Psgc(BARANGAY.0));
    let mut record = Record::new(id, Facet::Card);
    let device = DeviceHash([1; 32]);
    record.apply(person.values(), Dot { lamport: 1, device });
    (id, record.to_cbor())
}

impl Forger<'_> {
    /// A card in an index under that slot. `list` goes behind the index as a list of writers; `gone` is a person the index
    /// claims to have moved away, long after anybody wrote.
    fn forge(&self, slot: u8, name: &str, list: Option<Vec<u8>>, gone: Option<PersonId>) -> Forged {
        let mut rng = ugnay_app::Env::system();
        let facet = ugnay_seal::Facet::Card;
        let (id, cbor) = invented(name);
        let object = id.to_bytes();
        let writer = self.identity.public().hash();
        let of_record = Context::record(
            self.fed,
            self.epoch,
            self.cid,
            facet,
            ObjectId(object),
            writer,
            1,
        );
        let record = seal_signed(self.key, &of_record, &self.identity, &cbor, &mut rng.rng())
            .expect("whoever has the key can seal");
        let blob: [u8; 16] = rng.random();
        let mut entries = vec![entry(object, 1_000_000, blob, sha256(&record).0, 1)];
        entries.extend(gone.map(|p| entry(p.to_bytes(), 1_000_000, [0; 16], [0; 32], 0)));
        entries.sort();
        let count = (entries.len() as u32).to_be_bytes();
        let version = if list.is_some() { 2 } else { 1 };
        let mut shard = [&[version], &count[..], &entries.concat()].concat();
        if let Some(list) = list {
            shard.extend((list.len() as u16).to_be_bytes());
            shard.extend(list);
        }
        let slot = DeviceSlot::new(slot).expect("a slot");
        let name = index_name(self.key, slot);
        let of_index = Context::index(self.fed, self.epoch, self.cid, facet, name);
        let shard = seal_signed(self.key, &of_index, &self.identity, &shard, &mut rng.rng())
            .expect("whoever has the key can seal");
        Forged {
            blobs: [(blob, record, 1), (name.0, shard, 2)],
        }
    }

    /// A list of writers with the forger on it, signed by whatever it has.
    fn list(&self) -> Vec<u8> {
        let id = self.identity.public().hash().0;
        let mut list = [&[1][..], &self.epoch.0, &[1], &id, &[0, 0]].concat();
        let sig = self.identity.sign(Label::Writers, &self.fed, &list);
        list.extend(sig.0);
        list
    }
}

fn entry(object: [u8; 16], version: u64, blob: [u8; 16], hash: [u8; 32], here: u8) -> Vec<u8> {
    let seq = u64::from(here).to_be_bytes();
    [
        &object[..],
        &version.to_be_bytes(),
        &seq,
        &blob,
        &hash,
        &[here],
    ]
    .concat()
}

/// The buffer helps: puts blobs beside a register's own.
fn lay(db: &Connection, pseud: &[u8], blobs: &[([u8; 16], Vec<u8>, u8)]) {
    for (name, bytes, kind) in blobs {
        db.execute(
            "INSERT OR REPLACE INTO blobs (pseud, name, seq, kind, sha256, len, bytes)
             SELECT ?1, ?2, (SELECT max(seq) + 1 FROM blobs), ?3, ?4, ?5, ?6",
            params![
                pseud,
                name,
                kind,
                sha256(bytes).0,
                bytes.len() as i64,
                bytes
            ],
        )
        .expect("the lie is written");
        db.execute_batch("UPDATE registers SET seq = (SELECT max(seq) FROM blobs)")
            .expect("the lie is listed");
    }
}

/// The register-epochs at the buffer, oldest first.
fn registers(db: &Connection) -> Vec<Vec<u8>> {
    let mut of = db
        .prepare("SELECT pseud FROM registers ORDER BY rowid")
        .expect("the buffer's table");
    let all = of.query_map([], |r| r.get(0)).expect("rows");
    all.map(|p| p.expect("a name")).collect()
}

fn refused(s: &mut Stage, release: &OpenedRelease) -> Vec<RefusedWriter> {
    let mut line = s.client();
    let now = s.clock.now();
    release
        .refused(&mut line, now)
        .expect("what is wrong stops nothing else")
}

#[test]
fn p12_a_card_that_no_device_of_the_register_wrote_is_left_out_and_its_writer_named() {
    let mut s = stage();
    let (_, release) = s.released("SA");
    let honest = s.cards(&release);
    assert_eq!(honest.len(), 2, "two of the register's people work there");
    let at = s.laptop.compartment_ids(BARANGAY, "SA").expect("a country");
    let forger = |seed| Forger {
        fed: s.founded.fed,
        epoch: at.epoch,
        cid: at.card,
        key: release.key(&at.epoch, &at.card).expect("granted"),
        identity: SigningIdentity::from_seed(&[seed; 32]),
    };
    let victim = honest.iter().next().expect("one").parse().expect("an id");
    let plain = forger(0x71).forge(7, "Plain", None, None);
    let listed = forger(0x72);
    let listed = listed.forge(8, "Listed", Some(listed.list()), Some(victim));
    s.tamper(|db| {
        let pseud = registers(db).remove(0);
        lay(db, &pseud, &plain.blobs);
        lay(db, &pseud, &listed.blobs);
    });
    assert_eq!(
        s.cards(&release),
        honest,
        "the forged cards are not shown, and nobody vanishes because a stranger says so"
    );
    let id = |seed| to_hex(&SigningIdentity::from_seed(&[seed; 32]).public().hash().0);
    let mut expected = vec![id(0x71), id(0x72)];
    expected.sort();
    let named = refused(&mut s, &release);
    assert_eq!(
        named.iter().map(|w| w.device.clone()).collect::<Vec<_>>(),
        expected,
        "both writers are named by their keys"
    );
    assert!(
        named.iter().all(|w| (w.why, w.cards) == ("foreign", 1)),
        "as strangers, with one card each: a list that the register did not sign makes nobody its device"
    );
}

#[test]
fn p12_a_bundle_that_the_buffer_made_up_is_not_what_shares_are_measured_by() {
    let mut s = stage();
    let (request, release) = s.released("SA");
    let honest = s.cards(&release);
    let at = s.laptop.compartment_ids(BARANGAY, "SA").expect("a country");
    // The register's own bundle with another write capability, a higher number and a signature that holds; in a second
    // one the commitments are noise too.
    let usurper = SigningIdentity::from_seed(&[0x73; 32]);
    let fed = s.founded.fed;
    s.tamper(|db| {
        let pseud = registers(db).remove(0);
        let genuine: Vec<u8> = db
            .query_row(
                "SELECT bytes FROM blobs WHERE kind = 5 AND bytes IS NOT NULL",
                [],
                |r| r.get(0),
            )
            .expect("one bundle");
        for (n, noise) in [(1, false), (2, true)] {
            let mut made = genuine[..genuine.len() - 64].to_vec();
            made[37..69].copy_from_slice(usurper.public().as_bytes());
            made[76] = made[76].wrapping_add(n);
            if noise {
                let m = BundleView::parse(&genuine).expect("a bundle").cids().len();
                made[145 + 16 * m..][..64 * m].fill(7);
            }
            let sig = usurper.sign(Label::Escrow, &fed, &made);
            made.extend(sig.0);
            assert!(
                BundleView::parse(&made).is_ok(),
                "the story needs a bundle that reads as one"
            );
            lay(db, &pseud, &[([n; 16], made, 5)]);
        }
    });
    let forger = Forger {
        fed,
        epoch: at.epoch,
        cid: at.card,
        key: release.key(&at.epoch, &at.card).expect("granted"),
        identity: SigningIdentity::from_seed(&[0x73; 32]),
    };
    let forged = forger.forge(7, "Usurped", Some(forger.list()), None);
    s.tamper(|db| lay(db, &registers(db).remove(0), &forged.blobs));
    let mut line = s.client();
    let now = s.clock.now();
    let again = s
        .desk
        .open_release(&mut line, &request, now)
        .expect("the custodians named the bundle they hold");
    assert!(
        again.faulty.is_empty(),
        "no custodian is blamed for a bundle it never accepted"
    );
    assert_eq!(
        s.cards(&again),
        honest,
        "the register's cards and no others"
    );
    assert_eq!(
        refused(&mut s, &again).len(),
        1,
        "a list by the made-up write capability is no list"
    );
}

#[test]
fn p12_what_a_revoked_device_wrote_later_is_left_out_of_what_custodians_still_hold() {
    let mut s = Stage::paired(&[("Abad", "Lorna", "SA"), ("Bautista", "Rico", "SA")]);
    s.desk_card();
    s.settle();
    let phone = s.laptop.devices().expect("list").devices;
    let phone = phone.into_iter().find(|d| d.label == "phone").expect("it");
    s.laptop
        .revoke_device(&phone.id)
        .expect("taken out, offline");
    // The phone writes on in the old epoch before the revocation is at the buffer.
    let forged = add(&mut s.phone, "Forged", "Later", "SA");
    sync(&mut s.phone);
    sync(&mut s.laptop);
    let honest = add(&mut s.laptop, "Castro", "After", "SA");
    sync(&mut s.laptop);
    let (_, release) = s.released("SA");
    assert_eq!(
        release.compartments(),
        2,
        "the story needs custodians who hold shares of both epochs"
    );
    let shown = s.cards(&release);
    assert!(
        shown.len() == 3 && shown.contains(&honest) && !shown.contains(&forged),
        "everything of the register, once, and not what the device wrote after it was out"
    );
    assert_eq!(
        refused(&mut s, &release),
        vec![RefusedWriter {
            device: phone.id,
            why: "revoked",
            cards: 1
        }],
        "named as the devices' page names it, with what it tried to add"
    );
}

#[test]
fn a_damaged_card_is_counted_and_stops_no_other() {
    let mut s = stage();
    let (_, release) = s.released("SA");
    let all = s.cards(&release);
    s.tamper(|db| {
        let hit = db.execute(
            "UPDATE blobs SET bytes = randomblob(len) WHERE name = (SELECT min(name) FROM blobs WHERE kind = 1)",
            [],
        );
        assert_eq!(hit.expect("the lie is written"), 1, "one record is noise now");
    });
    let left = s.cards(&release);
    assert!(
        left.is_subset(&all) && left.len() + 1 >= all.len(),
        "at most that one card is missing; the desk in a crisis gets the rest"
    );
}
