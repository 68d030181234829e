//! The page of a folder of charts: each with its table, in words, and with its base, date and rule.
//!
//! It needs no script and no other host: pictures and tables lie beside it.

use basketry_charts::{Cell, Chart};
use basketry_texts::{LANGUAGES, Locale, Message, Value, msg};
use minijinja::value::Serde;
use minijinja::{AutoEscape, Environment, UndefinedBehavior, context};
use serde::Serialize;

use crate::archive::chart_file;
use crate::workbook::held_back;
use crate::{About, ExportError};

const TEMPLATE: &str = include_str!("page/page.html");

/// One chart of the page.
#[derive(Serialize)]
struct Figure<'a> {
    id: &'a str,
    finding: &'a str,
    subject: &'a str,
    alt: &'a str,
    picture: String,
    file: String,
    /// What every figure rests on, in sentences.
    rests_on: [&'a str; 4],
    marks: Vec<&'a str>,
    caption: &'a str,
    columns: Vec<TableCell<'a>>,
    rows: Vec<Vec<TableCell<'a>>>,
}

#[derive(Serialize)]
struct TableCell<'a> {
    text: &'a str,
    /// Whether it stands in a column of figures.
    figure: bool,
}

/// Makes the page (HTML). The pictures are files beside it with the names of [`chart_file`], ending `svg`, the tables
/// with the ending `csv`, and the manifest is `manifest.json`.
pub fn page(charts: &[Chart], about: &About<'_>, locale: &dyn Locale) -> Result<String, ExportError> {
    let say = |message: &Message| message.say(locale, &[]);
    let figures: Vec<Figure<'_>> = charts.iter().enumerate().map(|(place, chart)| figure(place, chart)).collect();
    let manifest = about.manifest;
    let mut environment = Environment::new();
    environment.set_undefined_behavior(UndefinedBehavior::Strict);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_template("page", TEMPLATE)?;
    let mut told = vec![(say(&msg::EXPORT_COUNTED_ON), locale.date(&manifest.counted_on))];
    if !about.question.is_empty() {
        told.insert(0, (say(&msg::EXPORT_QUESTION), about.question.to_owned()));
    }
    if let Some(section) = &manifest.section {
        told.push((say(&msg::EXPORT_SECTION), section.clone()));
    }
    told.push((say(&msg::EXPORT_HELD), held_back(manifest, locale)));
    let made = [(say(&msg::EXPORT_PROGRAM), &manifest.program), (say(&msg::EXPORT_DIGEST), &manifest.ballots.digest)];
    let recommendations = say(&msg::EXPORT_RECOMMENDATIONS);
    // It may be said already.
    let overview: Vec<&String> = about.overview.iter().filter(|line| **line != recommendations).collect();
    let n = Value::from(charts.len());
    Ok(environment.get_template("page")?.render(context! {
        language => LANGUAGES[locale.language()],
        title => manifest.title.as_str(),
        recommendations,
        told => Serde(&told),
        overview => Serde(overview),
        contents => msg::EXPORT_PAGE_CONTENTS.say(locale, &[("n", n)]),
        figures => Serde(&figures),
        absent_heading => say(&msg::EXPORT_PAGE_ABSENT),
        absent => Serde(about.absent),
        words => context! {
            alt => say(&msg::EXPORT_ALT),
            picture => say(&msg::EXPORT_PAGE_PICTURE),
            table => say(&msg::EXPORT_PAGE_TABLE),
            manifest => say(&msg::EXPORT_MANIFEST),
        },
        made => Serde(made),
    })?)
}

fn figure<'a>(place: usize, chart: &'a Chart) -> Figure<'a> {
    let data = chart.data();
    let of_figures =
        |at: usize| data.table.rows.iter().any(|cells| cells.get(at).is_some_and(|cell| cell.number.is_some()));
    let figures: Vec<bool> = (0..data.table.columns.len()).map(of_figures).collect();
    let columns = data.table.columns.iter().zip(&figures).map(|(text, figure)| TableCell { text, figure: *figure });
    let row = |cells: &'a Vec<Cell>| {
        cells.iter().zip(&figures).map(|(cell, figure)| TableCell { text: &cell.text, figure: *figure }).collect()
    };
    let marks = data.illustrative.iter().chain(&data.held_back).chain(&data.notes);
    Figure {
        id: &data.id,
        finding: &data.finding,
        subject: &data.subject,
        alt: &data.alt,
        picture: chart_file(place, chart, "svg"),
        file: chart_file(place, chart, "csv"),
        rests_on: [&data.base, &data.rule, &data.date, &data.consultation],
        marks: marks.map(String::as_str).collect(),
        caption: &data.table.caption,
        columns: columns.collect(),
        rows: data.table.rows.iter().map(row).collect(),
    }
}
