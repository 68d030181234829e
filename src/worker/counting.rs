//! Merges, counts and makes the picture.

use basketry_domain::Currency;
use basketry_formats::Notice;
use basketry_pabulib as pabulib;
use basketry_results::{About, Report, election_report, pabulib_election, report};
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
    let all = merged.profile.view(consultation);
    let view = match &wanted.section {
        None => all,
        Some(wanted) => {
            all.filter(|counted| counted.section(consultation).is_some_and(|section| section.as_str() == wanted))
        }
    };
    let sections = consultation.sections.iter().map(|section| (section.id.to_string(), section.name.clone()));
    let report = report(&view, &merged, &clerk.words, &wanted.today);
    Ok(Picture {
        sections: sections.collect(),
        faults: faults(&view),
        ..picture(wanted, consultation.title.clone(), report)
    })
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
        sections: Vec::new(),
        overview: report.overview,
        faults: Vec::new(),
        charts: report.charts.into_iter().map(basketry_charts::Chart::into_data).collect(),
        absent: report.absent,
    }
}
