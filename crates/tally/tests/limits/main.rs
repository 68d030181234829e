//! Limits of areas: that every rule keeps them or refuses, and what it makes of them.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

mod around;
mod best;
#[path = "../common/mod.rs"]
mod common;
mod greedy;
mod kept;
mod pots;
mod refused;
mod sharing;

use std::collections::BTreeMap;

use basketry_domain::Money;
use basketry_tally::{BallotKind, Election, Limits, Place, Project, ProjectId, Vote};
use proptest::prelude::*;

/// Projects by cost and area, and ballots as points by project, each with how many gave it. Limits are by area.
#[derive(Clone, Debug, Default)]
struct Draft {
    budget: i64,
    costs: Vec<i64>,
    /// By project; the last of the areas is none.
    areas: Vec<usize>,
    ballots: Vec<(BTreeMap<usize, u32>, u64)>,
    /// A project and one that it requires.
    requires: Vec<(usize, usize)>,
    /// A project and one that it excludes.
    excludes: Vec<(usize, usize)>,
    minima: BTreeMap<usize, i64>,
    maxima: BTreeMap<usize, i64>,
    ring_fences: BTreeMap<usize, i64>,
}

const AREAS: [&str; 3] = ["east", "north", "west"];

fn id(at: usize) -> ProjectId {
    ProjectId::from(format!("p{at}"))
}

fn number(id: &ProjectId) -> usize {
    id.as_str()[1..].parse().unwrap()
}

fn has(set: u32, at: usize) -> bool {
    set >> at & 1 == 1
}

fn set_of(ids: &[ProjectId]) -> u32 {
    ids.iter().fold(0, |set, id| set | 1 << number(id))
}

impl Draft {
    fn limits(&self) -> Limits {
        let named = |limits: &BTreeMap<usize, i64>| {
            limits.iter().map(|(area, amount)| (AREAS[*area].to_owned(), Money::from_minor(*amount))).collect()
        };
        Limits {
            minima: named(&self.minima),
            maxima: named(&self.maxima),
            ring_fences: named(&self.ring_fences),
            pots: BTreeMap::new(),
        }
    }

    fn election(&self, kind: BallotKind) -> Election {
        self.unlimited(kind).limited(self.limits()).unwrap()
    }

    fn unlimited(&self, kind: BallotKind) -> Election {
        let related = |pairs: &[(usize, usize)], from: usize| -> Vec<ProjectId> {
            pairs.iter().filter(|(one, other)| *one == from && other != one).map(|(_, other)| id(*other)).collect()
        };
        let project = |(at, cost): (usize, &i64)| Project {
            area: AREAS.get(self.areas[at]).map(ToString::to_string),
            requires: related(&self.requires, at),
            excludes: related(&self.excludes, at),
            ..Project::new(id(at), Money::from_minor(*cost))
        };
        let projects = self.costs.iter().enumerate().map(project).collect();
        let mut election = Election::new(Money::from_minor(self.budget), kind, projects).unwrap();
        for (ballot, times) in &self.ballots {
            let given = ballot.iter().map(|(at, points)| (election.place(&id(*at)).unwrap(), *points));
            let (places, points): (Vec<Place>, Vec<u32>) = given.unzip();
            let points = if kind == BallotKind::Points { &*points } else { &[] };
            election.add(Vote { places: &places, points }, *times).unwrap();
        }
        election
    }

    fn cost(&self, set: u32) -> i64 {
        self.costs.iter().enumerate().filter(|(at, _)| has(set, *at)).map(|(_, cost)| cost).sum()
    }

    /// What a set spends in an area.
    fn spent(&self, set: u32, area: usize) -> i64 {
        let in_area = (0..self.costs.len()).filter(|at| self.areas[*at] == area && has(set, *at));
        in_area.map(|at| self.costs[at]).sum()
    }

    /// What a set takes of the open money.
    fn taken(&self, set: u32) -> i64 {
        let fenced = |area: usize| self.ring_fences.get(&area).copied().unwrap_or(0);
        (0..=AREAS.len()).map(|area| (self.spent(set, area) - fenced(area)).max(0)).sum()
    }

    fn open_money(&self) -> i64 {
        self.budget - self.ring_fences.values().sum::<i64>()
    }

    /// Whether a set keeps the maxima, the ring-fences, the budget and what projects exclude: what each of its parts
    /// keeps too.
    fn fits(&self, set: u32) -> bool {
        self.taken(set) <= self.open_money() && self.cost(set) <= self.budget && self.is_free(set)
    }

    /// The same without what is for lack of money.
    fn is_free(&self, set: u32) -> bool {
        let clash = |(one, other): &(usize, usize)| one != other && has(set, *one) && has(set, *other);
        self.maxima.iter().all(|(area, most)| self.spent(set, *area) <= *most) && !self.excludes.iter().any(clash)
    }

    fn reaches(&self, set: u32) -> bool {
        self.minima.iter().all(|(area, least)| self.spent(set, *area) >= *least)
    }

    /// Whether a set keeps all that is demanded.
    fn keeps(&self, set: u32) -> bool {
        let lacks = |(one, other): &(usize, usize)| has(set, *one) && !has(set, *other);
        self.fits(set) && self.reaches(set) && !self.requires.iter().any(lacks)
    }

    fn sets(&self) -> std::ops::Range<u32> {
        0..1 << self.costs.len()
    }

    fn supporters(&self, at: usize) -> u64 {
        self.ballots.iter().filter(|(ballot, _)| ballot.contains_key(&at)).map(|(_, times)| times).sum()
    }
}

/// Few different costs and few voters, so that ties are common; no limits.
fn plain() -> impl Strategy<Value = Draft> {
    (1_usize..8, 0_i64..60).prop_flat_map(|(projects, budget)| {
        let cost = prop_oneof![1 => Just(0_i64), 3 => Just(6_i64), 3 => Just(12), 3 => 1_i64..30];
        let ballot = (prop::collection::btree_map(0..projects, 1_u32..4, 0..=projects), 1_u64..3);
        let areas = prop::collection::vec(0..=AREAS.len(), projects);
        let ballots = prop::collection::vec(ballot, 0..6);
        (prop::collection::vec(cost, projects), areas, ballots).prop_map(move |(costs, areas, ballots)| Draft {
            budget,
            costs,
            areas,
            ballots,
            ..Draft::default()
        })
    })
}

/// The same with limits that an election can have.
fn limited() -> impl Strategy<Value = Draft> {
    let limits = || {
        let some = prop::collection::btree_map(0..AREAS.len(), prop_oneof![Just(12_i64), 0_i64..40], 0..3);
        prop_oneof![1 => Just(BTreeMap::new()), 2 => some]
    };
    // How far above their minima the maxima are, where that is what is drawn.
    let tight = prop::option::weighted(0.4, 0_i64..9);
    (plain(), limits(), limits(), limits(), tight).prop_map(
        |(draft, mut minima, mut maxima, mut ring_fences, tight)| {
            for limits in [&mut minima, &mut maxima, &mut ring_fences] {
                limits.retain(|area, amount| draft.areas.contains(area) && *amount <= draft.budget);
            }
            minima.retain(|area, least| maxima.get(area).is_none_or(|most| *least <= *most));
            let bound = |minima: &BTreeMap<usize, i64>, fences: &BTreeMap<usize, i64>| -> i64 {
                let of = |limits: &BTreeMap<usize, i64>, area| limits.get(&area).copied().unwrap_or(0);
                (0..AREAS.len()).map(|area| of(minima, area).max(of(fences, area))).sum()
            };
            if let Some(above) = tight {
                maxima = minima.iter().map(|(area, least)| (*area, least + above)).collect();
            }
            while bound(&minima, &ring_fences) > draft.budget {
                if minima.pop_last().is_none() {
                    ring_fences.pop_last();
                }
            }
            Draft { minima, maxima, ring_fences, ..draft }
        },
    )
}

/// The same with projects that require and exclude one another.
fn related() -> impl Strategy<Value = Draft> {
    let relation = || prop::collection::vec((0_usize..8, 0_usize..8), 0..5);
    (limited(), relation(), relation()).prop_map(|(draft, requires, excludes)| {
        let known = |pairs: Vec<(usize, usize)>| -> Vec<(usize, usize)> {
            let known = |(one, other): &(usize, usize)| one != other && *one.max(other) < draft.costs.len();
            pairs.into_iter().filter(known).collect()
        };
        Draft { requires: known(requires), excludes: known(excludes), ..draft }
    })
}
