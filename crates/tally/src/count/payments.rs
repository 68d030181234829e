//! What each voter paid, replayed from the steps of a count.

use num_bigint::BigInt;

use super::{Merit, Paid, Selection};
use crate::{BigExact, Election, Place, ProjectId, Satisfaction, Variant, Vote};

/// What each voter paid, replayed exactly from the steps of a count.
///
/// Under equal shares a voter pays the price for all the satisfaction they get out of a project, or all they have left.
/// Under Phragmén they pay the difference between the load they carried and the one they carry now.
#[derive(Debug)]
pub struct Payments<'a> {
    election: &'a Election,
    satisfaction: Option<Satisfaction>,
    /// What everybody had at first, in parts; `None` where voters carry loads.
    share: Option<BigInt>,
    /// So many parts are a minor unit: enough to make everything here whole.
    parts: BigInt,
    /// What voters paid for, in order: for each unit the due, or the load they carry since, in parts.
    dues: Vec<BigInt>,
    /// By place: which of the dues is its own; `None` where voters did not pay for it.
    bought: Vec<Option<usize>>,
}

/// What the voters of one ballot paid, or have left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Payment<'a> {
    /// The ballot.
    pub vote: Vote<'a>,
    /// How many voters gave it.
    pub voters: u64,
    /// The amount of each of them, in minor units; more than nothing.
    pub each: BigExact,
}

impl<'a> Payments<'a> {
    /// Replays a count of `election` with `variant` that came to `selection`. With pots each is replayed by itself
    /// ([`Election::pots`], [`Selection::in_pot`]); all together they are of nothing.
    pub fn replay(election: &'a Election, variant: Variant, selection: &Selection) -> Self {
        let voters = BigInt::from(election.voters().max(1));
        let share = selection.shared.map(|shared| BigExact::new(shared.minor().into(), voters));
        let mut bought = vec![None; election.projects().len()];
        let mut dues = Vec::new();
        for step in selection.steps.iter().filter(|step| step.pot.is_none()) {
            let due = match (&step.merit, step.paid) {
                // In lowest terms, dues stand over few different numbers.
                (Some(Merit::Price(price)), Some(Paid::Shares { .. })) if variant.satisfaction == COST => {
                    price * BigInt::from(step.cost.minor())
                }
                (Some(Merit::Price(due) | Merit::Load(due)), Some(Paid::Shares { .. } | Paid::Loads { .. })) => {
                    due.reduced()
                }
                _ => continue,
            };
            if let Some(place) = election.place(&step.project) {
                bought[place.index()] = Some(dues.len());
                dues.push(due);
            }
        }
        // The least common multiple of all denominators.
        let denoms = dues.iter().chain(&share).map(BigExact::denom);
        let parts = denoms.fold(BigInt::from(1), |all, denom| {
            let missing = BigExact::new(denom.clone(), all.clone());
            all * missing.numer()
        });
        let whole = |amount: &BigExact| amount.numer() * (&parts / amount.denom());
        let (share, dues) = (share.as_ref().map(whole), dues.iter().map(whole).collect());
        Self { election, satisfaction: variant.satisfaction, share, parts, dues, bought }
    }

    /// What each voter paid for a project, ballot by ballot, without those who paid nothing; `None` when no voter was
    /// asked to pay for it. It adds up to the cost.
    pub fn of(&self, project: &ProjectId) -> Option<Vec<Payment<'a>>> {
        let place = self.election.place(project)?;
        let until = self.bought[place.index()]?;
        let payment = |(vote, voters): (Vote<'a>, u64)| {
            let dues = vote.places.contains(&place).then(|| self.dues_of(vote, until))?;
            let paid = match &self.share {
                Some(share) => {
                    let before = self.left_after(share, dues.iter().filter(|(at, _)| *at < until));
                    let after = self.left_after(share, dues.iter());
                    before - after
                }
                None => self.carried(&dues, until + 1) - self.carried(&dues, until),
            };
            self.payment(vote, voters, paid)
        };
        Some(self.election.votes().filter_map(payment).collect())
    }

    /// What each voter has left of their share at the end, ballot by ballot, without those who have nothing; `None`
    /// where nothing was shared out.
    pub fn left(&self) -> Option<Vec<Payment<'a>>> {
        let share = self.share.as_ref()?;
        let left = |(vote, voters): (Vote<'a>, u64)| {
            let dues = self.dues_of(vote, self.dues.len());
            self.payment(vote, voters, self.left_after(share, dues.iter()))
        };
        Some(self.election.votes().filter_map(left).collect())
    }

    fn payment(&self, vote: Vote<'a>, voters: u64, each: BigInt) -> Option<Payment<'a>> {
        let each = BigExact::new_raw(each, self.parts.clone());
        (*each.numer() > BigInt::ZERO).then_some(Payment { vote, voters, each })
    }

    /// The dues that a ballot's voters were asked for, up to one of them: which, and for how many units.
    fn dues_of(&self, vote: Vote<'_>, until: usize) -> Vec<(usize, u32)> {
        let units = |points| if self.satisfaction == ADDITIVE { points } else { 1 };
        let due = |(place, points): (Place, u32)| Some((self.bought[place.index()]?, units(points)));
        let mut dues: Vec<_> = vote.given().filter_map(due).filter(|(at, _)| *at <= until).collect();
        dues.sort_unstable();
        dues
    }

    /// What is left of a share when these dues were paid, as far as it went.
    fn left_after<'b>(&self, share: &BigInt, dues: impl Iterator<Item = &'b (usize, u32)>) -> BigInt {
        let due: BigInt = dues.map(|(at, units)| &self.dues[*at] * *units).sum();
        // Who once had too little has nothing left, and would be asked for more and more.
        if due < *share { share - due } else { BigInt::ZERO }
    }

    /// What is carried after the projects before one.
    fn carried(&self, dues: &[(usize, u32)], before: usize) -> BigInt {
        let last = dues.iter().rev().find(|(at, _)| *at < before);
        last.map_or(BigInt::ZERO, |(at, _)| self.dues[*at].clone())
    }
}

const COST: Option<Satisfaction> = Some(Satisfaction::Cost);
const ADDITIVE: Option<Satisfaction> = Some(Satisfaction::Additive);
