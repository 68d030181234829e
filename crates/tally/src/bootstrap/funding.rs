//! In how many rounds each project is funded.

use super::draw::Draw;
use crate::{Count, CountError, Election, ProjectId, Rule, TiePolicy, Variant};

/// Counts an election again and again, each time with ballots drawn out of its own. One round at a time, so that whoever
/// waits can be told how far it is.
///
/// Holds four bytes for each voter.
#[derive(Clone)]
pub struct Bootstrap<'a> {
    election: &'a Election,
    rule: &'a dyn Rule,
    variant: Variant,
    policy: TiePolicy,
    draw: Draw,
    /// By number of the ballot: how many drew it this round.
    times: Vec<u64>,
    so_far: Rounds,
}

/// What the rounds came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rounds {
    /// How many rounds there were.
    pub rounds: u64,
    /// How many of them stopped at a tie that nobody has decided, or drew no ballot for what an area needs to come to
    /// its minimum. They fund nothing here.
    pub unsettled: u64,
    /// Every project, in ascending order of id.
    pub projects: Vec<FundedIn>,
}

/// How often a project is funded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FundedIn {
    /// The project.
    pub project: ProjectId,
    /// In how many of the settled rounds.
    pub rounds: u64,
}

impl<'a> Bootstrap<'a> {
    /// No round yet. A round counts by `rule` as the election itself is counted.
    pub fn new(election: &'a Election, rule: &'a dyn Rule, variant: Variant, policy: TiePolicy, seed: u64) -> Self {
        let times = vec![0; election.numbers()];
        // What is drawn goes by what ballots say, not by which came first.
        let draw = Draw::new(seed, election.in_order());
        let project = |project: &crate::Project| FundedIn { project: project.id.clone(), rounds: 0 };
        let projects = election.projects().iter().map(project).collect();
        Self { election, rule, variant, policy, draw, times, so_far: Rounds { rounds: 0, unsettled: 0, projects } }
    }

    /// Draws as many ballots as there are voters, and counts them. An error is that of every round.
    pub fn round(&mut self) -> Result<(), CountError> {
        self.times.fill(0);
        let times = &mut self.times;
        self.draw.round(|ballot| times[ballot as usize] += 1);
        let drawn = self.election.given_by(times);
        match self.rule.count(&drawn, self.variant, &self.policy) {
            Ok(Count::Settled(selection)) => {
                for place in selection.selected.iter().filter_map(|id| self.election.place(id)) {
                    self.so_far.projects[place.index()].rounds += 1;
                }
            }
            Ok(Count::Tied { .. }) | Err(CountError::OutOfReach { .. }) => self.so_far.unsettled += 1,
            Err(error) => return Err(error),
        }
        self.so_far.rounds += 1;
        Ok(())
    }

    /// What the rounds came to until now.
    pub fn so_far(&self) -> &Rounds {
        &self.so_far
    }
}

impl Rounds {
    /// How many rounds were settled; the base of every project.
    pub fn settled(&self) -> u64 {
        self.rounds - self.unsettled
    }
}
