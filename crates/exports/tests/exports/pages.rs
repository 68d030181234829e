//! The page of a folder of charts.

use basketry_example::consultation;
use basketry_exports::{About, Manifest, chart_file, page};
use basketry_results::{About as Poll, Report, election_report};
use basketry_tally::{BallotKind, Election};
use basketry_texts::PlainEnglish;

use crate::{DAY, ballots, manifest_of, merged, report_of};

fn page_of(report: &Report, manifest: &Manifest, question: &str) -> String {
    let (overview, absent) = (&report.overview.lines[..], &report.absent[..]);
    let about = About { manifest, question, overview, absent, currency: "GBP", minor_digits: 2 };
    page(&report.charts, &about, &PlainEnglish).unwrap()
}

/// As it stands between tags.
fn written(text: &str) -> String {
    let escaped = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    escaped.replace('"', "&quot;").replace('\'', "&#x27;")
}

#[test]
fn every_chart_comes_with_its_table_its_words_and_what_it_rests_on() {
    let consultation = consultation();
    let merged = merged(&consultation, ballots());
    let report = report_of(&consultation, &merged);
    let manifest = manifest_of(&consultation, &merged, &report.charts);
    let page = page_of(&report, &manifest, &consultation.question);
    assert!(page.contains(&written(&consultation.question)), "{page}");
    assert!(page.contains("Groups of fewer than 10 people are held back"), "{page}");
    for (place, chart) in report.charts.iter().enumerate() {
        let data = chart.data();
        let part = page.split("<section").find(|part| part.contains(&format!(" id=\"{}\"", data.id))).unwrap();
        for text in [&data.finding, &data.subject, &data.alt, &data.base, &data.rule, &data.date, &data.table.caption] {
            assert!(part.contains(&written(text)), "{}: {text}", data.id);
        }
        let marks = data.illustrative.iter().chain(&data.held_back).chain(&data.notes);
        assert!(marks.clone().count() > 0 && marks.clone().all(|mark| part.contains(&written(mark))), "{}", data.id);
        for ending in ["svg", "csv"] {
            let file = chart_file(place, chart, ending);
            assert!(part.contains(&format!("href=\"{file}\"")), "{file}");
        }
        for row in &data.table.rows {
            let cells = row.iter().map(|cell| written(&cell.text)).collect::<Vec<_>>();
            let line = part.split("<tr>").find(|line| cells.iter().all(|cell| line.contains(&format!(">{cell}</t"))));
            assert!(line.is_some_and(|line| line.starts_with("<th scope=\"row\">")), "{}: {cells:?}", data.id);
        }
    }
    for absent in &report.absent {
        assert!(page.contains(&written(&absent.title)) && page.contains(&written(&absent.why)), "{}", absent.id);
    }
    assert!(page.contains(&manifest.ballots.digest));
}

#[test]
fn what_looks_like_markup_is_text_and_nothing_runs() {
    let mut consultation = consultation();
    consultation.areas[0].name = "<script>alert(1)</script>".to_owned();
    consultation.question = "\"><img src=x onerror=alert(1)>".to_owned();
    let merged = merged(&consultation, ballots());
    let report = report_of(&consultation, &merged);
    let page = page_of(&report, &manifest_of(&consultation, &merged, &report.charts), &consultation.question);
    assert!(page.contains("&lt;script&gt;") && !page.contains("<script") && !page.contains("<img src=x"), "{page}");
    assert!(page.contains("default-src 'none'") && !page.contains("http:") && !page.contains("https:"), "{page}");
}

#[test]
fn the_page_of_nothing_says_why() {
    let election = Election::new(basketry_domain::Money::from_minor(10), BallotKind::Approval, Vec::new()).unwrap();
    let poll = Poll { title: "Nobody's", currency: "", minor_digits: 0 };
    let report = election_report(&election, &poll, &PlainEnglish, DAY);
    let page = page_of(&report, &Manifest::of_election("Nobody's", 0, b"", DAY), "");
    assert!(page.contains("0 charts") && page.contains("There are no votes in this election yet."), "{page}");
    assert!(page.contains("comes from elsewhere and is published already"), "{page}");
}
