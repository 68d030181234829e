//! Merges, counts and makes the picture.

use basketry_domain::{Currency, SectionId};
use basketry_formats::Notice;
use basketry_pabulib as pabulib;
use basketry_results::{About, Asked, Report, Threshold, election_report, pabulib_election, report};
use basketry_tally::{Handover, merge};

use super::Clerk;
use super::faults::faults;
use super::message::{FileId, NotCounted, Output, Picture, ResultsOf, Wanted};

/// A picture of what was asked for.
pub(super) fn count(clerk: &Clerk, wanted: &Wanted) -> Output {
    let picture = match &wanted.of {
        ResultsOf::Consultation(reference) => consultation(clerk, reference, wanted),
        ResultsOf::Election(id) => election(clerk, *id, wanted),
    };
    match picture {
        Ok(picture) => Output::Counted(Box::new(picture)),
        Err(notice) => Output::NotCounted(NotCounted { edition: wanted.edition, notices: vec![notice] }),
    }
}

/// The title of an election: its description, or the name of its file.
pub(super) fn election_title(file: &pabulib::File, name: &str) -> String {
    file.meta.get("description").filter(|text| !text.trim().is_empty()).cloned().unwrap_or_else(|| name.to_owned())
}

fn consultation(clerk: &Clerk, reference: &str, wanted: &Wanted) -> Result<Picture, Notice> {
    let consultation = clerk.consultations.get(reference).ok_or_else(|| Notice::new("results-no-consultation"))?;
    let handovers: Vec<&Handover> =
        clerk.handovers.values().filter(|(other, _)| other == reference).map(|(_, handover)| handover).collect();
    let merged = merge(consultation, handovers);
    let section = wanted.section.as_deref().map(str::parse::<SectionId>).transpose();
    let section = section.map_err(|_| Notice::new("results-no-consultation"))?;
    let threshold = Threshold::of_count(wanted.threshold).unwrap_or_default();
    let asked = Asked { section: section.as_ref(), threshold, today: &wanted.today };
    let sections = consultation.sections.iter().map(|section| (section.id.to_string(), section.name.clone()));
    let report = report(consultation, &merged, asked, &clerk.words);
    // What is wrong with ballots is for whoever merges them; of one section it could be about very few.
    let faulty = if section.is_none() { faults(&merged.profile.view(consultation)) } else { Vec::new() };
    let picture = picture(wanted, consultation.title.clone(), report);
    Ok(Picture { threshold: Some(threshold.count()), sections: sections.collect(), faults: faulty, ..picture })
}

fn election(clerk: &Clerk, id: FileId, wanted: &Wanted) -> Result<Picture, Notice> {
    let (name, file) = clerk.elections.get(&id).ok_or_else(|| Notice::new("results-no-election"))?;
    let title = election_title(file, name);
    let election = pabulib_election(file)?;
    // Some files name their currency by a word or a sign, which `Intl` does not know.
    let currency = file.meta.get("currency").filter(|code| code.parse::<Currency>().is_ok());
    let about = About {
        title: &title,
        currency: currency.map(String::as_str).unwrap_or_default(),
        minor_digits: u32::from(file.scale.digits()),
    };
    let report = election_report(&election, &about, &clerk.words, &wanted.today);
    Ok(picture(wanted, title, report))
}

fn picture(wanted: &Wanted, title: String, report: Report) -> Picture {
    Picture {
        edition: wanted.edition,
        of: wanted.of.clone(),
        title,
        threshold: None,
        sections: Vec::new(),
        overview: report.overview,
        faults: Vec::new(),
        charts: report.charts.into_iter().map(basketry_charts::Chart::into_data).collect(),
        absent: report.absent,
    }
}
