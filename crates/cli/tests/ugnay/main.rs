//! The program `ugnay` as a script sees it: arguments, exit codes, what goes to stdout and what to stderr.

mod demo;
mod merging;
mod program;
mod refusals;
mod sheets;
