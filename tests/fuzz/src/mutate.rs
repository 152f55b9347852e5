//! Seeded mutations: the same inputs on every machine and every run. Must not draw randomness from anywhere else.

use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};

/// Longest input of a bounded run, bytes.
const MOST: usize = 1 << 16;

/// Makes inputs from seeds.
pub struct Mutator {
    rng: ChaCha20Rng,
    seeds: Vec<Vec<u8>>,
}

impl Mutator {
    /// The same `number` and seeds make the same inputs.
    #[must_use]
    pub fn new(number: u64, seeds: Vec<Vec<u8>>) -> Self {
        let rng = ChaCha20Rng::seed_from_u64(number);
        Self { rng, seeds }
    }

    fn below(&mut self, n: usize) -> usize {
        if n == 0 {
            0
        } else {
            self.rng.next_u64() as usize % n
        }
    }

    /// The next input: noise, or a seed with one to eight wounds.
    pub fn input(&mut self) -> Vec<u8> {
        if self.seeds.is_empty() || self.below(16) == 0 {
            let len = self.below(700);
            return (0..len).map(|_| self.rng.next_u32() as u8).collect();
        }
        let at = self.below(self.seeds.len());
        let mut bytes = self.seeds[at].clone();
        for _ in 0..=self.below(8) {
            self.wound(&mut bytes);
        }
        bytes.truncate(MOST);
        bytes
    }

    fn wound(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len() + 1);
        let len = self.below(40);
        let end = (at + len).min(bytes.len());
        match self.below(8) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..end)),
            2 => {
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            3 => bytes.insert(at, self.rng.next_u32() as u8),
            // Counts and lengths are where parsers trip: extremes at an aligned place.
            4 => self.extreme(bytes, at),
            5 => {
                let other = self.below(self.seeds.len());
                let piece: Vec<u8> = self.seeds[other]
                    .iter()
                    .skip(at)
                    .take(len)
                    .copied()
                    .collect();
                bytes.splice(at..end, piece);
            }
            6 if at < bytes.len() => bytes[at] = self.rng.next_u32() as u8,
            _ if at < bytes.len() => bytes[at] ^= 1 << self.below(8),
            _ => bytes.push(0),
        }
    }

    fn extreme(&mut self, bytes: &mut [u8], at: usize) {
        let value = [0, 1, 0x7f, 0x80, 0xff][self.below(5)];
        let width = [1, 2, 4, 8][self.below(4)];
        bytes
            .iter_mut()
            .skip(at)
            .take(width)
            .for_each(|b| *b = value);
    }
}
