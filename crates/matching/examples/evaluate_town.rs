//! Counts the engine's errors on invented towns of any size and noise, and times the search index.
//!
//! `evaluate_town PERSONS [SEED…]`

#[path = "village/search_doc.rs"]
mod search_doc;
mod village;

use std::collections::HashSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use ugnay_matching::{NameIndex, Options, duplicates};

fn main() -> Result<(), String> {
    let mut given = std::env::args()
        .skip(1)
        .map(|a| a.parse::<u64>().map_err(|e| e.to_string()));
    let n = given
        .next()
        .ok_or("usage: evaluate_town PERSONS [SEED…]")?? as usize;
    let seeds: Vec<u64> = given.collect::<Result<_, _>>()?;
    for seed in if seeds.is_empty() { vec![1] } else { seeds } {
        for (same, alike, slips) in [(8, 4, 2), (8, 4, 4), (1, 10, 2), (0, 10, 2)] {
            linkage(seed, n, same, alike, slips)?;
        }
    }
    search(n);
    Ok(())
}

fn linkage(seed: u64, n: usize, same: usize, alike: usize, slips: usize) -> Result<(), String> {
    let town = village::town(seed, n, same, alike, slips);
    let started = Instant::now();
    let compared = AtomicUsize::new(0);
    let options = Options {
        progress: &|_, all| compared.store(all, Ordering::Relaxed),
        ..Options::default()
    };
    let pairs = duplicates(&town.people, &options).map_err(|e| e.to_string())?;
    let seconds = started.elapsed().as_secs_f64();
    let truth: HashSet<(usize, usize)> = town.same.iter().copied().collect();
    let alike_pairs: HashSet<(usize, usize)> = town.alike.iter().copied().collect();
    let right = pairs.iter().filter(|p| truth.contains(&(p.a, p.b))).count();
    let trapped = pairs
        .iter()
        .filter(|p| alike_pairs.contains(&(p.a, p.b)))
        .count();
    println!(
        "seed {seed} n {} same {same}% alike {alike}% slips {slips}: recall {right}/{} precision {right}/{} look-alikes proposed {trapped}/{} {seconds:.2} s, {} pairs compared",
        town.people.len(),
        truth.len(),
        pairs.len(),
        town.alike.len(),
        compared.load(Ordering::Relaxed)
    );
    for p in pairs
        .iter()
        .filter(|p| !truth.contains(&(p.a, p.b)))
        .step_by(1 + pairs.len() / 20)
    {
        println!(
            "  wrong {:.3} {:?}",
            p.score,
            p.why
                .iter()
                .map(|r| format!("{}({:+.1})", r.code(), r.bits))
                .collect::<Vec<_>>()
        );
    }
    Ok(())
}

fn search(n: usize) {
    let town = village::town(1, n, 0, 0, 1);
    let started = Instant::now();
    let mut index = NameIndex::new();
    index.extend(
        town.people
            .iter()
            .enumerate()
            .map(|(i, p)| (i, search_doc::search_doc(p))),
    );
    println!(
        "index of {n} built in {:.2} s",
        started.elapsed().as_secs_f64()
    );
    let mut d = village::Draw(5);
    let mut times: Vec<(f64, String)> = Vec::new();
    for _ in 0..300 {
        let p = &town.people[d.below(n)];
        let wanted = match d.below(6) {
            0 => format!("{} {}", p.given, p.surname),
            1 => format!("{} {}", p.surname, p.given),
            2 => p.contacts[0].name.clone(),
            3 => p.contacts[0].phones[0].replace("+63", "0"),
            4 => village::again(&mut d, p, 2, 5).surname,
            _ => format!("{} {} {}", p.given, p.surname, p.occupation),
        };
        for end in (1..=wanted.len()).filter(|e| wanted.is_char_boundary(*e)) {
            let at = Instant::now();
            std::hint::black_box(index.query(&wanted[..end], 20));
            times.push((at.elapsed().as_secs_f64() * 1e3, wanted[..end].to_owned()));
        }
    }
    times.sort_by(|a, b| a.0.total_cmp(&b.0));
    let at = |share: f64| times[(times.len() as f64 * share) as usize].0;
    println!(
        "{} keystrokes: median {:.2} ms, p95 {:.2} ms, p99 {:.2} ms, worst {:.2} ms ({})",
        times.len(),
        at(0.5),
        at(0.95),
        at(0.99),
        times[times.len() - 1].0,
        times[times.len() - 1].1
    );
}
