//! One target under libFuzzer, chosen by the variable `FUZZ_TARGET`. See README.md beside the manifest.
#![no_main]

use std::sync::OnceLock;
use ugnay_fuzz::{Target, targets};

static CHOSEN: OnceLock<Target> = OnceLock::new();

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let chosen = CHOSEN.get_or_init(|| {
        let name = std::env::var("FUZZ_TARGET").unwrap_or_default();
        let found = targets().into_iter().find(|t| t.name == name);
        found.unwrap_or_else(|| panic!("FUZZ_TARGET names no target: {name}"))
    });
    (chosen.run)(bytes);
});
