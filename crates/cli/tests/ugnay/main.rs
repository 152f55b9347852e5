//! The program `ugnay` as a script sees it: arguments, exit codes, what goes to stdout and what to stderr.

mod by_file;
mod demo;
mod documented;
mod federation;
mod merging;
mod parties;
mod program;
mod refusals;
mod rights;
mod sheets;
mod small;
mod socks;
mod town;
mod tree;
