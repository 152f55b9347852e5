//! The stories stand in `tests/stories`: one binary, every part together. Here is what they share with the other tests of
//! the whole program: the room they stand in, and servers on loopback.

pub mod loopback;
pub mod room;
