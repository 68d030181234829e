//! The programs that our downloads are for, for the tests: an office suite, and Python packages in a folder of their own.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::debian;
use crate::job::Job;
use crate::project::Project;
use crate::steps::Steps;

/// How many steps this takes.
pub(crate) const STEPS: usize = 2;

/// Where the packages are named, each at one version and by digest.
const REQUIREMENTS: &str = "tests/software/requirements.txt";

/// What opens our files.
pub(crate) struct Software {
    /// A Python with the packages.
    pub(crate) python: PathBuf,
    /// `soffice`, the program of `LibreOffice`.
    pub(crate) office: PathBuf,
}

/// Finds the programs, or installs them.
pub(crate) fn ensure(project: &Project, steps: &mut Steps) -> Result<Software> {
    Ok(Software { python: python(project, steps)?, office: office(steps)? })
}

fn python(project: &Project, steps: &mut Steps) -> Result<PathBuf> {
    let from = project.root().join(REQUIREMENTS);
    let wanted = fs::read(&from).with_context(|| format!("reading {}", from.display()))?;
    let folder = project.tools().join("software-python");
    let python = folder.join("bin").join("python3");
    // pip keeps no record of the list it installed from, so a copy of it does.
    let installed = folder.join("installed-requirements.txt");
    if fs::read(&installed).is_ok_and(|before| before == wanted) && python.is_file() {
        steps.already_there("Python packages");
        return Ok(python);
    }
    steps.begin("Python packages", "installing (about a minute, once per machine)");
    let made = make_environment(&folder);
    if made.is_err() && debian::can_install() {
        debian::install(&["python3-venv"])?;
        make_environment(&folder)?;
    } else {
        made?;
    }
    Job::new("pip", &python)
        .args(["-m", "pip", "install", "--disable-pip-version-check", "--no-deps", "--require-hashes", "--only-binary", ":all:"])
        .args(["-r"])
        .args([&from])
        .quiet()
        .context("the Python packages could not be installed; check that pypi.org can be reached, and that Python is 3.11 or newer")?;
    fs::write(&installed, wanted).with_context(|| format!("writing {}", installed.display()))?;
    Ok(python)
}

fn make_environment(folder: &Path) -> Result<()> {
    Job::new("python3 -m venv", "python3")
        .args(["-m", "venv", "--clear"])
        .args([folder])
        .quiet()
        .context("Python made no environment; install Python 3.11 or newer with its venv module")?;
    Ok(())
}

fn office(steps: &mut Steps) -> Result<PathBuf> {
    if let Some(office) = find() {
        steps.already_there("LibreOffice");
        return Ok(office);
    }
    steps.begin("LibreOffice", "installing (about 2 minutes, once per machine)");
    let advice = "install LibreOffice Calc from your package manager or libreoffice.org, with `soffice` on the PATH";
    ensure!(debian::can_install(), "no soffice on the PATH: {advice}");
    debian::install(&["libreoffice-calc"])?;
    find().with_context(|| format!("Debian's packages brought no soffice: {advice}"))
}

fn find() -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder: PathBuf| folder.join("soffice")).find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_package_has_one_version_and_a_digest() {
        let list = include_str!("../../../tests/software/requirements.txt");
        let packages: Vec<&str> =
            list.lines().filter(|line| line.starts_with(|c: char| c.is_ascii_alphabetic())).collect();
        for name in ["duckdb", "frictionless", "openpyxl", "pabulib-checker", "pabutools"] {
            assert!(packages.iter().any(|line| line.starts_with(&format!("{name}=="))), "{name}");
        }
        for package in &packages {
            let rest = list.split(package).nth(1).unwrap_or_default();
            assert!(rest.trim_start().starts_with("--hash=sha256:"), "{package}");
        }
    }
}
