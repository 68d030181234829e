//! Puts the site together: one page, its service worker, and one folder named after all that the page can load.
//!
//! A host, a proxy or a browser that still holds an older version then serves the older files or
//! none, never a mixture of two versions.

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use sha2::{Digest, Sha256};

use crate::compress;
use crate::html;
use crate::offline::{self, SERVICE_WORKER};

pub(crate) const PAGE: &str = "index.html";

/// How the folder's name begins.
pub(crate) const FOLDER_PREFIX: &str = "app-";

/// Enough of the digest to tell versions apart.
const DIGEST_LETTERS: usize = 10;

/// Fills `dist` from what trunk built, and returns the name of the folder.
pub(crate) fn assemble(staging: &Path, dist: &Path) -> Result<String> {
    let files = files(staging)?;
    let folder = format!("{FOLDER_PREFIX}{}", digest(staging, &files)?);
    if dist.exists() {
        fs::remove_dir_all(dist).with_context(|| format!("removing the old {}", dist.display()))?;
    }
    let beside = [PAGE, SERVICE_WORKER];
    for file in files.iter().filter(|file| !beside.iter().any(|name| *file == Path::new(name))) {
        copy(&staging.join(file), &dist.join(&folder).join(file))?;
    }
    let page = staging.join(PAGE);
    let page = fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
    let page = html::move_references(&page, &folder);
    let to = dist.join(PAGE);
    fs::write(&to, &page).with_context(|| format!("writing {}", to.display()))?;
    check_references(&page, dist)?;
    offline::write(staging, dist, &folder)?;
    compress::beside(dist, &self::files(dist)?)?;
    Ok(folder)
}

/// Every file below a folder, relative to it and sorted, so that the digest is always the same.
pub(crate) fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(relative) = folders.pop() {
        let here = folder.join(&relative);
        for entry in fs::read_dir(&here).with_context(|| format!("reading {}", here.display()))? {
            let entry = entry.with_context(|| format!("reading {}", here.display()))?;
            let path = relative.join(entry.file_name());
            if entry.path().is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// The first letters of a digest over every file's name and content.
fn digest(folder: &Path, files: &[PathBuf]) -> Result<String> {
    let mut hasher = Sha256::new();
    for file in files {
        let content = fs::read(folder.join(file)).with_context(|| format!("reading {}", file.display()))?;
        // Lengths keep the end of one file apart from the start of the next.
        for part in [file.to_string_lossy().as_bytes(), &content] {
            hasher.update(part.len().to_le_bytes());
            hasher.update(part);
        }
    }
    let mut letters = String::new();
    for byte in hasher.finalize().iter().take(DIGEST_LETTERS / 2) {
        write!(letters, "{byte:02x}").context("writing the digest")?;
    }
    Ok(letters)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    }
    fs::copy(from, to).with_context(|| format!("copying {} to {}", from.display(), to.display()))?;
    Ok(())
}

/// A page that names a missing file, or builds on an inline script, would fail only in the browser.
fn check_references(page: &str, dist: &Path) -> Result<()> {
    for tag in html::tags(page) {
        if tag.get("data-trunk").is_some() {
            bail!("trunk left a <{} data-trunk> in {PAGE}; see the comments in Trunk.toml", tag.name);
        }
        ensure!(
            tag.name != "script" || tag.get("src").is_some(),
            "{PAGE} holds an inline script, which its content security policy forbids; see Trunk.toml"
        );
        if let Some(file) = tag.file() {
            let found = dist.join(file).exists();
            ensure!(found, "{PAGE} refers to {file}, which the build did not make; check its link tags");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staging(name: &str, boot: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("basketry-dist-{name}-{}", std::process::id()));
        fs::create_dir_all(folder.join("in/samples")).unwrap();
        fs::write(folder.join("in/index.html"), r#"<script src="./boot.js"></script>"#).unwrap();
        fs::write(folder.join("in/boot.js"), boot).unwrap();
        fs::write(folder.join("in/service-worker.js"), "FILES;").unwrap();
        fs::write(folder.join("in/samples/a.json"), "{}".repeat(100)).unwrap();
        folder
    }

    #[test]
    fn the_folder_is_named_after_the_content() {
        let folder = staging("content", "1");
        let first = assemble(&folder.join("in"), &folder.join("out")).unwrap();
        let again = assemble(&folder.join("in"), &folder.join("out")).unwrap();
        fs::write(folder.join("in/boot.js"), "2").unwrap();
        let other = assemble(&folder.join("in"), &folder.join("out")).unwrap();
        let page = fs::read_to_string(folder.join("out/index.html")).unwrap();
        let names = files(&folder.join("out")).unwrap();
        let worker = fs::read_to_string(folder.join("out/service-worker.js")).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(first, again);
        assert_ne!(first, other);
        assert_eq!(page, format!(r#"<script src="./{other}/boot.js"></script>"#));
        assert!(names.contains(&Path::new(&other).join("samples/a.json.br")));
        assert!(
            names
                .iter()
                .map(|name| name.to_string_lossy())
                .all(|name| [&other, PAGE, SERVICE_WORKER].iter().any(|start| name.starts_with(*start)))
        );
        // "2" and "{}" a hundred times, as `openssl dgst -sha256 -binary | base64` has them.
        let kept = format!(r#"const FOLDER = "{other}";"#);
        assert!(worker.starts_with(&kept), "{worker}");
        assert!(worker.contains(&format!(r#""{other}/boot.js": "sha256-1HNeOiZeFu7gP1lxi5tdAwGcB9i2xR+Q2jpmbuwTqzU=""#)), "{worker}");
        assert!(worker.contains(r#""index.html": "sha256-"#), "{worker}");
        assert!(!worker.contains(".br") && !worker.contains("service-worker.js"), "{worker}");
        assert!(worker.ends_with("FILES;"), "{worker}");
    }

    #[test]
    fn a_page_that_cannot_work_is_refused() {
        let folder = staging("refused", "1");
        for (page, reason) in [
            (r#"<script src="./gone.js"></script>"#, "gone.js"),
            ("<script>alert(1)</script>", "inline script"),
            (r#"<link data-trunk rel="rust">"#, "data-trunk"),
        ] {
            let error = check_references(page, &folder.join("in")).unwrap_err();
            assert!(error.to_string().contains(reason), "{error}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
