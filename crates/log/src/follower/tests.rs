//! A client against an honest log, a rollback, a fork, and too few witnesses (P16, P17 as far as this crate goes).

use super::*;
use crate::policy::tests::{log_key, policy, witness_key};
use crate::{AddCheckpoint, Checkpoint, Tree, Witness, WitnessState, leaf_hash};

/// A log with `n` witnesses that may keep two stories.
struct Server {
    tree: Tree,
    states: Vec<Option<WitnessState>>,
}

impl Server {
    fn new(witnesses: u8) -> Self {
        Self {
            tree: Tree::new(),
            states: vec![None; usize::from(witnesses)],
        }
    }

    fn append(&mut self, data: &[u8]) {
        self.tree.push(leaf_hash(data));
    }

    /// A checkpoint cosigned by every witness that agrees.
    fn publish(&mut self, now: i64) -> Vec<u8> {
        let mut signed = Checkpoint::new("log.example", self.tree.size(), self.tree.root())
            .sign(&log_key())
            .unwrap();
        for (number, state) in (1u8..).zip(self.states.iter_mut()) {
            let old_size = state.as_ref().map_or(0, |s| s.size);
            let proof = self
                .tree
                .consistency_proof(old_size, self.tree.size())
                .unwrap_or_default();
            let witness = Witness::new(log_key().verifier().clone(), witness_key(number));
            let request = AddCheckpoint {
                old_size,
                proof,
                checkpoint: signed.clone(),
            };
            if let Ok((line, next)) = witness.cosign(state.as_ref(), &request, now) {
                signed.add_cosignature(&line).unwrap();
                *state = Some(next);
            }
        }
        signed.to_text().into_bytes()
    }
}

#[test]
fn an_honest_log_is_followed() {
    let (mut server, mut client) = (Server::new(3), Follower::new(log_key().verifier().clone()));
    for n in 0..40u8 {
        server.append(&[n]);
        let note = server.publish(i64::from(n) + 1);
        let proof = server
            .tree
            .consistency_proof(client.size(), server.tree.size())
            .unwrap();
        client.advance(&note, &proof, &policy(3, 2)).unwrap();
        assert_eq!(client.size(), u64::from(n) + 1, "the client keeps up");
        assert!(
            client.advance(&note, &[], &policy(3, 2)).is_ok(),
            "the same checkpoint again is no alarm"
        );
    }
    assert_eq!(
        Follower::from_text(&client.to_text()),
        Ok(client.clone()),
        "the state can be kept as text"
    );
    let fresh = Follower::new(log_key().verifier().clone());
    assert_eq!(
        Follower::from_text(&fresh.to_text()),
        Ok(fresh),
        "also before the first checkpoint"
    );
}

#[test]
fn p16_time_goes_on_in_a_silent_log_and_never_back() {
    let (mut server, mut client) = (Server::new(3), Follower::new(log_key().verifier().clone()));
    server.append(b"a");
    let policy = policy(3, 2);
    let mut time = |note: &[u8]| client.advance(note, &[], &policy).map(|q| q.vouched_now());
    let (old, new) = (server.publish(100), server.publish(700));
    assert_eq!(time(&old), Ok(Some(100)), "as first signed");
    assert_eq!(
        time(&new),
        Ok(Some(700)),
        "the same head, signed again later"
    );
    assert_eq!(
        time(&old),
        Ok(Some(700)),
        "the older note moves nothing back"
    );
    // Each note has the later line of another witness.
    let mixed = |first: i64, second: i64, third: i64| {
        let mut signed = Checkpoint::new("log.example", 1, server.tree.root())
            .sign(&log_key())
            .unwrap();
        for (n, at) in [(1, first), (2, second), (3, third)] {
            let line = signed.cosign(&witness_key(n), at).unwrap();
            signed.add_cosignature(&line.to_line()).unwrap();
        }
        signed.to_text().into_bytes()
    };
    assert_eq!(
        time(&mixed(900, 100, 100)),
        Ok(Some(700)),
        "one witness alone hurries nobody"
    );
    assert_eq!(
        time(&mixed(100, 900, 100)),
        Ok(Some(900)),
        "with the second one's later line, from another note, two have said it"
    );
    let again = Follower::from_text(&client.to_text()).unwrap();
    assert_eq!(again, client, "what was joined is kept");
    assert!(
        again.head().unwrap().note.len() < 2 * new.len(),
        "one line of each witness, however often it signs"
    );
}

#[test]
fn p16_other_words_of_the_log_over_the_same_head_move_no_time_back() {
    let (mut server, mut client) = (Server::new(3), Follower::new(log_key().verifier().clone()));
    server.append(b"a");
    let note = server.publish(700);
    client.advance(&note, &[], &policy(3, 2)).unwrap();
    let mut head = Checkpoint::new("log.example", 1, server.tree.root());
    head.extensions.push("and more".into());
    let mut signed = head.sign(&log_key()).unwrap();
    for n in 1..=3 {
        let line = signed.cosign(&witness_key(n), 100).unwrap();
        signed.add_cosignature(&line.to_line()).unwrap();
    }
    let before = client.clone();
    let quorum = client.advance(signed.to_text().as_bytes(), &[], &policy(3, 2));
    assert_eq!(
        (quorum.map(|q| q.vouched_now()), client),
        (Ok(Some(700)), before),
        "what was believed of the time stays"
    );
}

#[test]
fn p16_rollback_is_an_alarm_and_changes_nothing() {
    let (mut server, mut client) = (Server::new(3), Follower::new(log_key().verifier().clone()));
    server.append(b"a");
    let old = server.publish(1);
    server.append(b"b");
    let new = server.publish(2);
    client.advance(&new, &[], &policy(3, 2)).unwrap();
    let before = client.clone();
    assert_eq!(
        client.advance(&old, &[], &policy(3, 2)),
        Err(Alarm::Rollback { had: 2, got: 1 }),
        "old data is named"
    );
    assert_eq!(client, before, "an alarm leaves the state");
}

#[test]
fn p17_fork_is_found_by_one_exchange() {
    let mut clients = Vec::new();
    let mut servers = Vec::new();
    for story in [b"a", b"b"] {
        // No witness anywhere: the worst case, the log alone decides what each client sees.
        let mut server = Server::new(0);
        server.append(b"common");
        server.append(story);
        let mut client = Follower::new(log_key().verifier().clone());
        client
            .advance(
                &server.publish(1),
                &[],
                &Policy::parse(b"quorum none\n").unwrap(),
            )
            .unwrap();
        clients.push(client);
        servers.push(server);
    }
    let note =
        |n: usize, clients: &[Follower]| clients[n].head().unwrap().note.clone().into_bytes();
    assert_eq!(
        clients[0].compare(&note(1, &clients), &[]),
        Err(Alarm::Fork { size: 2 }),
        "one QR exchange is enough"
    );
    servers[1].append(b"more");
    let longer = servers[1].publish(2);
    let proof = servers[1].tree.consistency_proof(2, 3).unwrap();
    assert_eq!(
        clients[0].compare(&longer, &proof),
        Err(Alarm::Unproven { had: 2, got: 3 }),
        "and at another size no proof joins them"
    );
    assert_eq!(
        clients[1].compare(&longer, &proof),
        Ok(()),
        "the side that saw it agrees"
    );
    assert_eq!(
        clients[1].compare(&note(1, &clients), &[]),
        Ok(()),
        "as with itself"
    );
}

#[test]
fn witnesses_refuse_the_second_story() {
    let mut server = Server::new(3);
    server.append(b"a");
    server.append(b"b");
    let mut client = Follower::new(log_key().verifier().clone());
    client
        .advance(&server.publish(1), &[], &policy(3, 2))
        .unwrap();
    let mut other = Server::new(3);
    other.states = server.states.clone();
    other.append(b"a");
    other.append(b"x");
    other.append(b"y");
    let note = other.publish(2);
    let mut second = Follower::new(log_key().verifier().clone());
    assert_eq!(
        second.advance(&note, &[], &policy(3, 2)),
        Err(Alarm::NotEnoughCosignatures { have: 0, need: 2 }),
        "no witness signs a second story"
    );
}

#[test]
fn signatures_and_origins_are_checked() {
    let mut server = Server::new(3);
    server.append(b"a");
    let note = String::from_utf8(server.publish(1)).unwrap();
    let mut client = Follower::new(log_key().verifier().clone());
    let mut no_log: Vec<&str> = note.lines().collect();
    no_log.remove(4);
    let unsigned = format!("{}\n", no_log.join("\n"));
    assert_eq!(
        client.advance(unsigned.as_bytes(), &[], &policy(3, 2)),
        Err(Alarm::BadSignature),
        "the log must sign"
    );
    let renamed = note.replacen("log.example", "lag.example", 1);
    assert_eq!(
        client.advance(renamed.as_bytes(), &[], &policy(3, 2)),
        Err(Alarm::WrongOrigin),
        "the origin must match"
    );
    assert!(
        matches!(
            client.advance(b"x", &[], &policy(3, 2)),
            Err(Alarm::Unreadable(_))
        ),
        "and it must be a note"
    );
    assert_eq!(
        client.advance(note.as_bytes(), &[[0; 32]], &policy(3, 2)),
        Err(Alarm::Unproven { had: 0, got: 1 }),
        "nothing to prove at first"
    );
    assert_eq!(client.head(), None, "nothing was believed");
    assert!(
        client.advance(note.as_bytes(), &[], &policy(3, 2)).is_ok(),
        "the honest note is"
    );
    server.append(b"b");
    let next = server.publish(2);
    assert_eq!(
        client.advance(&next, &[], &policy(3, 2)),
        Err(Alarm::Unproven { had: 1, got: 2 }),
        "growth needs a proof"
    );
}

#[test]
fn a_client_that_pushes_the_leaves_itself_needs_no_proof() {
    let (mut server, mut client) = (Server::new(3), Follower::new(log_key().verifier().clone()));
    let (mut frontier, mut leaves) = (Frontier::new(), Vec::new());
    for n in 0..40u8 {
        server.append(&[n]);
        leaves.push(leaf_hash(&[n]));
        let note = server.publish(i64::from(n) + 1);
        if n % 3 == 0 {
            let new = leaves.split_off(0);
            let (_, grown) = client
                .advance_over(&note, &frontier, new, &policy(3, 2))
                .unwrap();
            frontier = grown;
            assert_eq!(client.size(), u64::from(n) + 1, "the client keeps up");
        }
    }
}

#[test]
fn p16_p17_leaves_that_do_not_lead_to_the_signed_root_are_an_alarm() {
    let mut server = Server::new(3);
    for n in 0..10u8 {
        server.append(&[n]);
    }
    let early = server.publish(1);
    let all = || (0..10u8).map(|n| leaf_hash(&[n]));
    let mut client = Follower::new(log_key().verifier().clone());
    let (_, frontier) = client
        .advance_over(&early, &Frontier::new(), all(), &policy(3, 2))
        .unwrap();
    server.append(&[10]);
    let note = server.publish(2);
    let before = client.clone();
    let mut judge = |note: &[u8], leaves: Vec<Hash>| {
        let got = client.advance_over(note, &frontier, leaves, &policy(3, 2));
        assert_eq!(client, before, "an alarm changes nothing");
        got.map(drop)
    };
    let (had, got) = (10, 11);
    assert_eq!(
        judge(&note, vec![leaf_hash(b"another")]),
        Err(Alarm::Unproven { had, got }),
        "another entry than the one signed"
    );
    assert_eq!(
        judge(&note, Vec::new()),
        Err(Alarm::Unproven { had, got }),
        "an entry left out"
    );
    let mut other = Server::new(3);
    for n in 0..10u8 {
        other.append(&[n + 100]);
    }
    assert_eq!(
        judge(&other.publish(2), Vec::new()),
        Err(Alarm::Fork { size: 10 }),
        "another log of the same size"
    );
    other = Server::new(3);
    other.append(&[0]);
    assert_eq!(
        judge(&other.publish(2), Vec::new()),
        Err(Alarm::Rollback { had: 10, got: 1 }),
        "the log went back"
    );
    let right = vec![leaf_hash(&[10])];
    assert!(
        client
            .advance_over(&note, &frontier, right, &policy(3, 2))
            .is_ok(),
        "the true entry is believed"
    );
}

#[test]
fn p17_who_is_ahead_compares_as_well() {
    let (mut server, mut client) = (Server::new(0), Follower::new(log_key().verifier().clone()));
    let none = Policy::parse(b"quorum none\n").unwrap();
    (0..2u8).for_each(|n| server.append(&[n]));
    let early = server.publish(1);
    (2..5u8).for_each(|n| server.append(&[n]));
    client.advance(&server.publish(2), &[], &none).unwrap();
    let proof = server.tree.consistency_proof(2, 5).unwrap();
    assert_eq!(
        client.compare(&early, &proof),
        Ok(()),
        "somebody who is behind saw the same log"
    );
    let mut other = Server::new(0);
    (0..2u8).for_each(|n| other.append(&[n + 9]));
    assert_eq!(
        client.compare(&other.publish(1), &proof),
        Err(Alarm::Unproven { had: 2, got: 5 }),
        "somebody who is behind in another log did not"
    );
}
