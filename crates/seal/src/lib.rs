//! Keys, envelopes, HPKE, Shamir, escrow bundle, passphrase KDF
