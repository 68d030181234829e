//! Conversions between counts and coordinates, in one place because each is a decision about rounding.

/// A count as a coordinate. Counts beyond `u32` don't occur in a drawing.
pub(crate) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// The nearest whole pixel.
#[expect(clippy::cast_possible_truncation, reason = "`as` saturates, and a drawing is far smaller than i32")]
pub(crate) fn px(value: f64) -> i32 {
    value.round() as i32
}

/// The nearest whole size; at least zero.
pub(crate) fn size(value: f64) -> u32 {
    u32::try_from(px(value)).unwrap_or(0)
}

/// How many whole times `part` goes into `whole`; at least one, so that a layout always has a column.
pub(crate) fn times(whole: f64, part: f64) -> usize {
    usize::try_from(px((whole / part).floor())).unwrap_or(1).max(1)
}
