//! The files that leave the page: SVG and CSV.

use crate::fixtures;
use basketry_charts::{Approximate, Body, Cell, Chart, Theme, View, csv, svg};

fn picture(chart: &Chart, width: u32) -> String {
    svg(chart, &View::full(width), &Theme::light(), &Approximate)
}

fn squash(text: &str) -> String {
    text.split_whitespace().collect()
}

#[test]
fn svg_is_well_formed_named_and_inert() {
    for chart in fixtures::all() {
        for width in [320, 1200] {
            let text = picture(&chart, width);
            let document = roxmltree::Document::parse(&text).unwrap();
            let root = document.root_element();
            assert_eq!(root.attribute("role"), Some("img"));
            assert_eq!(root.attribute("direction"), Some("ltr"));
            let named = |tag| root.children().find(|node| node.has_tag_name(tag)).and_then(|node| node.text());
            assert_eq!(named("title"), Some(chart.data().finding.as_str()));
            assert_eq!(named("desc"), Some(chart.data().alt.as_str()));
            for node in document.descendants().filter(roxmltree::Node::is_element) {
                let known = ["svg", "title", "desc", "rect", "polyline", "polygon", "circle", "text"];
                assert!(known.contains(&node.tag_name().name()), "{node:?}");
                assert!(node.attributes().all(|a| a.name() != "style" && !a.name().starts_with("on")));
            }
        }
    }
}

#[test]
fn svg_holds_every_row_and_every_label() {
    for chart in fixtures::all() {
        let text = picture(&chart, 1280);
        let document = roxmltree::Document::parse(&text).unwrap();
        let texts = document.descendants().filter(|node| node.has_tag_name("text"));
        let written = squash(&texts.filter_map(|node| node.text()).collect::<String>());
        for row in &chart.data().table.rows {
            assert!(written.contains(&squash(&row[0].text)), "{}: {}", chart.data().id, row[0].text);
        }
        for label in labels(&chart.data().body) {
            assert!(written.contains(&squash(label)), "{}: {label}", chart.data().id);
        }
    }
}

fn labels(body: &Body) -> Vec<&str> {
    match body {
        Body::Dumbbell(body) => body.rows.iter().flat_map(|r| [&*r.after.label, &*r.shift]).collect(),
        Body::Bars(body) => body.rows.iter().flat_map(|r| &r.values).map(|d| &*d.figure.label).collect(),
        Body::Spread(body) => body.rows.iter().flat_map(|r| [&*r.label, &*r.detail]).collect(),
        Body::Strips(body) => body.rows.iter().flat_map(|r| [&*r.fell, &*r.rose]).collect(),
        Body::Matrix(body) => body.rows.iter().flat_map(|r| &r.cells).map(|c| &*c.label).collect(),
        Body::Selection(body) => body.steps.iter().flat_map(|s| [&*s.cost_label, &*s.reason]).collect(),
        Body::Grid(body) => body.rows.iter().flat_map(|r| &r.cells).map(|c| &*c.mean.label).collect(),
    }
}

#[test]
fn hostile_text_stays_text() {
    let mut data = fixtures::dumbbell().into_data();
    let evil = "</text><script>alert(1)</script>&\u{1}\"'";
    data.id = "\"><script>".into();
    data.finding = evil.into();
    data.alt = evil.into();
    let Body::Dumbbell(body) = &mut data.body else { panic!("a dumbbell") };
    body.rows[0].name = evil.into();
    data.table.rows[0][0] = Cell::text(evil);
    let text = picture(&Chart::new(data).unwrap(), 900);
    let document = roxmltree::Document::parse(&text).unwrap();
    assert!(!document.descendants().any(|node| node.has_tag_name("script")));
}

#[test]
fn right_to_left_text_is_isolated_in_the_picture() {
    let mut data = fixtures::dumbbell().into_data();
    data.finding = "الصحة النفسية (60)".into();
    let text = picture(&Chart::new(data).unwrap(), 900);
    assert!(text.contains(">\u{2068}الصحة النفسية (60)\u{2069}</text>"));
}

#[test]
fn csv_is_one_rectangle_with_exact_numbers() {
    for chart in fixtures::all() {
        let file = csv(&chart);
        let body = file.strip_prefix('\u{feff}').unwrap();
        assert!(body.ends_with("\r\n"));
        let mut reader = csv::Reader::from_reader(body.as_bytes());
        let header = reader.headers().unwrap().clone();
        let table = &chart.data().table;
        assert_eq!(header.len(), table.columns.len() + 6);
        assert_eq!(
            header.iter().rev().take(6).collect::<Vec<_>>(),
            ["held back", "illustrative", "consultation", "rule", "date", "base"]
        );
        let rows: Vec<_> = reader.records().collect::<Result<_, _>>().unwrap();
        assert_eq!(rows.len(), table.rows.len());
        for (record, cells) in rows.iter().zip(&table.rows) {
            for (field, cell) in record.iter().zip(cells) {
                assert_eq!(field, cell.number.as_ref().unwrap_or(&cell.text));
            }
        }
    }
}

#[test]
fn csv_disarms_formulas_but_leaves_numbers() {
    let mut data = fixtures::dumbbell().into_data();
    let evil = "=HYPERLINK(\"http://x\",\"a\")\nb";
    let Body::Dumbbell(body) = &mut data.body else { panic!("a dumbbell") };
    body.rows[5].name = evil.into();
    data.table.rows[5][0] = Cell::text(evil);
    data.table.columns[0] = "@cmd".into();
    data.rule = "-rule".into();
    let file = csv(&Chart::new(data).unwrap());
    assert!(file.starts_with("\u{feff}'@cmd,"));
    assert!(file.contains("\r\n\"'=HYPERLINK(\"\"http://x\"\",\"\"a\"\")\nb\",26,12,-14,"));
    assert!(file.contains(",'-rule,"));
}
