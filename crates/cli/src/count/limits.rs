//! Limits of areas on the command line, and in the result.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use basketry_domain::Money;
use basketry_pabulib::{self as pabulib, Scale};
use basketry_tally::{Election, ElectionError, Limits};
use serde::Serialize;

use super::print::{Amount, amount};

/// The limits asked for. An area is what the file calls the category of a project.
#[derive(clap::Args)]
#[group(id = "limits")]
pub(super) struct Asked {
    /// Spend at least so much on an area: the projects of one category in the file. This and the next three can be given
    /// once for each area.
    #[arg(long, value_name = "AREA=AMOUNT", value_parser = of_area)]
    minimum: Vec<OfArea>,
    /// Spend at most so much on an area.
    #[arg(long, value_name = "AREA=AMOUNT", value_parser = of_area)]
    maximum: Vec<OfArea>,
    /// Keep so much of the budget for projects of an area. What they don't use stays unspent.
    #[arg(long, value_name = "AREA=AMOUNT", value_parser = of_area)]
    ring_fence: Vec<OfArea>,
    /// Divide the budget: count an area on its own, with so much of it. Every project must be in an area with a pot.
    #[arg(long, value_name = "AREA=AMOUNT", value_parser = of_area)]
    pot: Vec<OfArea>,
}

#[derive(Clone)]
struct OfArea {
    area: String,
    amount: String,
}

/// Why the limits asked for cannot be those of the election.
#[derive(Debug)]
pub(super) enum Unfit {
    /// An amount that the file's units cannot say.
    Amount { option: &'static str, area: String, amount: String, digits: u8 },
    /// An option is given twice for an area.
    Twice { option: &'static str, area: String },
    /// They do not fit the election.
    Election { error: ElectionError, areas: Vec<String> },
}

impl Asked {
    /// The election with these limits.
    pub(super) fn limited(&self, file: &pabulib::File, election: Election) -> Result<Election, Unfit> {
        let read = |option, asked: &[OfArea]| by_area(option, asked, file.scale);
        let limits = Limits {
            minima: read("--minimum", &self.minimum)?,
            maxima: read("--maximum", &self.maximum)?,
            ring_fences: read("--ring-fence", &self.ring_fence)?,
            pots: read("--pot", &self.pot)?,
        };
        let areas: BTreeSet<&String> = file.projects.iter().filter_map(|project| project.category.as_ref()).collect();
        let areas = areas.into_iter().cloned().collect();
        election.limited(limits).map_err(|error| Unfit::Election { error, areas })
    }
}

fn by_area(option: &'static str, asked: &[OfArea], scale: Scale) -> Result<BTreeMap<String, Money>, Unfit> {
    let mut amounts = BTreeMap::new();
    for OfArea { area, amount } in asked {
        let (area, unread, digits) = (area.clone(), amount.clone(), scale.digits());
        let Some(amount) = scale.read(amount) else {
            return Err(Unfit::Amount { option, area, amount: unread, digits });
        };
        if amounts.insert(area.clone(), amount).is_some() {
            return Err(Unfit::Twice { option, area });
        }
    }
    Ok(amounts)
}

/// An area's name may hold `=`; an amount does not.
fn of_area(text: &str) -> Result<OfArea, String> {
    match text.rsplit_once('=') {
        Some((area, amount)) if !area.is_empty() && !amount.is_empty() => {
            Ok(OfArea { area: area.to_owned(), amount: amount.to_owned() })
        }
        _ => Err("write an area and an amount, such as culture=2500".to_owned()),
    }
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Amount { option, area, amount, digits } => {
                write!(f, "{option} {area}={amount} is no amount of this file. Write digits")?;
                match digits {
                    0 => f.write_str(" only: its amounts are whole."),
                    _ => write!(f, ", with a point and at most {digits} more if need be."),
                }
            }
            Self::Twice { option, area } => write!(f, "{option} is given twice for {area}. Give it once."),
            Self::Election { error, areas } => {
                write!(f, "{error}. ")?;
                match error {
                    ElectionError::UnknownArea(_) if areas.is_empty() => {
                        f.write_str("The file states no category of a project, so no area can have a limit.")
                    }
                    ElectionError::UnknownArea(_) => write!(f, "The areas are: {}.", areas.join(", ")),
                    ElectionError::NoPot(_) => {
                        write!(
                            f,
                            "Give each area a --pot, and each project a category. The areas are: {}.",
                            areas.join(", ")
                        )
                    }
                    ElectionError::PotsBesideLimits => {
                        f.write_str("Give either --pot or the others: a pot is counted as an election of its own.")
                    }
                    ElectionError::AcrossPots(..) => f.write_str("Put both into one area, or count without pots."),
                    _ => f.write_str("Correct the amounts after --minimum, --maximum, --ring-fence or --pot."),
                }
            }
        }
    }
}

/// Limits as printed; a kind that was not asked for is left out.
#[derive(Serialize)]
pub(super) struct Printed<'a> {
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    minima: BTreeMap<&'a str, Amount>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    maxima: BTreeMap<&'a str, Amount>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    ring_fences: BTreeMap<&'a str, Amount>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pots: BTreeMap<&'a str, Amount>,
}

impl<'a> Printed<'a> {
    /// `None` without limits.
    pub(super) fn of(scale: Scale, limits: &'a Limits) -> Option<Self> {
        let each = |limits: &'a BTreeMap<String, Money>| {
            limits.iter().map(|(area, of)| (area.as_str(), amount(scale, *of))).collect()
        };
        let Limits { minima, maxima, ring_fences, pots } = limits;
        let some = !limits.is_empty();
        some.then(|| Self {
            minima: each(minima),
            maxima: each(maxima),
            ring_fences: each(ring_fences),
            pots: each(pots),
        })
    }
}

/// A line for each limit.
pub(super) fn text(scale: Scale, limits: &Limits) -> String {
    let Limits { minima, maxima, ring_fences, pots } = limits;
    let kinds = [("minimum", minima), ("maximum", maxima), ("ring-fence", ring_fences), ("pot", pots)];
    let lines = kinds.into_iter().flat_map(|(kind, limits)| {
        limits.iter().map(move |(area, of)| format!("{kind} of {area}: {}\n", scale.format(*of)))
    });
    lines.collect()
}
