//! What is forgotten, when, and that nothing else is. The clock is given.

use super::{Shared, apply, opened, purged};
use crate::parties::{NOW, record};
use ugnay_buffer::store::{Keep, Purged};
use ugnay_wire::limits::{MAX_BOX_MESSAGES, SOFT_DELETE};
use ugnay_wire::{BlobStatus, Topic};

const DAY: i64 = 86_400;

async fn inbox(s: &Shared, topic: Topic) -> Vec<u64> {
    let page = s.box_read(topic, 0, 100, 1 << 20).await.expect("reads");
    page.messages.iter().map(|m| m.seq).collect()
}

/// Messages and batch hashes go by policy, blobs and registers never.
pub async fn old_things_go(s: Shared) {
    let (p, topic) = (opened(&s, 1).await, Topic([5; 16]));
    let first = p.batch(1, vec![record(1, b"one")]);
    let ack = apply(&s, &first, NOW).await.expect("applies");
    s.box_post(topic, b"early".to_vec(), NOW)
        .await
        .expect("posts");
    s.box_post(topic, b"late".to_vec(), NOW + 30 * DAY)
        .await
        .expect("posts");

    let keep = i64::from(Keep::default().box_days);
    let last = NOW - NOW % DAY + (keep + 1) * DAY - 1;
    assert_eq!(
        purged(&s, last).await,
        Purged::default(),
        "on the last day that is kept everything is there"
    );
    assert_eq!(
        apply(&s, &first, last).await.expect("applies"),
        ack,
        "and a repeated batch gets its first answer"
    );
    assert_eq!(
        purged(&s, last + 1).await,
        Purged {
            ended: 0,
            trash: 0,
            box_messages: 1,
            batches: 1
        },
        "a day later what is too old goes, once"
    );
    assert_eq!(
        purged(&s, last + 1).await,
        Purged::default(),
        "and only once"
    );
    assert_eq!(inbox(&s, topic).await, [2], "what is younger stays");
    assert_eq!(
        s.box_post(topic, b"next".to_vec(), last + 1)
            .await
            .expect("posts"),
        3,
        "numbers go on, so that no reader's cursor skips a message"
    );
    assert_eq!(
        super::get_one(&s, &p, 1).await,
        BlobStatus::Found(b"one".to_vec()),
        "a register's blobs stay for ever"
    );
    let again = apply(&s, &first, last + SOFT_DELETE)
        .await
        .expect("applies");
    assert_eq!(
        (again.cursor, again.accepted),
        (1, 0),
        "a batch whose hash was forgotten changes nothing that is the same"
    );
    let short = Keep {
        box_days: 90,
        batch_days: 400,
    };
    let next = s.purge(last + 1 + 91 * DAY, short).await.expect("purges");
    assert_eq!(next.box_messages, 2, "the policy is the operator's");
}

/// The cap counts what is in the box, not what ever was.
pub async fn a_box_is_full_of_what_it_holds(s: Shared) {
    let topic = Topic([6; 16]);
    for n in 0..MAX_BOX_MESSAGES {
        let day = if n < 2 { NOW } else { NOW + 300 * DAY };
        s.box_post(topic, n.to_be_bytes().to_vec(), day)
            .await
            .expect("there is room");
    }
    let more = s.box_post(topic, b"one more".to_vec(), NOW + 300 * DAY);
    assert!(more.await.is_err(), "the box is full");
    assert_eq!(purged(&s, NOW + 402 * DAY).await.box_messages, 2, "two go");
    let more = s.box_post(topic, b"one more".to_vec(), NOW + 402 * DAY);
    assert_eq!(
        more.await.expect("there is room again"),
        MAX_BOX_MESSAGES + 1,
        "a refused message took no number"
    );
}
