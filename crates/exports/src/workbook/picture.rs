//! Native charts: which columns of the table the picture draws, as bars that Excel draws from the cells.

use basketry_charts::{Body, Chart, Rgb, Theme, Tone};
use basketry_texts::{Locale, msg};
use rust_xlsxwriter::{
    Chart as Native, ChartDataLabel, ChartFont, ChartFormat, ChartLegendPosition, ChartSolidFill, ChartType, Color,
};

use super::names::cut;
use super::sheet::{Column, HEADER};
use super::styles::Styles;

/// Excel's limit for an alternative text, in UTF-16 units.
const LONGEST_ALT: usize = 255;
/// With more series than this a figure at every bar hides the bars.
const MOST_LABELLED: usize = 2;
/// In pixels.
const WIDTH: u32 = 760;
const LEAST_HEIGHT: u32 = 240;
const MOST_HEIGHT: u32 = 1_600;
const AROUND: u32 = 130;
const BAR: u32 = 22;

/// Where the table is.
pub(super) struct Place<'a> {
    pub(super) sheet: &'a str,
    pub(super) columns: &'a [Column],
}

/// What a picture draws, row by row.
struct Drawn {
    kind: ChartType,
    /// A list of values for each series; none where a figure is held back.
    series: Vec<Vec<Option<f64>>>,
    /// How near the table's number must be.
    nearly: f64,
}

/// The chart Excel draws of the table; none where the picture has no bars or lines, or draws what the table lacks.
pub(super) fn native(chart: &Chart, place: &Place<'_>, styles: &Styles, locale: &dyn Locale) -> Option<Native> {
    let data = chart.data();
    let drawn = drawn(&data.body)?;
    let columns = columns(chart, &drawn)?;
    let rows = u32::try_from(drawn.series.first()?.len()).ok()?;
    let (first, last) = (HEADER + 1, HEADER + rows);
    let labelled = columns.len() <= MOST_LABELLED || drawn.kind == ChartType::BarPercentStacked;
    let mut native = Native::new(drawn.kind);
    for (number, (at, values)) in columns.iter().zip(&drawn.series).enumerate() {
        let column = place.columns.get(usize::from(*at))?;
        let series = native
            .add_series()
            .set_categories((place.sheet, first, 0, last, 0))
            .set_values((place.sheet, first, *at, last, *at))
            .set_name((place.sheet, HEADER, *at))
            .set_format(&mut fill(number));
        if labelled {
            let label =
                ChartDataLabel::new().show_value().set_num_format(styles.code(column.unit, column.digits)).to_custom();
            series.set_data_label(&label);
            if values.iter().any(Option::is_none) {
                series.set_custom_data_labels(&held_labels(chart, *at, values, &label));
            }
        }
    }
    native.title().set_name(data.subject.as_str()).set_font(ChartFont::new().set_size(12));
    // Of bars the library takes the axis that goes up for the one with names; Excel draws the first row at the bottom.
    native.y_axis().set_reverse().set_major_gridlines(false);
    native.x_axis().set_major_gridlines(!labelled).set_hidden(labelled).set_min(0);
    let column = place.columns.get(usize::from(*columns.first()?))?;
    native.x_axis().set_num_format(styles.code(column.unit, 0));
    if columns.len() == 1 {
        native.legend().set_hidden();
    } else {
        native.legend().set_position(ChartLegendPosition::Bottom);
    }
    let bars = rows * if drawn.kind == ChartType::Bar { u32::try_from(columns.len()).ok()? } else { 1 };
    native.set_width(WIDTH).set_height((AROUND + bars * BAR).clamp(LEAST_HEIGHT, MOST_HEIGHT));
    let alt = msg::EXPORT_TABLE_OF.say(locale, &[("subject", data.subject.as_str().into())]);
    native.set_alt_text(cut(&format!("{alt}. {}. {}", data.finding, data.base), LONGEST_ALT));
    Some(native)
}

/// At a figure that is held back Excel would write nothing, or nought: the cell's own words stand there.
fn held_labels(chart: &Chart, at: u16, values: &[Option<f64>], label: &ChartDataLabel) -> Vec<ChartDataLabel> {
    let words = |(value, cells): (&Option<f64>, &Vec<basketry_charts::Cell>)| {
        if value.is_some() {
            return label.clone();
        }
        let words = cells.get(usize::from(at)).map_or("", |cell| cell.text.as_str());
        ChartDataLabel::new().set_value(words).to_custom()
    };
    values.iter().zip(&chart.data().table.rows).map(words).collect()
}

fn drawn(body: &Body) -> Option<Drawn> {
    let nearly = |axis: &basketry_charts::Axis| (axis.high - axis.low) / 500.0;
    let drawn = |kind, nearly, series| Some(Drawn { kind, series, nearly });
    match body {
        Body::Bars(bars) => {
            let value = |at: usize| bars.rows.iter().map(|row| row.values.get(at)?.figure.value).collect();
            drawn(ChartType::Bar, nearly(&bars.axis), (0..bars.series.len()).map(value).collect())
        }
        Body::Dumbbell(pairs) => {
            let before = pairs.rows.iter().map(|row| row.before.value).collect();
            let after = pairs.rows.iter().map(|row| row.after.value).collect();
            drawn(ChartType::Bar, nearly(&pairs.axis), vec![before, after])
        }
        Body::Spread(spread) => {
            let median = spread.rows.iter().map(|row| Some(row.quartiles?.median)).collect();
            let mean = spread.rows.iter().map(|row| row.quartiles?.mean).collect();
            drawn(ChartType::Bar, nearly(&spread.axis), vec![median, mean])
        }
        Body::Strips(strips) => {
            let people = |way: fn(f64) -> bool| -> Vec<Option<f64>> {
                let of_row = |bins: &[basketry_charts::Bin]| {
                    bins.iter().filter(|bin| way(bin.at)).map(|bin| f64::from(bin.count)).sum::<f64>()
                };
                strips.rows.iter().map(|row| Some(of_row(&row.bins))).collect()
            };
            let ways = vec![people(|at| at < 0.0), people(|at| at == 0.0), people(|at| at > 0.0)];
            drawn(ChartType::BarPercentStacked, 0.0, ways)
        }
        Body::Selection(selection) => {
            let cost = selection.steps.iter().map(|step| Some(step.cost)).collect();
            drawn(ChartType::Bar, nearly(&selection.axis), vec![cost])
        }
        Body::Grid(grid) => {
            let column = |at: usize| grid.rows.iter().map(|row| row.cells.get(at)?.mean.value).collect();
            drawn(ChartType::Bar, nearly(&grid.axis), (0..grid.columns.len()).map(column).collect())
        }
        Body::Matrix(_) => None,
    }
}

/// The columns of the table with the drawn values, each column once.
fn columns(chart: &Chart, drawn: &Drawn) -> Option<Vec<u16>> {
    let table = &chart.data().table;
    let mut found: Vec<u16> = Vec::new();
    for values in &drawn.series {
        let holds = |at: &u16| {
            let number =
                |row: usize| table.rows.get(row)?.get(usize::from(*at))?.number.as_deref()?.parse::<f64>().ok();
            values.iter().enumerate().all(|(row, value)| match (value, number(row)) {
                (Some(value), Some(number)) => (value - number).abs() <= drawn.nearly,
                (value, number) => value.is_none() && number.is_none(),
            })
        };
        let width = u16::try_from(table.columns.len()).ok()?;
        found.push((1..width).find(|at| !found.contains(at) && holds(at))?);
    }
    (!found.is_empty()).then_some(found)
}

/// The same colours as in print, which a grey copy keeps apart.
fn fill(number: usize) -> ChartFormat {
    let Rgb(red, green, blue) = Theme::print().color(Tone::Series(number));
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(u32::from_be_bytes([0, red, green, blue]))));
    format
}
