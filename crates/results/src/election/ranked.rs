//! Charts of votes that put projects in an order.

use std::cmp::Reverse;

use basketry_charts::{Bar, Bars, Body, Cell, ChartData, Datum, Table};
use basketry_tally::{Exact, Place, Ranked, ranked};
use basketry_texts::{Message, msg};

use super::{MOST_BARS, Poll};
use crate::context::{Frame, Said, absent};
use crate::report::Absent;
use crate::shown::Shown;
use crate::words::{axis, figure, say};

/// The charts, in the order to be read.
pub(super) const ALL: [Kind; 2] = [
    Kind {
        id: "first-places",
        subject: &msg::RESULTS_RANKED_FIRST_SUBJECT,
        series: &msg::RESULTS_RANKED_FIRST_SERIES,
        finding: &msg::RESULTS_RANKED_FIRST_FINDING,
        row: &msg::RESULTS_RANKED_FIRST_ROW,
        rule: &msg::RESULTS_RANKED_FIRST_RULE,
        by: |of| Exact::from_integer(of.first.into()),
        digits: 0,
    },
    Kind {
        id: "borda",
        subject: &msg::RESULTS_RANKED_BORDA_SUBJECT,
        series: &msg::RESULTS_RANKED_BORDA_SERIES,
        finding: &msg::RESULTS_RANKED_BORDA_FINDING,
        row: &msg::RESULTS_RANKED_BORDA_ROW,
        rule: &msg::RESULTS_RANKED_BORDA_RULE,
        by: |of| of.above.unwrap_or_default(),
        digits: 1,
    },
];

/// What one chart shows of a project's places.
pub(super) struct Kind {
    pub(super) id: &'static str,
    subject: &'static Message,
    series: &'static Message,
    finding: &'static Message,
    row: &'static Message,
    rule: &'static Message,
    by: fn(&Ranked) -> Exact,
    /// After the point.
    digits: u32,
}

/// Digits after the point of a mean place.
const PLACE_DIGITS: u32 = 2;

impl Poll<'_> {
    pub(super) fn ranked(&self, frame: &Frame, kind: &Kind) -> Result<ChartData, Absent> {
        let words = &self.words;
        let all = ranked(self.election).filter(|all| !all.is_empty() && self.election.voters() > 0);
        let all = all.ok_or_else(|| absent(words, kind.id, kind.subject, &msg::RESULTS_ABSENT_VOTES))?;
        let of = |place: Place| (kind.by)(&all[place.index()]);
        let mut places: Vec<Place> = self.election.places().collect();
        places.sort_by_key(|place| (Reverse(of(*place)), *place));
        let shown = |place: Place| Shown::rounded(of(place), kind.digits);
        let rows: Vec<Bar> =
            places.iter().take(MOST_BARS).map(|place| self.ranked_bar(kind, *place, shown(*place))).collect();
        let most = places.first().map_or(0, |place| shown(*place).units());
        let said = Said {
            finding: self.ranked_finding(kind, &places, &of),
            subject: words.say(kind.subject, &[]),
            base: self.base(),
            rule: words.say(kind.rule, &[]),
            notes: self.rest_note(MOST_BARS).into_iter().collect(),
            rows: rows.iter().flat_map(|row| &row.values).map(|datum| datum.spoken.clone()).collect(),
            costs: false,
        };
        let series = vec![words.say(kind.series, &[])];
        let body = Bars { axis: axis(0, most, kind.digits, |tick| words.number(tick)), series, rows };
        let table = self.ranked_table(kind, &places, &|place| (shown(place), &all[place.index()]));
        Ok(frame.chart(words, kind.id, said, Body::Bars(body), table))
    }

    /// How many there are beside one.
    fn others(&self) -> usize {
        self.election.projects().len().saturating_sub(1)
    }

    fn ranked_bar(&self, kind: &Kind, place: Place, shown: Shown) -> Bar {
        let (words, name) = (&self.words, self.name(place));
        let args = [
            ("project", name.as_str().into()),
            ("count", shown.coarser(0).units().into()),
            ("above", words.number(shown).into()),
            ("others", self.others().into()),
        ];
        let spoken = words.say(kind.row, &args);
        Bar { name, values: vec![Datum { figure: figure(shown, words.number(shown)), spoken }] }
    }

    /// Which stand highest; those that are equal are all named.
    fn ranked_finding(&self, kind: &Kind, places: &[Place], of: &dyn Fn(Place) -> Exact) -> String {
        let words = &self.words;
        let most = places.first().map_or_else(Exact::default, |place| of(*place));
        if most == Exact::default() {
            return say!(words, RESULTS_ELECTION_FINDING_NONE);
        }
        let best = places.iter().take_while(|place| of(**place) == most);
        let names: Vec<String> = best.map(|place| self.name(*place)).collect();
        let listed = words.list(&names.iter().map(String::as_str).collect::<Vec<_>>());
        let shown = Shown::rounded(most, kind.digits);
        let args = [
            ("several", names.len().into()),
            ("projects", listed.into()),
            ("count", shown.coarser(0).units().into()),
            ("above", words.number(shown).into()),
            ("others", self.others().into()),
            ("n", self.election.voters().into()),
        ];
        words.say(kind.finding, &args)
    }

    fn ranked_table<'r>(&self, kind: &Kind, places: &[Place], of: &dyn Fn(Place) -> (Shown, &'r Ranked)) -> Table {
        let words = &self.words;
        let place_cell = |mean: Option<Exact>| match mean {
            Some(mean) => words.number_cell(Shown::rounded(mean, PLACE_DIGITS)),
            None => Cell::text(say!(words, RESULTS_RANKED_NOWHERE)),
        };
        let cells = |place: &Place| {
            let (shown, ranked) = of(*place);
            let cost = Shown::exactly(self.election.project(*place).cost.minor(), words.minor_digits);
            vec![
                Cell::text(self.name(*place)),
                words.number_cell(shown),
                words.number_cell(Shown::number(ranked.named)),
                place_cell(ranked.mean_place),
                words.money_cell(cost),
            ]
        };
        let columns = [
            &msg::RESULTS_COLUMN_PROJECT,
            kind.series,
            &msg::RESULTS_RANKED_NAMED,
            &msg::RESULTS_RANKED_PLACE,
            &msg::RESULTS_COLUMN_COST,
        ];
        Table {
            caption: words.say(kind.subject, &[]),
            columns: columns.map(|column| words.say(column, &[])).into(),
            rows: places.iter().map(cells).collect(),
        }
    }
}
