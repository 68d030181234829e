//! The benchmark of bringing ballots together: made-up ones to a made-up consultation, natively and in WebAssembly.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{folder, module};
use crate::job::Job;
use crate::kit::Kit;
use crate::project::Project;
use crate::setup::{self, Need};
use crate::steps::Steps;

/// Writes so many ballots, reads and merges them both ways, and prints times and memory. With `page`, the built site does
/// it too.
pub(crate) fn run(project: Project, ballots: u64, page: bool) -> Result<()> {
    let need = if page { Need::Test } else { Need::Build };
    let mut steps = Steps::new(need.steps() + 4 + usize::from(page));
    let kit = setup::run(project, need, &mut steps)?;
    steps.begin("hall", "building what makes ballots up");
    kit.cargo("cargo build", ["build", "--release", "-p", "basketry-bench", "--example", "hall"]).quiet()?;
    steps.begin("wasm", "building the counting for WebAssembly (a few minutes the first time)");
    let module = module(&kit)?;
    let hall = kit.project.target().join("release").join("examples").join("hall");
    let out = kit.project.target().join("bench").join(format!("hall-{ballots}"));
    steps.begin("ballots", format!("making {ballots} ballots up"));
    Job::new("hall write", &hall).args(["write"]).args([&out]).args([ballots.to_string()]).quiet()?;
    steps.begin("bench", "reading and merging, natively and then in WebAssembly");
    let native = Job::new("hall read", &hall).args(["read"]).args([&out]).shown()?;
    let wasm = Job::new("node", "node").args([&folder(&kit.project).join("hall.mjs"), &module, &out]).shown()?;
    let page = !page || on_page(&kit, &out, &mut steps)?;
    if !native || !wasm || !page {
        bail!("the benchmark failed; its last lines are above");
    }
    Ok(())
}

fn on_page(kit: &Kit, ballots: &Path, steps: &mut Steps) -> Result<bool> {
    steps.begin("page", "the same on the organiser's page, with taps meanwhile");
    let browser = kit.browser.as_ref().context("set-up found no browser; run all of `cargo xtask test`")?;
    Job::new("the measuring", "node")
        .args(["million.mjs"])
        .args([ballots])
        .env("CHROME", &browser.chrome)
        .env("BASKETRY_DIST", kit.project.dist())
        .dir(&kit.project.journeys())
        .shown()
}
