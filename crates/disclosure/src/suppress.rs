//! Which counts are held back.

use std::fmt;

use crate::publication::{CellId, Publication, Role};
use crate::reach::{Reach, cheapest};
use crate::simplex::TooLarge;
use crate::threshold::Threshold;

/// Why a count is held back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// It is small.
    Primary,
    /// It would give away one that is small.
    Complementary,
}

/// What is held back of a publication, and what is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    held: Vec<Option<Held>>,
}

/// Counts cannot be protected: the sums do not hold, or a size that everybody is told is itself too small.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contradiction;

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the counts do not fit their sums, or a size that is told is below the threshold")
    }
}

impl std::error::Error for Contradiction {}

impl Pattern {
    /// Whether a count is held back, and why.
    pub fn held(&self, cell: CellId) -> Option<Held> {
        self.held.get(cell.0).copied().flatten()
    }

    /// Primary suppression only. It protects nothing where sums are told: tests show what an attacker makes of it.
    pub fn primary_only(publication: &Publication, threshold: Threshold) -> Self {
        let small = |value| threshold.is_small(value).then_some(Held::Primary);
        let held = publication.cells.iter().map(|cell| match cell.role {
            Role::Count => small(cell.value),
            Role::Given => None,
            Role::Unpublished => small(cell.value).or(Some(Held::Complementary)),
        });
        Self { held: held.collect() }
    }
}

/// Holds back every count below the threshold, those in `already`, and others until each count below the threshold
/// could be zero as well as the threshold, as far as what is shown tells.
///
/// The same publication always has the same pattern. Counts once protected stay so, since each that is held back later
/// leaves more open; one pass over them is enough.
pub fn suppress(publication: &Publication, threshold: Threshold, already: &[CellId]) -> Result<Pattern, Contradiction> {
    let mut pattern = Pattern::primary_only(publication, threshold);
    for cell in already {
        pattern.held[cell.0].get_or_insert(Held::Complementary);
    }
    if !publication.relations.iter().all(|terms| adds_up(publication, terms)) {
        return Err(Contradiction);
    }
    match protect(publication, threshold, &mut pattern) {
        Ok(true) => Ok(pattern),
        Ok(false) => Err(Contradiction),
        Err(TooLarge) => {
            // What cannot be decided is not published.
            for (held, cell) in pattern.held.iter_mut().zip(&publication.cells) {
                if cell.role != Role::Given {
                    held.get_or_insert(Held::Complementary);
                }
            }
            Ok(pattern)
        }
    }
}

fn protect(publication: &Publication, threshold: Threshold, pattern: &mut Pattern) -> Result<bool, TooLarge> {
    let mut hidden: Vec<bool> = pattern.held.iter().map(Option::is_some).collect();
    let small = |cell: &usize| hidden[*cell] && threshold.is_small(publication.cells[*cell].value);
    let mut open: Vec<usize> = (0..hidden.len()).filter(small).collect();
    while let Some(first) = open.first().copied() {
        let Some(mut reach) = Reach::of(publication, &hidden, first)? else { return Ok(false) };
        let mut left = Vec::new();
        for cell in open {
            if !reach.cells.contains(&cell) || !reach.is_open(cell, threshold.count())? {
                left.push(cell);
            }
        }
        open = left;
        if open.first() == Some(&first) {
            let mut more = Vec::new();
            for level in [0, threshold.count()] {
                let Some(moved) = cheapest(publication, &hidden, (first, level))? else { return Ok(false) };
                more.extend(moved);
            }
            if more.is_empty() {
                // It hangs on a count that would have to be less than nothing: none that can move is shown.
                let shown = |cell: &usize| !hidden[*cell] && publication.cells[*cell].role == Role::Count;
                more.extend((0..hidden.len()).filter(shown));
            }
            if more.is_empty() {
                return Ok(false);
            }
            for cell in more {
                hidden[cell] = true;
                pattern.held[cell] = Some(Held::Complementary);
            }
        }
    }
    Ok(true)
}

fn adds_up(publication: &Publication, terms: &[(usize, i64)]) -> bool {
    let value = |cell: &usize| i128::from(publication.cells[*cell].value);
    terms.iter().map(|(cell, coefficient)| value(cell) * i128::from(*coefficient)).sum::<i128>() == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_protected_is_an_error() {
        let of = |size: u64, parts: [u64; 2]| {
            let mut publication = Publication::default();
            let parts = parts.map(|part| publication.count(part, 0));
            let size = publication.given(size);
            publication.sum(size, parts);
            suppress(&publication, Threshold::Ten, &[]).map(|pattern| parts.map(|part| pattern.held(part)))
        };
        assert_eq!(of(30, [3, 27]), Ok([Some(Held::Primary), Some(Held::Complementary)]));
        assert_eq!(of(30, [10, 20]), Ok([None, None]));
        assert_eq!(of(9, [3, 6]), Err(Contradiction));
        assert_eq!(of(31, [3, 27]), Err(Contradiction));
    }

    #[test]
    fn what_is_held_already_stays_so() {
        let mut publication = Publication::default();
        let (one, other, total) = (publication.count(20, 0), publication.count(30, 0), publication.count(50, 2));
        publication.sum(total, [one, other]);
        let pattern = suppress(&publication, Threshold::Ten, &[one]).unwrap();
        assert_eq!([one, other, total].map(|cell| pattern.held(cell)), [Some(Held::Complementary), None, None]);
    }

    #[test]
    fn what_is_too_large_to_decide_is_held_back() {
        let mut publication = Publication::default();
        let (one, other) = (publication.count(3, 0), publication.count(u64::MAX - 3, 0));
        let total = publication.given(u64::MAX);
        publication.sum(total, [one, other]);
        let pattern = suppress(&publication, Threshold::Ten, &[]).unwrap();
        assert_eq!([one, other].map(|cell| pattern.held(cell).is_some()), [true, true]);
    }
}
