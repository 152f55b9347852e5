//! The stories: every part together, on loopback, with a clock that is set by hand. One binary, a file a story.

mod carry;
mod consent;
mod converge;
mod custody;
mod demands;
mod epochs;
mod heads;
mod join;
mod lines;
mod log_copies;
mod malicious;
mod merging;
mod network;
mod p13;
mod pairing;
mod parties;
mod reasons;
mod recovery;
mod release;
mod restore;
mod socks;
mod stage;
mod stored;
mod succession;
mod village;
mod year;
