//! The buffer server: stores what it cannot read
