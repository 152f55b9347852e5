//! The transparency log over HTTP, verified from outside with the log crate alone.

use crate::http::{Site, config, refused, wire};
use crate::parties::{
    NOW, Party, entry, key, log_key, open_body, public, put, submission, submitter, witness,
};
use ugnay_log::tiles::{TilePath, bundle_entries, files, tile_hashes};
use ugnay_log::{
    AddCheckpoint, Entry, EntryType, KeyKind, SignedCheckpoint, SignerKey, Tree, Witness,
    WitnessState, leaf_hash, verify_consistency, verify_inclusion,
};
use ugnay_wire::signing::sha256;
use ugnay_wire::{
    Ack, BlobKind, ConsistencyProof, Hash, HeadsProof, HeadsRoot, InclusionProof, LogAppended,
    Name, heads, paths,
};

pub async fn append(site: &Site, n: u8, body: &[u8]) -> u64 {
    let body = submission(&submitter(), entry(n), body.to_vec());
    wire::<LogAppended>(site.post(paths::LOG_ENTRIES, body).await).index
}

/// Publishes and checks the log's own signature.
pub async fn publish(site: &Site) -> SignedCheckpoint {
    let answer = site.post(paths::LOG_CHECKPOINT, vec![]).await;
    assert_eq!(answer.status, 200, "published");
    let signed = SignedCheckpoint::parse(&answer.body).expect("a checkpoint");
    signed
        .verify_log(log_key().verifier())
        .expect("signed by the log");
    signed
}

fn raw(path: Vec<Hash>) -> Vec<[u8; 32]> {
    path.into_iter().map(|h| h.0).collect()
}

async fn consistency(site: &Site, old: u64, new: u64) -> Vec<[u8; 32]> {
    raw(wire::<ConsistencyProof>(site.get(&paths::log_consistency(old, new)).await).path)
}

/// The log as any follower sees it.
pub async fn the_log_holds(site: &Site) {
    let none = refused(site.get(paths::LOG_CHECKPOINT).await);
    assert_eq!(none.0, 404, "no checkpoint before the first entry");
    assert_eq!(append(site, 1, b"sealed body").await, 0, "first");
    assert_eq!(append(site, 2, b"").await, 1, "second");
    assert_eq!(
        append(site, 1, b"sealed body").await,
        0,
        "a retry has the same place"
    );
    let first = publish(site).await;
    assert_eq!(first.checkpoint().size, 2, "both are covered");
    assert_eq!(publish(site).await, first, "nothing new, no new checkpoint");
    for n in 3..40 {
        append(site, n, b"").await;
    }
    let second = publish(site).await;
    let (old, new) = (first.checkpoint(), second.checkpoint());
    let proof = consistency(site, old.size, new.size).await;
    verify_consistency(old.size, &old.root, new.size, &new.root, &proof).expect("append-only");
    for index in [0, 1, 17, new.size - 1] {
        let leaf = site.get(&paths::log_entry(index)).await.body;
        let proof: InclusionProof = wire(site.get(&paths::log_inclusion(index, new.size)).await);
        verify_inclusion(
            index,
            new.size,
            &leaf_hash(&leaf),
            &raw(proof.path),
            &new.root,
        )
        .expect("every entry is under the checkpoint");
    }
    assert_eq!(
        site.get(&paths::log_body(0)).await.body,
        b"sealed body",
        "bodies come back"
    );
    assert_eq!(
        refused(site.get(&paths::log_body(1)).await).0,
        404,
        "this entry has none"
    );
    tiles_rebuild_the_tree(site, &second).await;
}

/// A mirror that takes only static files arrives at the signed root.
async fn tiles_rebuild_the_tree(site: &Site, signed: &SignedCheckpoint) {
    let mut tree = Tree::new();
    let size = signed.checkpoint().size;
    for path in files(size) {
        let answer = site.get(&format!("/v1/log/{path}")).await;
        assert_eq!(answer.status, 200, "{path} is served");
        match path.level {
            None => {
                for e in bundle_entries(&answer.body, path.width).expect("a bundle") {
                    tree.push(leaf_hash(e));
                }
            }
            Some(0) => {
                let hashes = tile_hashes(&answer.body, path.width).expect("a tile");
                assert_eq!(
                    hashes[0],
                    tree.leaf(path.index * 256).expect("there"),
                    "tile and bundle agree"
                );
            }
            Some(_) => {}
        }
    }
    assert_eq!(
        tree.root(),
        signed.checkpoint().root,
        "static files carry the whole log"
    );
    let beyond = TilePath {
        level: Some(0),
        index: 900,
        width: 256,
    };
    assert_eq!(
        refused(site.get(&format!("/v1/log/{beyond}")).await).0,
        404,
        "no such tile yet"
    );
}

async fn cosign(site: &Site, n: u8, state: &mut Option<WitnessState>) {
    cosign_at(site, n, state, NOW).await;
}

/// Gives the line as well.
async fn cosign_at(site: &Site, n: u8, state: &mut Option<WitnessState>, now: i64) -> String {
    let signed = publish(site).await;
    let (old_size, size) = (
        state.as_ref().map_or(0, |s| s.size),
        signed.checkpoint().size,
    );
    let proof = if old_size == 0 {
        vec![]
    } else {
        consistency(site, old_size, size).await
    };
    let request = AddCheckpoint {
        old_size,
        proof,
        checkpoint: signed,
    };
    let honest = Witness::new(log_key().verifier().clone(), witness(n));
    let (line, next) = honest
        .cosign(state.as_ref(), &request, now)
        .expect("cosigns");
    let answer = site
        .post(&paths::log_cosignatures(size), line.clone().into_bytes())
        .await;
    assert_eq!(answer.status, 204, "a known witness's cosignature is kept");
    *state = Some(next);
    line
}

#[tokio::test(flavor = "multi_thread")]
async fn the_log_on_sqlite() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    the_log_holds(&site).await;
    let before = publish(&site).await;
    site.handle.shutdown().await;
    let site = Site::start(config(dir.path())).await;
    assert_eq!(publish(&site).await, before, "a restart changes nothing");
    append(&site, 99, b"").await;
    let after = publish(&site).await;
    let (a, b) = (before.checkpoint(), after.checkpoint());
    let proof = consistency(&site, a.size, b.size).await;
    verify_consistency(a.size, &a.root, b.size, &b.root, &proof).expect("the same log goes on");
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_organisations_entry_is_published_at_once() {
    let dir = tempfile::tempdir().expect("folder");
    let mut hourly = config(dir.path());
    hourly.checkpoint_every = Some(std::time::Duration::from_secs(3600));
    let site = Site::start(hourly).await;
    for size in 1..=2 {
        append(&site, size, b"").await;
        let newest = site.get(paths::LOG_CHECKPOINT).await;
        let newest = SignedCheckpoint::parse(&newest.body).expect("a checkpoint");
        assert_eq!(
            newest.checkpoint().size,
            u64::from(size),
            "nobody waits for the hour in an emergency"
        );
    }
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cosignatures_are_collected_and_checked() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    let (mut one, mut two) = (None, None);
    append(&site, 1, b"").await;
    cosign(&site, 1, &mut one).await;
    cosign(&site, 2, &mut two).await;
    append(&site, 2, b"").await;
    cosign(&site, 1, &mut one).await;

    let newest =
        SignedCheckpoint::parse(&site.get(paths::LOG_CHECKPOINT).await.body).expect("note");
    assert_eq!(newest.checkpoint().size, 2, "newest");
    let by =
        |signed: &SignedCheckpoint, n| signed.cosignature(witness(n).verifier()).expect("good");
    assert_eq!(
        by(&newest, 1).map(|c| c.time),
        Some(NOW),
        "with what it has"
    );
    assert!(by(&newest, 2).is_none(), "and no more");
    let two = site.get("/v1/log/checkpoint?cosignatures=2").await;
    let two = SignedCheckpoint::parse(&two.body).expect("note");
    assert_eq!(two.checkpoint().size, 1, "the newest with two");
    assert!(
        by(&two, 1).is_some() && by(&two, 2).is_some(),
        "both verify"
    );
    assert_eq!(
        refused(site.get("/v1/log/checkpoint?cosignatures=3").await).0,
        404,
        "none has three"
    );

    let stranger =
        SignerKey::from_seed("witness1.example", KeyKind::Cosignature, &[77; 32]).expect("key");
    let request = AddCheckpoint {
        old_size: 0,
        proof: vec![],
        checkpoint: newest,
    };
    let honest = Witness::new(log_key().verifier().clone(), stranger);
    let (line, _) = honest.cosign(None, &request, NOW).expect("cosigns");
    let answer = site
        .post(&paths::log_cosignatures(2), line.into_bytes())
        .await;
    assert_eq!(
        refused(answer).1,
        "unknown_key",
        "a stranger under a witness's name"
    );
    let w3 = Witness::new(log_key().verifier().clone(), witness(3));
    let (line, _) = w3.cosign(None, &request, NOW).expect("cosigns");
    let answer = site
        .post(&paths::log_cosignatures(1), line.clone().into_bytes())
        .await;
    assert_eq!(
        refused(answer).1,
        "bad_signature",
        "a line for another checkpoint"
    );
    let mixed = format!("{line}— nonsense\n");
    let answer = site
        .post(&paths::log_cosignatures(2), mixed.into_bytes())
        .await;
    assert_eq!(refused(answer).0, 400, "all lines or none");
    let newest =
        SignedCheckpoint::parse(&site.get(paths::LOG_CHECKPOINT).await.body).expect("note");
    assert!(by(&newest, 3).is_none(), "none");
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn time_goes_on_in_a_silent_log() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    append(&site, 1, b"").await;
    let mut state = None;
    let first = cosign_at(&site, 1, &mut state, NOW).await;
    cosign_at(&site, 1, &mut state, NOW + 900).await;
    let told = async || {
        let note = site.get(paths::LOG_CHECKPOINT).await.body;
        let signed = SignedCheckpoint::parse(&note).expect("note");
        let by = signed.cosignature(witness(1).verifier()).expect("good");
        (signed.checkpoint().size, by.map(|c| c.time))
    };
    assert_eq!(told().await, (1, Some(NOW + 900)), "the same log, later");
    let again = site
        .post(&paths::log_cosignatures(1), first.into_bytes())
        .await;
    assert_eq!(again.status, 204, "what was said before is no mistake");
    assert_eq!(told().await, (1, Some(NOW + 900)), "and moves nothing back");
    site.handle.shutdown().await;
    let site = Site::start(config(dir.path())).await;
    let note = site.get(paths::LOG_CHECKPOINT).await.body;
    let signed = SignedCheckpoint::parse(&note).expect("note");
    let kept = signed.cosignature(witness(1).verifier()).expect("good");
    assert_eq!(kept.map(|c| c.time), Some(NOW + 900), "nor does a restart");
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_submitters_write_and_only_entries() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    let post = async |body| refused(site.post(paths::LOG_ENTRIES, body).await).1;
    assert_eq!(
        post(submission(&key(9), entry(1), vec![])).await,
        "unknown_key",
        "not on the list"
    );
    let mut flipped = submission(&submitter(), entry(1), vec![]);
    flipped[60] ^= 1;
    assert_eq!(post(flipped).await, "bad_signature", "any bit counts");
    let noise = submission(&submitter(), b"not an entry".to_vec(), vec![]);
    assert_eq!(
        post(noise).await,
        "malformed",
        "what nobody could read is not logged"
    );
    let mut forged = Entry::decode(&entry(1)).expect("an entry");
    forged.kind = EntryType::HeadsRoot;
    let forged = submission(&submitter(), forged.encode().expect("encodes"), vec![]);
    assert_eq!(
        post(forged).await,
        "malformed",
        "heads-roots are the buffer's own"
    );
    assert_eq!(
        refused(site.get(&paths::log_entry(0)).await).0,
        404,
        "nothing was logged"
    );
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_enters_anything_in_anothers_name_or_beside_another_body() {
    let dir = tempfile::tempdir().expect("folder");
    let mut hosted = config(dir.path());
    hosted.submitter_keys.push(public(&key(9)));
    let site = Site::start(hosted).await;
    let post = async |body| refused(site.post(paths::LOG_ENTRIES, body).await).1;
    for kind in EntryType::ALL {
        let mut other = Entry::decode(&entry(1)).expect("an entry");
        other.kind = *kind;
        let (body, commit) = open_body(b"words");
        other.commit = commit;
        let by_another = submission(&key(9), other.encode().expect("encodes"), body.clone());
        let code = post(by_another).await;
        let refused = ["unknown_key", "malformed"];
        assert_eq!(
            code,
            refused[usize::from(*kind == EntryType::HeadsRoot)],
            "{kind:?} by one of those who may write, in another's name"
        );
        if !kind.lies_open() {
            continue;
        }
        for (wrong, why) in [
            (open_body(b"other words").0, "other words"),
            (vec![], "nothing"),
            (body[..31].to_vec(), "less than a key"),
            ([&[8; 32][..], b"words"].concat(), "another key"),
        ] {
            let made = submission(&submitter(), other.encode().expect("encodes"), wrong);
            assert_eq!(
                post(made).await,
                "malformed",
                "{kind:?} with {why} where its body should be"
            );
        }
    }
    assert_eq!(
        refused(site.get(&paths::log_entry(0)).await).0,
        404,
        "nothing was logged"
    );
    let mut own = Entry::decode(&entry(1)).expect("an entry");
    let (body, commit) = open_body(b"words");
    (own.kind, own.commit) = (EntryType::Object, commit);
    let made = submission(&submitter(), own.encode().expect("encodes"), body);
    let first = wire::<LogAppended>(site.post(paths::LOG_ENTRIES, made).await).index;
    assert_eq!(
        first, 0,
        "the same in one's own name, with its body, is logged"
    );
    site.handle.shutdown().await;
}

/// A device can prove that its newest heads are under a checkpoint.
pub async fn heads_are_provable(site: &Site) {
    let (p, q) = (Party::new(5), Party::new(6));
    for party in [&p, &q] {
        assert_eq!(
            site.post(paths::REGISTERS, party.open()).await.status,
            204,
            "open"
        );
        let batch = party.batch(1, vec![put(BlobKind::Head, 1, b"head one")]);
        let _: Ack = wire(
            site.post(&paths::batch(&party.pseud), party.signed(&batch))
                .await,
        );
    }
    let signed = publish(site).await;
    let mine = heads::heads_hash(&[(Name([1; 16]), sha256(b"head one"))].into());
    check_heads(site, &signed, &p, &mine).await;
    check_heads(site, &signed, &q, &mine).await;
    assert_eq!(
        publish(site).await,
        signed,
        "unchanged heads are not logged again"
    );

    let batch = p.batch(2, vec![put(BlobKind::Head, 1, b"head two")]);
    let _: Ack = wire(site.post(&paths::batch(&p.pseud), p.signed(&batch)).await);
    check_heads(site, &signed, &p, &mine).await;
    let next = publish(site).await;
    let newer = heads::heads_hash(&[(Name([1; 16]), sha256(b"head two"))].into());
    check_heads(site, &next, &p, &newer).await;
    check_heads(site, &signed, &p, &mine).await;
    let unknown = refused(
        site.get(&paths::log_heads(
            &Party::new(99).pseud,
            next.checkpoint().size,
        ))
        .await,
    );
    assert_eq!(unknown.0, 404, "a register without heads has no proof");
}

async fn check_heads(site: &Site, signed: &SignedCheckpoint, party: &Party, mine: &Hash) {
    let head = signed.checkpoint();
    let proof: HeadsProof = wire(site.get(&paths::log_heads(&party.pseud, head.size)).await);
    let bytes = site.get(&paths::log_entry(proof.log_index)).await.body;
    let log: InclusionProof = wire(
        site.get(&paths::log_inclusion(proof.log_index, head.size))
            .await,
    );
    verify_inclusion(
        proof.log_index,
        head.size,
        &leaf_hash(&bytes),
        &raw(log.path),
        &head.root,
    )
    .expect("the heads-root is in the log");
    let entry = Entry::decode(&bytes).expect("an entry");
    assert_eq!(entry.kind, EntryType::HeadsRoot, "by its type");
    assert_eq!(
        entry.author,
        sha256(&log_key().verifier().public()).0,
        "by the log itself"
    );
    let root = HeadsRoot::from_bytes(&entry.public).expect("its fields");
    assert_eq!(
        (proof.heads, proof.registers),
        (*mine, root.registers),
        "the device's own value"
    );
    let leaf = leaf_hash(&heads::leaf(&party.pseud, mine));
    verify_inclusion(
        proof.position,
        root.registers,
        &leaf,
        &raw(proof.path),
        &root.root.0,
    )
    .expect("the register's heads are under the heads-root");
}

#[tokio::test(flavor = "multi_thread")]
async fn heads_are_provable_on_sqlite() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    heads_are_provable(&site).await;
    site.handle.shutdown().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_that_lost_entries_stops_the_log_instead_of_forking_it() {
    let dir = tempfile::tempdir().expect("folder");
    let site = Site::start(config(dir.path())).await;
    append(&site, 1, b"").await;
    append(&site, 2, b"").await;
    publish(&site).await;
    site.handle.shutdown().await;
    let db = rusqlite::Connection::open(dir.path().join("buffer.sqlite")).expect("opens");
    db.execute("UPDATE log_entries SET entry = x'00' WHERE idx = 0", [])
        .expect("tampers");
    drop(db);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0")
        .await
        .expect("binds");
    let started = ugnay_buffer::Buffer::start(config(dir.path()), listener).await;
    assert!(started.is_err(), "a changed entry must not be signed over");
}
