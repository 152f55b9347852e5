//! The bars of issue 4 for linkage, on given and invented data, at the engine's own default thresholds.

#[path = "../../examples/febrl/mod.rs"]
mod febrl;
mod febrl_bars;
mod few;
#[path = "../../examples/persons/mod.rs"]
mod persons;
#[path = "../../examples/village/search_doc.rs"]
mod search_doc;
mod sheet_bars;
mod town_bars;
#[path = "../../examples/febrl/truth.rs"]
mod truth;
#[path = "../../examples/village/mod.rs"]
mod village;
