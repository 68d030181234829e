//! `basketry count`: which projects a rule funds.
//!
//! Exit codes: 0 when everything is decided, 1 when the file or the combination cannot be counted, 2 for a wrong
//! command line, 3 when a tie is left to be decided.

mod beside;
mod limits;
mod print;
mod standing;
mod steps;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use basketry_formats::Notice;
use basketry_results::pabulib_election;
use basketry_tally::{
    Completion, Count, CountError, EnoughError, ProjectId, Rule, Satisfaction, TiePolicy, Variant, rule, rules,
};
use clap::ValueEnum;

use crate::files;
use crate::words::{complain, remark};

/// What `basketry count` is asked.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// The Pabulib file (.pb).
    file: PathBuf,
    /// The rule.
    #[arg(long, default_value = "greedy", value_parser = known_rule)]
    rule: String,
    /// What a voter gets out of a funded project they support; the rule's usual one when left out.
    #[arg(long)]
    satisfaction: Option<SatisfactionArg>,
    /// What becomes of money the rule leaves unspent.
    #[arg(long, default_value = "none")]
    completion: CompletionArg,
    /// How ties are broken: `report` stops at the first one that matters.
    #[arg(long, default_value = "report")]
    ties: TiesArg,
    /// Lots drawn beforehand, as project ids with commas between them; with `--ties drawn`.
    #[arg(long, value_delimiter = ',', required_if_eq("ties", "drawn"))]
    lots: Vec<String>,
    /// How to print the result.
    #[arg(long, default_value = "text")]
    format: Format,
    /// Print also how all projects stand by plain counts: votes, shares, and the money or the points put on them.
    #[arg(long)]
    standing: bool,
    #[command(flatten)]
    limits: limits::Asked,
    #[command(flatten)]
    beside: beside::Asked,
}

#[derive(Clone, Copy, ValueEnum)]
enum SatisfactionArg {
    /// As much as the project costs.
    Cost,
    /// One, whatever the project costs.
    Cardinality,
    /// The points given to it.
    Additive,
}

#[derive(Clone, Copy, ValueEnum)]
enum CompletionArg {
    /// It stays unspent.
    None,
    /// Count again with one unit more for every voter.
    Add1,
    /// Spend it as greedy does.
    Greedy,
}

#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum TiesArg {
    /// Stop and say between whom a lot must be drawn.
    Report,
    /// By project id, ascending.
    Lexicographic,
    /// By the lots given with --lots.
    Drawn,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// A JSON object.
    Json,
    /// Lines for people.
    Text,
}

/// Counts and prints. What went wrong goes to stderr, with what to do about it.
pub(crate) fn run(args: &Args) -> ExitCode {
    match count(args) {
        Ok(decided) => ExitCode::from(if decided { 0 } else { 3 }),
        Err(Error::Print(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(Error::File(notices)) => {
            complain(&args.file, &notices);
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{}: {error}", args.file.display());
            ExitCode::FAILURE
        }
    }
}

#[derive(Debug, thiserror::Error)]
enum Error {
    #[error("{} things are wrong with the file", .0.len())]
    File(Vec<Notice>),
    #[error("{error}. {help}", help = help(error, rule))]
    Count { error: CountError, rule: &'static str },
    #[error("{0}")]
    Limits(limits::Unfit),
    #[error("{0}. Correct the ids after --enough.")]
    Enough(EnoughError),
    #[error("the result cannot be printed: {0}")]
    Print(#[from] io::Error),
}

fn count(args: &Args) -> Result<bool, Error> {
    let file = files::source(&args.file).and_then(files::election).map_err(Error::File)?;
    for notice in &file.notices {
        remark(&args.file, &Notice::from(notice));
    }
    let election = pabulib_election(&file).map_err(|notice| Error::File(vec![notice]))?;
    let election = args.limits.limited(&file, election).map_err(Error::Limits)?;
    // The parser accepts no other name.
    let chosen = rule(&args.rule).unwrap_or(rules()[0]);
    let variant = variant(args, chosen);
    let failed = |error| Error::Count { error, rule: chosen.id() };
    let counted = chosen.count(&election, variant, &ties(args)).map_err(failed)?;
    let beside = match &counted {
        Count::Settled(of) => {
            let told = args.beside.told(file.scale, &election, (chosen, variant), &ties(args), of);
            Some(told.map_err(|error| match error {
                EnoughError::Count(error) => failed(error),
                error => Error::Enough(error),
            })?)
        }
        Count::Tied { .. } => None,
    };
    let printed = match args.format {
        Format::Json => {
            let standing = args.standing.then(|| standing::printed(file.scale, &election));
            print::json(&file, &election, (chosen, variant), &counted, standing, beside.as_ref())
        }
        Format::Text => {
            let standing = args.standing.then(|| standing::text(file.scale, &election));
            let beside = beside.map(|beside| beside.text());
            [Some(print::text(&file, &election, &counted)), standing, beside].into_iter().flatten().collect()
        }
    };
    io::stdout().lock().write_all(printed.as_bytes())?;
    if let Count::Tied { tie, .. } = &counted {
        eprintln!(
            "{}: {tie}. Draw a lot and count again with --ties drawn --lots ID,..., or use --ties lexicographic.",
            args.file.display()
        );
        return Ok(false);
    }
    Ok(true)
}

/// The variant asked for; what was left out is taken from the rule's usual one.
fn variant(args: &Args, rule: &dyn Rule) -> Variant {
    let satisfaction = match args.satisfaction {
        Some(SatisfactionArg::Cost) => Some(Satisfaction::Cost),
        Some(SatisfactionArg::Cardinality) => Some(Satisfaction::Cardinality),
        Some(SatisfactionArg::Additive) => Some(Satisfaction::Additive),
        None => rule.variants().first().and_then(|usual| usual.satisfaction),
    };
    let completion = match args.completion {
        CompletionArg::None => Completion::None,
        CompletionArg::Add1 => Completion::Add1,
        CompletionArg::Greedy => Completion::Greedy,
    };
    Variant { satisfaction, completion }
}

fn ties(args: &Args) -> TiePolicy {
    match args.ties {
        TiesArg::Report => TiePolicy::Report,
        TiesArg::Lexicographic => TiePolicy::Lexicographic,
        TiesArg::Drawn => TiePolicy::Drawn(args.lots.iter().map(|id| ProjectId::from(id.as_str())).collect()),
    }
}

fn known_rule(text: &str) -> Result<String, String> {
    let known: Vec<&str> = rules().iter().map(|rule| rule.id()).collect();
    if rule(text).is_some() { Ok(text.to_owned()) } else { Err(format!("the rules are: {}", known.join(", "))) }
}

/// What to do about it.
fn help(error: &CountError, id: &str) -> String {
    match error {
        CountError::OutOfReach { .. } => "Lower a minimum, or raise a maximum.".to_owned(),
        CountError::Constraints { constraint, .. } => {
            let able = |rule: &&&dyn Rule| rule.variants().iter().any(|variant| rule.honours(*variant, *constraint));
            let able: Vec<&str> = rules().iter().filter(able).map(|rule| rule.id()).collect();
            format!("These rules can, at least in one of their variants: {}.", able.join(", "))
        }
        _ => {
            let variants = rule(id).map(Rule::variants).unwrap_or_default();
            let known: Vec<String> = variants.iter().map(ToString::to_string).collect();
            format!("{id} can be combined with: {}.", known.join("; "))
        }
    }
}
