//! A mirror against a log served by hand: what it fetches, what it refuses, what it keeps.

use super::*;
use crate::TransportError;
use crate::transport::{Method, Request, Response, Transport};
use proptest::prelude::*;
use std::sync::{Arc, Mutex};
use ugnay_log::{Checkpoint as Head, SignerKey, Tree};
use ugnay_wire::{Hash as WireHash, Message};

/// A log without witnesses that answers as its story of the moment has it.
#[derive(Clone)]
struct Log(Arc<Mutex<State>>);

struct State {
    entries: Vec<Vec<u8>>,
    /// What it hands out in place of an entry.
    swap: Option<(usize, Vec<u8>)>,
    asked: Vec<String>,
}

fn key() -> SignerKey {
    SignerKey::from_seed("log.example", ugnay_log::KeyKind::Note, &[7; 32]).expect("a key")
}

fn policy() -> Policy {
    let log = key().verifier().to_vkey();
    Policy::parse(format!("log {log}\nquorum none\n").as_bytes()).expect("a policy")
}

impl Log {
    fn of(entries: impl IntoIterator<Item = Vec<u8>>) -> Self {
        Self(Arc::new(Mutex::new(State {
            entries: entries.into_iter().collect(),
            swap: None,
            asked: Vec::new(),
        })))
    }

    fn numbered(range: std::ops::Range<u16>) -> Self {
        Self::of(range.map(|n| n.to_be_bytes().to_vec()))
    }

    fn push(&self, range: std::ops::Range<u16>) {
        let mut state = self.0.lock().expect("one thread");
        state
            .entries
            .extend(range.map(|n| n.to_be_bytes().to_vec()));
    }

    fn asked(&self) -> Vec<String> {
        std::mem::take(&mut self.0.lock().expect("one thread").asked)
    }

    fn client(&self) -> Client {
        Client::new(self.clone())
    }
}

impl Transport for Log {
    fn send(&mut self, request: &Request) -> Result<Response, TransportError> {
        assert_eq!(request.method, Method::Get, "a mirror only reads");
        let mut s = self.0.lock().expect("one thread");
        s.asked.push(request.path.clone());
        let tree = Tree::from_leaves(s.entries.iter().map(|e| leaf_hash(e)));
        let mut shown = s.entries.clone();
        if let Some((at, other)) = s.swap.clone() {
            shown[at] = other;
        }
        let (path, query) = request.path.split_once('?').unwrap_or((&request.path, ""));
        let body = match path.strip_prefix("/v1/log/").expect("a path of the log") {
            "checkpoint" => Head::new("log.example", tree.size(), tree.root())
                .sign(&key())
                .expect("a checkpoint")
                .to_text()
                .into_bytes(),
            "proof/consistency" => {
                let old = query.split(['=', '&']).nth(1).and_then(|n| n.parse().ok());
                let old = old.expect("an old size");
                let path = tree.consistency_proof(old, tree.size()).expect("a proof");
                let path = path.into_iter().map(WireHash).collect();
                let new = tree.size();
                let proof = ugnay_wire::ConsistencyProof { old, new, path };
                proof.encode().expect("a message")
            }
            other => match other.strip_prefix("entries/") {
                Some(index) => shown[index.parse::<usize>().expect("an index")].clone(),
                None => {
                    let tile = TilePath::parse(other).expect("a tile");
                    let first = tile.index as usize * 256;
                    let some = &shown[first..first + usize::from(tile.width)];
                    tiles::bundle(some.iter().map(Vec::as_slice)).expect("a bundle")
                }
            },
        };
        Ok(Response { status: 200, body })
    }
}

fn fresh() -> Mirror {
    Mirror::new(key().verifier().clone())
}

/// The alarm of an update, which must leave the mirror as it was.
fn alarm(mirror: &mut Mirror, log: &Log) -> String {
    let before = mirror.clone();
    let got = mirror.update(&mut log.client(), &policy());
    assert_eq!(*mirror, before, "an alarm changes nothing");
    got.expect_err("this log must not be believed").to_string()
}

#[test]
fn only_what_is_new_is_fetched() {
    let log = Log::numbered(0..600);
    let mut mirror = fresh();
    let (items, _) = mirror
        .update(&mut log.client(), &policy())
        .expect("an honest log");
    assert_eq!(items.len(), 600, "a new mirror sees all entries");
    assert_eq!(
        log.asked().len(),
        4,
        "a checkpoint and three bundles, no entry one by one"
    );
    log.push(600..602);
    let (items, _) = mirror
        .update(&mut log.client(), &policy())
        .expect("it grew");
    let got: Vec<u64> = items.iter().map(|i| i.index).collect();
    assert_eq!(got, [600, 601], "then only what is new");
    assert_eq!(
        log.asked()[1..],
        ["/v1/log/entries/600", "/v1/log/entries/601"],
        "few new entries do not cost their whole bundle again"
    );
    let (items, _) = mirror
        .update(&mut log.client(), &policy())
        .expect("unchanged");
    assert!(items.is_empty(), "an unchanged log has nothing new");
    assert_eq!(log.asked().len(), 1, "and costs one request");
}

#[test]
fn what_was_kept_goes_on_where_it_stood() {
    let log = Log::numbered(0..300);
    let mut mirror = fresh();
    mirror
        .update(&mut log.client(), &policy())
        .expect("an honest log");
    let mut kept = Mirror::from_bytes(&mirror.to_bytes()).expect("a saved mirror");
    assert_eq!(kept, mirror, "all of it is kept");
    assert!(
        mirror.to_bytes().len() < 1000,
        "a device keeps a handful of hashes, not the entries"
    );
    log.push(300..310);
    let (items, _) = kept.update(&mut log.client(), &policy()).expect("it grew");
    assert_eq!(items.len(), 10, "the kept mirror fetches what is new only");
}

#[test]
fn p16_p17_a_log_that_went_back_or_was_rewritten_is_an_alarm() {
    let mut mirror = fresh();
    mirror
        .update(&mut Log::numbered(0..20).client(), &policy())
        .expect("an honest log");
    assert_eq!(
        alarm(&mut mirror, &Log::numbered(0..19)),
        "alarm: log_rollback",
        "a smaller log"
    );
    assert_eq!(
        alarm(&mut mirror, &Log::numbered(1..21)),
        "alarm: log_fork",
        "another log of the same size"
    );
    assert_eq!(
        alarm(&mut mirror, &Log::numbered(1..40)),
        "alarm: log_fork",
        "a larger log with another beginning"
    );
    let longer = Log::numbered(0..30);
    longer.0.lock().expect("one thread").swap = Some((25, b"forged".to_vec()));
    assert_eq!(
        alarm(&mut mirror, &longer),
        "alarm: log_entries_swapped",
        "an entry that is not the log's, though the log itself only grew"
    );
    longer.0.lock().expect("one thread").swap = None;
    assert!(
        mirror.update(&mut longer.client(), &policy()).is_ok(),
        "the honest log is believed after all that"
    );
}

#[test]
fn p16_who_starts_over_still_holds_the_log_to_what_was_believed() {
    let tree = Tree::from_leaves((0..20u16).map(|n| leaf_hash(&n.to_be_bytes())));
    let anchored = || Mirror::anchored(key().verifier().clone(), 20, tree.root());
    let mut mirror = anchored();
    assert_eq!(
        alarm(&mut mirror, &Log::numbered(0..10)),
        "alarm: log_rollback",
        "smaller than what was believed"
    );
    assert_eq!(
        alarm(&mut mirror, &Log::numbered(1..40)),
        "alarm: log_fork",
        "another beginning"
    );
    assert!(
        mirror
            .update(&mut Log::numbered(0..40).client(), &policy())
            .is_ok(),
        "the log that goes on from there is believed"
    );
}

/// An honest log over a line that cuts bundles.
struct Cut(Log);

impl Transport for Cut {
    fn send(&mut self, request: &Request) -> Result<Response, TransportError> {
        let mut answer = self.0.send(request)?;
        if request.path.contains("tile") {
            answer.body.truncate(7);
        }
        Ok(answer)
    }
}

#[test]
fn a_bundle_that_is_none_is_refused() {
    let mut mirror = fresh();
    let mut client = Client::new(Cut(Log::numbered(0..20)));
    let got = mirror.update(&mut client, &policy());
    assert!(
        matches!(got, Err(SyncError::Nonsense("entries"))),
        "a cut bundle is nonsense, not an entry"
    );
    assert_eq!(mirror, fresh(), "and nothing is believed");
}

proptest! {
    #[test]
    fn p32_any_saved_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        prop_assert!(Mirror::from_bytes(&bytes).is_err(), "noise is no saved mirror");
    }
}
