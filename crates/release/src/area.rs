//! PSGC areas as numbers: a barangay, or a municipality, province or region that covers it.
//! Owns the covering rule of the 10-digit code; knows no names of places (that is `places`).

/// A 10-digit PSGC code as a number, `RRPPPMMBBB`: zeros at the end mean "all below".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Area(pub u32);

/// Where drills happen: a municipality no gazetteer has (there is no region 42) with its barangays. Synthetic registers
/// live there, so that a release for a drill cannot touch anybody.
pub const DRILL_GROUND: Area = Area(4_200_001_000);

impl Area {
    /// Whether it lies on the drill ground.
    #[must_use]
    pub fn is_drill(self) -> bool {
        DRILL_GROUND.covers(self)
    }

    /// Whether this is one barangay.
    #[must_use]
    pub fn is_barangay(self) -> bool {
        !self.0.is_multiple_of(1000)
    }

    /// Whether `other` lies in this area (or is it).
    #[must_use]
    pub fn covers(self, other: Area) -> bool {
        let unit = self.unit();
        self.0.checked_div(unit) == other.0.checked_div(unit)
    }

    /// 1 for a barangay, 1000 for a municipality or city, 100,000 for a province, 100,000,000 for a region.
    fn unit(self) -> u32 {
        let divides = |unit: &u32| self.0.is_multiple_of(*unit);
        [100_000_000u32, 100_000, 1000]
            .into_iter()
            .find(divides)
            .unwrap_or(1)
    }
}

#[cfg(test)]
mod tests;
