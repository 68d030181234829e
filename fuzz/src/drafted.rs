//! Small elections made of any bytes.

use basketry_domain::Money;
use basketry_tally::{BallotKind, Election, ElectionError, Limits, Place, Project, ProjectId, Vote};
use libfuzzer_sys::arbitrary::{Arbitrary, Result, Unstructured};

const KINDS: [BallotKind; 5] =
    [BallotKind::Approval, BallotKind::ChooseOne, BallotKind::Ranking, BallotKind::Points, BallotKind::Basket];

/// The most projects and the most ballots. More would say no more, and take longer.
const MOST: u8 = 8;

/// An election before it has an order.
#[derive(Clone, Debug)]
pub struct Draft {
    budget: i64,
    kind: BallotKind,
    /// By project: its cost, and the projects it requires and excludes, as bits.
    projects: Vec<(i64, u8, u8)>,
    /// By ballot: the projects it names with their points, and how many gave it.
    ballots: Vec<(Vec<(usize, u32)>, u64)>,
    /// By project: its area; the last is none.
    areas: Vec<usize>,
    /// Minima, maxima, ring-fences and pots. An election that cannot have them has none.
    limits: [Vec<(usize, i64)>; 4],
}

const AREAS: [&str; 2] = ["left", "right"];

impl<'a> Arbitrary<'a> for Draft {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let kind = *bytes.choose(&KINDS)?;
        let related = bytes.ratio(1_u8, 3_u8)?;
        let budget = amount(bytes)?;
        let mut projects = Vec::new();
        for _ in 0..bytes.int_in_range(0..=MOST)? {
            let cost = amount(bytes)?;
            let (requires, excludes) = if related { (few(bytes)?, few(bytes)?) } else { (0, 0) };
            projects.push((cost, requires, excludes));
        }
        let mut ballots = Vec::new();
        for _ in 0..bytes.int_in_range(0..=MOST)? {
            ballots.push(ballot(bytes, kind, projects.len())?);
        }
        let mut areas = vec![AREAS.len(); projects.len()];
        let mut limits = [const { Vec::new() }; 4];
        // An input that ends here has none.
        if bytes.int_in_range(0..=1_u8)? == 1 {
            let potted = bytes.ratio(1_u8, 3_u8)?;
            for area in &mut areas {
                *area = bytes.choose_index(if potted { AREAS.len() } else { AREAS.len() + 1 })?;
            }
            for limits in if potted { &mut limits[3..] } else { &mut limits[..3] } {
                for area in 0..AREAS.len() {
                    if potted || bytes.ratio(1_u8, 3_u8)? {
                        limits.push((area, limit(bytes, budget)?));
                    }
                }
            }
        }
        Ok(Self { budget, kind, projects, ballots, areas, limits })
    }
}

/// Amounts of every size; small ones, among which ties are likely, come up most.
fn amount(bytes: &mut Unstructured<'_>) -> Result<i64> {
    match bytes.int_in_range(0..=5_u8)? {
        0 => bytes.int_in_range(0..=Money::MAX.minor()),
        1 => Ok(Money::MAX.minor() - i64::from(bytes.arbitrary::<u8>()?)),
        2 => Ok(i64::from(bytes.arbitrary::<u32>()?)),
        3 => Ok(i64::from(bytes.arbitrary::<u8>()?) * 100),
        _ => Ok(i64::from(bytes.arbitrary::<u8>()?)),
    }
}

/// Some of a budget, seldom more than half of it.
fn limit(bytes: &mut Unstructured<'_>, budget: i64) -> Result<i64> {
    if bytes.ratio(1_u8, 4_u8)? { amount(bytes) } else { bytes.int_in_range(0..=budget.max(0) / 2) }
}

/// Few of eight bits.
fn few(bytes: &mut Unstructured<'_>) -> Result<u8> {
    Ok(bytes.arbitrary::<u8>()? & bytes.arbitrary::<u8>()? & bytes.arbitrary::<u8>()?)
}

fn ballot(bytes: &mut Unstructured<'_>, kind: BallotKind, projects: usize) -> Result<(Vec<(usize, u32)>, u64)> {
    let named: u8 = bytes.arbitrary()?;
    let mut given = Vec::new();
    for project in (0..projects).filter(|project| named >> project & 1 == 1) {
        let points = match kind {
            BallotKind::Points if bytes.ratio(1_u8, 8_u8)? => bytes.arbitrary()?,
            BallotKind::Points => bytes.int_in_range(0..=9)?,
            _ => 0,
        };
        given.push((project, points));
    }
    if kind == BallotKind::ChooseOne {
        given.truncate(1);
    }
    if kind == BallotKind::Ranking && !given.is_empty() {
        let turn = bytes.choose_index(given.len())?;
        given.rotate_left(turn);
    }
    let times =
        if bytes.ratio(1_u8, 8_u8)? { bytes.int_in_range(0..=400_000_000)? } else { bytes.int_in_range(0..=4)? };
    Ok((given, times))
}

impl Draft {
    /// The election.
    pub fn election(&self) -> std::result::Result<Election, ElectionError> {
        let mut election = self.without_ballots(|_| {})?;
        for (given, times) in &self.ballots {
            add(&mut election, given, *times)?;
        }
        Ok(election)
    }

    /// The same with projects and ballots the other way round, and each ballot in two parts.
    pub fn reordered(&self) -> std::result::Result<Election, ElectionError> {
        let mut election = self.without_ballots(|projects| projects.reverse())?;
        for (given, times) in self.ballots.iter().rev() {
            let turned: Vec<(usize, u32)> = match self.kind {
                BallotKind::Ranking => given.clone(),
                _ => given.iter().rev().copied().collect(),
            };
            add(&mut election, &turned, times / 2)?;
            add(&mut election, &turned, times - times / 2)?;
        }
        Ok(election)
    }

    fn without_ballots(&self, order: impl Fn(&mut Vec<Project>)) -> std::result::Result<Election, ElectionError> {
        let related = |bits: u8, of: usize| -> Vec<ProjectId> {
            let others = (0..self.projects.len()).filter(|at| *at != of && bits >> at & 1 == 1);
            others.map(id).collect()
        };
        let project = |(at, (cost, requires, excludes)): (usize, &(i64, u8, u8))| Project {
            requires: related(*requires, at),
            excludes: related(*excludes, at),
            area: AREAS.get(self.areas[at]).map(ToString::to_string),
            ..Project::new(id(at), Money::from_minor(*cost))
        };
        let mut projects = self.projects.iter().enumerate().map(project).collect();
        order(&mut projects);
        let election = Election::new(Money::from_minor(self.budget), self.kind, projects)?;
        Ok(election.clone().limited(self.limits()).unwrap_or(election))
    }

    fn limits(&self) -> Limits {
        let [minima, maxima, ring_fences, pots] = [0, 1, 2, 3].map(|kind| {
            let named = |(area, amount): &(usize, i64)| (AREAS[*area].to_owned(), Money::from_minor(*amount));
            let here = |(area, _): &&(usize, i64)| self.areas.contains(area);
            self.limits[kind].iter().filter(here).map(named).collect()
        });
        Limits { minima, maxima, ring_fences, pots }
    }
}

fn id(at: usize) -> ProjectId {
    ProjectId::from(format!("p{at}"))
}

fn add(election: &mut Election, given: &[(usize, u32)], times: u64) -> std::result::Result<(), ElectionError> {
    let place = |(at, points): &(usize, u32)| election.place(&id(*at)).map(|place| (place, *points));
    let (places, points): (Vec<Place>, Vec<u32>) = given.iter().filter_map(place).unzip();
    let points = if election.kind() == BallotKind::Points { &*points } else { &[] };
    election.add(Vote { places: &places, points }, times)
}
