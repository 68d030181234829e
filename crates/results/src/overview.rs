//! What came in, in numbers and in plain words.

use basketry_domain::Voter;
use basketry_tally::Merge;
use serde::{Deserialize, Serialize};

use crate::context::Context;
use crate::words::{Words, say};

/// What came in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overview {
    /// Ballots that are counted.
    pub ballots: usize,
    /// Those of them that a person gave.
    pub persons: usize,
    /// Those of them that a table gave.
    pub tables: usize,
    /// Ballots that came in, each time they did.
    pub received: usize,
    /// How often a ballot came in that was there already. It counts once.
    pub duplicates: usize,
    /// Counted ballots that came in with other content too.
    pub conflicts: usize,
    /// Ballots for another consultation or revision; not counted.
    pub set_aside: usize,
    /// Counted ballots with something wrong.
    pub faulty: usize,
    /// All of this in sentences.
    pub lines: Vec<String>,
}

impl Overview {
    /// What came in. How many took part is told; it says nothing of what anybody answered. Of a section it is told when
    /// the section is shown.
    pub(crate) fn of(context: &Context<'_>, merge: &Merge) -> Self {
        let (profile, published) = (&merge.profile, &context.published);
        if !published.everybody() && !published.people.shows(published.group) {
            let why = say!(context.words, RESULTS_ABSENT_SMALL, threshold = published.threshold.count());
            return Self { lines: vec![why], ..Self::default() };
        }
        let mut overview = Self {
            ballots: context.view.ballots().len(),
            persons: context.view.voters(Voter::Person),
            tables: context.view.voters(Voter::Table),
            received: merge.received,
            duplicates: merge.duplicates,
            conflicts: profile.conflicts().count(),
            set_aside: profile.set_aside().len(),
            faulty: profile.faulty().count(),
            lines: Vec::new(),
        };
        overview.lines = overview.lines(&context.words);
        overview
    }

    fn lines(&self, words: &Words<'_>) -> Vec<String> {
        if self.ballots == 0 && self.set_aside == 0 {
            return vec![say!(words, RESULTS_OVERVIEW_NONE)];
        }
        let (persons, tables) = (self.persons, self.tables);
        let mut lines = vec![
            say!(words, RESULTS_OVERVIEW_BALLOTS, n = self.ballots),
            say!(words, RESULTS_OVERVIEW_VOTERS, persons = persons, tables = tables),
        ];
        let odd = [
            (self.duplicates, &basketry_texts::msg::RESULTS_OVERVIEW_DUPLICATES),
            (self.conflicts, &basketry_texts::msg::RESULTS_OVERVIEW_CONFLICTS),
            (self.set_aside, &basketry_texts::msg::RESULTS_OVERVIEW_SET_ASIDE),
            (self.faulty, &basketry_texts::msg::RESULTS_OVERVIEW_FAULTY),
        ];
        let told = odd.into_iter().filter(|(count, _)| *count > 0);
        lines.extend(told.map(|(count, message)| words.say(message, &[("n", count.into())])));
        lines.push(say!(words, RECOMMENDATIONS_NOT_DECISIONS));
        lines
    }
}
