//! Counting in WebAssembly under Node, to be measured beside its peers by `cargo xtask bench`.

mod city;
mod draw;
pub mod hall;
mod merging;

use basketry_pabulib as pabulib;
use basketry_results::pabulib_election;
use basketry_tally::{Completion, Count, Election, Rule, TiePolicy, rule};
use wasm_bindgen::prelude::*;

pub use city::city;
pub use merging::{Hall, memory};

/// A made-up city as a Pabulib file.
#[wasm_bindgen(js_name = city)]
pub fn city_for_javascript(voters: u32, projects: u32) -> String {
    city(voters, projects)
}

/// An election.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Poll(Election);

#[wasm_bindgen]
impl Poll {
    /// Reads a Pabulib file.
    #[wasm_bindgen(constructor)]
    pub fn new(file: &[u8]) -> Result<Poll, JsError> {
        let file = pabulib::read(file)?;
        pabulib_election(&file).map(Self).map_err(|notice| JsError::new(&notice.code))
    }

    /// How many ballots it has.
    pub fn voters(&self) -> f64 {
        u32::try_from(self.0.voters()).map_or(f64::INFINITY, f64::from)
    }

    /// The projects that a rule funds in its usual variant, in the order bought, with commas between them; ties are
    /// broken by id. The completion is `none` or `add1`.
    pub fn count(&self, id: &str, completion: &str) -> Result<String, JsError> {
        let rule: &dyn Rule = rule(id).ok_or_else(|| JsError::new("no such rule"))?;
        let completion = if completion == "add1" { Completion::Add1 } else { Completion::None };
        let variant = rule.variants()[0].with(completion);
        let count = rule.count(&self.0, variant, &TiePolicy::Lexicographic)?;
        let Count::Settled(selection) = count else { return Err(JsError::new("a tie is left")) };
        Ok(selection.selected.iter().map(ToString::to_string).collect::<Vec<_>>().join(","))
    }
}
