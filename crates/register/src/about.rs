//! What a register says of itself: id, label, place, officer, whether it is a demo.

use crate::{Register, RegisterError, table};
use ugnay_model::{Psgc, RegisterId};

/// A register to be made.
#[derive(Clone, PartialEq, Eq)]
pub struct NewRegister {
    /// Its id, the same on all its devices.
    pub id: RegisterId,
    /// What people call it.
    pub label: String,
    /// The area it is for, if one.
    pub place: Option<Psgc>,
    /// The PSGC release the area was taken from.
    pub psgc_release: String,
    /// Holds invented people only.
    pub demo: bool,
    /// The officer who keeps it.
    pub officer: String,
}

/// A register as it is.
#[derive(Clone, PartialEq, Eq)]
pub struct About {
    /// As it was made, or last changed.
    pub register: NewRegister,
    /// When it was made on this device (Unix seconds).
    pub created_at: i64,
}

impl core::fmt::Debug for NewRegister {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "NewRegister({})", self.id)
    }
}

impl core::fmt::Debug for About {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "About({})", self.register.id)
    }
}

impl Register {
    /// What the register says of itself.
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be read.
    pub fn about(&self) -> Result<About, RegisterError> {
        table::about::get(&self.conn)
    }

    /// Changes what the register says of itself (on joining, its id too).
    ///
    /// # Errors
    /// [`RegisterError`] when the store cannot be written.
    pub fn set_about(&mut self, register: &NewRegister) -> Result<(), RegisterError> {
        table::about::update(&self.conn, register)
    }
}
