//! The small pieces that bodies are made of: one drawn figure, one axis.

use crate::ChartError;

/// Beyond this an `f64` no longer holds every whole number, and a picture of it would mislead.
const LARGEST: f64 = 9_007_199_254_740_992.0;

/// One figure: where it is drawn and what is written beside it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Figure {
    /// The drawn value. `None` if it is held back (a small cell): then only the label is shown.
    pub value: Option<f64>,
    /// As printed, in the reader's locale.
    pub label: String,
}

impl Figure {
    /// A figure that may be shown.
    pub fn known(value: f64, label: impl Into<String>) -> Self {
        Self { value: Some(value), label: label.into() }
    }

    /// A figure that is held back; the label says so.
    pub fn held_back(label: impl Into<String>) -> Self {
        Self { value: None, label: label.into() }
    }
}

/// A figure that can be pointed at.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Datum {
    /// The figure.
    pub figure: Figure,
    /// A sentence for the tooltip and for screen readers: "Mental health, considered view: 31 points".
    pub spoken: String,
}

/// A labelled place on an axis.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Tick {
    /// Where.
    pub value: f64,
    /// As printed.
    pub label: String,
}

/// A straight scale from `low` to `high`.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Axis {
    /// The value at the start.
    pub low: f64,
    /// The value at the end.
    pub high: f64,
    /// Labelled places, ascending. Those that would touch each other are left out when drawn.
    pub ticks: Vec<Tick>,
}

impl Axis {
    /// From zero to a round number at or above `max`, with about four ticks; `format` prints them.
    pub fn from_zero(max: f64, format: impl Fn(f64) -> String) -> Self {
        Self::round(0.0, max, format)
    }

    /// From a round number at or below `min` to one at or above `max`.
    pub fn round(min: f64, max: f64, format: impl Fn(f64) -> String) -> Self {
        let step = round_step(max - min);
        let (low, high) = ((min / step).floor() * step, (max / step).ceil() * step);
        let high = if high > low { high } else { low + step };
        // Multiplying, not adding up, keeps 0.1 + 0.2 from becoming 0.30000000000000004 in a label.
        let ticks = (0..=12u32)
            .map(|i| ((low / step).round() + f64::from(i)) * step)
            .take_while(|value| *value <= high + step / 2.0)
            .map(|value| Tick { value, label: format(value) })
            .collect();
        Self { low, high, ticks }
    }

    /// Where `value` lies, from 0 at the start to 1 at the end.
    pub(crate) fn at(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    pub(crate) fn check(&self) -> Result<(), ChartError> {
        let numbers = self.ticks.iter().map(|tick| tick.value).chain([self.low, self.high]);
        numbers.into_iter().try_for_each(finite)?;
        if self.low < self.high { Ok(()) } else { Err(ChartError::EmptyAxis) }
    }

    /// Refuses a value that would be drawn somewhere else than where it lies.
    pub(crate) fn holds(&self, value: f64) -> Result<(), ChartError> {
        finite(value)?;
        let slack = (self.high - self.low) * 1e-9;
        if (self.low - slack..=self.high + slack).contains(&value) { Ok(()) } else { Err(ChartError::OffAxis) }
    }

    /// A length means an amount only if it starts at nothing.
    pub(crate) fn starts_at_zero(&self) -> Result<(), ChartError> {
        if self.low == 0.0 { Ok(()) } else { Err(ChartError::BarsNotFromZero) }
    }
}

pub(crate) fn finite(value: f64) -> Result<(), ChartError> {
    if value.is_finite() && value.abs() <= LARGEST { Ok(()) } else { Err(ChartError::NotANumber) }
}

/// 1, 2 or 5 times a power of ten, so that about four steps cover the span.
fn round_step(span: f64) -> f64 {
    let rough = if span.is_finite() && span > 0.0 { span / 4.0 } else { 0.25 };
    let power = 10f64.powf(rough.log10().floor());
    [1.0, 2.0, 5.0, 10.0].map(|m| m * power).into_iter().find(|step| *step >= rough).unwrap_or(power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(axis: &Axis) -> Vec<&str> {
        axis.ticks.iter().map(|tick| tick.label.as_str()).collect()
    }

    #[test]
    fn ticks_are_round_and_cover_the_data() {
        assert_eq!(labels(&Axis::from_zero(37.0, |v| v.to_string())), ["0", "10", "20", "30", "40"]);
        assert_eq!(labels(&Axis::round(-13.0, 9.0, |v| v.to_string())), ["-20", "-10", "0", "10"]);
        assert_eq!(labels(&Axis::from_zero(1.0, |v| format!("{v:.1}"))), ["0.0", "0.5", "1.0"]);
    }

    #[test]
    fn an_axis_without_span_still_has_one() {
        for max in [0.0, f64::NAN, f64::MIN_POSITIVE] {
            let axis = Axis::from_zero(max, |v| v.to_string());
            assert!(axis.high > axis.low || axis.check().is_err(), "{axis:?}");
        }
        assert!(Axis::round(50.0, 50.0, |v| v.to_string()).check().is_ok());
    }
}
