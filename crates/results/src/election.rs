//! The report of an election from elsewhere.

mod ranked;

use basketry_charts::{Bar, Bars, Body, Cell, ChartData, Datum, Table};
use basketry_formats::Notice;
use basketry_tally::{BallotKind, Election, Place, Support};
use basketry_texts::{Locale, Message, msg};

use crate::context::{Frame, Said, absent, absent_because, counted_on};
use crate::funded::{Funded, funded};
use crate::polled::{Draw, Polled};
use crate::report::Absent;
use crate::rules::side_by_side;
use crate::shown::Shown;
use crate::sure::sure;
use crate::words::{Words, axis, figure, say};
use crate::{Overview, Report};

/// What an election does not say of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About<'a> {
    /// What it is called.
    pub title: &'a str,
    /// The ISO 4217 code of its currency; empty when it is not known.
    pub currency: &'a str,
    /// How many digits of its amounts stand after the point.
    pub minor_digits: u32,
}

/// More rows than this are no picture any more; the table goes on.
const MOST_BARS: usize = 40;
/// More steps than this are no picture any more.
const MOST_STEPS: usize = 60;

/// Makes the report of an election. `today` is the day of counting, as `2001-07-31`.
pub fn election_report(election: &Election, about: &About<'_>, locale: &dyn Locale, today: &str) -> Report {
    election_report_telling(election, about, locale, today, &|_, _| {})
}

/// The same, and `told` is told before each chart how many are made, and of how many.
pub fn election_report_telling(
    election: &Election,
    about: &About<'_>,
    locale: &dyn Locale,
    today: &str,
    told: &dyn Fn(usize, usize),
) -> Report {
    let words = Words { locale, currency: about.currency, minor_digits: about.minor_digits };
    let title = if about.title.trim().is_empty() { "–" } else { about.title };
    let frame = Frame {
        date: counted_on(&words, today),
        consultation: title.to_owned(),
        illustrative: None,
        illustrative_costs: None,
        // It is published already, by whoever held it.
        held_back: None,
    };
    let poll = Poll { election, support: election.support(), points: election.kind() == BallotKind::Points, words };
    let mut report = Report { overview: poll.overview(), charts: Vec::new(), absent: Vec::new() };
    if election.kind() == BallotKind::Ranking {
        for kind in &ranked::ALL {
            report.add(kind.id, &words, poll.ranked(&frame, kind));
        }
    } else {
        report.add("votes", &words, poll.votes(&frame));
    }
    let charts: [(&str, &Message, Draw<'_>); 3] = [
        ("selection", &msg::RESULTS_ELECTION_SELECTION_SUBJECT, &|words, polled| poll.selection(words, polled)),
        ("rules", &msg::RESULTS_RULES_SUBJECT, &side_by_side),
        ("certainty", &msg::RESULTS_SURE_SUBJECT, &sure),
    ];
    for (made, (id, subject, chart)) in charts.into_iter().enumerate() {
        told(made + 1, charts.len() + 1);
        report.add(id, &words, poll.drawn(&frame, id, subject, chart));
    }
    report
}

struct Poll<'a> {
    election: &'a Election,
    support: Vec<Support>,
    /// Whether the ballots carry points.
    points: bool,
    words: Words<'a>,
}

impl Poll<'_> {
    fn overview(&self) -> Overview {
        let votes = usize::try_from(self.election.voters()).unwrap_or(usize::MAX);
        let line = say!(
            self.words,
            RESULTS_OVERVIEW_ELECTION,
            votes = votes,
            projects = self.election.projects().len(),
            budget = self.words.minor(self.election.budget().minor())
        );
        let lines = vec![line, say!(self.words, RECOMMENDATIONS_NOT_DECISIONS)];
        Overview { ballots: votes, persons: votes, received: votes, lines, ..Overview::default() }
    }

    fn count(&self, place: Place) -> u64 {
        let support = self.support.get(place.index()).copied().unwrap_or_default();
        if self.points { support.points } else { support.voters }
    }

    fn shown(&self, place: Place) -> Shown {
        Shown::exactly(i64::try_from(self.count(place)).unwrap_or(i64::MAX), 0)
    }

    fn name(&self, place: Place) -> String {
        let project = self.election.project(place);
        if project.name.trim().is_empty() { project.id.to_string() } else { project.name.clone() }
    }

    /// One message for votes, another for points.
    fn either(&self, votes: &'static Message, points: &'static Message) -> &'static Message {
        if self.points { points } else { votes }
    }

    /// The projects, most support first; by id where it is equal.
    fn by_support(&self) -> Vec<Place> {
        let mut places: Vec<Place> = self.election.places().collect();
        places.sort_by_key(|place| (std::cmp::Reverse(self.count(*place)), *place));
        places
    }

    fn base(&self) -> String {
        say!(self.words, RESULTS_ELECTION_BASE, n = self.election.voters())
    }

    fn votes(&self, frame: &Frame) -> Result<ChartData, Absent> {
        let words = &self.words;
        let subject = self.either(&msg::RESULTS_ELECTION_SUBJECT_VOTES, &msg::RESULTS_ELECTION_SUBJECT_POINTS);
        if self.election.voters() == 0 || self.election.projects().is_empty() {
            return Err(absent(words, "votes", subject, &msg::RESULTS_ABSENT_VOTES));
        }
        let places = self.by_support();
        let rows: Vec<Bar> = places.iter().take(MOST_BARS).map(|place| self.bar(*place)).collect();
        let most = places.first().map_or(0, |place| self.shown(*place).units());
        let series = words.say(self.either(&msg::RESULTS_ELECTION_VOTES, &msg::RESULTS_ELECTION_POINTS), &[]);
        let rule = self.either(&msg::RESULTS_ELECTION_RULE_VOTES, &msg::RESULTS_ELECTION_RULE_POINTS);
        let said = Said {
            finding: self.finding(&places),
            subject: words.say(subject, &[]),
            base: self.base(),
            rule: words.say(rule, &[]),
            notes: self.rest_note(MOST_BARS).into_iter().collect(),
            rows: rows.iter().flat_map(|row| &row.values).map(|datum| datum.spoken.clone()).collect(),
            costs: false,
        };
        let body = Bars { axis: axis(0, most, 0, |tick| words.number(tick)), series: vec![series], rows };
        Ok(frame.chart(words, "votes", said, Body::Bars(body), self.table(&places)))
    }

    /// Where the picture stops, when it does.
    fn rest_note(&self, most: usize) -> Option<String> {
        let all = self.election.projects().len();
        (all > most).then(|| say!(self.words, RESULTS_ELECTION_REST, shown = most, all = all))
    }

    fn bar(&self, place: Place) -> Bar {
        let (name, shown) = (self.name(place), self.shown(place));
        let row = self.either(&msg::RESULTS_ELECTION_ROW_VOTES, &msg::RESULTS_ELECTION_ROW_POINTS);
        let spoken = self.words.say(row, &[("project", name.as_str().into()), ("count", shown.units().into())]);
        Bar { name, values: vec![Datum { figure: figure(shown, self.words.number(shown)), spoken }] }
    }

    fn finding(&self, places: &[Place]) -> String {
        let words = &self.words;
        let most = places.first().map_or(0, |place| self.count(*place));
        if most == 0 {
            return say!(words, RESULTS_ELECTION_FINDING_NONE);
        }
        let best = places.iter().take_while(|place| self.count(**place) == most);
        let names: Vec<String> = best.map(|place| self.name(*place)).collect();
        let listed = words.list(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let finding = self.either(&msg::RESULTS_ELECTION_FINDING_VOTES, &msg::RESULTS_ELECTION_FINDING_POINTS);
        let n = self.election.voters();
        let (several, count) = (names.len().into(), most.into());
        words.say(finding, &[("several", several), ("projects", listed.into()), ("count", count), ("n", n.into())])
    }

    fn table(&self, places: &[Place]) -> Table {
        let words = &self.words;
        let cost = |place: Place| Shown::exactly(self.election.project(place).cost.minor(), words.minor_digits);
        let cells = |place: &Place| {
            let support = words.number_cell(self.shown(*place));
            vec![Cell::text(self.name(*place)), support, words.money_cell(cost(*place))]
        };
        let support = self.either(&msg::RESULTS_ELECTION_VOTES, &msg::RESULTS_ELECTION_POINTS);
        let subject = self.either(&msg::RESULTS_ELECTION_SUBJECT_VOTES, &msg::RESULTS_ELECTION_SUBJECT_POINTS);
        Table {
            caption: words.say(subject, &[]),
            columns: vec![
                say!(words, RESULTS_COLUMN_PROJECT),
                words.say(support, &[]),
                say!(words, RESULTS_COLUMN_COST),
            ],
            rows: places.iter().map(cells).collect(),
        }
    }

    fn selection(&self, words: &Words<'_>, polled: &Polled<'_>) -> Result<(Said, Body, Table), Notice> {
        let rule =
            self.either(&msg::RESULTS_ELECTION_SELECTION_RULE_VOTES, &msg::RESULTS_ELECTION_SELECTION_RULE_POINTS);
        let of = Funded {
            subject: &msg::RESULTS_ELECTION_SELECTION_SUBJECT,
            finding: &msg::RESULTS_ELECTION_SELECTION_FINDING,
            row_word: polled.row_word,
            support_word: self.either(&msg::RESULTS_ELECTION_VOTES, &msg::RESULTS_ELECTION_POINTS),
            base: polled.base.clone(),
            rule: words.say(rule, &[]),
            notes: self.rest_note(MOST_STEPS).into_iter().collect(),
            name: polled.name,
            told: polled.told,
            least: polled.least,
            support: if self.points { |support| support.points } else { |support| support.voters },
        };
        let (said, mut body, table) = funded(words, &polled.funded()?, &of);
        if let Body::Selection(picture) = &mut body {
            picture.steps.truncate(MOST_STEPS);
        }
        Ok((said, body, table))
    }

    /// A chart of what is funded.
    fn drawn(&self, frame: &Frame, id: &str, subject: &Message, chart: Draw<'_>) -> Result<ChartData, Absent> {
        let words = &self.words;
        if self.election.voters() == 0 || self.election.projects().is_empty() {
            return Err(absent(words, id, subject, &msg::RESULTS_ABSENT_VOTES));
        }
        let polled = Polled {
            election: self.election,
            kind: if self.points { "points" } else { "votes" },
            row_word: &msg::RESULTS_COLUMN_PROJECT,
            base: self.base(),
            notes: Vec::new(),
            name: &|id| self.election.place(id).map_or_else(|| id.to_string(), |place| self.name(place)),
            told: &|_| true,
            least: 1,
        };
        let (said, body, table) = chart(words, &polled).map_err(|why| absent_because(words, id, subject, &why))?;
        Ok(frame.chart(words, id, said, body, table))
    }
}
