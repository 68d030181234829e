//! What is known, and what follows.

use microlp::{ComparisonOp, LinearExpr, OptimizationDirection, Problem, SolveOutcome};

/// How far a solver that works with floating point may be off.
const ROUNDING: f64 = 1e-6;

/// Sums that somebody knows of unknown counts, none of which is negative.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attacker {
    unknown: usize,
    /// Unknown counts with their signs, and what they come to.
    facts: Vec<(Vec<(usize, f64)>, u64)>,
}

impl Attacker {
    /// So many counts that are not known.
    pub(crate) fn of(unknown: usize) -> Self {
        Self { unknown, facts: Vec::new() }
    }

    /// These unknown counts add up to `sum`.
    pub(crate) fn learns(&mut self, parts: Vec<usize>, sum: u64) {
        self.facts.push((parts.into_iter().map(|part| (part, 1.0)).collect(), sum));
    }

    /// These unknown counts add up to another.
    pub(crate) fn learns_equal(&mut self, parts: Vec<usize>, other: usize) {
        self.facts.push((parts.into_iter().map(|part| (part, 1.0)).chain([(other, -1.0)]).collect(), 0));
    }

    /// The least and the most that these unknown counts can add up to.
    pub(crate) fn bounds(&self, parts: &[usize]) -> (f64, f64) {
        (self.extreme(parts, OptimizationDirection::Minimize), self.extreme(parts, OptimizationDirection::Maximize))
    }

    /// Whether it can show of a count that it is not zero, or that it is below the threshold.
    pub(crate) fn finds(&self, parts: &[usize], threshold: u64) -> Option<(f64, f64)> {
        let (low, high) = self.bounds(parts);
        let found = low > ROUNDING || high < f64::from(u32::try_from(threshold).unwrap()) - ROUNDING;
        found.then_some((low, high))
    }

    fn extreme(&self, parts: &[usize], direction: OptimizationDirection) -> f64 {
        let mut problem = Problem::new(direction);
        let weight = |one: &usize| if parts.contains(one) { 1.0 } else { 0.0 };
        let variables: Vec<_> =
            (0..self.unknown).map(|one| problem.add_var(weight(&one), (0.0, f64::INFINITY))).collect();
        for (parts, sum) in &self.facts {
            let mut left = LinearExpr::empty();
            for (part, sign) in parts {
                left.add(variables[*part], *sign);
            }
            problem.add_constraint(left, ComparisonOp::Eq, f64::from(u32::try_from(*sum).unwrap()));
        }
        match problem.solve() {
            Ok(SolveOutcome::Solution(solution)) => solution.objective(),
            Ok(SolveOutcome::Interrupted(_)) => panic!("there is no limit"),
            Err(microlp::Error::Unbounded) => f64::INFINITY,
            Err(error) => panic!("what is published fits nothing: {error}"),
        }
    }
}

#[test]
fn bounds_are_found() {
    let mut attacker = Attacker::of(3);
    attacker.learns(vec![0, 1], 7);
    attacker.learns(vec![1, 2], 3);
    assert_eq!(attacker.bounds(&[0]), (4.0, 7.0));
    assert_eq!(attacker.bounds(&[0, 2]), (4.0, 10.0));
    assert_eq!((attacker.finds(&[1], 3), attacker.finds(&[1], 5)), (None, Some((0.0, 3.0))));
}
