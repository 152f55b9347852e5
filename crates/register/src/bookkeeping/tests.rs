//! Tests of `bookkeeping`.
