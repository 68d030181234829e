//! Where the project keeps its files, and where its tools are kept.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folders that the commands work in.
#[derive(Clone)]
pub(crate) struct Project {
    root: PathBuf,
    tools: PathBuf,
}

impl Project {
    /// The checkout that this command was compiled from, and the tool cache of this user.
    pub(crate) fn find() -> Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .parent()
            .context("the xtask folder has no parent; run the command inside the checkout")?;
        Ok(Self { root: root.to_owned(), tools: tool_cache()? })
    }

    /// The checkout.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The tool cache: outside the checkout, so that a fresh clone finds what is built already.
    pub(crate) fn tools(&self) -> &Path {
        &self.tools
    }

    /// What cargo and these commands write.
    pub(crate) fn target(&self) -> PathBuf {
        self.root.join("target")
    }

    /// Cargo's folder for wasm, apart from the native one, so that they never wait for each other
    /// or throw out each other's work.
    pub(crate) fn wasm_target(&self) -> PathBuf {
        self.target().join("wasm")
    }

    /// The release site.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The compiled samples, from which trunk copies them.
    pub(crate) fn samples(&self) -> PathBuf {
        self.target().join("samples")
    }

    /// The start page and the style sheets put together, from which trunk takes them.
    pub(crate) fn shell(&self) -> PathBuf {
        self.target().join("shell")
    }

    /// The browser journeys and the npm packages.
    pub(crate) fn journeys(&self) -> PathBuf {
        self.root.join("tests").join("journeys")
    }
}

/// `BASKETRY_TOOLS`, or a folder in the user's cache.
fn tool_cache() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("BASKETRY_TOOLS") {
        return Ok(folder.into());
    }
    let cache = match env::var_os("XDG_CACHE_HOME") {
        Some(cache) => PathBuf::from(cache),
        None => {
            env::home_dir().context("no home folder for the tool cache; set BASKETRY_TOOLS to a folder")?.join(".cache")
        }
    };
    Ok(cache.join("basketry").join("tools"))
}
