//! What the organiser's page shows, outside the browser: charts with their words, and what they were made of.

use std::path::Path;

use basketry_charts::{Approximate, Chart, Theme, View, svg};
use basketry_domain::{Currency, SectionId};
use basketry_exports::{About, ExportError, Manifest, NamedFile, chart_file, tables};
use basketry_formats::Notice;
use basketry_results::{About as Poll, Asked, Report, Threshold, election_report, pabulib_election, report};
use basketry_texts::PlainEnglish;

use crate::files;
use crate::merge::{Together, Told, told};
use crate::words::remark;

/// The width of a chart, in CSS pixels.
const WIDTH: u32 = 960;

/// A report, and what it was made of.
pub(crate) struct Picture {
    pub(crate) report: Report,
    pub(crate) manifest: Manifest,
    question: String,
    /// ISO 4217; empty when it is not known.
    currency: String,
    minor_digits: u32,
}

impl Picture {
    /// Of the ballots of a consultation.
    pub(crate) fn of_ballots(
        together: &Together,
        section: Option<&SectionId>,
        threshold: Threshold,
        day: &str,
    ) -> Result<Self, ExportError> {
        let consultation = &together.consultation;
        let asked = Asked { section, threshold, today: day };
        let report = report(consultation, &together.merge, asked, &PlainEnglish);
        let manifest = Manifest::of_ballots(&together.merge.profile.view(consultation), day)?;
        let section = section.map(SectionId::as_str);
        Ok(Self {
            manifest: manifest.of_report(section, Some(threshold.count()), &report.charts),
            report,
            question: consultation.question.clone(),
            currency: consultation.budget.currency.code().to_owned(),
            minor_digits: consultation.budget.currency.minor_digits(),
        })
    }

    /// Of a Pabulib election. What is wrong with the file has been told.
    pub(crate) fn of_election(path: &Path, day: &str) -> Result<Self, Told> {
        let bytes = files::whole(path).map_err(|notices| told(path, &notices))?;
        let file = files::election(&bytes[..]).map_err(|notices| told(path, &notices))?;
        for notice in &file.notices {
            remark(path, &Notice::from(notice));
        }
        let election = pabulib_election(&file).map_err(|notice| told(path, &[notice]))?;
        let named = file.meta.get("description").filter(|text| !text.trim().is_empty()).cloned();
        let title = named.unwrap_or_else(|| path.file_name().unwrap_or_default().to_string_lossy().into_owned());
        let currency = file.meta.get("currency").filter(|code| code.parse::<Currency>().is_ok());
        let (currency, minor_digits) = (currency.cloned().unwrap_or_default(), u32::from(file.scale.digits()));
        let about = Poll { title: &title, currency: &currency, minor_digits };
        let report = election_report(&election, &about, &PlainEnglish, day);
        let manifest = Manifest::of_election(&title, report.overview.ballots, &bytes, day);
        let manifest = manifest.of_report(None, None, &report.charts);
        Ok(Self { report, manifest, question: String::new(), currency, minor_digits })
    }

    /// What is said beside the charts.
    pub(crate) fn about(&self) -> About<'_> {
        About {
            manifest: &self.manifest,
            question: &self.question,
            overview: &self.report.overview.lines,
            absent: &self.report.absent,
            currency: &self.currency,
            minor_digits: self.minor_digits,
        }
    }

    /// Each chart's table and picture.
    pub(crate) fn files(&self) -> Vec<NamedFile> {
        let picture = |(place, chart): (usize, &Chart)| {
            let drawn = svg(chart, &View::full(WIDTH), &Theme::print(), &Approximate);
            NamedFile::new(chart_file(place, chart, "svg"), drawn)
        };
        let charts = &self.report.charts;
        tables(charts).into_iter().chain(charts.iter().enumerate().map(picture)).collect()
    }
}
