//! The Rust tests that run inside a browser.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::score::Score;
use super::unit::is_news;
use crate::job::{Job, tail};
use crate::kit::Kit;
use crate::setup::wasm::TARGET;

/// A package has browser tests when it has this test target.
const TESTS: &str = "tests/web/main.rs";

const RUNNER: &str = "wasm-bindgen-test-runner";

/// Runs the browser tests of every package that has some.
pub(crate) fn run(kit: &Kit) -> Result<Score> {
    let mut score = Score::default();
    for package in packages(kit)? {
        let finished = job(kit, &package)?.filtered(is_news)?;
        if !finished.success {
            println!("{}", tail(&finished.output, 120));
        }
        score = score.plus(Score::from_rust(&finished.output).of_program(finished.success));
    }
    Ok(score)
}

fn job(kit: &Kit, package: &Path) -> Result<Job> {
    let browser = kit.browser.as_ref().context("set-up found no browser; run all of `cargo xtask test`")?;
    let runner = kit.tool(RUNNER).with_context(|| format!("set-up brought no {RUNNER}; remove the tool cache"))?;
    let job = kit
        .wasm("the browser tests", "cargo", ["test", "--no-fail-fast", "--test", "web", "--target", TARGET])
        .args(["--manifest-path"])
        .args([package.join("Cargo.toml")])
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings(kit, &browser.chrome)?);
    Ok(job)
}

/// The settings in webdriver.json with the browser that set-up found, for packages in any folder.
fn settings(kit: &Kit, chrome: &Path) -> Result<PathBuf> {
    let from = kit.project.root().join("webdriver.json");
    let settings = fs::read_to_string(&from).with_context(|| format!("reading {}", from.display()))?;
    let to = kit.project.target().join("webdriver.json");
    fs::write(&to, with_browser(&settings, chrome)).with_context(|| format!("writing {}", to.display()))?;
    Ok(to)
}

/// Names the browser in the settings, as the first of Chrome's options.
fn with_browser(settings: &str, chrome: &Path) -> String {
    let options = "\"goog:chromeOptions\": {";
    let path = chrome.to_string_lossy().replace('\\', "\\\\").replace('"', "\\\"");
    settings.replacen(options, &format!("{options} \"binary\": \"{path}\","), 1)
}

/// The app itself and its crates.
fn packages(kit: &Kit) -> Result<Vec<PathBuf>> {
    let root = kit.project.root();
    let crates = root.join("crates");
    let mut packages = vec![root.to_owned()];
    for entry in fs::read_dir(&crates).with_context(|| format!("reading {}", crates.display()))? {
        packages.push(entry.with_context(|| format!("reading {}", crates.display()))?.path());
    }
    packages.retain(|package| package.join(TESTS).is_file());
    packages.sort();
    Ok(packages)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_settings_name_the_browser() {
        let settings = with_browser(include_str!("../../../webdriver.json"), Path::new("/opt/a \"b\"/chrome"));
        assert!(settings.contains(r#""binary": "/opt/a \"b\"/chrome","#), "{settings}");
    }
}
