//! What one simulated release is like: how fast time goes by, how much the server hides, what the malicious custodian is after.
//! Drawn for each, so that what needs much bad luck at once happens every few years. Owns no rule.

use crate::DecisionKind;
use rand_chacha::ChaCha20Rng;
use rand_core::Rng;

/// The longest a clock jumps in one random step, in seconds: all of them together take half an hour, two hours and a half, or
/// seven hours, so that most happens before, about or after the end of the cool-off.
const PACES: [u32; 3] = [300, 1200, 3600];
/// Of so many bodies a server keeps one back and garbles one.
const HIDES: [u32; 2] = [3, 12];

/// The circumstances of one release.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weather {
    /// The longest a clock jumps in one random step, in seconds.
    pub pace: u32,
    /// Of so many bodies the server keeps one back and garbles one.
    pub hides: u32,
    /// At the end nobody says anything that is not asked for: the log stands still through the cool-off.
    pub quiet: bool,
    /// The malicious custodian objects to what it can; otherwise it wants releases.
    pub objects: bool,
}

impl Weather {
    pub(super) fn draw(rng: &mut ChaCha20Rng) -> Self {
        let mut one_of = |of: &[u32]| {
            let at = rng.next_u32() as usize % of.len().max(1);
            of.get(at).copied().unwrap_or(1)
        };
        Self {
            pace: one_of(&PACES),
            hides: one_of(&HIDES),
            quiet: one_of(&[0, 1]) == 1,
            objects: one_of(&[0, 1]) == 1,
        }
    }

    /// What the malicious custodian says next.
    pub(super) fn whim(&self, rng: &mut ChaCha20Rng) -> DecisionKind {
        match rng.next_u32() % 3 {
            0 if self.objects => DecisionKind::Object,
            0 | 1 => DecisionKind::Approve,
            _ => DecisionKind::Refuse,
        }
    }
}
