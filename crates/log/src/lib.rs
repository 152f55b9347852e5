//! Transparency log: tree, tiles, notes, cosignatures, proofs, policies
