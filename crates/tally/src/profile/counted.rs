//! A ballot of the profile.

use std::collections::BTreeSet;

use basketry_ballots::Given;
use basketry_domain::{
    Ballot, BallotId, Basket, Channel, Consultation, Fault, Points, Reaction, ScoreOutOfFive, SectionId, Voter,
    WorkshopId,
};

use super::sheet::{Place, Sheet};
use super::{Marks, Number, Profile};

/// A ballot that is counted, once.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    profile: &'a Profile,
    number: Number,
    sheet: &'a Sheet,
    given: Given<'a>,
}

/// A ballot that is kept but not counted.
#[derive(Clone, Copy, Debug)]
pub struct SetAside<'a> {
    pub(super) profile: &'a Profile,
    pub(super) number: Number,
}

/// A basket of a counted ballot.
#[derive(Clone, Copy, Debug)]
pub struct GivenBasket<'a> {
    pub(crate) sheet: &'a Sheet,
    pub(crate) code: u32,
}

impl<'a> Counted<'a> {
    pub(super) fn new(profile: &'a Profile, number: Number) -> Self {
        let (sheet, given) = profile.find(number);
        Self { profile, number, sheet, given }
    }

    /// Its id.
    pub fn id(self) -> BallotId {
        self.given.id()
    }

    /// Whose ballot it is.
    pub fn voter(self) -> Voter {
        self.place().voter
    }

    /// The workshop, when it was given in one.
    pub fn workshop(self) -> Option<&'a WorkshopId> {
        self.given.setting().workshop.as_ref()
    }

    /// The table in the workshop, from 1.
    pub fn table(self) -> Option<u16> {
        self.given.setting().table
    }

    /// How it was given.
    pub fn channel(self) -> Channel {
        self.given.setting().channel
    }

    /// When it was confirmed.
    pub fn confirmed(self) -> &'a str {
        self.given.confirmed()
    }

    /// Whether they could live with the table's basket.
    pub fn live_with(self) -> Option<ScoreOutOfFive> {
        self.given.live_with()
    }

    /// The section the ballot's workshop represents.
    pub fn section(self, consultation: &Consultation) -> Option<SectionId> {
        let workshop = consultation.workshops.get(self.place().workshop?)?;
        Some(workshop.section.clone())
    }

    /// The whole ballot.
    pub fn ballot(self) -> Ballot {
        self.given.ballot()
    }

    /// Where it came from; more than one source means that it was handed over more than once.
    pub fn sources(self) -> &'a BTreeSet<String> {
        self.profile.sources(self.number)
    }

    /// Other ballots with the same id but other content, in order: a conflict. They are not counted.
    pub fn conflicts(self) -> Vec<Ballot> {
        self.profile.others(self.number)
    }

    /// Whether there are any.
    pub fn is_contradicted(self) -> bool {
        self.profile.others.contains_key(&self.number)
    }

    /// Whether anything is wrong with it. It counts all the same; each figure says which ballots it leaves out.
    pub fn is_faulty(self) -> bool {
        self.marks().faulty
    }

    /// Whether its basket breaks a rule.
    pub fn basket_is_faulty(self) -> bool {
        self.marks().faulty_basket
    }

    /// What is wrong with it.
    pub fn faults(self, consultation: &Consultation) -> Vec<Fault> {
        if !self.is_faulty() {
            return Vec::new();
        }
        // What counts is for this revision.
        let mut faults = Vec::new();
        if self.place().lost {
            faults.push(Fault::UnknownWorkshop);
        }
        for given in self.given.reactions().into_iter().flatten() {
            let points = Points::from_map(given.points().cloned());
            faults.extend(Reaction { points, ..Reaction::default() }.faults(consultation));
        }
        if let Some(choices) = self.given.basket() {
            let basket = Basket::from_choices(choices.cloned().collect());
            faults.extend(basket.faults(consultation).into_iter().map(Fault::Basket));
        }
        faults
    }

    /// Its basket.
    pub(crate) fn basket(self) -> Option<GivenBasket<'a>> {
        let code = self.given.basket_code()?;
        Some(GivenBasket { sheet: self.sheet, code })
    }

    /// Its basket's choices and what they mean, its points and what they mean.
    pub(crate) fn sheet(self) -> &'a Sheet {
        self.sheet
    }

    pub(crate) fn given(self) -> Given<'a> {
        self.given
    }

    pub(crate) fn place(self) -> Place {
        self.sheet.setting(self.given)
    }

    /// Its number among the ballots of all hand-overs.
    pub(super) fn number(self) -> Number {
        self.number
    }

    /// What is often asked of it, found out. `by_area` is scratch, one for each area.
    pub(super) fn find_marks(self, by_area: &mut [u8]) -> Marks {
        let Self { given, sheet, .. } = self;
        let place = self.place();
        let unsound = given.reactions().into_iter().flatten().any(|reaction| !sheet.points(reaction, by_area));
        let faulty_basket = given.basket_code().is_some_and(|code| sheet.is_faulty(code));
        let faulty = faulty_basket || place.lost || unsound;
        Marks { person: place.voter == Voter::Person, faulty, faulty_basket }
    }

    fn marks(self) -> Marks {
        self.profile.marks[self.number as usize]
    }
}

impl<'a> SetAside<'a> {
    /// Its id.
    pub fn id(self) -> BallotId {
        self.profile.find(self.number).1.id()
    }

    /// The ballot, and any others with its id, in order.
    pub fn ballots(self) -> Vec<Ballot> {
        let mut ballots = vec![self.profile.find(self.number).1.ballot()];
        ballots.extend(self.profile.others(self.number));
        ballots
    }

    /// Where they came from.
    pub fn sources(self) -> &'a BTreeSet<String> {
        self.profile.sources(self.number)
    }
}

impl<'a> GivenBasket<'a> {
    /// Whether it breaks a rule.
    pub fn is_faulty(self) -> bool {
        self.sheet.is_faulty(self.code)
    }

    /// What is in it, in order of id: items by their place in the file, with their levels. What the consultation does not
    /// have is left out.
    pub fn choices(self) -> impl Iterator<Item = (usize, u8)> + use<'a> {
        self.sheet.basket(self.code)
    }
}
