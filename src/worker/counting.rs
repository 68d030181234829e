//! Merges, counts and makes the picture.

use basketry_domain::{Currency, SectionId};
use basketry_formats::Notice;
use basketry_pabulib as pabulib;
use basketry_results::{About, Asked, Report, Threshold, election_report_telling, pabulib_election, report_telling};
use basketry_tally::merge;

use super::Clerk;
use super::faults::faults;
use super::message::{FileId, NotCounted, Output, Picture, ResultsOf, Wanted};

/// A picture of what was asked for. On the way it is told how far counting has come.
pub(super) fn count(clerk: &mut Clerk, wanted: &Wanted, tell: &dyn Fn(Output)) -> Output {
    let told = |done, of| tell(Output::Counting { edition: wanted.edition, done, of });
    let picture = match &wanted.of {
        ResultsOf::Consultation(reference) => consultation(clerk, reference, wanted, &told),
        ResultsOf::Election(id) => election(clerk, *id, wanted, &told),
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

/// Is told how many steps are done, and of how many.
type Told<'a> = &'a dyn Fn(usize, usize);

fn consultation(clerk: &mut Clerk, reference: &str, wanted: &Wanted, told: Told<'_>) -> Result<Picture, Notice> {
    let Clerk { consultations, handovers, merged, words, .. } = clerk;
    let consultation = consultations.get(reference).ok_or_else(|| Notice::new("results-no-consultation"))?;
    // What was merged for another consultation goes first: there may be no memory for both.
    merged.take_if(|(other, _)| other != reference);
    let (_, merged) = merged.get_or_insert_with(|| {
        let handovers = handovers.values().filter(|(other, _)| other == reference).map(|(_, handover)| handover);
        (reference.to_owned(), merge(consultation, handovers))
    });
    let section = wanted.section.as_deref().map(str::parse::<SectionId>).transpose();
    let section = section.map_err(|_| Notice::new("results-no-consultation"))?;
    let threshold = Threshold::of_count(wanted.threshold).unwrap_or_default();
    let asked = Asked { section: section.as_ref(), threshold, today: &wanted.today };
    let sections = consultation.sections.iter().map(|section| (section.id.to_string(), section.name.clone()));
    let report = report_telling(consultation, merged, asked, words, told);
    // What is wrong with ballots is for whoever merges them; of one section it could be about very few.
    let faulty = if section.is_none() { faults(&merged.profile.view(consultation)) } else { Vec::new() };
    let picture = picture(wanted, consultation.title.clone(), report);
    Ok(Picture { threshold: Some(threshold.count()), sections: sections.collect(), faults: faulty, ..picture })
}

fn election(clerk: &Clerk, id: FileId, wanted: &Wanted, told: Told<'_>) -> Result<Picture, Notice> {
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
    let report = election_report_telling(&election, &about, &clerk.words, &wanted.today, told);
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
