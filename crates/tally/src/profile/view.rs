//! A part of the profile that figures are made of.

use basketry_domain::{Consultation, Voter};

use super::{Counted, GivenBasket, Marks, Points, Profile};
use crate::Asked;

/// Counted ballots, all or some, under their consultation. Figures are methods of it, so whatever can be grouped
/// can be compared.
#[derive(Clone, Debug)]
pub struct View<'a> {
    consultation: &'a Consultation,
    profile: &'a Profile,
    /// Which of the counted ballots, ascending.
    ballots: Vec<u32>,
}

/// Ballots of a view that are alike in their basket.
pub(crate) type Different<'a> = (GivenBasket<'a>, usize);

impl<'a> View<'a> {
    pub(super) fn all(consultation: &'a Consultation, profile: &'a Profile) -> Self {
        // A profile numbers no more ballots than this.
        let end = u32::try_from(profile.counted.len()).unwrap_or(u32::MAX);
        Self { consultation, profile, ballots: (0..end).collect() }
    }

    /// These of the ballots, ascending.
    pub(super) fn of(&self, ballots: Vec<u32>) -> Self {
        Self { ballots, ..*self }
    }

    /// The consultation.
    pub fn consultation(&self) -> &'a Consultation {
        self.consultation
    }

    /// The ballots, in order of id.
    pub fn ballots(&self) -> impl ExactSizeIterator<Item = Counted<'a>> + use<'a, '_> {
        self.ballots.iter().map(|at| Counted::new(self.profile, *at as usize))
    }

    /// The ballots for which `keep` holds.
    #[must_use]
    pub fn filter(&self, keep: impl Fn(Counted<'a>) -> bool) -> Self {
        let kept = |at: &u32| keep(Counted::new(self.profile, *at as usize));
        self.of(self.ballots.iter().copied().filter(kept).collect())
    }

    /// The ballots of persons or of tables.
    pub(crate) fn given_by(&self, voter: Voter) -> impl Iterator<Item = Counted<'a>> + use<'a, '_> {
        self.ballots().filter(move |counted| counted.voter() == voter)
    }

    /// The baskets of persons or of tables, with the ballots they are on.
    pub fn baskets(&self, voter: Voter) -> impl Iterator<Item = (Counted<'a>, GivenBasket<'a>)> + use<'a, '_> {
        self.given_by(voter).filter_map(|counted| Some((counted, counted.basket()?)))
    }

    /// How many persons gave points both times that can be compared; the base of [`crate::PointsFigures`].
    pub fn paired(&self) -> usize {
        self.marked().filter(|marks| marks.points == [Points::Sound; 2]).count()
    }

    /// How many persons gave points that can be compared at that time, whatever they gave at the other.
    pub fn gave_points(&self, asked: Asked) -> usize {
        let at = match asked {
            Asked::First => 0,
            Asked::Considered => 1,
        };
        self.marked().filter(|marks| marks.points[at] == Points::Sound).count()
    }

    /// What is marked of the ballots of persons.
    fn marked(&self) -> impl Iterator<Item = &Marks> {
        self.ballots.iter().map(|at| &self.profile.marks[*at as usize]).filter(|marks| marks.person)
    }

    /// The different baskets of persons or of tables, each with how many there are. Two of different hand-overs are
    /// told apart even when they are equal.
    pub(crate) fn different_baskets(&self, voter: Voter) -> impl Iterator<Item = Different<'a>> + use<'a> {
        let sheets = &self.profile.sheets;
        let mut times: Vec<Vec<u32>> = sheets.iter().map(|sheet| vec![0; sheet.ballots.baskets()]).collect();
        for at in &self.ballots {
            let number = self.profile.counted[*at as usize].number;
            let place = self.profile.place_of(number);
            let (sheet, given) = (&sheets[place], sheets[place].given(number));
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
