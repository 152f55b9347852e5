//! The Ugnay window
