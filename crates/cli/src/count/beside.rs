//! What is told beside a selection: how sure it is, and how it treats the voters.

use std::collections::BTreeMap;
use std::fmt::Write;

use basketry_domain::Money;
use basketry_pabulib::Scale;
use basketry_tally::{
    Bootstrap, Change, Election, EnoughError, ProjectId, Rounds, Rule, Satisfaction, Selection, TiePolicy, Variant,
    claims, coverage,
};
use serde::Serialize;

use super::print::{Amount, amount};

/// What to tell beside the selection.
#[derive(clap::Args)]
pub(super) struct Asked {
    /// Count so many times more with ballots drawn out of those given, and say how often each project is funded.
    #[arg(long, default_value_t = 0)]
    rounds: u32,
    /// Where the drawing starts: the same seed draws the same ballots.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Say how many voters get something, and which groups could have paid for a project that is left out.
    #[arg(long)]
    fairness: bool,
    /// Projects left out, with commas between them: how much more money, how much less cost or how many more supporters
    /// would have got them funded. It takes many counts.
    #[arg(long, value_delimiter = ',')]
    enough: Vec<String>,
}

/// How many counts to make for each change of a project, at most.
const RECOUNTS: u64 = 400;

/// What is told; a part that was not asked for is left out.
#[derive(Serialize)]
pub(super) struct Beside {
    #[serde(skip_serializing_if = "Option::is_none")]
    sure: Option<Sure>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fairness: Option<Fairness>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    enough: Vec<Enough>,
}

/// What would have got a project funded.
#[derive(Serialize)]
struct Enough {
    project: String,
    /// More money, in the file's units.
    budget: Needed,
    /// A lower cost, lower by so much.
    cost: Needed,
    /// So many more supporters.
    supporters: Needed,
}

/// How much of a change it takes.
#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Needed {
    /// This much, and nothing less.
    Exactly(String),
    /// This much does; less may do as well.
    AtMost(String),
    Never,
    Unknown,
}

/// How often each project is funded.
#[derive(Serialize)]
struct Sure {
    seed: u64,
    rounds: u64,
    /// The rounds without an open tie or a minimum out of reach; the base of the numbers in `funded`.
    settled: u64,
    funded: BTreeMap<String, u64>,
}

/// How the selection treats the voters.
#[derive(Serialize)]
struct Fairness {
    voters: u64,
    /// How many of them have a funded project on their ballot.
    covered: u64,
    /// The groups that could have paid for a project left out: none when EJR+ holds. Or why there is no telling.
    #[serde(flatten)]
    claims: Claims,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Claims {
    Claims(Vec<Claim>),
    Unchecked(String),
}

#[derive(Serialize)]
struct Claim {
    project: String,
    cost: Amount,
    voters: u64,
}

impl Asked {
    /// Finds out what was asked.
    pub(super) fn told(
        &self,
        scale: Scale,
        election: &Election,
        (rule, variant): (&dyn Rule, Variant),
        policy: &TiePolicy,
        selection: &Selection,
    ) -> Result<Beside, EnoughError> {
        let mut sure = None;
        if self.rounds > 0 {
            let mut bootstrap = Bootstrap::new(election, rule, variant, policy.clone(), self.seed);
            for _ in 0..self.rounds {
                bootstrap.round().map_err(EnoughError::Count)?;
            }
            sure = Some(Sure::of(self.seed, bootstrap.so_far()));
        }
        let fairness = self.fairness.then(|| Fairness::of(scale, election, variant, selection));
        let mut enough = Vec::new();
        for id in &self.enough {
            let project = ProjectId::from(id.as_str());
            let needed = |change, written: &dyn Fn(u64) -> String| {
                let mut search =
                    basketry_tally::Enough::new(election, rule, variant, policy.clone(), &project, change)?;
                Ok::<_, EnoughError>(Needed::of(search.look(RECOUNTS).map_err(EnoughError::Count)?, written))
            };
            let money = |minor: u64| {
                i64::try_from(minor).map_or_else(|_| String::new(), |minor| scale.format(Money::from_minor(minor)))
            };
            enough.push(Enough {
                project: id.clone(),
                budget: needed(Change::Budget, &money)?,
                cost: needed(Change::Cost, &money)?,
                supporters: needed(Change::Supporters, &|voters| voters.to_string())?,
            });
        }
        Ok(Beside { sure, fairness, enough })
    }
}

impl Needed {
    fn of(needed: basketry_tally::Needed, written: &dyn Fn(u64) -> String) -> Self {
        match needed {
            basketry_tally::Needed::Exactly(amount) => Self::Exactly(written(amount)),
            basketry_tally::Needed::AtMost(amount) => Self::AtMost(written(amount)),
            basketry_tally::Needed::Never => Self::Never,
            basketry_tally::Needed::Unknown => Self::Unknown,
        }
    }

    fn text(&self) -> String {
        match self {
            Self::Exactly(amount) => amount.clone(),
            Self::AtMost(amount) => format!("at most {amount}"),
            Self::Never => "never enough".to_owned(),
            Self::Unknown => "unknown".to_owned(),
        }
    }
}

impl Sure {
    fn of(seed: u64, so_far: &Rounds) -> Self {
        let funded = so_far.projects.iter().map(|project| (project.project.to_string(), project.rounds)).collect();
        Self { seed, rounds: so_far.rounds, settled: so_far.settled(), funded }
    }
}

impl Fairness {
    fn of(scale: Scale, election: &Election, variant: Variant, selection: &Selection) -> Self {
        // The selection is of this election.
        let covered = coverage(election, &selection.selected).map_or(0, |coverage| coverage.covered);
        let satisfaction = variant.satisfaction.unwrap_or(Satisfaction::Cost);
        let claim = |claim: basketry_tally::Claim| Claim {
            project: claim.project.to_string(),
            cost: amount(scale, claim.cost),
            voters: claim.voters,
        };
        let claims = match claims(election, &selection.selected, satisfaction) {
            Ok(claims) => Claims::Claims(claims.into_iter().map(claim).collect()),
            Err(error) => Claims::Unchecked(error.to_string()),
        };
        Self { voters: election.voters(), covered, claims }
    }
}

impl Beside {
    /// Lines for people.
    pub(super) fn text(&self) -> String {
        let mut out = String::new();
        if let Some(sure) = &self.sure {
            let _ = writeln!(
                out,
                "Counted {} times with ballots drawn out of those given, seed {}:",
                sure.rounds, sure.seed
            );
            for (project, rounds) in sure.funded.iter().filter(|(_, rounds)| **rounds > 0) {
                let _ = writeln!(out, "{project}\tfunded in {rounds} of {}", sure.settled);
            }
        }
        if let Some(fairness) = &self.fairness {
            let _ = writeln!(
                out,
                "{} of {} voters have a funded project on their ballot",
                fairness.covered, fairness.voters
            );
            out += &fairness.claims.text();
        }
        for Enough { project, budget, cost, supporters } in &self.enough {
            let [budget, cost, supporters] = [budget, cost, supporters].map(Needed::text);
            let _ = writeln!(
                out,
                "{project}\tto be funded: more budget {budget}; cost cut {cost}; more supporters {supporters}"
            );
        }
        out
    }
}

impl Claims {
    fn text(&self) -> String {
        match self {
            Self::Unchecked(why) => format!("Groups that could have paid for more were not looked for: {why}\n"),
            Self::Claims(claims) if claims.is_empty() => {
                "No group of voters could have paid for a project that is left out (EJR+ holds)\n".to_owned()
            }
            Self::Claims(claims) => claims.iter().fold(String::new(), |out, claim| {
                out + &format!(
                    "{}\tleft out, though {} of its voters could have paid for it\n",
                    claim.project, claim.voters
                )
            }),
        }
    }
}
