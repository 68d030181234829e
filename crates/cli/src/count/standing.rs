//! The plain counts of an election, for programs and for people.

use std::fmt::Write;

use basketry_pabulib::Scale;
use basketry_tally::{BigExact, Election, Exact, Interval, Put, Putting, Standing, standing};
use serde::Serialize;

use super::steps::{FINE, decimal};

/// How one project stands. Fractions are decimals that are rounded down, but for the interval, which is exact.
#[derive(Serialize)]
pub(super) struct PrintedStanding {
    rank: usize,
    project: String,
    votes: u64,
    /// Of all ballots.
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<String>,
    /// Where the share may be at 95 %.
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<PrintedInterval>,
    #[serde(skip_serializing_if = "Option::is_none")]
    put: Option<PrintedPut>,
}

#[derive(Serialize)]
struct PrintedInterval {
    lower: String,
    upper: String,
}

/// What ballots put on a project.
#[derive(Serialize)]
struct PrintedPut {
    #[serde(flatten)]
    of: PrintedPutting,
    /// Of what they put on anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case", untagged)]
enum PrintedPutting {
    /// In the file's units.
    Money { money: String },
    /// All points, and for each ballot.
    Points { points: u64, mean: Option<String> },
}

/// Digits after the point that people get.
const COARSE: u8 = 4;

/// Every project, most votes first.
pub(super) fn printed(scale: Scale, election: &Election) -> Vec<PrintedStanding> {
    standing(election).iter().map(|one| PrintedStanding::new(scale, one)).collect()
}

/// A line per project.
pub(super) fn text(scale: Scale, election: &Election) -> String {
    let mut out = format!("How the projects stand with {} ballots:\n", election.voters());
    for Standing { project, rank, votes, share, interval, put } in standing(election) {
        let _ = write!(out, "{rank}.\t{project}\tvotes {votes}");
        if let (Some(share), Some(interval)) = (share, interval) {
            // Bounds are whole millionths, and this rounds up.
            let upper = interval.upper + Exact::new(99, 1_000_000);
            let [share, lower, upper] = [share, interval.lower, upper].map(|of| written(&of, COARSE));
            let _ = write!(out, "\tshare {share} ({lower} to {upper})");
        }
        if let Some(put) = put {
            let _ = match put.of {
                Putting::Money(money) => write!(out, "\tmoney {}", in_units(scale, money)),
                Putting::Points { all, mean } => {
                    let mean = mean.map(|mean| format!(" ({} a ballot)", written(&mean, COARSE)));
                    write!(out, "\tpoints {all}{}", mean.unwrap_or_default())
                }
            };
            if let Some(share) = put.share {
                let _ = write!(out, ", {} of all", written(&share, COARSE));
            }
        }
        out.push('\n');
    }
    out
}

impl PrintedStanding {
    fn new(scale: Scale, one: &Standing) -> Self {
        let fine = |exact: Exact| written(&exact, FINE);
        let put = |put: Put| {
            let of = match put.of {
                Putting::Money(money) => PrintedPutting::Money { money: in_units(scale, money) },
                Putting::Points { all, mean } => PrintedPutting::Points { points: all, mean: mean.map(fine) },
            };
            PrintedPut { of, share: put.share.map(fine) }
        };
        let interval = |of: Interval| PrintedInterval { lower: fine(of.lower), upper: fine(of.upper) };
        Self {
            rank: one.rank,
            project: one.project.to_string(),
            votes: one.votes,
            share: one.share.map(fine),
            interval: one.interval.map(interval),
            put: one.put.map(put),
        }
    }
}

fn in_units(scale: Scale, money: u128) -> String {
    decimal(&BigExact::from_integer(money.into()), scale.digits(), scale.digits())
}

fn written(exact: &Exact, digits: u8) -> String {
    decimal(&BigExact::new((*exact.numer()).into(), (*exact.denom()).into()), 0, digits)
}
