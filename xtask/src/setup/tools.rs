//! Command-line tools that cargo builds once per machine.

use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result};

use crate::job::Job;
use crate::project::Project;
use crate::steps::Steps;

/// The tools run for seconds: to optimise them as a whole takes longer than it ever saves.
const QUICKLY_BUILT: [(&str, &str); 3] = [("LTO", "off"), ("CODEGEN_UNITS", "16"), ("OPT_LEVEL", "1")];

/// A program from crates.io at an exact version.
pub(crate) struct Tool {
    package: &'static str,
    program: &'static str,
    version: String,
    /// Whether the package's own lock file can be used.
    locked: bool,
    duration: &'static str,
}

/// The newest trunk whose compiler requirement Debian's compiler meets.
pub(crate) fn trunk() -> Tool {
    Tool {
        package: "trunk",
        program: "trunk",
        version: "0.21.14".to_owned(),
        locked: true,
        duration: "about 5 minutes",
    }
}

/// The checker of licences, sources and advisories.
pub(crate) fn cargo_deny() -> Tool {
    Tool {
        package: "cargo-deny",
        program: "cargo-deny",
        version: "0.20.2".to_owned(),
        locked: true,
        duration: "about 4 minutes",
    }
}

/// What builds programs that libFuzzer drives.
pub(crate) fn cargo_fuzz() -> Tool {
    Tool {
        package: "cargo-fuzz",
        program: "cargo-fuzz",
        version: "0.13.2".to_owned(),
        locked: true,
        duration: "about 2 minutes",
    }
}

/// The other half of the wasm-bindgen crate, which accepts only its own version.
pub(crate) fn wasm_bindgen(project: &Project) -> Result<Tool> {
    let path = project.root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let version = locked_version(&lock, "wasm-bindgen")
        .context("Cargo.lock names no wasm-bindgen; run `cargo update --workspace` to renew the lock file")?;
    Ok(Tool {
        package: "wasm-bindgen-cli",
        program: "wasm-bindgen",
        version: version.to_owned(),
        // Its lock file names a crate that not every mirror of the registry has.
        locked: false,
        duration: "about 3 minutes",
    })
}

impl Tool {
    /// Finds the tool or builds it, and returns the folder of its programs.
    pub(crate) fn ensure(&self, project: &Project, steps: &mut Steps) -> Result<PathBuf> {
        let name = format!("{} {}", self.package, self.version);
        let root = project.tools().join(format!("{}-{}", self.package, self.version));
        let programs = root.join("bin");
        if self.answers(&programs.join(self.program)) {
            steps.already_there(name);
            return Ok(programs);
        }
        steps.begin(&name, format!("building ({}, once per machine)", self.duration));
        let spec = format!("{}@{}", self.package, self.version);
        let mut job = Job::new(format!("cargo install {spec}"), "cargo").args(["install", &spec, "--force", "--root"]);
        job = job.args([&root]);
        if self.locked {
            job = job.args(["--locked"]);
        }
        for (setting, value) in QUICKLY_BUILT {
            job = job.env(&format!("CARGO_PROFILE_RELEASE_{setting}"), value);
        }
        job.quiet().with_context(|| format!("{name} could not be built; check that crates.io can be reached"))?;
        Ok(programs)
    }

    /// Whether the program is there and says it is the wanted version.
    fn answers(&self, program: &PathBuf) -> bool {
        let version = Job::new(self.program, program).args(["--version"]).filtered(|_| false);
        version.is_ok_and(|finished| finished.output.split_whitespace().any(|word| word == self.version))
    }
}

/// The version of a package in the text of a Cargo.lock.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_gives_the_version_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n\
                    [[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "yew"), None);
    }
}
