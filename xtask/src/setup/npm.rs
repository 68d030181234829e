//! The npm packages: the browser driver, the accessibility checker, and wasm-opt.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};

use crate::job::Job;
use crate::project::Project;
use crate::steps::Steps;

/// The oldest Node.js that the packages run on.
const OLDEST_NODE: u32 = 20;

/// Installs the packages unless they are those of the lock file, and returns the folder of their programs.
pub(crate) fn ensure(project: &Project, steps: &mut Steps) -> Result<PathBuf> {
    let folder = project.journeys();
    let modules = folder.join("node_modules");
    let programs = modules.join(".bin");
    let lock_path = folder.join("package-lock.json");
    let lock = fs::read(&lock_path).with_context(|| format!("reading {}", lock_path.display()))?;
    // npm keeps no record of the lock file it installed from, so a copy of it does.
    let installed = modules.join(".installed-lock.json");
    if fs::read(&installed).is_ok_and(|before| before == lock) {
        steps.already_there("npm packages");
        return Ok(programs);
    }
    steps.begin("npm packages", "installing (seconds, once per checkout)");
    check_node()?;
    Job::new("npm ci", "npm")
        .args(["ci", "--no-audit", "--no-fund"])
        .dir(&folder)
        .quiet()
        .context("the npm packages could not be installed; check that registry.npmjs.org can be reached")?;
    fs::write(&installed, lock).with_context(|| format!("writing {}", installed.display()))?;
    Ok(programs)
}

fn check_node() -> Result<()> {
    let advice = format!("install Node.js {OLDEST_NODE} or newer with npm from your package manager or nodejs.org");
    let version = Job::new("Node.js", "node").args(["--version"]).quiet().with_context(|| advice.clone())?;
    let major = major_version(&version).unwrap_or_default();
    ensure!(major >= OLDEST_NODE, "Node.js is {}; {advice}", version.trim());
    Ok(())
}

fn major_version(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_says_its_version_with_a_v() {
        assert_eq!(major_version("v20.20.2\n"), Some(20));
        assert_eq!(major_version("nonsense"), None);
    }

    #[test]
    fn trunk_asks_for_the_wasm_opt_that_npm_installs() {
        let packages = include_str!("../../../tests/journeys/package.json");
        let trunk = include_str!("../../../Trunk.toml");
        let version = packages.split("\"binaryen\": \"").nth(1).and_then(|rest| rest.split('.').next()).unwrap();
        assert!(trunk.contains(&format!("wasm_opt = \"version_{version}\"")));
    }
}
