//! Merges, counts and makes the picture.

use basketry_domain::Currency;
use basketry_formats::{Notice, pabulib};
use basketry_results::{About, Report, election_report, pabulib_election, report};
use basketry_tally::{Handover, merge};

use super::Clerk;
use super::message::{FileId, Output, Picture, ResultsOf};

/// A picture of what was asked for.
pub(super) fn count(clerk: &Clerk, of: &ResultsOf, section: Option<&str>, today: &str) -> Output {
    let picture = match of {
        ResultsOf::Consultation(reference) => consultation(clerk, reference, section, today),
        ResultsOf::Election(id) => election(clerk, *id, today),
    };
    match picture {
        Ok(picture) => Output::Counted(Box::new(picture)),
        Err(notice) => Output::NotCounted(vec![notice]),
    }
}

/// The title of an election: its description, or the name of its file.
pub(super) fn election_title(file: &pabulib::File, name: &str) -> String {
    file.meta.get("description").filter(|text| !text.trim().is_empty()).cloned().unwrap_or_else(|| name.to_owned())
}

fn consultation(clerk: &Clerk, reference: &str, section: Option<&str>, today: &str) -> Result<Picture, Notice> {
    let consultation = clerk.consultations.get(reference).ok_or_else(|| Notice::new("results-no-consultation"))?;
    let handovers: Vec<&Handover> =
        clerk.handovers.values().filter(|(other, _)| other == reference).map(|(_, handover)| handover).collect();
    let merged = merge(consultation, handovers);
    let all = merged.profile.view(consultation);
    let view = match section {
        None => all,
        Some(wanted) => {
            all.filter(|counted| counted.section(consultation).is_some_and(|section| section.as_str() == wanted))
        }
    };
    let sections = consultation.sections.iter().map(|section| (section.id.to_string(), section.name.clone()));
    Ok(picture(
        ResultsOf::Consultation(reference.to_owned()),
        consultation.title.clone(),
        sections.collect(),
        section.map(str::to_owned),
        report(&view, &merged, &clerk.words, today),
    ))
}

fn election(clerk: &Clerk, id: FileId, today: &str) -> Result<Picture, Notice> {
    let (name, file) = clerk.elections.get(&id).ok_or_else(|| Notice::new("results-no-election"))?;
    let title = election_title(file, name);
    let election = pabulib_election(file)
        .map_err(|error| Notice::new("results-not-possible").text("message", error.to_string()))?;
    // Some files name their currency by a word or a sign, which `Intl` does not know.
    let currency = file.meta.get("currency").filter(|code| code.parse::<Currency>().is_ok());
    let about = About {
        title: &title,
        currency: currency.map(String::as_str).unwrap_or_default(),
        minor_digits: u32::from(file.scale.digits()),
    };
    let report = election_report(&election, &about, &clerk.words, today);
    Ok(picture(ResultsOf::Election(id), title, Vec::new(), None, report))
}

fn picture(
    of: ResultsOf,
    title: String,
    sections: Vec<(String, String)>,
    section: Option<String>,
    report: Report,
) -> Picture {
    let charts = report.charts.into_iter().map(basketry_charts::Chart::into_data).collect();
    Picture {
        of,
        title,
        sections,
        section,
        overview: report.overview,
        charts,
        absent: report.absent,
        tables: report.tables,
    }
}
