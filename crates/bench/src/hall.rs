//! A large consultation and its ballots, made up.

use std::fmt::Write as _;
use std::io::{self, Write};

use basketry_domain::{
    AddedArgument, Ballot, BallotId, Basket, Channel, Closing, OptionId, Points, QuestionId, Reaction, Reading,
    ScoreOutOfFive, Side, SortedMap, SortedSet, TensionAnswer, TensionChoice, Voter,
};
use basketry_formats::ballots::{header, line};
use basketry_formats::consultation::{Opened, open};

use crate::draw::{Draw, falling};

const AREAS: u64 = 10;
const SECTIONS: u64 = 6;
const WORKSHOPS: u64 = 24;
const TABLES: u64 = 8;
const BUDGET: i64 = 40_000_000;
/// The questions, and how many options each has.
const QUESTIONS: [(&str, u64); 3] = [("age", 6), ("district", 20), ("before", 3)];
const WORDS: [&str; 12] =
    ["the", "buses", "stop", "too", "early", "for", "people", "who", "work", "nights", "near", "here"];

/// A consultation file with ten areas and so many items, of which some require or exclude another. The same number
/// makes the same file.
pub fn consultation(items: u64) -> String {
    let mut draw = Draw::new(1997);
    let listed = |count: u64, one: &mut dyn FnMut(u64) -> String| (0..count).map(one).collect::<Vec<_>>().join(",");
    let sections = listed(SECTIONS, &mut |at| {
        let population = 10_000 * (at + 1);
        format!(r#"{{"id":"section-{at}","name":"Section {at}","description":"","population":{population}}}"#)
    });
    let workshops = listed(WORKSHOPS, &mut |at| {
        let section = at % SECTIONS;
        format!(
            r#"{{"id":"workshop-{at:02}","section":"section-{section}","name":"Workshop {at}","place":"","tables":{TABLES}}}"#
        )
    });
    let areas = listed(AREAS, &mut |at| {
        format!(
            r#"{{"id":"area-{at}","name":"Area {at}","summary":"Made up.","pictogram":"hands","lead":"council","fact_sheet":{{"revision":1,"body":"Made up.","figures":[]}}}}"#
        )
    });
    let items = listed(items, &mut |at| item(at, &mut draw));
    let questions = QUESTIONS.map(|(id, options)| {
        let options = listed(options, &mut |at| format!(r#"{{"id":"{id}-{at}","text":"Option {at}"}}"#));
        format!(r#"{{"id":"{id}","text":"Which {id}?","options":[{options}]}}"#)
    });
    format!(
        r#"{{"format":"basketry-consultation","version":1,"id":"hall","revision":1,"language":"en","title":"A made-up hall","question":"What first?","introduction":"Made up.","illustrative":"Everything here is made up.","organiser":{{"name":"Nobody","contact":"nobody@example.org","complaints":"None.","privacy":"None."}},"budget":{{"amount":{BUDGET},"currency":"GBP","note":"Made up.","illustrative":true}},"period":{{"from":"2026-01-01","to":"2026-12-31"}},"sections":[{sections}],"workshops":[{workshops}],"agencies":[{{"id":"council","name":"Council"}}],"outcomes":[],"areas":[{areas}],"items":[{items}],"tensions":[{{"id":"dear","title":"Both are dear","evidence":"Made up.","another_way":"Take one.","when":[{{"item":"item-000","level":1}},{{"item":"item-001","level":1}}]}}],"arguments":[],"questions":[{}],"agenda":[{{"stage":"welcome","minutes":5}},{{"stage":"first_reaction","minutes":5}},{{"stage":"own_basket","minutes":20}},{{"stage":"considered_view","minutes":5}},{{"stage":"close","minutes":5}}],"translations":{{}}}}"#,
        questions.join(",")
    )
}

/// One to three levels, each dearer than the one before.
fn item(at: u64, draw: &mut Draw) -> String {
    let (mut levels, mut cost) = (String::new(), 0);
    for level in 0..=at % 3 {
        cost += 500_000 + 10_000 * draw.below(400);
        let comma = if level > 0 { "," } else { "" };
        let _ = write!(levels, r#"{comma}{{"name":"Level {level}","cost":{cost}}}"#);
    }
    let related = match at % 20 {
        7 => format!(r#","requires":["item-{:03}"]"#, at - 1),
        13 => format!(r#","excludes":["item-{:03}"]"#, at - 1),
        _ => String::new(),
    };
    let area = at % AREAS;
    format!(
        r#"{{"id":"item-{at:03}","area":"area-{area}","name":"Item {at}","description":"","pictogram":"home","illustrative":true,"lead":"council","partners":[],"levels":[{levels}],"outcomes":[],"spillovers":[]{related}}}"#
    )
}

/// Writes a ballot file of so many ballots to [`consultation`]. Nearly all have points twice and a basket that is filled
/// until the money is nearly gone; a third have read fact sheets, and a few write something. The same seed makes the
/// same file.
pub fn ballots(opened: &Opened, count: u64, seed: u64, out: &mut impl Write) -> io::Result<()> {
    let consultation = &opened.consultation;
    writeln!(out, "{}", header(&consultation.reference, &consultation.title, usize::try_from(count).unwrap_or(0))?)?;
    let mut hall = Hall { opened, draw: Draw::new(seed), items: falling(consultation.items.len() as u64) };
    for _ in 0..count {
        writeln!(out, "{}", line(hall.ballot())?)?;
    }
    Ok(())
}

struct Hall<'a> {
    opened: &'a Opened,
    draw: Draw,
    /// By item: the sums of weights up to it.
    items: Vec<u64>,
}

impl Hall<'_> {
    fn ballot(&mut self) -> Ballot {
        let table = self.draw.one_in(200);
        let place = (!self.draw.one_in(12)).then(|| (self.draw.below(WORKSHOPS), 1 + self.draw.below(TABLES)));
        let (day, minute) = (1 + self.draw.below(28), self.draw.below(24 * 60));
        let reads = if self.draw.one_in(3) { 1 + self.draw.below(3) } else { 0 };
        Ballot {
            id: BallotId::from_random(self.draw.bytes()),
            consultation: self.opened.consultation.reference.clone(),
            voter: if table { Voter::Table } else { Voter::Person },
            workshop: place.and_then(|(workshop, _)| format!("workshop-{workshop:02}").parse().ok()),
            table: place.and_then(|(_, table)| u16::try_from(table).ok()),
            channel: if self.draw.one_in(4) { Channel::Tablet } else { Channel::Online },
            assisted: self.draw.one_in(20),
            language: self.opened.consultation.language.clone(),
            confirmed: format!("2026-03-{day:02}T{:02}:{:02}Z", minute / 60, minute % 60),
            answers: QUESTIONS.iter().filter_map(|question| self.answer(*question)).collect(),
            first_reaction: (!table).then(|| self.reaction()),
            readings: (0..reads).filter_map(|at| self.reading(at)).collect(),
            basket: Some(self.basket()),
            unspent_reason: self.words(40),
            tensions: self.tension().into_iter().collect(),
            dissent: Vec::new(),
            considered_view: (!table && !self.draw.one_in(10)).then(|| self.reaction()),
            closing: Closing { what_changed: self.words(15), live_with: self.score(), offer: self.words(25) },
        }
    }

    fn answer(&mut self, (id, options): (&str, u64)) -> Option<(QuestionId, SortedSet<OptionId>)> {
        let option = format!("{id}-{}", self.draw.below(options)).parse().ok()?;
        (!self.draw.one_in(10)).then(|| Some((id.parse().ok()?, [option].into_iter().collect())))?
    }

    /// A hundred points in fives.
    fn reaction(&mut self) -> Reaction {
        let mut points = vec![0_u8; self.opened.consultation.areas.len()];
        for _ in 0..20 {
            let area = self.draw.below(AREAS).min(self.draw.below(AREAS));
            points[usize::try_from(area).unwrap_or(0)] += 5;
        }
        let areas = self.opened.consultation.areas.iter().zip(points);
        let given = areas.filter(|(_, points)| *points > 0).map(|(area, points)| (area.id.clone(), points));
        Reaction { points: Points::from_map(given), sure: self.score(), reason: self.words(20) }
    }

    fn reading(&mut self, at: u64) -> Option<Reading> {
        let area = 3 * at + self.draw.below(3);
        let moved = (0..self.draw.below(3)).filter_map(|side| format!("area-{area}-argument-{side}").parse().ok());
        let added = self.words(30).map(|text| AddedArgument { side: Side::Against, text });
        Some(Reading {
            area: format!("area-{area}").parse().ok()?,
            sheet_revision: 1,
            heard_of: Some(self.draw.one_in(2)),
            moved_by: moved.collect(),
            added: added.into_iter().collect(),
        })
    }

    fn basket(&mut self) -> Basket {
        let consultation = &self.opened.consultation;
        let mut basket = Basket::from_choices(SortedMap::default());
        let mut left = consultation.budget.amount;
        for _ in 0..24 {
            let item = &consultation.items[self.draw.weighted(&self.items)];
            let level = u8::try_from(1 + self.draw.below(item.levels.len() as u64)).unwrap_or(1);
            // What does not fit stays out; asking the basket each time would take minutes.
            let fits = basket.level(&item.id).is_some() || item.cost(level).is_some_and(|cost| cost <= left);
            if fits && basket.put(consultation, &item.id, level).is_ok() {
                left = basket.left(consultation);
            }
        }
        basket
    }

    fn tension(&mut self) -> Option<TensionAnswer> {
        let tension = "dear".parse().ok()?;
        let choice = if self.draw.one_in(2) { TensionChoice::Accepted } else { TensionChoice::Changed };
        self.draw.one_in(10).then(|| TensionAnswer { tension, choice, why: self.words(10) })
    }

    fn score(&mut self) -> Option<ScoreOutOfFive> {
        u8::try_from(self.draw.below(6)).ok().and_then(ScoreOutOfFive::new)
    }

    /// What one in `times` writes.
    fn words(&mut self, times: u64) -> Option<String> {
        if !self.draw.one_in(times) {
            return None;
        }
        let end = if self.draw.one_in(5) { "\n“Really.”" } else { "." };
        let words = (0..5 + self.draw.below(15)).map(|_| WORDS[usize::try_from(self.draw.below(12)).unwrap_or(0)]);
        Some(words.collect::<Vec<_>>().join(" ") + end)
    }
}

/// The consultation, opened.
pub fn opened(items: u64) -> Result<Opened, basketry_formats::ReadError> {
    open(consultation(items).as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use basketry_ballots::Ballots;
    use basketry_formats::ballots::read;

    #[test]
    fn a_hall_is_a_consultation_with_sound_ballots() {
        let opened = opened(100).unwrap_or_else(|error| panic!("{:?}", error.notices()));
        let mut file = Vec::new();
        ballots(&opened, 300, 1, &mut file).unwrap();
        let (head, mut lines) = read(file.as_slice()).unwrap();
        let mut ballots = Ballots::default();
        while let Some(line) = lines.next_into(&mut ballots).unwrap() {
            line.unwrap();
        }
        assert_eq!((head.ballots, ballots.len()), (Some(300), 300));
        assert!(ballots.iter().all(|given| given.ballot().faults(&opened.consultation).is_empty()));
    }
}
