//! P32: every parser, a fixed number of seeded inputs: no panic, bounded memory, one encoding of what is accepted.

use peak_alloc::PeakAlloc;
use ugnay_fuzz::{Mutator, Target, targets};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Inputs per target; `FUZZ_INPUTS` asks for more.
const INPUTS: u32 = 20_000;
/// What a parser may hold at once: this much, and this many times its input.
const BASE: usize = 192 << 10;
const TIMES: usize = 40;

/// Says which target was under attack when a test ends with a panic.
struct Named(&'static str);

impl Drop for Named {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the target was {}", self.0);
        }
    }
}

fn feed(target: &Target, bytes: &[u8]) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    (target.run)(bytes);
    let held = MEMORY.peak_usage().saturating_sub(before);
    let most = BASE + TIMES * bytes.len();
    assert!(
        held <= most,
        "{}: {} bytes of input made it hold {held} bytes; a small message must not cost much memory",
        target.name,
        bytes.len()
    );
}

/// One test, so that nothing else allocates meanwhile.
#[test]
fn p32_every_parser_keeps_its_promises() {
    let wanted = std::env::var("FUZZ_INPUTS")
        .ok()
        .and_then(|n| n.parse().ok());
    let inputs: u32 = wanted.unwrap_or(INPUTS);
    for (number, target) in targets().iter().enumerate() {
        let seeds = (target.seeds)();
        let _named = Named(target.name);
        seeds.iter().for_each(|seed| feed(target, seed));
        let mut mutator = Mutator::new(number as u64, seeds);
        for _ in 0..inputs / target.slow {
            feed(target, &mutator.input());
        }
    }
}

#[test]
fn every_target_has_its_own_name() {
    let mut names: Vec<_> = targets().iter().map(|t| t.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(
        names.len(),
        targets().len(),
        "a target is chosen by its name"
    );
}
