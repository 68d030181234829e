//! What a chart refuses, because it would mislead.

use crate::fixtures;
use basketry_charts::{Axis, Body, Cell, Chart, ChartData, ChartError};

fn refused(chart: Chart, change: impl FnOnce(&mut ChartData)) -> ChartError {
    let mut data = chart.into_data();
    change(&mut data);
    Chart::new(data).unwrap_err()
}

macro_rules! body {
    ($data:ident, $kind:ident) => {
        match &mut $data.body {
            Body::$kind(body) => body,
            _ => unreachable!("the fixture is of that kind"),
        }
    };
}

#[test]
fn numbers_that_cannot_be_drawn() {
    for number in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e300] {
        let error = refused(fixtures::dumbbell(), |data| body!(data, Dumbbell).rows[0].after.value = Some(number));
        assert_eq!(error, ChartError::NotANumber);
        let error = refused(fixtures::bars(), |data| body!(data, Bars).axis.high = number);
        assert!(matches!(error, ChartError::NotANumber | ChartError::EmptyAxis));
    }
    assert_eq!(refused(fixtures::bars(), |data| body!(data, Bars).axis.high = 0.5), ChartError::OffAxis);
}

#[test]
fn bars_that_do_not_start_at_zero() {
    let error = refused(fixtures::bars(), |data| body!(data, Bars).axis = Axis::round(-1.0, 1.0, |v| v.to_string()));
    assert_eq!(error, ChartError::BarsNotFromZero);
    let error = refused(fixtures::selection(), |data| body!(data, Selection).axis.low = -1.0);
    assert_eq!(error, ChartError::BarsNotFromZero);
}

#[test]
fn quartiles_and_ranges_in_the_wrong_order() {
    let error = refused(fixtures::spread(), |data| body!(data, Spread).rows[1].quartiles.as_mut().unwrap().lower = 2.0);
    assert_eq!(error, ChartError::Disorder { row: 1 });
    let error = refused(fixtures::grid(), |data| body!(data, Grid).rows[0].cells[0].spread = Some((1.0, 0.5)));
    assert_eq!(error, ChartError::Disorder { row: 0 });
}

#[test]
fn a_table_that_is_not_the_pictures() {
    let error = refused(fixtures::dumbbell(), |data| drop(data.table.rows.pop()));
    assert_eq!(error, ChartError::RowCount { picture: 6, table: 5 });
    let stop = |data: &mut ChartData| drop(body!(data, Dumbbell).rows.pop());
    let silent = refused(fixtures::dumbbell(), |data| {
        stop(data);
        data.notes.clear();
    });
    assert_eq!(silent, ChartError::RowCount { picture: 5, table: 6 });
    let mut noted = fixtures::dumbbell().into_data();
    stop(&mut noted);
    assert!(Chart::new(noted).is_ok());
    let error = refused(fixtures::dumbbell(), |data| data.table.rows.swap(0, 1));
    assert_eq!(error, ChartError::RowName { row: 0 });
    let error = refused(fixtures::dumbbell(), |data| data.table.rows[2][2] = Cell::number("14", "14"));
    assert_eq!(error, ChartError::NotInTable { row: 2, number: 13.0 });
    let error = refused(fixtures::dumbbell(), |data| drop(data.table.rows[3].pop()));
    assert_eq!(error, ChartError::TableShape { row: 3 });
    let error = refused(fixtures::dumbbell(), |data| data.table.rows[0][1].number = Some("=1".into()));
    assert_eq!(error, ChartError::RawNumber { row: 0 });
}

#[test]
fn ragged_rows_and_levels_that_do_not_exist() {
    let error = refused(fixtures::paired_bars(), |data| drop(body!(data, Bars).rows[1].values.pop()));
    assert_eq!(error, ChartError::Ragged { row: 1 });
    let error = refused(fixtures::matrix(), |data| body!(data, Matrix).levels = 1);
    assert_eq!(error, ChartError::OffAxis);
    let error = refused(fixtures::strips(), |data| body!(data, Strips).step = 0.0);
    assert_eq!(error, ChartError::EmptyAxis);
}

#[test]
fn silence_about_base_date_or_rule() {
    assert_eq!(refused(fixtures::bars(), |data| data.base = " ".into()), ChartError::Blank("base"));
    assert_eq!(refused(fixtures::bars(), |data| data.rule.clear()), ChartError::Blank("rule"));
    let error = refused(fixtures::bars(), |data| {
        body!(data, Bars).rows.clear();
        data.table.rows.clear();
    });
    assert_eq!(error, ChartError::Empty);
}
