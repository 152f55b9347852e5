//! Buckets empty, refill, and stay bounded.
use super::*;

fn limiter() -> Limiter {
    let rate = Rate {
        burst: 3,
        per_second: 1,
    };
    Limiter::new(Rates {
        topics: rate,
        ..Rates::default()
    })
}

#[test]
fn a_bucket_empties_and_refills() {
    let l = limiter();
    for _ in 0..3 {
        assert!(l.allow(Class::Topic, &[1; 16], 100), "the burst is allowed");
    }
    assert!(
        !l.allow(Class::Topic, &[1; 16], 100),
        "the fourth at once is not"
    );
    assert!(
        l.allow(Class::Topic, &[2; 16], 100),
        "another box is not held up"
    );
    assert!(
        l.allow(Class::Topic, &[1; 16], 101),
        "a second later one is allowed"
    );
    assert!(!l.allow(Class::Topic, &[1; 16], 101), "but only one");
    assert!(
        !l.allow(Class::Topic, &[1; 16], 50),
        "a clock set back gives nothing"
    );
}

#[test]
fn memory_is_bounded() {
    let l = limiter();
    for n in 0..(MAX_BUCKETS as u32 + 10) {
        l.allow(Class::Topic, &n.to_be_bytes(), i64::from(n / 1000));
    }
    let kept = l.buckets.lock().expect("not poisoned").len();
    assert!(
        kept <= MAX_BUCKETS,
        "random ids must not fill the memory: {kept}"
    );
}
