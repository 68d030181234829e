//! A budget in pots, counted one after the other.

use crate::{Count, CountError, Election, Selection, Step, Tie};

/// Counts each pot as an election of its own and puts the selections together, in ascending order of area. Goes no
/// further than a tie that nobody has decided.
pub(super) fn count_each(
    election: &Election,
    count: impl Fn(&Election) -> Result<Count, CountError>,
) -> Result<Count, CountError> {
    let mut together = Selection::empty(election.budget());
    for (area, pot) in election.pots() {
        let before = together.selected.len();
        let later = |tie: Tie| Tie { after: before + tie.after, ..tie };
        let (of_pot, open) = match count(&pot)? {
            Count::Settled(selection) => (selection, None),
            Count::Tied { until, tie } => (until, Some(later(tie))),
        };
        together.cost = together.cost + of_pot.cost;
        together.shared_in_pots.extend(of_pot.shared.map(|shared| (area.to_owned(), shared)));
        together.selected.extend(of_pot.selected);
        together.steps.extend(of_pot.steps.into_iter().map(|step| Step { pot: Some(area.to_owned()), ..step }));
        together.ties.extend(of_pot.ties.into_iter().map(later));
        if let Some(tie) = open {
            return Ok(Count::Tied { until: together, tie });
        }
    }
    Ok(Count::Settled(together))
}
