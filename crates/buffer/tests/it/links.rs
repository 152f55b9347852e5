//! The claim "cannot read" is checked on what the program links.

use std::process::Command;

fn tree(arguments: &[&str]) -> Vec<String> {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "-p", "ugnay-buffer", "-e", "normal"])
        .args(["--prefix", "none"])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo tree runs");
    assert!(
        tree.status.success(),
        "cargo tree: {}",
        String::from_utf8_lossy(&tree.stderr)
    );
    let text = String::from_utf8(tree.stdout).expect("text");
    let first = |l: &str| l.split(' ').next().map(str::to_owned);
    text.lines().filter_map(first).collect()
}

const TRANSPORT: [&str; 6] = [
    "ring",
    "aws-lc-rs",
    "rustls",
    "openssl",
    "rcgen",
    "rustls-acme",
];

#[test]
fn the_buffer_links_no_seal_no_model_and_no_aead() {
    for features in [&["--no-default-features"][..], &[]] {
        let names = tree(features);
        for must in ["ugnay-wire", "ugnay-log", "rusqlite", "tokio-postgres"] {
            assert!(
                names.iter().any(|n| n == must),
                "the tree is the real one: {must}"
            );
        }
        for name in names.iter().filter(|n| n.starts_with("ugnay-")) {
            let may = [
                "ugnay-buffer",
                "ugnay-wire",
                "ugnay-log",
                "ugnay-transparency",
                // Languages and catalogues: what the public page says is in it, what anybody is called is not.
                "ugnay-words",
            ]
            .contains(&name.as_str());
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
            "age",
            "aws-lc-rs",
            "openssl",
        ] {
            assert!(
                !names.iter().any(|n| n == aead),
                "the buffer must not link {aead}"
            );
        }
    }
}

#[test]
fn without_tls_it_links_no_cipher_at_all() {
    let names = tree(&["--no-default-features"]);
    for crate_ in TRANSPORT {
        assert!(
            !names.iter().any(|n| n == crate_),
            "{crate_} is the transport's"
        );
    }
}

/// With TLS the one library with ciphers is there for the transport: nobody but the TLS
/// crates uses it, and nobody but the room `tls` names those.
#[test]
fn ciphers_are_the_transports_alone() {
    let users = tree(&["--invert", "ring", "--depth", "1"]);
    let users: Vec<&String> = users.iter().skip(1).filter(|n| *n != "ring").collect();
    assert!(!users.is_empty(), "the transport is there");
    for user in users {
        let may = [
            "rustls",
            "rustls-webpki",
            "rustls-acme",
            "rcgen",
            "x509-parser",
            "async-web-client",
        ];
        assert!(may.contains(&user.as_str()), "{user} reaches for ciphers");
    }
    let mut files = vec![std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src")];
    let mut seen = 0;
    while let Some(path) = files.pop() {
        if path.is_dir() {
            let inside = std::fs::read_dir(&path).expect("folder");
            files.extend(inside.map(|f| f.expect("file").path()));
            continue;
        }
        if path.components().any(|c| c.as_os_str() == "tls") {
            seen += 1;
            continue;
        }
        let text = std::fs::read_to_string(&path).expect("reads");
        let code = text.lines().filter(|l| !l.trim_start().starts_with("//"));
        for line in code {
            for crate_ in ["rustls", " ring::", "rcgen", "x509_parser", "rustls_acme"] {
                let test = path.ends_with("tests.rs");
                assert!(
                    test || !line.contains(crate_),
                    "{} names {crate_}",
                    path.display()
                );
            }
        }
    }
    assert!(seen >= 5, "the room `tls` was there to be left out");
}
