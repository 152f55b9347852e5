//! Campaigns are tested with the other objects in `object/tests.rs`.
