//! The end of a register-epoch: no write after it, a notice that stays, room for one next epoch, and what was held is
//! forgotten after its time (P15).

use super::{Shared, apply, get_one, opened};
use crate::parties::{NOW, Party, record};
use ugnay_buffer::store::{Keep, StoreError, Succession};
use ugnay_wire::limits::SOFT_DELETE;
use ugnay_wire::{BlobKind, BlobStatus, Name};

const NOTICE: Name = Name([0xEE; 16]);

fn step(from: &Party, to: &Party) -> Succession {
    Succession {
        pseud: from.pseud,
        next: to.register(),
        name: NOTICE,
        notice: vec![7; 300],
    }
}

pub async fn succession(s: Shared) {
    let (old, new, rival) = (opened(&s, 1).await, Party::new(2), Party::new(3));
    let before = old.batch(1, vec![record(1, b"before")]);
    let first = apply(&s, &before, NOW)
        .await
        .expect("an epoch takes writes");
    s.succeed(step(&old, &new), NOW).await.expect("ends");
    s.succeed(step(&old, &new), NOW + 5)
        .await
        .expect("the same again changes nothing");
    assert!(
        matches!(
            s.succeed(step(&old, &rival), NOW).await,
            Err(StoreError::Closed)
        ),
        "an epoch has one next: who comes second takes the first's"
    );
    assert_eq!(
        s.register(rival.pseud).await.expect("reads"),
        None,
        "and who is refused gets no room"
    );
    assert_eq!(
        apply(&s, &before, NOW).await.expect("known"),
        first,
        "a batch whose answer was lost is acknowledged as before"
    );
    assert!(
        matches!(
            apply(&s, &old.batch(2, vec![record(2, b"late")]), NOW).await,
            Err(StoreError::Closed)
        ),
        "p15: a capability that was left behind writes nothing"
    );
    apply(&s, &new.batch(1, vec![record(3, b"after")]), NOW)
        .await
        .expect("the next epoch takes writes, without a ticket of its own");
    let page = s.changes(old.pseud, first.cursor, 10).await.expect("reads");
    let notices: Vec<_> = page.changes.iter().map(|c| (c.kind, c.name)).collect();
    assert_eq!(
        notices,
        [(BlobKind::DevWrap, NOTICE)],
        "who is behind finds the notice, once"
    );
    s.purge(NOW + SOFT_DELETE - 1, Keep::default())
        .await
        .expect("purges");
    assert!(
        matches!(get_one(&s, &old, 1).await, BlobStatus::Found(_)),
        "what the epoch held can be read for its time"
    );
    s.purge(NOW + SOFT_DELETE, Keep::default())
        .await
        .expect("purges");
    assert_eq!(
        get_one(&s, &old, 1).await,
        BlobStatus::Missing,
        "and is forgotten after it"
    );
    assert!(
        matches!(get_one(&s, &old, 0xEE).await, BlobStatus::Found(_)),
        "but for the notice: somebody may come after a year"
    );
    assert!(
        matches!(get_one(&s, &new, 3).await, BlobStatus::Found(_)),
        "the next epoch loses nothing"
    );
    assert!(
        matches!(
            apply(&s, &old.batch(3, vec![record(4, b"late")]), NOW).await,
            Err(StoreError::Closed)
        ),
        "an ended epoch stays ended"
    );
}
