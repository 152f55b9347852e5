//! Stamps: who wrote a value, and after what. Order comes from Lamport clocks; wall clocks are shown, never trusted.

/// SHA-256 of a device's public signing key.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct DeviceHash(pub [u8; 32]);

/// The largest step a received stamp may be ahead of ours (protocol §7.4).
pub const MAX_JUMP: u64 = 1 << 20;

/// One write: the device and its Lamport time. Ordered by time, then device, so that ties are total.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Dot {
    /// Lamport time of the write.
    pub lamport: u64,
    /// The device that wrote.
    pub device: DeviceHash,
}

/// A received stamp is further ahead than any honest device could be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("a stamp is {ahead} steps ahead of this register; at most {MAX_JUMP} are accepted")]
pub struct LamportJump {
    /// How far ahead it was.
    pub ahead: u64,
}

/// A device's Lamport clock.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Lamport(u64);

impl Lamport {
    /// A clock that has reached `time`.
    #[must_use]
    pub fn at(time: u64) -> Self {
        Self(time)
    }

    /// The time reached.
    #[must_use]
    pub fn time(self) -> u64 {
        self.0
    }

    /// Steps the clock for a write of ours.
    pub fn tick(&mut self) -> u64 {
        self.0 = self.0.saturating_add(1);
        self.0
    }

    /// Learns of a write seen elsewhere.
    ///
    /// # Errors
    /// [`LamportJump`] when it is more than [`MAX_JUMP`] ahead; the clock is then unchanged.
    pub fn observe(&mut self, seen: u64) -> Result<(), LamportJump> {
        let ahead = seen.saturating_sub(self.0);
        if ahead > MAX_JUMP {
            return Err(LamportJump { ahead });
        }
        self.0 = self.0.max(seen);
        Ok(())
    }
}
