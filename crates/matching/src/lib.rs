//! Names, duplicates, manifests: scoring, blocking, explanations
