//! Harness, stories, convergence, vectors, upgrade and conformance tests
