//! A part of the profile that figures are made of.

use std::collections::BTreeMap;

use basketry_ballots::Given;
use basketry_domain::{Consultation, Voter, WorkshopId};

use super::found::{Found, Part};
use super::{Counted, GivenBasket, Number, Profile};

/// Counted ballots, all or some, under their consultation. Figures are methods of it, so whatever can be grouped
/// can be compared.
#[derive(Clone, Debug)]
pub struct View<'a> {
    consultation: &'a Consultation,
    profile: &'a Profile,
    part: Part,
}

/// Ballots of a view that are alike in their basket.
pub(crate) type Different<'a> = (GivenBasket<'a>, usize);

impl<'a> View<'a> {
    pub(super) fn all(consultation: &'a Consultation, profile: &'a Profile) -> Self {
        Self { consultation, profile, part: profile.by_number().into() }
    }

    /// A part of it.
    pub(super) fn of(&self, part: Part) -> Self {
        Self { consultation: self.consultation, profile: self.profile, part }
    }

    /// What was found of its ballots.
    pub(crate) fn found(&self) -> &Found {
        &self.part.found
    }

    /// The consultation.
    pub fn consultation(&self) -> &'a Consultation {
        self.consultation
    }

    /// The ballots, as they lie in memory: nothing may depend on which comes first.
    pub fn ballots(&self) -> impl ExactSizeIterator<Item = Counted<'a>> + use<'a, '_> {
        self.part.ballots.iter().map(|number| Counted::new(self.profile, *number))
    }

    /// The ballots in order of id, which takes several times as long.
    pub fn by_id(&self) -> impl ExactSizeIterator<Item = Counted<'a>> + use<'a> {
        let mut numbers = self.part.ballots.to_vec();
        numbers.sort_by_cached_key(|number| self.profile.find(*number).1.id());
        let profile = self.profile;
        numbers.into_iter().map(move |number| Counted::new(profile, number))
    }

    /// The ballots for which `keep` holds.
    #[must_use]
    pub fn filter(&self, keep: impl Fn(Counted<'a>) -> bool) -> Self {
        let kept = |number: &Number| keep(Counted::new(self.profile, *number));
        let kept: Vec<Number> = self.part.ballots.iter().copied().filter(kept).collect();
        // Mostly all are, and what was found of them holds on.
        if kept.len() == self.part.ballots.len() { self.clone() } else { self.of(kept.into()) }
    }

    /// The ballots without those whose basket breaks a rule.
    #[must_use]
    pub fn sound(&self) -> Self {
        let sound = || {
            let sound = self.filter(|counted| !counted.basket_is_faulty()).part;
            (sound.ballots.len() < self.part.ballots.len()).then_some(sound)
        };
        self.found().sound.get_or_init(sound).clone().map_or_else(|| self.clone(), |sound| self.of(sound))
    }

    /// The ballots of persons or of tables.
    pub(crate) fn given_by(&self, voter: Voter) -> impl Iterator<Item = Counted<'a>> + use<'a, '_> {
        self.ballots().filter(move |counted| counted.voter() == voter)
    }

    /// The baskets of persons or of tables, with the ballots they are on.
    pub fn baskets(&self, voter: Voter) -> impl Iterator<Item = (Counted<'a>, GivenBasket<'a>)> + use<'a, '_> {
        self.given_by(voter).filter_map(|counted| Some((counted, counted.basket()?)))
    }

    /// How many persons, or tables, gave a ballot.
    pub fn voters(&self, voter: Voter) -> usize {
        let marks = self.part.ballots.iter().map(|number| self.profile.marks[*number as usize]);
        marks.filter(|marks| marks.person == (voter == Voter::Person)).count()
    }

    /// By workshop and table, how many persons of it gave a ballot.
    pub fn people_at_tables(&self) -> BTreeMap<(&'a WorkshopId, u16), usize> {
        let sheets = &self.profile.sheets;
        let mut times: Vec<Vec<usize>> = sheets.iter().map(|sheet| vec![0; sheet.ballots.settings().len()]).collect();
        for (place, given) in self.given() {
            times[place][given.setting_code() as usize] += 1;
        }
        let mut people = BTreeMap::new();
        for (setting, times) in sheets.iter().flat_map(|sheet| sheet.ballots.settings()).zip(times.concat()) {
            if let (Voter::Person, Some(workshop), Some(table)) = (setting.voter, &setting.workshop, setting.table) {
                *people.entry((workshop, table)).or_default() += times;
            }
        }
        people.retain(|_, times| *times > 0);
        people
    }

    /// The minutes in which ballots were confirmed. Of each hand-over every minute comes once.
    pub fn minutes(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let sheets = &self.profile.sheets;
        let mut some: Vec<Vec<bool>> = sheets.iter().map(|sheet| vec![false; sheet.ballots.minutes().len()]).collect();
        for (place, given) in self.given() {
            some[place][given.confirmed_code() as usize] = true;
        }
        let minutes = sheets.iter().flat_map(|sheet| sheet.ballots.minutes()).zip(some.concat());
        minutes.filter(|(_, some)| *some).map(|(minute, _)| minute.as_str())
    }

    /// The ballots as they were given, with the place of their hand-over.
    fn given(&self) -> impl Iterator<Item = (usize, Given<'a>)> + use<'a, '_> {
        let profile = self.profile;
        self.part.ballots.iter().map(move |number| {
            let place = profile.place_of(*number);
            (place, profile.sheets[place].given(*number))
        })
    }

    /// The different baskets of persons or of tables, each with how many there are. Two of different hand-overs are
    /// told apart even when they are equal.
    pub(crate) fn different_baskets(&self, voter: Voter) -> impl Iterator<Item = Different<'a>> + use<'a> {
        let sheets = &self.profile.sheets;
        let mut times: Vec<Vec<u32>> = sheets.iter().map(|sheet| vec![0; sheet.ballots.baskets()]).collect();
        for (place, given) in self.given() {
            let sheet = &sheets[place];
            if sheet.setting(given).voter == voter
                && let Some(code) = given.basket_code()
            {
                times[place][code as usize] += 1;
            }
        }
        sheets.iter().zip(times).flat_map(|(sheet, times)| {
            let some = (0_u32..).zip(times).filter(|(_, times)| *times > 0);
            some.map(move |(code, times)| (GivenBasket { sheet, code }, times as usize))
        })
    }
}
