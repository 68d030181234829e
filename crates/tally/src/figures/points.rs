//! Points per area: the first reaction and the considered view of the same persons.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use basketry_domain::{self as domain, Area, AreaId, Voter};

use super::Shifts;
use crate::exact::mean;
use crate::{Counted, Exact, View, YesNo};

/// What became of the first reactions.
///
/// Only persons count, not tables. A reaction counts when its points add up to 100 and all go to areas of the
/// consultation; a person with one that does not is in [`Points::left_out`] and nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Points {
    /// Persons with both; the base of every figure per area.
    pub paired: usize,
    /// Persons with a first reaction only.
    pub first_only: usize,
    /// Persons with a considered view only.
    pub considered_only: usize,
    /// Persons with neither.
    pub neither: usize,
    /// Persons left out because their points cannot be compared.
    pub left_out: usize,
    /// Every area, in the file's order.
    pub areas: Vec<AreaPoints>,
    /// How many of the paired persons moved any points at all.
    pub(super) moved: usize,
    /// By how many points a person moved: the sums of what each area lost times what each gained, area after area.
    pub(super) over: BTreeMap<u8, Vec<i64>>,
}

/// The points of one area, over the persons with both unless it says otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AreaPoints {
    /// The area.
    pub area: AreaId,
    /// The sum of the first reactions.
    pub first: i64,
    /// The sum of the considered views.
    pub considered: i64,
    /// The sum of the first reactions of those with a first reaction only.
    pub first_only: i64,
    /// Who gives it any points, before and after.
    pub any: YesNo,
    /// For each person considered view less first reaction.
    pub shifts: Shifts,
}

impl AreaPoints {
    /// The mean of the first reactions; `None` without a pair.
    pub fn mean_first(&self) -> Option<Exact> {
        mean(self.first.into(), self.shifts.len())
    }

    /// The mean of the considered views; `None` without a pair.
    pub fn mean_considered(&self) -> Option<Exact> {
        mean(self.considered.into(), self.shifts.len())
    }

    /// The mean shift; `None` without a pair.
    pub fn mean_shift(&self) -> Option<Exact> {
        mean((self.considered - self.first).into(), self.shifts.len())
    }

    /// How many gave it more than before.
    pub fn up(&self) -> usize {
        self.shifts.different().filter(|(shift, _)| *shift > 0).map(|(_, times)| times).sum()
    }

    /// How many gave it less than before.
    pub fn down(&self) -> usize {
        self.shifts.different().filter(|(shift, _)| *shift < 0).map(|(_, times)| times).sum()
    }

    /// How many gave it as much as before.
    pub fn unchanged(&self) -> usize {
        self.shifts.len() - self.up() - self.down()
    }

    fn empty(area: AreaId) -> Self {
        Self { area, first: 0, considered: 0, first_only: 0, any: YesNo::default(), shifts: Shifts::default() }
    }
}

impl View<'_> {
    /// Points per area before and after.
    pub fn points(&self) -> Points {
        let count = || {
            let mut counting = Counting::new(&self.consultation().areas);
            self.given_by(Voter::Person).for_each(|counted| counting.add(counted));
            counting.done()
        };
        self.found().points.get_or_init(count).clone()
    }
}

/// The largest shift there is.
const MOST: i16 = domain::Points::TOTAL.cast_signed();
/// How many different shifts there are.
const SHIFTS: usize = 2 * MOST.unsigned_abs() as usize + 1;

/// Points that are being counted.
struct Counting {
    points: Points,
    /// By area: how often each shift occurs, from the largest loss on.
    shifts: Vec<[u32; SHIFTS]>,
    /// What a person gave, before and after. Scratch.
    given: [Vec<u8>; 2],
    /// The areas a person took points from and those they gave some, with how many. Scratch.
    lost: Vec<(usize, u8)>,
    gained: Vec<(usize, u8)>,
}

impl Counting {
    fn new(areas: &[Area]) -> Self {
        let size = areas.len();
        let points = Points {
            paired: 0,
            first_only: 0,
            considered_only: 0,
            neither: 0,
            left_out: 0,
            areas: areas.iter().map(|known| AreaPoints::empty(known.id.clone())).collect(),
            moved: 0,
            over: BTreeMap::new(),
        };
        let given = [vec![0; size], vec![0; size]];
        Self { points, shifts: vec![[0; SHIFTS]; size], given, lost: Vec::new(), gained: Vec::new() }
    }

    fn add(&mut self, counted: Counted<'_>) {
        let points = &mut self.points;
        let reactions = counted.given().reactions();
        for (reaction, by_area) in reactions.iter().zip(&mut self.given) {
            if reaction.is_some_and(|given| !counted.sheet().points(given, by_area)) {
                points.left_out += 1;
                return;
            }
        }
        match reactions.map(|reaction| reaction.is_some()) {
            [true, true] => self.add_pair(),
            [true, false] => {
                points.first_only += 1;
                for (area, first) in points.areas.iter_mut().zip(&self.given[0]) {
                    area.first_only += i64::from(*first);
                }
            }
            [false, true] => points.considered_only += 1,
            [false, false] => points.neither += 1,
        }
    }

    fn add_pair(&mut self) {
        let Self { points, shifts, given: [first, considered], lost, gained } = self;
        points.paired += 1;
        lost.clear();
        gained.clear();
        for (at, (first, considered)) in first.iter().copied().zip(considered.iter().copied()).enumerate() {
            let area = &mut points.areas[at];
            area.first += i64::from(first);
            area.considered += i64::from(considered);
            area.any.add(first > 0, considered > 0);
            // Neither is more than there are points.
            shifts[at][usize::from(considered) + usize::from(MOST.unsigned_abs()) - usize::from(first)] += 1;
            match considered.cmp(&first) {
                Ordering::Less => lost.push((at, first - considered)),
                Ordering::Equal => {}
                Ordering::Greater => gained.push((at, considered - first)),
            }
        }
        if gained.is_empty() {
            return;
        }
        points.moved += 1;
        let (size, moved) = (shifts.len(), gained.iter().map(|(_, gained)| gained).sum());
        let over = points.over.entry(moved).or_insert_with(|| vec![0; size * size]);
        for (from, lost) in lost.iter() {
            for (to, gained) in gained.iter() {
                over[from * size + to] += i64::from(*lost) * i64::from(*gained);
            }
        }
    }

    fn done(self) -> Points {
        let mut points = self.points;
        for (area, times) in points.areas.iter_mut().zip(&self.shifts) {
            area.shifts = Shifts::counted(-MOST, times);
        }
        points
    }
}
