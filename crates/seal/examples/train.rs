//! Makes the compression dictionary of codec 1 from invented records.
//!
//! `cargo run -p ugnay-seal --example train -- write` writes `data/records-1.zdict`; without `write`
//! it trains again, compares, and measures on records the training did not see. Must not be fed real
//! data, and codec 1's dictionary must not change once records are sealed with it.

#[path = "../sample/records.rs"]
mod records;

use std::process::ExitCode;

const PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/records-1.zdict");
const SIZE: usize = 16 * 1024;

fn main() -> ExitCode {
    let mut samples = records::cards(1, 6_000);
    samples.extend(records::cases(1, 2_000));
    let dictionary = match zstd::dict::from_samples(&samples, SIZE) {
        Ok(d) => d,
        Err(e) => {
            eprintln!("training failed: {e}");
            return ExitCode::FAILURE;
        }
    };
    if std::env::args().nth(1).as_deref() == Some("write")
        && let Err(e) = std::fs::write(PATH, &dictionary)
    {
        eprintln!("{PATH}: {e}");
        return ExitCode::FAILURE;
    }
    let same = std::fs::read(PATH).is_ok_and(|d| d == dictionary);
    println!(
        "dictionary {} bytes, same as the shipped one: {same}",
        dictionary.len()
    );
    measure(&dictionary);
    if same {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn measure(dictionary: &[u8]) {
    let kinds = [
        ("cards", records::cards(2, 2_000)),
        ("cases", records::cases(2, 2_000)),
    ];
    for (name, fresh) in kinds {
        let raw: usize = fresh.iter().map(Vec::len).sum();
        let with = packed(&fresh, dictionary);
        let without = packed(&fresh, &[]);
        let n = fresh.len();
        println!(
            "{n} unseen {name}: {} bytes each as CBOR, {} with the dictionary, {} without",
            raw / n,
            with.iter().sum::<usize>() / n,
            without.iter().sum::<usize>() / n
        );
        for bucket in [512_usize, 1024] {
            let fits = with.iter().filter(|len| **len + 5 + 96 <= bucket).count();
            println!("  {fits} of them fit {bucket} B with frame and signature");
        }
    }
}

fn packed(records: &[Vec<u8>], dictionary: &[u8]) -> Vec<usize> {
    let mut compressor =
        zstd::bulk::Compressor::with_dictionary(19, dictionary).expect("a dictionary zstd made");
    records
        .iter()
        .map(|r| {
            compressor
                .compress(r)
                .expect("compression into a vector")
                .len()
        })
        .collect()
}
