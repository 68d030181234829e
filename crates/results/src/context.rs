//! What all charts of a report share.

use basketry_charts::{Body, ChartData, Table};
use basketry_disclosure::Threshold;
use basketry_domain::{AreaId, Date, ItemId, Voter};
use basketry_formats::Notice;
use basketry_tally::View;
use basketry_texts::{Locale, Message, msg};

use crate::notice::notice_in_words;
use crate::published::Published;
use crate::report::Absent;
use crate::words::{Words, say};

/// The ballots, and what is said around every chart.
pub(crate) struct Context<'a> {
    pub(crate) view: &'a View<'a>,
    /// The ballots without those whose basket breaks a rule: what charts of baskets are made of. A basket over the
    /// budget spends money that is not there, and would weigh more than those that keep to it.
    pub(crate) sound: View<'a>,
    pub(crate) published: Published,
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
    /// What is held back, where anything may be.
    pub(crate) held_back: Option<String>,
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
    pub(crate) fn new(view: &'a View<'a>, published: Published, locale: &'a dyn Locale, today: &str) -> Self {
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
            held_back: Some(held_back(&words, published.threshold)),
        };
        Self { view, published, sound: view.sound(), words, frame }
    }

    /// A chart of medians or quartiles of too few: `least` would be enough.
    pub(crate) fn too_few_for(&self, id: &str, title: &Message, least: u64) -> Absent {
        let why = self.words.say(&msg::RESULTS_ABSENT_QUARTILES, &[("n", least.into())]);
        Absent { id: id.to_owned(), title: self.words.say(title, &[]), why }
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

    /// That baskets are left out because they break a rule, in words.
    pub(crate) fn faulty_note(&self, voter: Voter) -> Option<String> {
        let faulty = self.view.shares(voter).faulty;
        self.left_out(faulty, (&msg::RESULTS_NOTE_FAULTY, &msg::RESULTS_NOTE_FAULTY_FEW))
    }

    /// How many are left out: one message for many, another for too few to be told.
    pub(crate) fn left_out(&self, n: usize, (many, few): (&Message, &Message)) -> Option<String> {
        let (least, n) = (self.published.threshold.count(), crate::published::number(n));
        match n {
            0 => None,
            _ if n < least => Some(self.words.say(few, &[("threshold", least.into())])),
            _ => Some(self.words.say(many, &[("n", n.into())])),
        }
    }

    /// A chart that is held back.
    pub(crate) fn too_few(&self, id: &str, title: &Message) -> Absent {
        let why = self.words.say(&msg::RESULTS_ABSENT_SMALL, &[("threshold", self.published.threshold.count().into())]);
        Absent { id: id.to_owned(), title: self.words.say(title, &[]), why }
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
            held_back: self.held_back.clone(),
            notes: said.notes,
            body,
            table,
            alt: alt.join(" "),
        }
    }
}

/// What is held back, in words.
fn held_back(words: &Words<'_>, threshold: Threshold) -> String {
    say!(words, RESULTS_HELD_BACK_NOTE, threshold = threshold.count(), token = words.held_back())
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
    let given = |minute: &str| minute.get(..10).and_then(|day| day.parse::<Date>().ok());
    let days = || view.minutes().filter_map(given);
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
