//! Plain decimals.

/// An amount in major units, as a plain decimal.
pub(crate) fn decimal(minor: i64, digits: u32) -> String {
    let digits = usize::try_from(digits).unwrap_or(0);
    let mut whole = format!("{:0width$}", minor.unsigned_abs(), width = digits + 1);
    let fraction = whole.split_off(whole.len() - digits);
    let (sign, point) = (if minor < 0 { "-" } else { "" }, if fraction.is_empty() { "" } else { "." });
    format!("{sign}{whole}{point}{fraction}")
}
