//! People's journeys through the release site, in a real browser.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use super::score::Score;
use crate::job::Job;
use crate::kit::Kit;

const SUFFIX: &str = ".test.mjs";

/// Runs every journey against dist/.
pub(crate) fn run(kit: &Kit) -> Result<Score> {
    let browser = kit.browser.as_ref().context("set-up found no browser; run all of `cargo xtask test`")?;
    let journeys = journeys(kit)?;
    if journeys.is_empty() {
        return Ok(Score::default());
    }
    let report = kit.project.target().join("journeys.tap");
    let success = Job::new("the journeys", "node")
        .args(["--test", "--test-concurrency=2", "--test-reporter=spec", "--test-reporter-destination=stdout"])
        .args(["--test-reporter=tap", &format!("--test-reporter-destination={}", report.display())])
        .args(journeys)
        .env("CHROME", &browser.chrome)
        .env("BASKETRY_DIST", kit.project.dist())
        .dir(&kit.project.journeys())
        .shown()?;
    let report = fs::read_to_string(&report).context("the journeys wrote no report; see what Node.js said above")?;
    Ok(Score::from_tap(&report).of_program(success))
}

fn journeys(kit: &Kit) -> Result<Vec<PathBuf>> {
    let folder = kit.project.journeys();
    let mut journeys = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry.with_context(|| format!("reading {}", folder.display()))?.path();
        if path.to_string_lossy().ends_with(SUFFIX) {
            journeys.push(path);
        }
    }
    journeys.sort();
    Ok(journeys)
}
