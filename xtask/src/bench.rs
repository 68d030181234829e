//! The benchmarks of counting: in WebAssembly and natively, beside a peer, in one run.
//!
//! Timings of one machine are no test; what is compared is their ratio. Elections are the caller's or
//! made up: none is kept here.

pub(crate) mod ballots;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::job::Job;
use crate::kit::Kit;
use crate::project::Project;
use crate::setup::{self, Need};
use crate::steps::Steps;

/// The peer, and what it counts exactly with.
const PEER: [&str; 2] = ["pabutools==1.2.3", "gmpy2"];

/// Counts `files` in every way, and prints a table for each.
pub(crate) fn run(project: Project, files: &[PathBuf]) -> Result<()> {
    let mut steps = Steps::new(Need::Build.steps() + 4);
    let files = files.iter().map(|file| file.canonicalize().with_context(|| format!("opening {}", file.display())));
    let files = files.collect::<Result<Vec<_>>>()?;
    let kit = setup::run(project, Need::Build, &mut steps)?;
    steps.begin("command", "building basketry for release");
    kit.cargo("cargo build", ["build", "--release", "-p", "basketry-cli"]).quiet()?;
    steps.begin("wasm", "building the counting rules for WebAssembly (a few minutes the first time)");
    let module = module(&kit)?;
    steps.begin("peer", format!("installing {}", PEER.join(" and ")));
    let python = peer(&kit.project).unwrap_or_else(|error| {
        println!("      counting without the peer: {error:#}");
        "-".into()
    });
    steps.begin("bench", "counting (minutes for a large file; leave the machine alone)");
    let basketry = kit.project.target().join("release").join("basketry");
    let done = Job::new("the benchmark", "node")
        .args([folder(&kit.project).join("run.mjs"), module, basketry, python])
        .args(files)
        .shown()?;
    if !done {
        bail!("the benchmark failed; its last lines are above");
    }
    Ok(())
}

fn module(kit: &Kit) -> Result<PathBuf> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let args = ["build", "--profile", "wasm", "--target", TARGET, "-p", "basketry-bench"];
    kit.wasm_release("cargo build", "cargo", args).quiet()?;
    let built = kit.project.wasm_target().join(TARGET).join("wasm").join("basketry_bench.wasm");
    let out = kit.project.target().join("bench");
    let module = out.join("bench.js");
    kit.wasm(
        "wasm-bindgen",
        "wasm-bindgen",
        ["--target", "nodejs", "--no-typescript", "--out-name", "bench", "--out-dir"],
    )
    .args([out, built])
    .quiet()?;
    Ok(module)
}

fn peer(project: &Project) -> Result<PathBuf> {
    let home = project.tools().join("peers");
    let python = home.join("bin").join("python");
    if !python.is_file() {
        Job::new("python3 -m venv", "python3").args(["-m", "venv"]).args([&home]).quiet()?;
    }
    Job::new("pip install", &python).args(["-m", "pip", "install", "--quiet"]).args(PEER).quiet()?;
    Ok(python)
}

fn folder(project: &Project) -> PathBuf {
    Path::new(project.root()).join("crates").join("bench")
}
