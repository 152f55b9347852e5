//! The stories stand in `tests/stories`: one binary, every part together. Here is what they share with the other tests of
//! the whole program.

pub mod room;
