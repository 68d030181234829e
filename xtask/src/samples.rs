//! Turns the sample consultations into what the app loads.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::job::Job;
use crate::kit::Kit;
use crate::project::Project;
use crate::steps::Steps;

const LIST: &str = "list.bin";
const SUFFIX: &str = ".basketry.json";

/// How many steps compiling takes.
pub(crate) const STEPS: usize = 1;

/// Compiles every sample with the project's own command line.
pub(crate) fn compile(kit: &Kit, steps: &mut Steps) -> Result<()> {
    let sources = sources(&kit.project)?;
    steps.begin("samples", format!("compiling {} (a minute the first time)", sources.len()));
    let out = kit.project.samples();
    if out.exists() {
        // What a removed sample left behind must not be published.
        fs::remove_dir_all(&out).with_context(|| format!("removing {}", out.display()))?;
    }
    fs::create_dir_all(&out).with_context(|| format!("creating {}", out.display()))?;
    command(kit, &sources, &out).quiet().context("a sample in samples/ does not compile")?;
    // The list travels in the page, not as a file.
    fs::create_dir_all(kit.project.shell()).context("creating target/shell")?;
    fs::rename(out.join(LIST), list(&kit.project)).context("moving the list of samples")
}

/// Where the compiled list of samples lies.
pub(crate) fn list(project: &Project) -> PathBuf {
    project.shell().join(LIST)
}

fn command(kit: &Kit, sources: &[PathBuf], out: &Path) -> Job {
    kit.cargo("basketry compile", ["run", "--quiet", "--release", "-p", "basketry-cli", "--", "compile"])
        .args(sources)
        .args(["--out"])
        .args([out])
}

/// The samples in a fixed order, so that the same checkout always builds the same site.
pub(crate) fn sources(project: &Project) -> Result<Vec<PathBuf>> {
    let folder = project.root().join("samples");
    let entries = fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?;
    let mut sources = Vec::new();
    for entry in entries {
        let path = entry.with_context(|| format!("reading {}", folder.display()))?.path();
        if path.to_string_lossy().ends_with(SUFFIX) {
            sources.push(path);
        }
    }
    sources.sort();
    ensure!(!sources.is_empty(), "{} holds no *{SUFFIX}; restore it from git", folder.display());
    Ok(sources)
}
