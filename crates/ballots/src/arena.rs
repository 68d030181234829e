//! Runs of bytes, one after the other in large pieces. Nothing is moved when more come, so that no memory is ever needed
//! twice.

/// How large a piece is, in bytes.
const PIECE: usize = 1 << 18;

/// Runs of bytes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Arena(Vec<Vec<u8>>);

/// Where a run begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct At {
    piece: u32,
    from: u32,
}

impl Arena {
    /// Keeps a run that says itself where it ends.
    pub(crate) fn keep(&mut self, runs: [&[u8]; 3]) -> At {
        let length = runs.iter().map(|run| run.len()).sum();
        let fits = |piece: &Vec<u8>| piece.capacity() - piece.len() >= length;
        if !self.0.last().is_some_and(fits) {
            self.0.push(Vec::with_capacity(length.max(PIECE)));
        }
        let mut at = At { piece: 0, from: 0 };
        let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        at.piece = number(self.0.len() - 1);
        if let Some(piece) = self.0.last_mut() {
            at.from = number(piece.len());
            for run in runs {
                piece.extend_from_slice(run);
            }
        }
        at
    }

    /// All bytes from there to the end of the piece.
    pub(crate) fn from(&self, at: At) -> &[u8] {
        let piece = self.0.get(at.piece as usize).map_or(&[][..], Vec::as_slice);
        piece.get(at.from as usize..).unwrap_or_default()
    }
}
