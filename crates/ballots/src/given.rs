//! A ballot in the columns.

use basketry_domain::{
    AddedArgument, AreaId, Ballot, BallotId, Basket, Closing, ItemId, OptionId, Points, QuestionId, Reaction, Reading,
    ScoreOutOfFive, Side, SortedSet, TensionAnswer, TensionChoice, TensionId,
};

use crate::baskets::Codes;
use crate::bytes::Cursor;
use crate::draft::WORDS;
use crate::setting::Setting;
use crate::store::{Ballots, NONE, Row};

/// A ballot as it was given.
#[derive(Clone, Copy, Debug)]
pub struct Given<'a> {
    pub(crate) all: &'a Ballots,
    pub(crate) row: &'a Row,
}

/// First reaction or considered view, as it was given.
#[derive(Clone, Copy, Debug)]
pub struct GivenReaction<'a> {
    all: &'a Ballots,
    /// How sure they are.
    pub sure: Option<ScoreOutOfFive>,
    points: Cursor<'a>,
}

/// What people wrote and read. Of each list the end follows.
#[derive(Debug, Default, PartialEq, Eq)]
struct Words<'a> {
    first_reason: Option<&'a str>,
    readings: Vec<(&'a Reading, Vec<(Side, &'a str)>)>,
    unspent_reason: Option<&'a str>,
    tensions: Vec<(&'a (TensionId, TensionChoice), Option<&'a str>)>,
    dissent: Vec<&'a str>,
    considered_reason: Option<&'a str>,
    what_changed: Option<&'a str>,
    offer: Option<&'a str>,
}

impl<'a> Given<'a> {
    /// Its id.
    pub fn id(self) -> BallotId {
        self.row.id
    }

    /// The code of its setting.
    pub fn setting_code(self) -> u32 {
        self.row.setting
    }

    /// Where, how and by whom it was given.
    pub fn setting(self) -> &'a Setting {
        &self.all.settings.entries()[self.row.setting as usize]
    }

    /// The code of the minute in which it was confirmed.
    pub fn confirmed_code(self) -> u32 {
        self.row.confirmed
    }

    /// When it was confirmed.
    pub fn confirmed(self) -> &'a str {
        self.all.minutes.entries().get(self.row.confirmed as usize).map_or("", String::as_str)
    }

    /// The code of its basket.
    pub fn basket_code(self) -> Option<u32> {
        Some(self.row.basket).filter(|code| *code != NONE)
    }

    /// What is in its basket, by item.
    pub fn basket(self) -> Option<impl Iterator<Item = &'a (ItemId, u8)>> {
        let choice = |code| self.all.choices.entries().get(code as usize);
        self.basket_code().map(|code| self.all.baskets.get(code).filter_map(choice))
    }

    /// Its answers, by question.
    pub fn answers(self) -> impl Iterator<Item = &'a (QuestionId, SortedSet<OptionId>)> {
        self.parts().answers.filter_map(|code| self.all.answers.entries().get(code as usize))
    }

    /// Its first reaction.
    pub fn first_reaction(self) -> Option<GivenReaction<'a>> {
        self.parts().first
    }

    /// Its considered view.
    pub fn considered_view(self) -> Option<GivenReaction<'a>> {
        self.parts().considered
    }

    /// Both, in one look.
    pub fn reactions(self) -> [Option<GivenReaction<'a>>; 2] {
        let parts = self.parts();
        [parts.first, parts.considered]
    }

    /// Whether they could live with the table's basket.
    pub fn live_with(self) -> Option<ScoreOutOfFive> {
        self.parts().live_with
    }

    /// The ballot that was taken in.
    pub fn ballot(self) -> Ballot {
        let (setting, parts, words) = (self.setting(), self.parts(), self.words());
        let reading = |(reading, added): (&Reading, Vec<(Side, &str)>)| Reading {
            added: added.into_iter().map(|(side, text)| AddedArgument { side, text: text.to_owned() }).collect(),
            ..reading.clone()
        };
        let tension = |((tension, choice), why): (&(TensionId, TensionChoice), Option<&str>)| TensionAnswer {
            tension: tension.clone(),
            choice: *choice,
            why: why.map(str::to_owned),
        };
        let reaction = |given: GivenReaction<'_>, reason: Option<&str>| Reaction {
            points: Points::from_map(given.points().cloned()),
            sure: given.sure,
            reason: reason.map(str::to_owned),
        };
        Ballot {
            id: self.row.id,
            consultation: setting.consultation.clone(),
            voter: setting.voter,
            workshop: setting.workshop.clone(),
            table: setting.table,
            channel: setting.channel,
            assisted: setting.assisted,
            language: setting.language.clone(),
            confirmed: self.confirmed().to_owned(),
            answers: self.answers().cloned().collect(),
            first_reaction: parts.first.map(|first| reaction(first, words.first_reason)),
            readings: words.readings.into_iter().map(reading).collect(),
            basket: self.basket().map(|choices| Basket::from_choices(choices.cloned().collect())),
            unspent_reason: words.unspent_reason.map(str::to_owned),
            tensions: words.tensions.into_iter().map(tension).collect(),
            dissent: words.dissent.into_iter().map(str::to_owned).collect(),
            considered_view: parts.considered.map(|considered| reaction(considered, words.considered_reason)),
            closing: Closing {
                what_changed: words.what_changed.map(str::to_owned),
                live_with: parts.live_with,
                offer: words.offer.map(str::to_owned),
            },
        }
    }

    fn parts(self) -> Parts<'a> {
        let mut cursor = Cursor(self.all.runs.from(self.row.at));
        let first_byte = cursor.byte();
        let answers = Codes(cursor);
        let reaction = |cursor: &mut Cursor<'a>| {
            let sure = cursor.byte().checked_sub(1)?;
            let points = *cursor;
            cursor.skip_list();
            Some(GivenReaction { all: self.all, sure: ScoreOutOfFive::new(sure), points })
        };
        cursor.skip_list();
        let (first, considered) = (reaction(&mut cursor), reaction(&mut cursor));
        let live_with = ScoreOutOfFive::new(first_byte & !WORDS);
        let words = if first_byte & WORDS == 0 { Cursor(&[]) } else { cursor };
        Parts { answers, first, considered, live_with, words }
    }

    fn words(self) -> Words<'a> {
        let mut cursor = self.parts().words;
        if cursor.0.is_empty() {
            return Words::default();
        }
        let side = |number| if number == 0 { Side::For } else { Side::Against };
        let mut words = Words { first_reason: cursor.optional_text(), ..Words::default() };
        while let Some(code) = cursor.listed() {
            let mut added = Vec::new();
            while let Some(number) = cursor.listed() {
                added.push((side(number), cursor.text()));
            }
            words.readings.extend(self.all.readings.entries().get(code).map(|reading| (reading, added)));
        }
        words.unspent_reason = cursor.optional_text();
        while let Some(code) = cursor.listed() {
            let why = cursor.optional_text();
            words.tensions.extend(self.all.tensions.entries().get(code).map(|tension| (tension, why)));
        }
        while let Some(text) = cursor.optional_text() {
            words.dissent.push(text);
        }
        words.considered_reason = cursor.optional_text();
        words.what_changed = cursor.optional_text();
        words.offer = cursor.optional_text();
        words
    }
}

/// The same ballot, whichever columns it is in.
impl PartialEq for Given<'_> {
    fn eq(&self, other: &Self) -> bool {
        let reactions = |one: &Self| one.reactions();
        self.id() == other.id()
            && self.confirmed() == other.confirmed()
            && self.live_with() == other.live_with()
            && self.setting() == other.setting()
            && self.answers().eq(other.answers())
            && reactions(self) == reactions(other)
            && match (self.basket(), other.basket()) {
                (Some(one), Some(other)) => one.eq(other),
                (one, other) => one.is_none() && other.is_none(),
            }
            && self.words() == other.words()
    }
}

impl<'a> GivenReaction<'a> {
    /// The codes of its points.
    pub fn point_codes(self) -> impl Iterator<Item = u32> + use<'a> {
        Codes(self.points)
    }

    /// Its points, by area.
    pub fn points(self) -> impl Iterator<Item = &'a (AreaId, u8)> {
        self.point_codes().filter_map(move |code| self.all.points.entries().get(code as usize))
    }
}

impl PartialEq for GivenReaction<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.sure == other.sure && self.points().eq(other.points())
    }
}

/// Where the parts of a ballot begin.
struct Parts<'a> {
    answers: Codes<'a>,
    first: Option<GivenReaction<'a>>,
    considered: Option<GivenReaction<'a>>,
    live_with: Option<ScoreOutOfFive>,
    words: Cursor<'a>,
}

impl<'a> Cursor<'a> {
    /// Goes behind the zero at the end of a list of numbers.
    fn skip_list(&mut self) {
        let end = self.0.iter().position(|byte| *byte == 0).map_or(self.0.len(), |end| end + 1);
        self.0 = &self.0[end..];
    }

    /// The next number of a list; `None` at its end.
    fn listed(&mut self) -> Option<usize> {
        self.index().checked_sub(1)
    }

    fn optional_text(&mut self) -> Option<&'a str> {
        let length = self.listed()?;
        Some(self.text_of(length))
    }
}
