//! How wide text is.
//!
//! plotters measures in wasm through a styled `<span>` in the document, which a strict `style-src` refuses and which
//! a worker doesn't have. So this crate never asks plotters; it asks the caller.

/// Measures text in CSS pixels.
pub trait Measure {
    /// The advance width of `text` on one line at `size` pixels.
    fn width(&self, text: &str, size: f64, bold: bool) -> f64;
}

impl<F: Fn(&str, f64, bool) -> f64> Measure for F {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        self(text, size, bold)
    }
}

/// Average widths of a humanist sans, rather wide than narrow, for use where there is no canvas.
#[derive(Clone, Copy, Debug, Default)]
pub struct Approximate;

impl Measure for Approximate {
    fn width(&self, text: &str, size: f64, bold: bool) -> f64 {
        let hundredths: u32 = text.chars().map(|c| u32::from(advance(c, bold))).sum();
        f64::from(hundredths) * size / 100.0
    }
}

/// Advance widths of U+0020 to U+007E in hundredths of an em.
#[rustfmt::skip]
const REGULAR: [u8; 95] = [
    29, 36, 41, 75, 57, 85, 70, 25, 35, 35, 45, 75, 29, 32, 29, 30, 57, 57, 57, 57, 57, 57, 57, 57, 57, 57, 30, 30, 75, 75, 75, 48,
    90, 62, 62, 63, 69, 57, 52, 70, 68, 27, 27, 59, 50, 78, 67, 71, 54, 71, 62, 57, 55, 66, 62, 89, 62, 55, 62, 35, 30, 35, 75, 45,
    45, 55, 57, 49, 57, 55, 32, 57, 57, 25, 25, 52, 25, 88, 57, 55, 57, 57, 37, 47, 35, 57, 53, 74, 53, 53, 47, 57, 30, 57, 75,
];

#[rustfmt::skip]
const BOLD: [u8; 95] = [
    31, 41, 47, 75, 63, 90, 78, 28, 41, 41, 47, 75, 34, 37, 34, 33, 63, 63, 63, 63, 63, 63, 63, 63, 63, 63, 36, 36, 75, 75, 75, 52,
    90, 70, 69, 66, 75, 61, 61, 74, 75, 33, 33, 70, 57, 90, 75, 76, 66, 76, 69, 65, 61, 73, 70, 99, 69, 65, 65, 41, 33, 41, 75, 45,
    45, 61, 64, 53, 64, 61, 39, 64, 64, 31, 31, 60, 31, 94, 64, 62, 64, 64, 44, 54, 43, 64, 59, 83, 58, 59, 52, 64, 33, 64, 75,
];

fn advance(c: char, bold: bool) -> u8 {
    let table = if bold { &BOLD } else { &REGULAR };
    let code = u32::from(c);
    if let Some(known) = code.checked_sub(32).and_then(|i| usize::try_from(i).ok()).and_then(|i| table.get(i)) {
        return *known;
    }
    match code {
        0x00..=0x1f | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfe00..=0xfe0f => 0,
        _ if crate::text::joins(c) => 0,
        0x1100..=0x11ff | 0x2e80..=0xd7a3 | 0xf900..=0xfaff | 0xff00..=0xff60 | 0x1f000.. => 100,
        // An em dash, an ellipsis, arrows.
        0x2014 | 0x2026 | 0x2190..=0x21ff => 90,
        _ if bold => 68,
        _ => 61,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_grows_with_size_weight_and_length() {
        let width = |text, size, bold| Approximate.width(text, size, bold);
        assert!(width("basket", 20.0, false) > width("basket", 10.0, false));
        assert!(width("basket", 10.0, true) > width("basket", 10.0, false));
        assert!((width("e\u{301}", 10.0, false) - width("e", 10.0, false)).abs() < f64::EPSILON);
        assert!(width("予算", 10.0, false) > width("ab", 10.0, false));
    }
}
