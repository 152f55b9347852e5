//! The key file.

use serde_json::json;
use ugnay_seal::passphrase::{DatabaseKey, KdfCost, unwrap, wrap};

use super::{Counting, check, hex};

#[test]
fn key_files() {
    let key = DatabaseKey::from_bytes([0xdd; 32]);
    let half = [0xee; 32];
    let small = KdfCost::new(64, 2, 2).expect("within the bounds");
    let make = |cost, keystore: Option<&[u8; 32]>| {
        let file = wrap(&key, "Peña bahay kubo", keystore, cost, &mut Counting(1));
        let file = file.expect("wrapping");
        assert_eq!(
            unwrap(&file, "Peña bahay kubo", keystore),
            Ok(key.clone()),
            "round trip"
        );
        hex(file)
    };
    check(
        "key-file",
        &json!({
            "key": hex(*key.to_bytes()),
            "passphrase": "Peña bahay kubo",
            "keystore": hex(half),
            "plain": make(small, None),
            "with_keystore": make(small, Some(&half)),
            "standard": make(KdfCost::STANDARD, None),
        }),
    );
}
