//! How long each object may be: every reader of the federation has the same bounds (P32).

use super::*;

/// What a decoder says of zeros, one per length.
fn said<T: Object>(lengths: [usize; 2]) -> [Option<ReleaseError>; 2] {
    lengths.map(|len| T::decode(&vec![0; len]).err())
}

#[test]
fn p32_every_object_has_its_own_longest_encoding() {
    type Said = fn([usize; 2]) -> [Option<ReleaseError>; 2];
    let all: [(&str, usize, Said); 16] = [
        ("app release", 512, said::<AppRelease>),
        ("campaign", 65_536, said::<Campaign>),
        ("desk's card", 16_384, said::<LguCard>),
        ("closing", 4096, said::<Closing>),
        ("decision", 2048, said::<Decision>),
        ("share release", 512, said::<ShareReleaseNotice>),
        ("demand", 4096, said::<DemandNotice>),
        ("genesis", 68_608, said::<Genesis>),
        ("policy", 1024, said::<Policy>),
        ("request", 16_384, said::<Request>),
        ("retirement", 128, said::<Retire>),
        ("device revoked", 128, said::<DeviceRevoke>),
        ("epoch's end", 128, said::<EpochEnd>),
        ("roster", 65_536, said::<Roster>),
        ("statement", 40_960, said::<Statement>),
        ("transfer", 256, said::<CustodyTransfer>),
    ];
    let right = [
        Some(ReleaseError::Rule("not an object of this protocol")),
        Some(ReleaseError::Rule("object too large")),
    ];
    let wrong = all
        .iter()
        .filter(|(_, longest, said)| said([*longest, longest + 1]) != right)
        .map(|(name, ..)| *name);
    assert_eq!(
        wrong.collect::<Vec<_>>(),
        [""; 0],
        "so many bytes are looked at, one more is not"
    );
}

#[test]
fn times_and_lengths_of_the_protocol() {
    let all = [
        ("90 days", checks::NINETY_DAYS, 7_776_000),
        ("a review within 30 days", closing::REVIEW_WITHIN, 2_592_000),
        ("400 days", statement::LONGEST_CADENCE, 34_560_000),
        ("a manifest", app_release::MAX_MANIFEST_LEN as i64, 16_384),
        ("a file of keys", app_release::MAX_KEYS_LEN as i64, 65_536),
    ];
    let wrong = all.iter().filter(|(_, is, should)| is != should);
    assert_eq!(
        wrong.collect::<Vec<_>>(),
        [&("", 0, 0); 0],
        "in seconds and bytes, as every reader of the federation has them"
    );
}
