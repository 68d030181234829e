//! The service worker: what it keeps on a device is a list with the digest of each file, so that it never keeps a mixture
//! of two versions, or what a host on the way has changed.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use sha2::{Digest, Sha256};

use crate::dist;

/// It stands beside the page, since it answers for nothing above its own folder.
pub(crate) const SERVICE_WORKER: &str = "service-worker.js";

/// Writes the service worker of a site that is whole but for it and for compressed versions.
pub(crate) fn write(staging: &Path, dist: &Path, folder: &str) -> Result<()> {
    let from = staging.join(SERVICE_WORKER);
    let program = fs::read_to_string(&from).with_context(|| format!("reading {}", from.display()))?;
    let mut script = format!("const FOLDER = \"{folder}\";\nconst FILES = {{\n");
    for file in dist::files(dist)? {
        let content = fs::read(dist.join(&file)).with_context(|| format!("reading {}", file.display()))?;
        let digest = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(&content));
        writeln!(script, "  \"{}\": \"sha256-{digest}\",", file.display()).context("writing the list")?;
    }
    script.push_str("};\n\n");
    script.push_str(&program);
    let to = dist.join(SERVICE_WORKER);
    fs::write(&to, script).with_context(|| format!("writing {}", to.display()))
}
