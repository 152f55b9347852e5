//! What other rooms keep here comes back as it was, also after closing.

use crate::testing::{NOW, invented, register, reopen};
use crate::{
    Campaign, CampaignOrigin, CampaignState, Epoch, EpochState, Remote, SeenDevice, SeenState,
};
use ugnay_model::{
    AlertLevel, Attempt, AttemptId, AttemptResult, CampaignId, DeviceHash, Facet, Lamport, Psgc,
    Scope,
};
use zeroize::Zeroizing;

fn campaign() -> Campaign {
    Campaign {
        id: CampaignId::from_random([4; 16]),
        origin: CampaignOrigin::Drill,
        signed: vec![1, 2, 3],
        title: "Drill".into(),
        scope: Scope {
            destination: "HK".parse().expect("a country"),
            homes: vec![Psgc(401_008_001), Psgc(402_000_000)],
        },
        alert: AlertLevel::new(3),
        state: CampaignState::Open,
        opened_at: NOW,
        closed_at: None,
    }
}

#[test]
fn everything_kept_comes_back_after_closing() {
    let (_dir, path, mut reg) = register();
    let epoch = Epoch {
        id: [1; 16],
        sigma: Zeroizing::new([2; 32]),
        state: EpochState::Pending,
        created_at: NOW,
    };
    reg.put_epoch(&epoch).expect("keeps");
    reg.put_epoch(&Epoch {
        state: EpochState::Current,
        sigma: Zeroizing::new([9; 32]),
        ..epoch
    })
    .expect("keeps");
    let remote = Remote {
        epoch: [1; 16],
        person: invented(1).id,
        facet: Facet::Case,
        blob: [3; 16],
        cid: [4; 16],
        writer: DeviceHash([5; 32]),
        seq: 7,
        hash: [6; 32],
        pushed: 2,
    };
    reg.put_remote(std::slice::from_ref(&remote))
        .expect("keeps");
    reg.put_campaign(&campaign()).expect("keeps");
    let seen = SeenDevice {
        hash: DeviceHash([8; 32]),
        label: "Tablet".into(),
        state: SeenState::Active,
        first_seen: NOW,
        last_seen: NOW,
        card: vec![9],
    };
    reg.put_device_seen(&seen).expect("keeps");
    reg.put_states(&[("log/size", b"12"), ("log/root", b"ab"), ("url", b"x")])
        .expect("keeps");
    reg.raise_clock(Lamport::at(50)).expect("raises");
    reg.raise_clock(Lamport::at(40)).expect("does nothing");
    let secrets = reg.device_secrets().expect("reads").sign_seed;
    drop(reg);
    let mut reg = reopen(&path);
    let epochs = reg.epochs().expect("reads");
    assert_eq!(epochs.len(), 1, "one epoch");
    assert_eq!(epochs[0].state, EpochState::Current, "its state moved on");
    assert_eq!(*epochs[0].sigma, [2; 32], "its seed never changes");
    let kept = reg
        .remote(&[1; 16], remote.person, Facet::Case)
        .expect("reads");
    assert_eq!(kept, Some(remote.clone()), "by record");
    assert_eq!(
        reg.remote_by_blob(&[3; 16]).expect("reads"),
        vec![remote.clone()],
        "by blob"
    );
    assert_eq!(
        reg.remotes(&[1; 16]).expect("reads"),
        vec![remote.clone()],
        "by epoch"
    );
    reg.delete_remote(&[1; 16], remote.person, Facet::Case)
        .expect("forgets");
    assert!(
        reg.remotes(&[1; 16]).expect("reads").is_empty(),
        "forgotten"
    );
    assert_eq!(
        reg.campaigns().expect("reads"),
        vec![campaign()],
        "the campaign as it was"
    );
    assert_eq!(
        reg.devices_seen().expect("reads"),
        vec![seen],
        "the device as it was"
    );
    assert_eq!(
        reg.state("url").expect("reads").as_deref(),
        Some(b"x".as_slice()),
        "by key"
    );
    let logs = reg.states("log/").expect("reads");
    assert_eq!(logs.len(), 2, "by the beginning of the key");
    reg.delete_state("url").expect("forgets");
    assert_eq!(reg.state("url").expect("reads"), None, "forgotten");
    assert_eq!(reg.clock(), Lamport::at(50), "the clock never goes back");
    assert_eq!(
        reg.device_secrets().expect("reads").sign_seed,
        secrets,
        "the same device"
    );
    reg.delete_epoch(&[1; 16]).expect("forgets");
    assert!(reg.epochs().expect("reads").is_empty(), "the seed is gone");
}

#[test]
fn attempts_are_found_by_campaign_and_go_with_undo() {
    let (_dir, _path, mut reg) = register();
    let campaign = campaign().id;
    let mut sets = Vec::new();
    for n in 1..4_u8 {
        let person = invented(n.into());
        reg.save_person(&person, &crate::testing::officer(), NOW)
            .expect("saves");
        let attempt = Attempt {
            id: AttemptId::from_random([n; 16]),
            campaign,
            at: NOW - i64::from(n),
            contact: Some(person.contacts[0].id),
            result: AttemptResult::NoAnswer,
            safety: None,
            needs: Vec::new(),
            step: None,
            call_after: Some(NOW + 3600),
            consent_referral: false,
        };
        let saved = reg
            .add_attempt(person.id, &attempt, "Officer", NOW)
            .expect("adds");
        sets.push(saved.change_set.expect("a change"));
    }
    let people: Vec<_> = reg
        .attempts_of(campaign)
        .expect("reads")
        .iter()
        .map(|a| a.0)
        .collect();
    assert_eq!(
        people,
        vec![invented(3).id, invented(2).id, invented(1).id],
        "all of them, by time"
    );
    reg.undo(sets[1], "Officer", NOW).expect("undoes");
    assert_eq!(
        reg.attempts_of(campaign).expect("reads").len(),
        2,
        "a slip of the thumb is taken back"
    );
    let other = CampaignId::from_random([9; 16]);
    assert!(
        reg.attempts_of(other).expect("reads").is_empty(),
        "another campaign has none"
    );
}
