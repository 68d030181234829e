//! Counts and the sums that bind them.

/// A count of a publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId(pub(crate) usize);

/// What is known of a count beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// It may be published.
    Count,
    /// It is published whatever it is: a size that every figure names.
    Given,
    /// It is not published.
    Unpublished,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell {
    pub(crate) value: u64,
    pub(crate) role: Role,
    /// Which is rather held back: that with the lower rank.
    pub(crate) rank: u8,
}

/// Counts with the sums that whoever reads them knows to hold.
///
/// Counts of people are never negative, and everybody knows that too.
#[derive(Clone, Debug, Default)]
pub struct Publication {
    pub(crate) cells: Vec<Cell>,
    /// Each adds up to nothing: cells with their coefficients.
    pub(crate) relations: Vec<Vec<(usize, i64)>>,
}

impl Publication {
    /// A count that may be published. To protect others those of a lower `rank` are held back first.
    pub fn count(&mut self, value: u64, rank: u8) -> CellId {
        self.add(value, Role::Count, rank)
    }

    /// A count that is published whatever it is.
    pub fn given(&mut self, value: u64) -> CellId {
        self.add(value, Role::Given, 0)
    }

    /// A count that is not published. When it is small it must not follow from what is.
    pub fn unpublished(&mut self, value: u64) -> CellId {
        self.add(value, Role::Unpublished, 0)
    }

    /// `total` is the sum of `parts`.
    pub fn sum(&mut self, total: CellId, parts: impl IntoIterator<Item = CellId>) {
        let terms = parts.into_iter().map(|part| (part.0, 1)).chain([(total.0, -1)]);
        self.relations.push(terms.collect());
    }

    /// The true value.
    pub fn value(&self, cell: CellId) -> u64 {
        self.cells.get(cell.0).map_or(0, |cell| cell.value)
    }

    /// All counts.
    pub fn cells(&self) -> impl Iterator<Item = CellId> + use<> {
        (0..self.cells.len()).map(CellId)
    }

    /// The sums, each as cells with coefficients that add up to nothing.
    pub fn relations(&self) -> impl Iterator<Item = impl Iterator<Item = (CellId, i64)>> {
        self.relations.iter().map(|terms| terms.iter().map(|(cell, coefficient)| (CellId(*cell), *coefficient)))
    }

    fn add(&mut self, value: u64, role: Role, rank: u8) -> CellId {
        self.cells.push(Cell { value, role, rank });
        CellId(self.cells.len() - 1)
    }
}
