//! A ballot on its way into the columns.

use std::str::FromStr;

use basketry_domain::{
    AreaId, Ballot, Channel, ItemId, Reaction, Reading, ScoreOutOfFive, Side, TensionChoice, TensionId,
};

use crate::bytes::{put, put_text};
use crate::dictionary::{Dictionary, Hash};
use crate::setting::{SettingParts, id};
use crate::store::{Ballots, NONE};

/// What is known so far of the ballot that is being taken in. Its parts become one run of bytes:
///
/// - one byte: the score of whether they could live with the table's basket, or 0, and [`WORDS`] where words follow;
/// - answers: their codes and a zero;
/// - first reaction and considered view: a zero, or one more than how sure they are, the codes of points, and a zero;
/// - words, if there are any: those of the first reaction, readings, why money was left, tensions, dissent, those of the
///   considered view, what changed, what they offer.
///
/// A code in a list is one more than it is, so that only the end is zero.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    pub(crate) setting: u32,
    pub(crate) confirmed: u32,
    pub(crate) basket: u32,
    /// The first byte, answers and first reaction.
    pub(crate) head: Vec<u8>,
    pub(crate) considered: Vec<u8>,
    pub(crate) words: Words,
    pub(crate) codes: Vec<u8>,
}

/// Set in the first byte where words follow.
pub(crate) const WORDS: u8 = 8;

/// What people wrote, and what they read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Words {
    bytes: Vec<u8>,
    any: bool,
}

impl Draft {
    pub(crate) fn begin(&mut self) {
        let Self { head, considered, words, .. } = self;
        [head, considered, &mut words.bytes].into_iter().for_each(Vec::clear);
        self.words.any = false;
        self.basket = NONE;
        self.head.push(0);
    }

    /// The last part: 0 for no score.
    pub(crate) fn live_with(&mut self, score: u8) {
        let words = if self.words.any { WORDS } else { 0 };
        self.head[0] = words | score;
    }

    pub(crate) fn runs(&self) -> [&[u8]; 3] {
        let words = if self.words.any { self.words.bytes.as_slice() } else { &[] };
        [&self.head, &self.considered, words]
    }
}

impl Words {
    /// A text, or none.
    pub(crate) fn text(&mut self, text: Option<&str>) {
        self.any |= text.is_some();
        match text {
            None => self.bytes.push(0),
            Some(text) => {
                put(&mut self.bytes, text.len() as u64 + 1);
                self.bytes.extend_from_slice(text.as_bytes());
            }
        }
    }

    /// One thing of a list, by its number.
    pub(crate) fn listed(&mut self, number: u32) {
        self.any = true;
        put(&mut self.bytes, u64::from(number) + 1);
    }

    /// An argument of their own, within what they read.
    pub(crate) fn argument(&mut self, side: Side, text: &str) {
        self.listed(match side {
            Side::For => 0,
            Side::Against => 1,
        });
        put_text(&mut self.bytes, text);
    }

    /// The end of a list.
    pub(crate) fn end(&mut self) {
        self.bytes.push(0);
    }
}

/// A name as text.
pub(crate) trait Name: FromStr {
    fn bytes(&self) -> &[u8];
}

impl Name for AreaId {
    fn bytes(&self) -> &[u8] {
        self.as_str().as_bytes()
    }
}

impl Name for ItemId {
    fn bytes(&self) -> &[u8] {
        self.as_str().as_bytes()
    }
}

impl Ballots {
    /// Drafts a ballot.
    pub(crate) fn draft(&mut self, ballot: &Ballot) -> Option<()> {
        self.draft.begin();
        self.put_setting(SettingParts {
            consultation: &ballot.consultation,
            voter: ballot.voter,
            workshop: ballot.workshop.as_ref().map(|id| id.as_str().as_bytes()),
            table: ballot.table,
            channel: ballot.channel,
            assisted: ballot.assisted,
            language: ballot.language.as_str().as_bytes(),
        })?;
        self.put_confirmed(ballot.confirmed.as_bytes(), || Some(ballot.confirmed.clone()))?;
        for (question, options) in ballot.answers.iter() {
            let options = || options.iter().map(|option| option.as_str().as_bytes());
            self.put_answer(question.as_str().as_bytes(), options)?;
        }
        self.draft.head.push(0);
        self.put_first(ballot.first_reaction.as_ref())?;
        for reading in &ballot.readings {
            self.put_reading(reading)?;
        }
        self.draft.words.end();
        if let Some(basket) = &ballot.basket {
            self.draft.codes.clear();
            for (item, level) in basket.choices().iter() {
                self.put_choice(item.bytes(), *level)?;
            }
            self.put_basket()?;
        }
        self.draft.words.text(ballot.unspent_reason.as_deref());
        for answer in &ballot.tensions {
            self.put_tension(answer.tension.as_str().as_bytes(), answer.choice)?;
            self.draft.words.text(answer.why.as_deref());
        }
        let words = &mut self.draft.words;
        words.end();
        ballot.dissent.iter().for_each(|text| words.text(Some(text)));
        words.end();
        self.put_considered(ballot.considered_view.as_ref())?;
        let words = &mut self.draft.words;
        words.text(ballot.closing.what_changed.as_deref());
        words.text(ballot.closing.offer.as_deref());
        self.draft.live_with(ballot.closing.live_with.map_or(0, ScoreOutOfFive::get));
        Some(())
    }

    pub(crate) fn put_setting(&mut self, parts: SettingParts<'_>) -> Option<()> {
        self.draft.setting = self.settings.code(parts.hash(), |known| parts.is(known), || parts.make())?;
        Some(())
    }

    pub(crate) fn put_confirmed(&mut self, minute: &[u8], make: impl FnOnce() -> Option<String>) -> Option<()> {
        let hash = Hash::new().text(minute).finish();
        self.draft.confirmed = self.minutes.code(hash, |known| known.as_bytes() == minute, make)?;
        Some(())
    }

    pub(crate) fn put_answer<'b, I: Iterator<Item = &'b [u8]>>(
        &mut self,
        question: &[u8],
        options: impl Fn() -> I,
    ) -> Option<()> {
        let hash = options().fold(Hash::new().text(question), Hash::text).finish();
        let code = self.answers.code(
            hash,
            |(known, given)| {
                known.as_str().as_bytes() == question && given.iter().map(|one| one.as_str().as_bytes()).eq(options())
            },
            || Some((id(question)?, options().map(id).collect::<Option<_>>()?)),
        )?;
        put(&mut self.draft.head, u64::from(code) + 1);
        Some(())
    }

    /// The code of points for an area, where they belong.
    pub(crate) fn points_code(&mut self, area: &[u8], points: u8) -> Option<u64> {
        Some(u64::from(pair(&mut self.points, area, points)?) + 1)
    }

    pub(crate) fn put_choice(&mut self, item: &[u8], level: u8) -> Option<()> {
        let code = pair(&mut self.choices, item, level)?;
        put(&mut self.draft.codes, u64::from(code) + 1);
        Some(())
    }

    /// The basket of the choices so far.
    pub(crate) fn put_basket(&mut self) -> Option<()> {
        self.draft.codes.push(0);
        self.draft.basket = self.baskets.code(&self.draft.codes)?;
        Some(())
    }

    pub(crate) fn put_tension(&mut self, tension: &[u8], choice: TensionChoice) -> Option<()> {
        let hash = Hash::new().text(tension).number(choice as u64).finish();
        let same = |known: &(TensionId, TensionChoice)| known.0.as_str().as_bytes() == tension && known.1 == choice;
        let code = self.tensions.code(hash, same, || Some((id(tension)?, choice)))?;
        self.draft.words.listed(code);
        Some(())
    }

    pub(crate) fn put_reading_code<'b, I: Iterator<Item = &'b [u8]>>(
        &mut self,
        area: &[u8],
        sheet_revision: u32,
        heard_of: Option<bool>,
        moved_by: impl Fn() -> I,
    ) -> Option<()> {
        let number = u64::from(sheet_revision) << 2 | heard_of.map_or(2, u64::from);
        let hash = moved_by().fold(Hash::new().text(area).number(number), Hash::text).finish();
        let same = |known: &Reading| {
            known.area.as_str().as_bytes() == area
                && (known.sheet_revision, known.heard_of) == (sheet_revision, heard_of)
                && known.moved_by.iter().map(|one| one.as_str().as_bytes()).eq(moved_by())
        };
        let make = || {
            let moved_by = moved_by().map(id).collect::<Option<_>>()?;
            Some(Reading { area: id(area)?, sheet_revision, heard_of, moved_by, added: Vec::new() })
        };
        let code = self.readings.code(hash, same, make)?;
        self.draft.words.listed(code);
        Some(())
    }

    fn put_reading(&mut self, reading: &Reading) -> Option<()> {
        let moved_by = || reading.moved_by.iter().map(|argument| argument.as_str().as_bytes());
        self.put_reading_code(reading.area.bytes(), reading.sheet_revision, reading.heard_of, moved_by)?;
        let words = &mut self.draft.words;
        reading.added.iter().for_each(|argument| words.argument(argument.side, &argument.text));
        words.end();
        Some(())
    }

    fn put_first(&mut self, reaction: Option<&Reaction>) -> Option<()> {
        let mut bytes = std::mem::take(&mut self.draft.head);
        let put = self.put_reaction(&mut bytes, reaction);
        self.draft.head = bytes;
        put
    }

    fn put_considered(&mut self, reaction: Option<&Reaction>) -> Option<()> {
        let mut bytes = std::mem::take(&mut self.draft.considered);
        let put = self.put_reaction(&mut bytes, reaction);
        self.draft.considered = bytes;
        put
    }

    fn put_reaction(&mut self, bytes: &mut Vec<u8>, reaction: Option<&Reaction>) -> Option<()> {
        bytes.push(reaction.map_or(0, |reaction| 1 + reaction.sure.map_or(0, ScoreOutOfFive::get)));
        if let Some(reaction) = reaction {
            for (area, points) in reaction.points.map().iter() {
                put(bytes, self.points_code(area.bytes(), *points)?);
            }
            bytes.push(0);
        }
        self.draft.words.text(reaction.and_then(|reaction| reaction.reason.as_deref()));
        Some(())
    }
}

fn pair<T: Name>(all: &mut Dictionary<(T, u8)>, name: &[u8], number: u8) -> Option<u32> {
    let hash = Hash::new().text(name).number(number.into()).finish();
    all.code(hash, |(known, with)| *with == number && known.bytes() == name, || Some((id(name)?, number)))
}

/// The channel as it is written.
pub(crate) const CHANNELS: [(&[u8], Channel); 3] =
    [(b"\"tablet\"", Channel::Tablet), (b"\"paper\"", Channel::Paper), (b"\"online\"", Channel::Online)];
