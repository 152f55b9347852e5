//! Tests of `people`.
