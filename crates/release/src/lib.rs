//! The release state machine as a pure function, policy linter, simulator
