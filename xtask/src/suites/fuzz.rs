//! The fuzz targets: each over its stored corpus, then on for some seconds with inputs made from it.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::score::Score;
use crate::job::{Job, tail};
use crate::kit::Kit;

/// How long each target looks for new inputs.
const SECONDS: u32 = 5;

/// An input that takes longer, in seconds, is a failure.
const SLOWEST: u32 = 30;

/// How much of a failed run is shown: what was asserted, and where.
const SHOWN: usize = 60;

/// Builds all targets and runs each, which counts as one test.
pub(crate) fn run(kit: &Kit) -> Result<Score> {
    let folder = kit.project.root().join("fuzz");
    let targets = targets(&folder)?;
    let format =
        kit.cargo("cargo fmt", ["fmt", "--check", "--manifest-path", "fuzz/Cargo.toml"]).filtered(|_| false)?;
    if !format.success {
        println!("  format: FAILED; run `cargo fmt --manifest-path fuzz/Cargo.toml`");
    }
    let mut score = Score::of(format.success);
    println!("  building {} targets (about 4 minutes the first time)", targets.len());
    let programs = build(kit)?;
    for target in targets {
        score = score.plus(run_one(&folder, &programs, &target)?);
    }
    Ok(score)
}

/// Builds the targets, and returns the folder of their programs.
fn build(kit: &Kit) -> Result<PathBuf> {
    let host = Job::new("rustc", "rustc").args(["--print", "host-tuple"]).quiet()?;
    let target_dir = kit.project.target().join("fuzz");
    kit.cargo("cargo fuzz build", ["fuzz", "build", "--target", host.trim(), "--target-dir"])
        .args([&target_dir])
        // What libFuzzer needs of the compiler is called unstable.
        .env("RUSTC_BOOTSTRAP", "1")
        .quiet()
        .context("the fuzz targets could not be built; libFuzzer needs a C++ compiler, such as Debian's g++")?;
    Ok(target_dir.join(host.trim()).join("release"))
}

fn run_one(folder: &Path, programs: &Path, target: &str) -> Result<Score> {
    let program = programs.join(target);
    let found = programs.join("found").join(target);
    let crashes = folder.join("artifacts").join(target);
    // What an earlier run found would make this one another run.
    if found.exists() {
        fs::remove_dir_all(&found).with_context(|| format!("removing {}", found.display()))?;
    }
    for folder in [&found, &crashes] {
        fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    }
    let finished = Job::new(target, &program)
        .args([
            "-seed=1",
            "-print_final_stats=1",
            &format!("-max_total_time={SECONDS}"),
            &format!("-timeout={SLOWEST}"),
        ])
        .args([format!("-artifact_prefix={}/", crashes.display())])
        // New inputs go to the first folder.
        .args([&found, &folder.join("corpus").join(target)])
        .env("ASAN_OPTIONS", "detect_leaks=0:detect_odr_violation=0")
        .filtered(|_| false)?;
    if finished.success {
        println!("  {target}: fine, {} inputs", inputs(&finished.output).unwrap_or("no"));
    } else {
        println!("{}", tail(&finished.output, SHOWN));
        println!("  {target}: FAILED; {}", advice(&finished.output, &program));
    }
    Ok(Score::of(finished.success))
}

/// How many inputs a run tried.
fn inputs(output: &str) -> Option<&str> {
    let words = output.lines().rev().find_map(|line| line.strip_prefix("stat::number_of_executed_units:"));
    words.map(str::trim)
}

/// Where the input lies that made a run fail, and how to run it again.
fn advice(output: &str, program: &Path) -> String {
    let input = output.lines().rev().find_map(|line| line.split_once("Test unit written to ").map(|(_, path)| path));
    match input {
        Some(input) => format!("its input is {input}; run it again with\n  {} {input}", program.display()),
        None => "no single input did it; see above".to_owned(),
    }
}

/// The names of the targets, one for each file.
fn targets(folder: &Path) -> Result<Vec<String>> {
    let folder = folder.join("fuzz_targets");
    let mut targets = Vec::new();
    for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry.with_context(|| format!("reading {}", folder.display()))?.path();
        targets.extend(path.file_stem().map(|name| name.to_string_lossy().into_owned()));
    }
    targets.sort();
    Ok(targets)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_its_input_and_the_command_that_repeats_it() {
        let output = "INFO: seed corpus\nartifact_prefix='x/'; Test unit written to /fuzz/artifacts/count/crash-1f\nBase64: AA==\n";
        let advice = advice(output, Path::new("/target/count"));
        assert!(advice.ends_with("/target/count /fuzz/artifacts/count/crash-1f"), "{advice}");
    }

    #[test]
    fn the_number_of_inputs_is_what_libfuzzer_counted() {
        assert_eq!(inputs("Done 9 runs\nstat::number_of_executed_units: 4321\nstat::x: 1\n"), Some("4321"));
        assert_eq!(inputs("nothing"), None);
    }

    #[test]
    fn every_target_is_built_and_has_something_to_start_from() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz");
        let manifest = include_str!("../../../fuzz/Cargo.toml");
        for target in targets(&folder).unwrap() {
            assert!(manifest.contains(&format!("path = \"fuzz_targets/{target}.rs\"")), "{target}");
            assert!(fs::read_dir(folder.join("corpus").join(&target)).unwrap().next().is_some(), "{target}");
        }
    }
}
