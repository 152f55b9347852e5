//! Plan, push and pull, apply: sealed sync between a register and a buffer
