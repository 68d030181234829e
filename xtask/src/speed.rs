//! The budgets of time: what a visit on a slow link and a tap take, measured in a real browser.
//!
//! Timings of one machine are no test: they are run by hand, on a quiet machine, beside an empty page in the same run.
//! What makes the times, the bytes, is tested by [`crate::size`], and that nothing moves by the journeys.

use anyhow::{Context, Result, bail};

use crate::build;
use crate::job::Job;
use crate::project::Project;
use crate::setup::{self, Need};
use crate::steps::Steps;

/// Builds the release site and measures it.
pub(crate) fn run(project: Project) -> Result<()> {
    let mut steps = Steps::new(Need::Test.steps() + build::STEPS + 1);
    let kit = setup::run(project, Need::Test, &mut steps)?;
    build::run(&kit, &mut steps)?;
    steps.begin("speed", "visits and taps (two minutes; leave the machine alone)");
    let browser = kit.browser.as_ref().context("set-up found no browser; run all of `cargo xtask test`")?;
    let within = Job::new("the measuring", "node")
        .args(["perf.mjs"])
        .env("CHROME", &browser.chrome)
        .env("BASKETRY_DIST", kit.project.dist())
        .dir(&kit.project.journeys())
        .shown()?;
    if !within {
        bail!("a time is over its budget on this machine; compare the ratio to an empty page with an earlier run");
    }
    Ok(())
}
