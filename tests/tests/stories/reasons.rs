//! Why an epoch ends without any officer asking: the federation has another policy, or k custodians revoked a device that
//! nobody else could take out, or a program that knew no lists of writers wrote into it. Fewer than k, or another register,
//! move nothing.

use crate::lines::{Fate, proxy};
use crate::stage::{BARANGAY, PASSPHRASE, Stage, add, everybody, fails, sync};
use ugnay_app::App;
use ugnay_app::dto::ErrorCode;
use ugnay_app::federation::{EpochId, Hash32, Paper, Policy, Signed};
use ugnay_log::{Entry, EntryType};
use ugnay_register::Register;
use ugnay_release::logged::Submission;
use ugnay_release::{DeviceRevoke, RequestId, ShareReleaseNotice, logged};
use ugnay_wire::Fed;
use ugnay_wire::ids::to_hex;

const TWO: &[(&str, &str, &str)] = &[("Abad", "Lorna", "SA"), ("Bautista", "Rico", "KW")];

fn epoch(app: &mut App) -> EpochId {
    app.compartment_ids(BARANGAY, "SA").expect("known").epoch
}

fn due(app: &mut App) -> Option<String> {
    app.devices().expect("the list opens").epoch.due
}

/// The phone's fingerprint as the laptop's list shows it.
fn phone(s: &mut Stage) -> Hash32 {
    let list = s.laptop.devices().expect("the list opens").devices;
    let row = list.iter().find(|d| d.label == "phone").expect("paired");
    let byte = |at: usize| u8::from_str_radix(&row.id[at..at + 2], 16).expect("hexadecimal");
    let bytes: Vec<u8> = (0..64).step_by(2).map(byte).collect();
    Hash32(bytes.try_into().expect("32 bytes"))
}

/// So many custodians revoke a device, and the log shows it.
fn revoke(s: &mut Stage, epoch: EpochId, device: Hash32, signers: usize) {
    let entry = revocation(s, epoch, device, signers);
    let author = s.founded.custodians[0].identity();
    let mut line = ugnay_app::federation::client(&s.url, None).expect("an address");
    let bytes = entry.entry.encode().expect("an entry");
    line.submit(author, Fed(s.founded.fed.0), bytes, entry.body)
        .expect("the log takes it");
    s.cosign();
}

fn revocation(s: &mut Stage, epoch: EpochId, device: Hash32, signers: usize) -> Submission {
    let body = DeviceRevoke {
        epoch,
        device,
        time: s.clock.now(),
    };
    let public = body.public();
    let keys: Vec<_> = s.founded.custodians.iter().map(|c| c.identity()).collect();
    let signed = Signed::new(body, &s.founded.fed, &keys[..signers]).expect("signed");
    let (author, now) = (keys[0], s.clock.now());
    logged::submission(&signed, public, &author.public(), now, &mut s.env.rng())
}

/// A second policy, signed by so many custodians.
pub fn new_policy(s: &mut Stage, signers: usize) {
    let body = s.founded.genesis.body().policy.clone();
    let before = ugnay_app::federation::paper::draft(body.clone()).expect("a policy");
    let next = Policy {
        version: body.version + 1,
        previous: before.hash().0,
        veto: body.veto + 1,
        ..body
    };
    let mut paper = Paper::Policy(ugnay_app::federation::paper::draft(next).expect("a policy"));
    let fed = s.founded.fed;
    for c in s.founded.custodians.iter().take(signers) {
        paper.sign(&fed, c.identity()).expect("signed");
    }
    let mut line = s.client();
    let author = s.founded.custodians[0].identity();
    paper
        .log(&mut line, &fed, author, &mut s.env)
        .expect("the log takes it");
    s.cosign();
}

#[test]
fn another_policy_of_the_federation_ends_the_epoch() {
    let mut s = Stage::paired(TWO);
    sync(&mut s.laptop);
    let before = epoch(&mut s.laptop);
    new_policy(&mut s, 2);
    sync(&mut s.laptop);
    assert_eq!(
        epoch(&mut s.laptop),
        before,
        "two of three needed have signed: nothing has changed"
    );
    new_policy(&mut s, 3);
    sync(&mut s.laptop);
    assert_ne!(
        epoch(&mut s.laptop),
        before,
        "shares dealt under the old policy are no longer what the federation agreed on"
    );
    assert_eq!(due(&mut s.laptop), None, "and then nothing is due");
    sync(&mut s.phone);
    sync(&mut s.laptop);
    assert_eq!(
        epoch(&mut s.laptop),
        epoch(&mut s.phone),
        "the other device comes over and begins none of its own"
    );
    assert_eq!(
        everybody(&mut s.laptop),
        everybody(&mut s.phone),
        "with everything"
    );
}

#[test]
fn p15_a_device_revoked_by_k_custodians_is_out_and_fewer_take_nobody_out() {
    let mut s = Stage::paired(TWO);
    sync(&mut s.laptop);
    let (before, device) = (epoch(&mut s.laptop), phone(&mut s));
    revoke(&mut s, before, device, 2);
    revoke(&mut s, EpochId([9; 16]), device, 3);
    sync(&mut s.laptop);
    sync(&mut s.phone);
    assert_eq!(
        epoch(&mut s.laptop),
        before,
        "neither two custodians nor a revocation for another register take anybody out"
    );
    revoke(&mut s, before, device, 3);
    sync(&mut s.laptop);
    assert_ne!(
        epoch(&mut s.laptop),
        before,
        "a new epoch without the phone"
    );
    let new = add(&mut s.laptop, "Dizon", "Secret", "SA");
    sync(&mut s.laptop);
    assert_eq!(
        fails(&mut s.phone).0,
        ErrorCode::DeviceRevoked,
        "the phone is told plainly"
    );
    assert!(
        s.phone.person(&new).is_err(),
        "and reads nothing of the next epoch"
    );
    assert_eq!(
        everybody(&mut s.phone).len(),
        2,
        "what it had is not deleted"
    );
}

#[test]
fn cards_without_a_list_of_writers_are_written_again_in_a_new_epoch() {
    let mut s = Stage::paired(TWO);
    sync(&mut s.laptop);
    let before = epoch(&mut s.laptop);
    assert_eq!(due(&mut s.laptop), None, "this program lists its writers");
    // What an older program left behind: cards sent in this epoch, and nothing that says they carry a list.
    s.laptop.lock();
    let path = s.dir.path().join("laptop").join("register");
    let mut register = Register::open(&path, PASSPHRASE).expect("nobody else has it open");
    let mark = format!("sync/listed/{}", to_hex(&before.0));
    let marked = register.state(&mark).expect("reads");
    assert!(
        marked.is_some(),
        "the mark is where this story looks for it"
    );
    register.delete_state(&mark).expect("as if never written");
    drop(register);
    s.laptop
        .unlock("register", PASSPHRASE)
        .expect("the same register");
    // The line goes dead where the epoch would end, so that the reason can be read.
    let cut = proxy(&s.url, |line| match line.contains("/next") {
        true => Fate::CutRequest,
        false => Fate::Pass,
    });
    s.laptop.use_buffer(&cut).expect("joined");
    assert_eq!(
        fails(&mut s.laptop).0,
        ErrorCode::BufferUnreachable,
        "the epoch could not be ended"
    );
    assert_eq!(
        (due(&mut s.laptop).as_deref(), epoch(&mut s.laptop)),
        (Some("unlisted"), before),
        "no desk could judge whose cards these are"
    );
    let url = s.url.clone();
    s.laptop.use_buffer(&url).expect("joined");
    sync(&mut s.laptop);
    assert_ne!(epoch(&mut s.laptop), before, "all of them are written anew");
    assert_eq!(due(&mut s.laptop), None, "with a list, once and for all");
    let after = epoch(&mut s.laptop);
    for _ in 0..2 {
        sync(&mut s.phone);
        sync(&mut s.laptop);
    }
    assert_eq!(
        [epoch(&mut s.laptop), epoch(&mut s.phone)],
        [after, after],
        "both devices stay in it"
    );
    assert_eq!(
        everybody(&mut s.laptop),
        everybody(&mut s.phone),
        "with everybody"
    );
}

#[test]
fn p15_a_revocation_kept_back_sounds_the_alarm_and_stops_nothing_else() {
    let mut s = Stage::paired(TWO);
    sync(&mut s.laptop);
    let (before, device) = (epoch(&mut s.laptop), phone(&mut s));
    let made = revocation(&mut s, before, device, 3);
    s.enter_by_force(&made.entry, None);
    s.cosign();
    add(&mut s.laptop, "Dizon", "Rosa", "SA");
    let alarm = (ErrorCode::BufferAlarm, "log_body_withheld".to_owned());
    for round in 0..2 {
        assert_eq!(
            fails(&mut s.laptop),
            alarm,
            "round {round}: the officer is told each time"
        );
        assert_eq!(fails(&mut s.phone), alarm, "round {round}: on every device");
    }
    assert_eq!(
        everybody(&mut s.phone),
        everybody(&mut s.laptop),
        "and what was written goes its way all the same"
    );
    assert_eq!(everybody(&mut s.phone).len(), 3, "the new one among them");
    assert_eq!(
        (epoch(&mut s.laptop), due(&mut s.laptop)),
        (before, None),
        "nobody is taken out on a word that nobody can read"
    );
    let body = made.body.clone();
    s.tamper(|db| {
        let late = "INSERT INTO log_bodies (idx, body) SELECT max(idx), ?1 FROM log_entries WHERE entry = ?2";
        let entry = made.entry.encode().expect("an entry");
        let put = db.execute(late, rusqlite::params![body, entry]);
        assert_eq!(put.expect("written"), 1, "the body comes after all");
    });
    sync(&mut s.laptop);
    assert_ne!(epoch(&mut s.laptop), before, "then the new epoch begins");
    assert_eq!(
        fails(&mut s.phone).0,
        ErrorCode::DeviceRevoked,
        "without the device the word was about"
    );
}

/// A request as everybody sees it, entered by a server that nobody asked.
fn asked(s: &mut Stage, id: u8, until: i64) {
    let mut public = vec![id; 32];
    public.extend([3; 16]);
    public.push(1);
    public.extend(0x5341u16.to_be_bytes());
    public.extend(1u16.to_be_bytes());
    for time in [until - 1000, until, until] {
        public.extend(time.to_be_bytes());
    }
    let entry = Entry {
        kind: EntryType::Request,
        time: s.clock.now(),
        author: [3; 32],
        commit: [3; 32],
        public,
    };
    s.enter_by_force(&entry, None);
}

/// A notice that custodian `x` handed over, signed by the one at `signer`, in the name of the one at place `x`.
fn notice(s: &mut Stage, id: u8, x: u8, signer: usize, shown: bool) {
    let h = Hash32([x; 32]);
    let said = ShareReleaseNotice {
        request: RequestId([id; 32]),
        x,
        cids: h,
        approvals: h,
        root: h,
        sealed: h,
        time: s.clock.now(),
    };
    let public = logged::public_of_notice(&said);
    let keys: Vec<_> = s.founded.custodians.iter().map(|c| c.identity()).collect();
    let signed = Signed::new(said, &s.founded.fed, &[keys[signer]]).expect("signed");
    let (author, now) = (keys[usize::from(x) - 1].public(), s.clock.now());
    let made = logged::submission(&signed, public, &author, now, &mut s.env.rng());
    s.enter_by_force(&made.entry, shown.then_some(made.body.as_slice()));
}

#[test]
fn p28_a_grant_ends_an_epoch_by_signatures_of_k_custodians_and_by_nothing_less() {
    let mut s = Stage::joined(TWO);
    sync(&mut s.laptop);
    let first = epoch(&mut s.laptop);
    s.clock.advance(200);
    let over = s.clock.now() - 10;
    asked(&mut s, 1, over);
    for x in 1..=3 {
        notice(&mut s, 1, x, 0, true);
    }
    s.cosign();
    sync(&mut s.laptop);
    assert_eq!(
        epoch(&mut s.laptop),
        first,
        "one custodian that signs for three is one"
    );
    notice(&mut s, 1, 2, 1, true);
    notice(&mut s, 1, 2, 1, true);
    s.cosign();
    sync(&mut s.laptop);
    assert_eq!(
        epoch(&mut s.laptop),
        first,
        "two of three, one of them twice, are two"
    );
    notice(&mut s, 1, 3, 2, true);
    s.cosign();
    sync(&mut s.laptop);
    let second = epoch(&mut s.laptop);
    assert_ne!(
        second, first,
        "three are: what was opened then opens nothing that is written now"
    );
    // A later end, named by an entry that a server adds, hides no earlier one; nor does a closing that nobody signed end
    // early what custodians go on releasing.
    s.clock.advance(200);
    let (over, later) = (s.clock.now() - 10, s.clock.now() + 150);
    asked(&mut s, 2, later);
    for x in 1..=3 {
        notice(&mut s, 2, x, usize::from(x) - 1, true);
    }
    let closing = Entry {
        kind: EntryType::GrantClose,
        time: s.clock.now(),
        author: [3; 32],
        commit: [4; 32],
        public: vec![2; 32],
    };
    s.enter_by_force(&closing, None);
    s.cosign();
    sync(&mut s.laptop);
    assert_eq!(epoch(&mut s.laptop), second, "it stands until its end");
    asked(&mut s, 2, over);
    s.cosign();
    sync(&mut s.laptop);
    let third = epoch(&mut s.laptop);
    assert_ne!(third, second, "whichever end is the request's, it counts");
    s.clock.advance(200);
    s.cosign();
    sync(&mut s.laptop);
    assert_ne!(
        epoch(&mut s.laptop),
        third,
        "the later one as well, when it comes"
    );
}

#[test]
fn p28_notices_kept_back_do_not_keep_a_desk_in_reach() {
    let mut s = Stage::joined(TWO);
    sync(&mut s.laptop);
    let before = epoch(&mut s.laptop);
    s.clock.advance(200);
    let over = s.clock.now() - 10;
    asked(&mut s, 1, over);
    for x in 1..=3 {
        notice(&mut s, 1, x, usize::from(x) - 1, false);
    }
    s.cosign();
    sync(&mut s.laptop);
    assert_ne!(
        epoch(&mut s.laptop),
        before,
        "a server that hides who handed over gains nothing"
    );
}
