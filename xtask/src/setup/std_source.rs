//! The source of std, which a release builds along.

use std::path::Path;

use anyhow::{Result, ensure};

use super::wasm::Toolchain;
use crate::job::Job;
use crate::steps::Steps;

/// Finds the source, or has rustup fetch it. Debian's compiler was installed with it.
pub(crate) fn ensure(toolchain: Toolchain, steps: &mut Steps) -> Result<()> {
    let name = "std source";
    if there(toolchain) {
        steps.already_there(name);
        return Ok(());
    }
    steps.begin(name, "asking rustup (seconds, once per machine)");
    let added = Job::new("rustup", "rustup").args(["component", "add", "rust-src"]).filtered(|_| false);
    ensure!(
        added.is_ok_and(|finished| finished.success) && there(toolchain),
        "the source of std is missing. Run `rustup component add rust-src` with a network that reaches \
         static.rust-lang.org, or on Debian `apt-get install rust-web-src`"
    );
    Ok(())
}

fn there(toolchain: Toolchain) -> bool {
    let sysroot = toolchain.choose(Job::new("rustc", "rustc").args(["--print", "sysroot"])).filtered(|_| false);
    sysroot.is_ok_and(|found| Path::new(found.output.trim()).join("lib/rustlib/src/rust/library/std").is_dir())
}
