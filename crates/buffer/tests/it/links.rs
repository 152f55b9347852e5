//! The claim "cannot read" is checked on what the program links.

use std::process::Command;

#[test]
fn the_buffer_links_no_seal_no_model_and_no_aead() {
    let tree = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "-p",
            "ugnay-buffer",
            "-e",
            "normal",
            "--prefix",
            "none",
        ])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo tree runs");
    assert!(
        tree.status.success(),
        "cargo tree: {}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let text = String::from_utf8(tree.stdout).expect("text");
    let names: Vec<&str> = text.lines().filter_map(|l| l.split(' ').next()).collect();
    for must in ["ugnay-wire", "ugnay-log", "rusqlite", "tokio-postgres"] {
        assert!(names.contains(&must), "the tree is the real one: {must}");
    }
    let ours: Vec<_> = names.iter().filter(|n| n.starts_with("ugnay-")).collect();
    for name in ours {
        let may = ["ugnay-buffer", "ugnay-wire", "ugnay-log"].contains(name);
        assert!(may, "the buffer must not know {name}");
    }
    for aead in [
        "aead",
        "aes",
        "aes-gcm",
        "aes-siv",
        "chacha20poly1305",
        "poly1305",
        "ascon",
        "deoxys",
        "hpke",
        "crypto_secretbox",
        "crypto_box",
        "ring",
        "aws-lc-rs",
        "rustls",
        "openssl",
    ] {
        assert!(
            !names.contains(&aead),
            "the buffer must not link {aead} by default"
        );
    }
}
