//! How cells look, and which number a cell holds.

use basketry_charts::{Cell, Unit};
use basketry_texts::Locale;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::About;

/// More digits than this a spreadsheet does not keep.
const MOST_DIGITS: usize = 15;

/// The formats of a workbook.
pub(super) struct Styles {
    pub(super) title: Format,
    pub(super) strong: Format,
    pub(super) wrapped: Format,
    pub(super) header: Format,
    /// A word among figures, such as that the figure is held back.
    pub(super) among_figures: Format,
    pub(super) link: Format,
    /// How many digits of an amount stand after the point.
    pub(super) minor_digits: usize,
    money: Money,
}

/// How the reader's language writes amounts.
struct Money {
    before: String,
    after: String,
}

/// The number a cell holds, and how it is shown.
pub(super) struct Number {
    pub(super) value: f64,
    pub(super) unit: Unit,
    /// Digits after the point that say something.
    pub(super) digits: usize,
}

impl Styles {
    pub(super) fn new(about: &About<'_>, locale: &dyn Locale) -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            strong: top.clone().set_bold(),
            wrapped: top.clone().set_text_wrap(),
            header: top
                .clone()
                .set_bold()
                .set_text_wrap()
                .set_background_color(Color::RGB(0x00C9_DBD9))
                .set_border_bottom(FormatBorder::Medium),
            among_figures: Format::new().set_align(FormatAlign::Right).set_italic(),
            link: top.set_font_color(Color::RGB(0x000F_5C5C)).set_underline(rust_xlsxwriter::FormatUnderline::Single),
            minor_digits: usize::try_from(about.minor_digits).unwrap_or(0),
            money: Money::new(about, locale),
        }
    }

    /// The number format of a column: all its figures have as many digits as the one that needs most.
    pub(super) fn number(&self, unit: Unit, digits: usize) -> Format {
        Format::new().set_num_format(self.code(unit, digits)).set_align(FormatAlign::Right)
    }

    /// The same as a code, for the labels of a chart.
    pub(super) fn code(&self, unit: Unit, digits: usize) -> String {
        let fraction = if digits == 0 { String::new() } else { format!(".{}", "0".repeat(digits)) };
        match unit {
            Unit::Plain => format!("#,##0{fraction}"),
            Unit::Percent => format!("0{fraction}%"),
            Unit::Money => format!("{}#,##0{fraction}{}", self.money.before, self.money.after),
        }
    }
}

impl Money {
    /// Reads off an amount in words what stands before and after the digits.
    fn new(about: &About<'_>, locale: &dyn Locale) -> Self {
        let sample = locale.money(1_234_567, about.currency, about.minor_digits);
        let first = sample.find(char::is_numeric);
        let last = sample.rfind(char::is_numeric).and_then(|at| Some(at + sample[at..].chars().next()?.len_utf8()));
        let (Some(first), Some(last)) = (first, last) else {
            return Self { before: String::new(), after: String::new() };
        };
        let quoted = |text: &str| {
            let text: String = text.chars().filter(|c| *c != '"').collect();
            if text.is_empty() { text } else { format!("\"{text}\"") }
        };
        Self { before: quoted(&sample[..first]), after: quoted(&sample[last..]) }
    }
}

impl Number {
    /// The number of a cell; none for words, and for figures with more digits than a spreadsheet keeps.
    pub(super) fn of(cell: &Cell) -> Option<Self> {
        let raw = cell.number.as_deref()?;
        let significant = raw.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
        if significant > MOST_DIGITS {
            return None;
        }
        let fraction = raw.split_once('.').map_or("", |(_, fraction)| fraction);
        let digits = if cell.unit == Unit::Money { fraction.trim_end_matches('0').len() } else { fraction.len() };
        let value = match cell.unit {
            Unit::Percent => hundredth(raw),
            Unit::Plain | Unit::Money => raw.to_owned(),
        };
        // A plain decimal is always read; it was checked when the chart was made.
        Some(Self { value: value.parse().ok()?, unit: cell.unit, digits })
    }
}

/// A hundredth of a plain decimal. The point is moved, so that no digit changes.
fn hundredth(raw: &str) -> String {
    let (sign, digits) = raw.strip_prefix('-').map_or(("", raw), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let whole = format!("{whole:0>3}");
    let (head, tail) = whole.split_at(whole.len() - 2);
    format!("{sign}{head}.{tail}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_hundredth_with_the_same_digits() {
        assert_eq!(["45.5", "100.0", "0.1", "-7"].map(hundredth), ["0.455", "1.000", "0.001", "-0.07"]);
        let cell = Number::of(&Cell::percent("66.7%", "66.7")).unwrap();
        assert_eq!((cell.value, cell.digits), (0.667, 1));
    }

    #[test]
    fn a_figure_a_spreadsheet_would_change_stays_text() {
        assert!(Number::of(&Cell::money("", "9999999999999.99")).is_some());
        assert!(Number::of(&Cell::money("", "99999999999999.99")).is_none());
        assert!(Number::of(&Cell::number("", "0.000000000000000001")).is_some());
        assert!(Number::of(&Cell::text("held back")).is_none());
    }

    #[test]
    fn pence_are_shown_where_there_are_any() {
        let digits = |raw: &str| Number::of(&Cell::money("", raw)).unwrap().digits;
        assert_eq!([digits("12.00"), digits("12.50"), digits("12.05")], [0, 1, 2]);
    }
}
