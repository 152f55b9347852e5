//! Codegen drift, tree check, migration parity.
fn main() {}
