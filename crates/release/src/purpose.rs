//! The closed lists: what a release may be for, and what kind of danger a crisis is.
//! There is no purpose for enforcement, and no number is left for "other".

use crate::ReleaseError;

macro_rules! closed {
    ($(#[$doc:meta])* $type:ident, $what:literal: $($(#[$vdoc:meta])* $name:ident = $number:literal, $text:literal;)*) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[repr(u8)]
        pub enum $type { $($(#[$vdoc])* $name = $number,)* }

        impl $type {
            /// Every value, in number order.
            pub const ALL: &'static [Self] = &[$(Self::$name,)*];

            /// Stable code for translations.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$name => $text,)* }
            }

            /// The value of a byte.
            ///
            /// # Errors
            /// [`ReleaseError::Rule`] for any other byte.
            pub fn from_byte(byte: u8) -> Result<Self, ReleaseError> {
                match byte { $($number => Ok(Self::$name),)* _ => Err(ReleaseError::Rule($what)) }
            }
        }
    };
}
pub(crate) use closed;

closed! {
    /// What a release may be for. The list is closed.
    Purpose, "unknown purpose":
    /// Getting people out of danger.
    Evacuation = 1, "evacuation";
    /// Bringing people home.
    Repatriation = 2, "repatriation";
    /// Calling families after a disaster with many casualties.
    MassCasualtyFamilyContact = 3, "mass_casualty_family_contact";
    /// Looking for a missing person at the family's request.
    MissingPerson = 4, "missing_person";
    /// Giving a register its own cards back after it lost its last device.
    Restore = 5, "restore";
    /// A drill on synthetic registers.
    Drill = 6, "drill";
}

closed! {
    /// What kind of danger a crisis is.
    Hazard, "unknown hazard":
    /// War, armed conflict, coup.
    Conflict = 1, "conflict";
    /// Earthquake, flood, storm, fire.
    Disaster = 2, "disaster";
    /// Epidemic.
    Health = 3, "health";
    /// Mass lay-off, employer collapse, expulsion.
    Economic = 4, "economic";
    /// Accident at sea, in the air, at work.
    Accident = 5, "accident";
    /// A drill.
    Drill = 6, "drill";
}

#[cfg(test)]
mod tests;
