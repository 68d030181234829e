//! Gets the machine ready, and skips what it finds.

pub(crate) mod browser;
mod cplusplus;
mod debian;
mod npm;
pub(crate) mod software;
mod std_source;
mod tools;
pub(crate) mod wasm;

use anyhow::Result;

use crate::kit::Kit;
use crate::project::Project;
use crate::steps::Steps;

/// What a command needs of the machine; each includes the ones before it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Need {
    /// A compiler for wasm.
    Compile,
    /// Trunk and what it calls.
    Build,
    /// A browser, the checker of licences, and what builds fuzz targets: a C++ compiler among it.
    Test,
}

impl Need {
    /// How many steps set-up takes.
    pub(crate) fn steps(self) -> usize {
        match self {
            Self::Compile => 1,
            Self::Build => 5,
            Self::Test => 9,
        }
    }
}

/// Sets up what the command needs and is not there yet.
pub(crate) fn run(project: Project, need: Need, steps: &mut Steps) -> Result<Kit> {
    let toolchain = wasm::ensure(&project, steps)?;
    let mut path = Vec::new();
    let mut browser = None;
    if need >= Need::Build {
        std_source::ensure(toolchain, steps)?;
        path.push(tools::trunk().ensure(&project, steps)?);
        path.push(tools::wasm_bindgen(&project)?.ensure(&project, steps)?);
        path.push(npm::ensure(&project, steps)?);
    }
    if need >= Need::Test {
        cplusplus::ensure(steps)?;
        path.push(tools::cargo_deny().ensure(&project, steps)?);
        path.push(tools::cargo_fuzz().ensure(&project, steps)?);
        browser = Some(browser::ensure(steps)?);
    }
    Ok(Kit { project, toolchain, path, browser })
}
