//! Builds the release site.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::dist;
use crate::job::tail;
use crate::kit::Kit;
use crate::samples;
use crate::steps::Steps;

/// How many steps building takes once the machine is set up.
pub(crate) const STEPS: usize = samples::STEPS + 2;

/// Builds the samples and the app, and puts the site together in dist/.
pub(crate) fn run(kit: &Kit, steps: &mut Steps) -> Result<()> {
    samples::compile(kit, steps)?;
    steps.begin("app", "building for release (a few minutes)");
    let staging = kit.project.target().join("trunk").join("release");
    trunk(kit, &staging)?;
    let dist = kit.project.dist();
    steps.begin("site", format!("packing and compressing into {}", dist.display()));
    let folder = dist::assemble(&staging, &dist)?;
    println!("      the files are in {folder}/, beside index.html");
    Ok(())
}

fn trunk(kit: &Kit, staging: &PathBuf) -> Result<()> {
    // wasm-bindgen never removes a JavaScript snippet, and trunk copies all it finds.
    let snippets = kit.project.wasm_target().join("wasm-bindgen");
    if snippets.exists() {
        fs::remove_dir_all(&snippets).with_context(|| format!("removing {}", snippets.display()))?;
    }
    let finished = kit
        .wasm_release("trunk build", "trunk", ["build", "--release", "--skip-version-check", "--dist"])
        .args([staging])
        // Trunk would show where in its own source an error arose, and hide the error itself.
        .env("RUST_BACKTRACE", "0")
        .filtered(is_news)?;
    if !finished.success {
        bail!("the app does not build:\n{}", tail(&finished.output, 80));
    }
    Ok(())
}

/// Warnings are news even when the build succeeds.
fn is_news(line: &str) -> bool {
    line.starts_with("warning") || line.contains(" WARN ")
}
