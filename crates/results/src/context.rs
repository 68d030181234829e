//! What all charts of a report share.

use basketry_charts::{Body, ChartData, Table};
use basketry_domain::{AreaId, Date, ItemId, Voter};
use basketry_formats::Notice;
use basketry_tally::View;
use basketry_texts::{Locale, Message};

use crate::notice::notice_in_words;
use crate::report::Absent;
use crate::words::{Words, say};

/// The ballots, and what is said around every chart.
pub(crate) struct Context<'a> {
    pub(crate) view: &'a View<'a>,
    /// The ballots without those whose basket breaks a rule: what charts of baskets are made of. A basket over the
    /// budget spends money that is not there, and would weigh more than those that keep to it.
    pub(crate) sound: View<'a>,
    pub(crate) words: Words<'a>,
    frame: Frame,
}

/// The words around a chart.
pub(crate) struct Frame {
    pub(crate) date: String,
    pub(crate) consultation: String,
    pub(crate) illustrative: Option<String>,
    /// The same for charts of money, whose costs may be illustrative when nothing else is.
    pub(crate) illustrative_costs: Option<String>,
}

/// The words of one chart.
pub(crate) struct Said {
    pub(crate) finding: String,
    pub(crate) subject: String,
    pub(crate) base: String,
    pub(crate) rule: String,
    pub(crate) notes: Vec<String>,
    /// Every row as a sentence, for the text alternative.
    pub(crate) rows: Vec<String>,
    /// Whether costs are shown or decide something.
    pub(crate) costs: bool,
}

/// A text alternative that goes on for longer than this is no alternative; the table has the rest.
const MOST_SPOKEN: usize = 12;

impl<'a> Context<'a> {
    pub(crate) fn new(view: &'a View<'a>, locale: &'a dyn Locale, today: &str) -> Self {
        let consultation = view.consultation();
        let currency = &consultation.budget.currency;
        let words = Words { locale, currency: currency.code(), minor_digits: currency.minor_digits() };
        let invented = consultation.budget.illustrative || consultation.items.iter().any(|item| item.illustrative);
        let illustrative = consultation.illustrative.clone().filter(|text| !text.trim().is_empty());
        let costs = || invented.then(|| say!(words, RESULTS_ILLUSTRATIVE_COSTS));
        let revision = consultation.reference.revision;
        let frame = Frame {
            date: date(view, &words, today),
            consultation: say!(words, RESULTS_CONSULTATION, title = consultation.title.as_str(), revision = revision),
            illustrative_costs: illustrative.clone().or_else(costs),
            illustrative,
        };
        Self { view, sound: view.filter(|counted| !counted.basket_is_faulty()), words, frame }
    }

    pub(crate) fn chart(&self, id: &str, said: Said, body: Body, table: Table) -> ChartData {
        self.frame.chart(&self.words, id, said, body, table)
    }

    pub(crate) fn absent(&self, id: &str, title: &Message, why: &Message) -> Absent {
        absent(&self.words, id, title, why)
    }

    /// The name of an area of this consultation.
    pub(crate) fn area(&self, id: &AreaId) -> &'a str {
        self.view.consultation().area(id).map_or("", |area| area.name.as_str())
    }

    /// The name of an item of this consultation.
    pub(crate) fn item(&self, id: &ItemId) -> &'a str {
        self.view.consultation().item(id).map_or("", |item| item.name.as_str())
    }

    /// How many baskets are left out because they break a rule, in words.
    pub(crate) fn faulty_note(&self, voter: Voter) -> Option<String> {
        let faulty = self.view.baskets(voter).filter(|(counted, _)| counted.basket_is_faulty()).count();
        (faulty > 0).then(|| say!(self.words, RESULTS_NOTE_FAULTY, n = faulty))
    }
}

impl Frame {
    pub(crate) fn chart(&self, words: &Words<'_>, id: &str, said: Said, body: Body, table: Table) -> ChartData {
        let mut alt = vec![say!(words, RESULTS_ALT, finding = said.finding.as_str(), base = said.base.as_str())];
        alt.extend(said.rows.iter().take(MOST_SPOKEN).map(|row| say!(words, RESULTS_ALT_ROW, row = row.as_str())));
        if said.rows.len() > MOST_SPOKEN {
            alt.push(say!(words, RESULTS_ALT_MORE));
        }
        let illustrative = if said.costs { &self.illustrative_costs } else { &self.illustrative };
        ChartData {
            id: id.to_owned(),
            finding: said.finding,
            subject: said.subject,
            base: said.base,
            date: self.date.clone(),
            rule: said.rule,
            consultation: self.consultation.clone(),
            illustrative: illustrative.clone(),
            restricted: None,
            notes: said.notes,
            body,
            table,
            alt: alt.join(" "),
        }
    }
}

pub(crate) fn absent(words: &Words<'_>, id: &str, title: &Message, why: &Message) -> Absent {
    Absent { id: id.to_owned(), title: words.say(title, &[]), why: words.say(why, &[]) }
}

/// A chart that is not there for a reason with parameters.
pub(crate) fn absent_because(words: &Words<'_>, id: &str, title: &Message, why: &Notice) -> Absent {
    Absent { id: id.to_owned(), title: words.say(title, &[]), why: notice_in_words(why, words.locale) }
}

/// From when to when the ballots were given, and when they were counted.
fn date(view: &View<'_>, words: &Words<'_>, today: &str) -> String {
    let given = |confirmed: &str| confirmed.get(..10).and_then(|day| day.parse::<Date>().ok());
    let days = || view.ballots().filter_map(|counted| given(counted.confirmed()));
    let day = |day: Date| words.locale.date(&day.to_string());
    match (days().min(), days().max()) {
        (Some(first), Some(last)) if first < last => {
            let (first, last, today) = (day(first), day(last), counted_on(words, today));
            say!(words, RESULTS_DATE_PERIOD, first = first, last = last, counted = today)
        }
        (Some(only), _) => say!(words, RESULTS_DATE_DAY, day = day(only), counted = counted_on(words, today)),
        _ => counted_on(words, today),
    }
}

/// When the ballots were counted.
pub(crate) fn counted_on(words: &Words<'_>, today: &str) -> String {
    say!(words, RESULTS_DATE_COUNTED, day = words.locale.date(today))
}
