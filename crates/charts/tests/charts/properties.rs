//! Layout with whatever a consultation may bring: one row or sixty, long names, zeros, equal and far-apart values.

use crate::checks;
use basketry_charts::{
    Approximate, Axis, Bar, Bars, Bin, Body, Cell, Change, Chart, ChartData, Datum, Direction, Dumbbell, Figure, Frame,
    Grid, GridCell, GridRow, Head, Matrix, MatrixCell, MatrixRow, Quartiles, Selection, Spread, SpreadRow, Step, Strip,
    Strips, Table, Theme, View, csv, svg,
};
use proptest::prelude::*;

type Row = (String, f64, f64, u32);

fn chart(body: Body, names: &[Row], numbers: impl Fn(usize) -> Vec<f64>) -> Chart {
    let columns = numbers(0).len();
    let row = |i: usize| {
        let cells = numbers(i).into_iter().map(|n| Cell::number(n.to_string(), n.to_string()));
        std::iter::once(Cell::text(&names[i].0)).chain(cells).collect()
    };
    let text = || "A text of some length, which may have to be wrapped".to_owned();
    Chart::new(ChartData {
        id: "random".into(),
        finding: text(),
        subject: text(),
        base: text(),
        date: text(),
        rule: text(),
        consultation: text(),
        illustrative: Some(text()),
        held_back: Some(text()),
        notes: vec![text()],
        body,
        table: Table {
            caption: text(),
            columns: (0..=columns).map(|i| i.to_string()).collect(),
            rows: (0..names.len()).map(row).collect(),
        },
        alt: text(),
    })
    .unwrap()
}

fn top(rows: &[Row]) -> Axis {
    let most = rows.iter().map(|row| row.1.max(row.2)).fold(0.0, f64::max);
    Axis::from_zero(most, |v| format!("£{v}"))
}

fn figure(value: f64) -> Figure {
    Figure::known(value, format!("{value:.0}"))
}

fn all(rows: &[Row]) -> Vec<Chart> {
    let pair = |i: usize| vec![rows[i].1, rows[i].2];
    let levels = |i: usize| (0..rows.len()).map(|t| f64::from(level(i, t))).collect();
    vec![
        chart(dumbbell(rows), rows, pair),
        chart(bars(rows), rows, pair),
        chart(spread(rows), rows, pair),
        chart(strips(rows), rows, pair),
        chart(matrix(rows), rows, levels),
        chart(selection(rows), rows, pair),
        chart(grid(rows), rows, pair),
    ]
}

fn spoken() -> String {
    "said".to_owned()
}

fn word() -> String {
    "A word for the key".to_owned()
}

fn level(item: usize, table: usize) -> u8 {
    u8::try_from((item + table) % 4).unwrap()
}

fn dumbbell(rows: &[Row]) -> Body {
    let change = |(name, a, b, _): &Row| Change {
        name: name.clone(),
        before: figure(*a),
        after: figure(*b),
        shift: format!("{:.0}", b - a),
        spoken: spoken(),
    };
    let rows_of = rows.iter().map(change).collect();
    Body::Dumbbell(Dumbbell { before: word(), after: word(), axis: top(rows), rows: rows_of })
}

fn bars(rows: &[Row]) -> Body {
    let datum = |value: &f64| Datum { figure: figure(*value), spoken: spoken() };
    let bar = |(name, a, b, _): &Row| Bar { name: name.clone(), values: vec![datum(a), datum(b)] };
    Body::Bars(Bars { axis: top(rows), series: vec![word(), word()], rows: rows.iter().map(bar).collect() })
}

fn spread(rows: &[Row]) -> Body {
    let row = |(name, a, b, _): &Row| SpreadRow {
        name: name.clone(),
        quartiles: Some(Quartiles {
            range: None,
            lower: a.min(*b),
            median: a.min(*b),
            upper: a.max(*b),
            mean: Some(*a),
        }),
        label: figure(*a).label,
        detail: word(),
        spoken: spoken(),
    };
    Body::Spread(Spread {
        axis: top(rows),
        box_word: word(),
        median_word: word(),
        mean_word: word(),
        range_word: word(),
        rows: rows.iter().map(row).collect(),
    })
}

fn strips(rows: &[Row]) -> Body {
    let most = top(rows).high;
    let strip = |(name, a, _, count): &Row| Strip {
        name: name.clone(),
        bins: vec![Bin { at: (a / most * 10.0).floor() * 5.0 - 25.0, count: *count }],
        fell: word(),
        same: word(),
        rose: word(),
        spoken: spoken(),
    };
    Body::Strips(Strips {
        axis: Axis::round(-50.0, 50.0, |v| v.to_string()),
        step: 5.0,
        less: word(),
        more: word(),
        dots: word(),
        columns: word(),
        rows: rows.iter().map(strip).collect(),
    })
}

fn matrix(rows: &[Row]) -> Body {
    let tables = rows.len();
    let cell = |i, t| MatrixCell { level: Some(level(i, t)), label: level(i, t).to_string(), spoken: spoken() };
    let row = |(i, row): (usize, &Row)| MatrixRow {
        name: row.0.clone(),
        cells: (0..tables).map(|t| cell(i, t)).collect(),
        total: format!("{i} of {tables}"),
    };
    Body::Matrix(Matrix {
        columns: (0..tables).map(|t| Head { name: format!("Table {t}"), short: t.to_string() }).collect(),
        levels: 3,
        rows: rows.iter().enumerate().map(row).collect(),
    })
}

fn selection(rows: &[Row]) -> Body {
    let budget = rows.iter().map(|row| row.1).sum::<f64>();
    let step = |(name, cost, _, count): &Row| Step {
        name: name.clone(),
        cost: *cost,
        cost_label: figure(*cost).label,
        selected: count % 2 == 0,
        reason: word().repeat(3),
        spoken: spoken(),
    };
    Body::Selection(Selection {
        axis: Axis::from_zero(budget * 2.0 + top(rows).high, |v| v.to_string()),
        budget,
        budget_label: word(),
        selected: word(),
        passed_over: word(),
        left_over: word(),
        steps: rows.iter().map(step).collect(),
    })
}

fn grid(rows: &[Row]) -> Body {
    let cell = |v: f64, spread| GridCell { mean: figure(v), spread: Some(spread), spoken: spoken() };
    let row = |(name, a, b, _): &Row| GridRow {
        name: name.clone(),
        overall: Some(*a),
        cells: [*a, *b].map(|v| cell(v, (a.min(*b), a.max(*b)))).into(),
    };
    Body::Grid(Grid {
        axis: top(rows),
        columns: vec![word(), rows[0].0.clone()],
        mean_word: word(),
        spread_word: word(),
        overall_word: word(),
        rows: rows.iter().map(row).collect(),
    })
}

fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z]{1,12}( [A-Za-z]{1,12}){0,3}",
        "[A-Za-z ,()-]{1,160}",
        "[A-Za-z]{30,120}",
        "[ء-ي]{2,10}( [ء-ي]{2,10}){0,8}",
        "[一-龥]{1,40}",
        "\\PC{1,60}",
    ]
    .prop_filter("a name has letters", |name| !name.trim().is_empty())
}

fn value() -> impl Strategy<Value = f64> {
    prop_oneof![Just(0.0), Just(1.0), 0.0..100.0f64, (0u32..5_000_000).prop_map(f64::from)]
}

fn rows(count: impl Into<proptest::collection::SizeRange>) -> impl Strategy<Value = Vec<Row>> {
    proptest::collection::vec((name(), value(), value(), 0u32..400), count)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_data_fits(rows in rows(1..9), width in 320u32..1400, full: bool, rtl: bool) {
        let frame = if full { Frame::Full } else { Frame::Bare };
        let direction = if rtl { Direction::RightToLeft } else { Direction::LeftToRight };
        for chart in all(&rows) {
            let view = View { frame, direction, ..View::bare(width) };
            checks::sound(&chart, &view);
            let picture = svg(&chart, &view, &Theme::print(), &Approximate);
            prop_assert!(roxmltree::Document::parse(&picture).is_ok());
            prop_assert!(csv(&chart).lines().count() > rows.len());
        }
    }

    #[test]
    fn equal_values_fit(rows in rows(1..5), same in value(), width in 320u32..1400) {
        let rows: Vec<Row> = rows.into_iter().map(|row| (row.0, same, same, row.3)).collect();
        for chart in all(&rows) {
            checks::sound(&chart, &View::bare(width));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4))]

    #[test]
    fn sixty_rows_fit(rows in rows(60), width in 320u32..1400) {
        for chart in all(&rows) {
            checks::sound(&chart, &View::bare(width));
        }
    }
}
