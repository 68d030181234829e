//! What a reader of a publication can show of a count that is held back.

use crate::publication::{Publication, Role};
use crate::simplex::{Tableau, TooLarge};

/// The counts held back that hang together, with the sums that bind them.
pub(crate) struct Reach {
    /// The cells, by variable.
    pub(crate) cells: Vec<usize>,
    tableau: Tableau,
}

impl Reach {
    /// What hangs together with `cell`. None where nothing fits the sums: they are no sums then.
    pub(crate) fn of(publication: &Publication, hidden: &[bool], cell: usize) -> Result<Option<Self>, TooLarge> {
        let (cells, relations) = together(publication, hidden, cell);
        let row = |relation: &usize| {
            let mut row = (vec![0_i64; cells.len()], 0_i64);
            for (other, coefficient) in &publication.relations[*relation] {
                match cells.iter().position(|one| one == other) {
                    Some(variable) => row.0[variable] += coefficient,
                    None => row.1 = take(row.1, *coefficient, publication.cells[*other].value)?,
                }
            }
            Ok(row)
        };
        let rows: Vec<_> = relations.iter().map(row).collect::<Result<_, _>>()?;
        let tableau = Tableau::new(&rows, cells.len())?;
        Ok(tableau.map(|tableau| Self { cells, tableau }))
    }

    /// Whether what is published leaves open that `cell` is nothing, and that it is `level`.
    pub(crate) fn is_open(&mut self, cell: usize, level: u64) -> Result<bool, TooLarge> {
        let Some(variable) = self.cells.iter().position(|one| *one == cell) else { return Ok(false) };
        Ok(self.tableau.reaches_zero(variable)? && self.tableau.reaches(variable, level)?)
    }
}

/// Counts that would have to be held back too, at the least cost, so that `cell` could be `level`. None where it could
/// not be even then.
///
/// Each count that is shown may move, at a cost for every unit (Kelly, Golden and Assad 1992); those that do are the
/// answer.
pub(crate) fn cheapest(
    publication: &Publication,
    hidden: &[bool],
    (cell, level): (usize, u64),
) -> Result<Option<Vec<usize>>, TooLarge> {
    // Hidden counts are variables, shown ones two: what is added and what is taken away.
    let mut variables: Vec<(usize, i64)> = Vec::new();
    for (place, one) in publication.cells.iter().enumerate().filter(|(place, _)| *place != cell) {
        match one.role {
            _ if hidden[place] => variables.push((place, 1)),
            Role::Count => variables.extend([(place, 1), (place, -1)]),
            Role::Given | Role::Unpublished => {}
        }
    }
    let row = |terms: &Vec<(usize, i64)>| {
        let mut row = (vec![0_i64; variables.len()], 0_i64);
        for (other, coefficient) in terms {
            let known = match () {
                () if *other == cell => level,
                () if hidden[*other] => 0,
                () => publication.cells[*other].value,
            };
            row.1 = take(row.1, *coefficient, known)?;
            for (place, _) in variables.iter().enumerate().filter(|(_, (one, _))| one == other) {
                row.0[place] += coefficient * variables[place].1;
            }
        }
        Ok(row)
    };
    let rows: Vec<_> = publication.relations.iter().map(row).collect::<Result<_, _>>()?;
    let Some(mut tableau) = Tableau::new(&rows, variables.len())? else { return Ok(None) };
    let costs: Vec<i64> =
        variables.iter().map(|(place, _)| if hidden[*place] { 0 } else { cost(publication, *place) }).collect();
    tableau.minimise(&costs)?;
    let moved = variables.iter().enumerate().filter(|(at, (place, _))| !hidden[*place] && tableau.value(*at).0 > 0);
    Ok(Some(moved.map(|(_, (place, _))| *place).collect()))
}

/// Rather counts of a low rank, and among them small ones.
fn cost(publication: &Publication, cell: usize) -> i64 {
    const A_RANK: i64 = 10_000;
    let cell = publication.cells[cell];
    let small = i64::try_from(cell.value).unwrap_or(i64::MAX).min(A_RANK - 1) + 1;
    small.saturating_mul(A_RANK.saturating_pow(u32::from(cell.rank.min(3))))
}

fn take(from: i64, coefficient: i64, value: u64) -> Result<i64, TooLarge> {
    let value = i64::try_from(value).map_err(|_| TooLarge)?;
    coefficient.checked_mul(value).and_then(|much| from.checked_sub(much)).ok_or(TooLarge)
}

/// The hidden cells that are bound to `cell` by sums, directly or through others, and these sums.
fn together(publication: &Publication, hidden: &[bool], cell: usize) -> (Vec<usize>, Vec<usize>) {
    let (mut cells, mut relations) = (vec![cell], Vec::new());
    let mut looked_at = 0;
    while let Some(one) = cells.get(looked_at).copied() {
        looked_at += 1;
        for (place, terms) in publication.relations.iter().enumerate() {
            if relations.contains(&place) || !terms.iter().any(|(other, _)| *other == one) {
                continue;
            }
            relations.push(place);
            for (other, _) in terms.iter().filter(|(other, _)| hidden[*other]) {
                if !cells.contains(other) {
                    cells.push(*other);
                }
            }
        }
    }
    cells.sort_unstable();
    relations.sort_unstable();
    (cells, relations)
}
