//! The compiler for wasm: rustup's where it can be had, Debian's where it cannot.

use std::env;

use anyhow::{Result, ensure};

use super::debian;
use crate::job::Job;
use crate::project::Project;
use crate::steps::Steps;

pub(crate) const TARGET: &str = "wasm32-unknown-unknown";

/// Which toolchain compiles for wasm.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Toolchain {
    /// The one that runs this command.
    Default,
    /// Debian's packages, linked into rustup as `debian-web`.
    Debian,
}

impl Toolchain {
    /// Makes a job use this toolchain.
    pub(crate) fn choose(self, job: Job) -> Job {
        match self {
            Self::Default => job,
            // `cargo run` puts the other toolchain's libraries first; Debian's compiler has its own.
            Self::Debian => job.env("RUSTUP_TOOLCHAIN", debian::TOOLCHAIN).without_env("LD_LIBRARY_PATH"),
        }
    }

    /// Whether it compiles tests, which need all of std. Looking for files would not notice a std
    /// that an older compiler left behind.
    pub(crate) fn works(self) -> bool {
        let output = env::temp_dir().join(format!("basketry-probe-{}.rmeta", std::process::id()));
        let job = Job::new("rustc", "rustc")
            .args(["--crate-name=probe", "--test", "--emit=metadata", "--target", TARGET, "-o"])
            .args([&output])
            .args(["-"]);
        let works = self.choose(job).filtered(|_| false).is_ok_and(|finished| finished.success);
        // A probe left in the temporary folder does no harm.
        drop(std::fs::remove_file(output));
        works
    }
}

/// Finds a toolchain that compiles for wasm, or installs one.
pub(crate) fn ensure(project: &Project, steps: &mut Steps) -> Result<Toolchain> {
    let name = "wasm target";
    if Toolchain::Default.works() {
        steps.already_there(name);
        return Ok(Toolchain::Default);
    }
    if debian::complete() && Toolchain::Debian.works() {
        steps.begin(name, "already there (Debian's compiler)");
        return Ok(Toolchain::Debian);
    }
    steps.begin(name, "asking rustup (about a minute, once per machine)");
    let rustup = Job::new("rustup", "rustup").args(["target", "add", TARGET]).filtered(|_| false);
    if rustup.is_ok_and(|finished| finished.success) && Toolchain::Default.works() {
        return Ok(Toolchain::Default);
    }
    ensure!(
        debian::can_install(),
        "rustup could not add the {TARGET} target. Run `rustup target add {TARGET}` with a network that \
         reaches static.rust-lang.org, or run this command as root on Debian, which has its own compiler"
    );
    println!("      rustup reaches no server; installing Debian's compiler (about 3 minutes)");
    debian::install_compiler(project)?;
    ensure!(
        Toolchain::Debian.works(),
        "Debian's compiler is installed but does not compile for {TARGET}. \
         Run `rustup run {} rustc --version --verbose` and see what it says",
        debian::TOOLCHAIN
    );
    Ok(Toolchain::Debian)
}
