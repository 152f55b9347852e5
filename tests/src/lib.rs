//! The stories stand in `tests/stories`: one binary, every part together. Nothing is exported.
