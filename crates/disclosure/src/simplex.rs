//! An exact simplex method.
//!
//! The tableau holds whole numbers over one common denominator, which stays whole when it is exchanged (Edmonds 1967,
//! Bareiss 1968). Bland's rule picks the pivot, so that it ends. What grows beyond 64 bits is refused and never wrong;
//! sums in rows and columns of tables stay at zero, one and minus one.

/// A linear program got too large for 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TooLarge;

/// A system `A x = b`, `x >= 0`, at one of its corners.
pub(crate) struct Tableau {
    /// Coefficients, and last the right side, of which each stands for itself over `denominator`.
    rows: Vec<Vec<i64>>,
    /// The variable that each row tells the value of.
    basis: Vec<usize>,
    denominator: i64,
    variables: usize,
}

impl Tableau {
    /// A corner of the system; none where the system has no solution.
    pub(crate) fn new(rows: &[(Vec<i64>, i64)], variables: usize) -> Result<Option<Self>, TooLarge> {
        let width = variables + rows.len() + 1;
        let row = |(at, (coefficients, right)): (usize, &(Vec<i64>, i64))| {
            let sign = if *right < 0 { -1 } else { 1 };
            let mut row = vec![0_i64; width];
            for (place, coefficient) in row.iter_mut().zip(coefficients) {
                *place = *coefficient * sign;
            }
            row[variables + at] = 1;
            row[width - 1] = *right * sign;
            row
        };
        let basis = (variables..variables + rows.len()).collect();
        let rows = rows.iter().enumerate().map(row).collect();
        let mut tableau = Self { rows, basis, denominator: 1, variables };
        Ok(tableau.drive_out()?.then_some(tableau))
    }

    /// Whether there is a solution in which the variable is nothing; leaves the tableau at it.
    pub(crate) fn reaches_zero(&mut self, variable: usize) -> Result<bool, TooLarge> {
        while let Some(row) = self.row_of(variable) {
            if self.right(row) == 0 {
                return Ok(true);
            }
            let Some(entering) = (0..self.variables).find(|column| *column != variable && self.rows[row][*column] > 0)
            else {
                return Ok(false);
            };
            // The row itself limits how far it goes.
            let Some(leaving) = self.leaving(entering)? else { return Ok(false) };
            self.pivot(leaving, entering)?;
        }
        Ok(true)
    }

    /// Whether there is a solution in which the variable is at least `level`; leaves the tableau at it.
    pub(crate) fn reaches(&mut self, variable: usize, level: u64) -> Result<bool, TooLarge> {
        if self.row_of(variable).is_none() {
            let Some(leaving) = self.leaving(variable)? else { return Ok(true) };
            self.pivot(leaving, variable)?;
        }
        while let Some(row) = self.row_of(variable) {
            let wanted =
                i64::try_from(level).ok().and_then(|level| level.checked_mul(self.denominator)).ok_or(TooLarge)?;
            if self.right(row) >= wanted {
                return Ok(true);
            }
            let Some(entering) = (0..self.variables).find(|column| self.rows[row][*column] < 0) else {
                return Ok(false);
            };
            let Some(leaving) = self.leaving(entering)? else { return Ok(true) };
            self.pivot(leaving, entering)?;
        }
        Ok(false)
    }

    /// Goes to a solution at which `costs` come to least. They must not be negative, so that there is one.
    pub(crate) fn minimise(&mut self, costs: &[i64]) -> Result<(), TooLarge> {
        while let Some(entering) = self.worthwhile(costs)? {
            // Costs that are not negative have a least sum, so something limits how far it goes.
            let Some(leaving) = self.leaving(entering)? else { return Ok(()) };
            self.pivot(leaving, entering)?;
        }
        Ok(())
    }

    /// The first variable that makes the sum less when it grows.
    fn worthwhile(&self, costs: &[i64]) -> Result<Option<usize>, TooLarge> {
        for (column, cost) in costs.iter().enumerate().take(self.variables) {
            let mut reduced = cost.checked_mul(self.denominator).ok_or(TooLarge)?;
            for (row, basic) in self.rows.iter().zip(&self.basis).filter(|(row, _)| row[column] != 0) {
                let saved = costs[*basic].checked_mul(row[column]).ok_or(TooLarge)?;
                reduced = reduced.checked_sub(saved).ok_or(TooLarge)?;
            }
            if reduced < 0 {
                return Ok(Some(column));
            }
        }
        Ok(None)
    }

    /// The value of a variable as it stands: numerator and denominator.
    pub(crate) fn value(&self, variable: usize) -> (i64, i64) {
        (self.row_of(variable).map_or(0, |row| self.right(row)), self.denominator)
    }

    /// Brings the artificial variables to nothing and out of the basis.
    fn drive_out(&mut self) -> Result<bool, TooLarge> {
        loop {
            let artificial: Vec<usize> =
                (0..self.rows.len()).filter(|row| self.basis[*row] >= self.variables).collect();
            if artificial.iter().all(|row| self.right(*row) == 0) {
                break;
            }
            let gain = |column: &usize| artificial.iter().map(|row| self.rows[*row][*column]).sum::<i64>() > 0;
            let Some(entering) = (0..self.variables).find(gain) else { return Ok(false) };
            let Some(leaving) = self.leaving(entering)? else { return Ok(false) };
            self.pivot(leaving, entering)?;
        }
        let mut row = 0;
        while row < self.rows.len() {
            if self.basis[row] < self.variables {
                row += 1;
            } else if let Some(column) = (0..self.variables).find(|column| self.rows[row][*column] != 0) {
                self.pivot(row, column)?;
                row += 1;
            } else {
                // It says nothing that the others do not say.
                self.rows.remove(row);
                self.basis.remove(row);
            }
        }
        for row in &mut self.rows {
            row.drain(self.variables..row.len() - 1);
        }
        Ok(true)
    }

    fn row_of(&self, variable: usize) -> Option<usize> {
        self.basis.iter().position(|basic| *basic == variable)
    }

    fn right(&self, row: usize) -> i64 {
        self.rows[row].last().copied().unwrap_or(0)
    }

    /// The row that is the first at nothing when `entering` grows; of equals the one with the lowest variable.
    fn leaving(&self, entering: usize) -> Result<Option<usize>, TooLarge> {
        let mut best: Option<usize> = None;
        for row in (0..self.rows.len()).filter(|row| self.rows[*row][entering] > 0) {
            let Some(other) = best else {
                best = Some(row);
                continue;
            };
            let here = self.right(row).checked_mul(self.rows[other][entering]).ok_or(TooLarge)?;
            let there = self.right(other).checked_mul(self.rows[row][entering]).ok_or(TooLarge)?;
            if (here, self.basis[row]) < (there, self.basis[other]) {
                best = Some(row);
            }
        }
        Ok(best)
    }

    fn pivot(&mut self, row: usize, column: usize) -> Result<(), TooLarge> {
        if self.rows[row][column] < 0 {
            for entry in &mut self.rows[row] {
                *entry = -*entry;
            }
        }
        let pivot = self.rows[row][column];
        let pivotal = std::mem::take(&mut self.rows[row]);
        for other in self.rows.iter_mut().filter(|other| !other.is_empty()) {
            let factor = other[column];
            if factor == 0 && pivot == self.denominator {
                continue;
            }
            for (entry, along) in other.iter_mut().zip(&pivotal) {
                let scaled = entry.checked_mul(pivot).ok_or(TooLarge)?;
                let taken = factor.checked_mul(*along).ok_or(TooLarge)?;
                // Exact: every entry is a minor of the whole system.
                *entry = scaled.checked_sub(taken).ok_or(TooLarge)? / self.denominator;
            }
        }
        self.rows[row] = pivotal;
        self.basis[row] = column;
        self.denominator = pivot;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tableau(rows: &[(&[i64], i64)], variables: usize) -> Option<Tableau> {
        let rows: Vec<_> = rows.iter().map(|(left, right)| (left.to_vec(), *right)).collect();
        Tableau::new(&rows, variables).unwrap()
    }

    #[test]
    fn ends_of_an_interval() {
        // x + y = 7, y + z = 3: x is from 4 to 7.
        let mut at = tableau(&[(&[1, 1, 0], 7), (&[0, 1, 1], 3)], 3).unwrap();
        assert!(!at.reaches_zero(0).unwrap());
        assert_eq!(at.value(0), (4, 1));
        assert!(at.reaches(0, 7).unwrap() && !at.reaches(0, 8).unwrap());
        assert!(at.reaches_zero(1).unwrap() && at.reaches_zero(2).unwrap());
    }

    #[test]
    fn fractions_are_exact() {
        // 3x + 2y = 7: x is at most 7/3.
        let mut at = tableau(&[(&[3, 2], 7)], 2).unwrap();
        assert!(!at.reaches(0, 3).unwrap());
        let (top, below) = at.value(0);
        assert_eq!(top * 3, 7 * below);
    }

    #[test]
    fn no_solution_and_rows_said_twice() {
        assert!(tableau(&[(&[1, 1], 2), (&[1, 1], 3)], 2).is_none());
        assert!(tableau(&[(&[1, 1], -1)], 2).is_none());
        let mut at = tableau(&[(&[1, 1], 2), (&[2, 2], 4), (&[-1, -1], -2)], 2).unwrap();
        assert!(at.reaches(1, 2).unwrap() && !at.reaches(1, 3).unwrap());
    }

    #[test]
    fn without_end() {
        let mut at = tableau(&[(&[1, -1], 2)], 2).unwrap();
        assert!(at.reaches(0, 1 << 60).unwrap() && at.reaches(1, 1_000).unwrap());
        assert!(!at.reaches_zero(0).unwrap());
        assert_eq!(at.reaches(0, u64::MAX), Err(TooLarge));
    }

    #[test]
    fn what_costs_least() {
        // x + y + z = 5, x + y = 3: z is 2, and y takes the place of the dearer x.
        let mut at = tableau(&[(&[1, 1, 1], 5), (&[1, 1, 0], 3)], 3).unwrap();
        at.minimise(&[7, 2, 1]).unwrap();
        assert_eq!([0, 1, 2].map(|variable| at.value(variable).0), [0, 3, 2]);
    }
}
