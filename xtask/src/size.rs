//! What the site costs to transfer, and the budget for the first load.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use crate::compress;
use crate::dist::{self, FOLDER_PREFIX, PAGE};
use crate::html;
use crate::project::Project;
use crate::suites::score::Score;

/// 1 KB = 1000 bytes, as networks count.
const KILOBYTE: u64 = 1000;

/// What a resident on a slow, dear connection may be asked to load before the first page.
const FIRST_LOAD: u64 = 200 * KILOBYTE;

/// What the first load should be.
const FIRST_LOAD_AIM: u64 = 120 * KILOBYTE;

/// What a host sends at once, in the first ten packets of a connection (RFC 6928): a page within it is painted after
/// one journey there and back, however slow the link.
const FIRST_PAINT: u64 = 14_600;

/// What boot.js and the program load; the page does not name them all.
const RESIDENT: [&str; 4] = ["app.css", "resident.js", "resident_bg.wasm", "fonts/literata-basic.woff2"];

/// The folder of the site that holds the compiled samples.
const SAMPLES: &str = "samples";

/// Prints the size of every file and judges the budgets, each of which counts as one test.
pub(crate) fn report(project: &Project) -> Result<Score> {
    let site = Site::read(&project.dist())?;
    let first = site.first_load()?;
    println!("transfer sizes with brotli, 1 KB = 1000 bytes; * belongs to the first load");
    for (file, size) in &site.files {
        let mark = if first.contains(file) { '*' } else { ' ' };
        println!("{} {mark} {}", kilobytes(*size), file.display());
    }
    let total: u64 = site.files.iter().filter(|(file, _)| first.contains(file)).map(|(_, size)| size).sum();
    let verdict = if total > FIRST_LOAD {
        "OVER THE BUDGET"
    } else if total > FIRST_LOAD_AIM {
        "within the budget"
    } else {
        "within the aim"
    };
    let (limit, aim) = (kilobytes(FIRST_LOAD), kilobytes(FIRST_LOAD_AIM));
    println!("{}   first load, {verdict}: at most {}, aim {}", kilobytes(total), limit.trim(), aim.trim());
    let page = site.files.iter().find(|(file, _)| file == Path::new(PAGE)).map_or(0, |(_, size)| *size);
    let verdict = if page > FIRST_PAINT { "OVER THE BUDGET" } else { "within the budget" };
    println!("{}   first paint, {verdict}: at most {}", kilobytes(page), kilobytes(FIRST_PAINT).trim());
    Ok(Score::of(total <= FIRST_LOAD).plus(Score::of(page <= FIRST_PAINT)))
}

/// The files of dist/ with their transfer sizes.
struct Site {
    root: PathBuf,
    files: Vec<(PathBuf, u64)>,
}

impl Site {
    fn read(root: &Path) -> Result<Self> {
        ensure!(root.join(PAGE).is_file(), "{} holds no site; run `cargo xtask build` first", root.display());
        let mut files = Vec::new();
        for file in dist::files(root)? {
            if !matches!(file.extension().and_then(|extension| extension.to_str()), Some("br" | "gz")) {
                let size = transfer_size(&root.join(&file))?;
                files.push((file, size));
            }
        }
        Ok(Self { root: root.to_owned(), files })
    }

    /// What a resident's browser loads to show one consultation.
    fn first_load(&self) -> Result<BTreeSet<PathBuf>> {
        let page = self.text(Path::new(PAGE))?;
        let tags = html::tags(&page);
        let named = tags.iter().filter(|tag| tag.loads_first()).filter_map(html::Tag::file).map(PathBuf::from);
        let mut open: Vec<PathBuf> = named.chain(RESIDENT.map(|name| self.folder().join(name))).collect();
        open.push(self.largest_sample()?);
        let mut first = BTreeSet::from([PathBuf::from(PAGE)]);
        while let Some(file) = open.pop() {
            if file.extension().is_some_and(|extension| extension == "js") && !first.contains(&file) {
                let script = self.text(&file)?;
                let base = file.parent().unwrap_or(Path::new(""));
                open.extend(imports(&script).into_iter().map(|import| base.join(import)));
            }
            first.insert(file);
        }
        let missing = first.iter().find(|file| !self.files.iter().any(|(known, _)| known == *file));
        ensure!(missing.is_none(), "the site lacks {missing:?}, which a resident loads; see xtask/src/size.rs");
        Ok(first)
    }

    /// The largest sample in English, which needs no more than the basic letters of the typeface counted above.
    fn largest_sample(&self) -> Result<PathBuf> {
        let samples = self.folder().join(SAMPLES);
        let english = |file: &Path| file.to_string_lossy().ends_with(".en.bin");
        let of_samples = self.files.iter().filter(|(file, _)| file.starts_with(&samples) && english(file));
        let largest = of_samples.max_by_key(|(_, size)| *size);
        let (file, _) = largest.context("the site holds no compiled sample; check index.html's copy-dir link")?;
        Ok(file.clone())
    }

    fn folder(&self) -> PathBuf {
        let folders = self.files.iter().filter_map(|(file, _)| file.components().next());
        let mut names = folders.map(|folder| PathBuf::from(folder.as_os_str()));
        names.find(|name| name.to_string_lossy().starts_with(FOLDER_PREFIX)).unwrap_or_default()
    }

    fn text(&self, file: &Path) -> Result<String> {
        let path = self.root.join(file);
        fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))
    }
}

/// The size of the brotli version, or of the file itself where that is smaller.
fn transfer_size(path: &Path) -> Result<u64> {
    let packed = compress::with_suffix(path, "br");
    let best = if packed.is_file() { packed } else { path.to_owned() };
    Ok(fs::metadata(&best).with_context(|| format!("reading {}", best.display()))?.len())
}

/// The modules that a script loads at once: a dynamic import waits until it is called.
fn imports(script: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for quote in ['"', '\''] {
        let opening = format!("{quote}./");
        for (start, _) in script.match_indices(&opening) {
            let before = script[..start].trim_end();
            if before.ends_with("from") || before.ends_with("import") {
                let path = &script[start + opening.len()..];
                found.extend(path.split_once(quote).map(|(path, _)| path));
            }
        }
    }
    found
}

/// A size with one decimal, for a column of them.
fn kilobytes(bytes: u64) -> String {
    let tenths = (bytes * 10).div_ceil(KILOBYTE);
    format!("{:>6}.{} KB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_static_imports_belong_to_the_first_load() {
        let script = "import init from './a.js';\nimport \"./b.js\"\nexport*from\"./c.js\";\
                      const d = import('./d.js'); new URL('./e.wasm', import.meta.url)";
        assert_eq!(imports(script), ["b.js", "c.js", "a.js"]);
    }

    #[test]
    fn sizes_are_rounded_up() {
        assert_eq!(kilobytes(0).trim(), "0.0 KB");
        assert_eq!(kilobytes(1).trim(), "0.1 KB");
        assert_eq!(kilobytes(120_000).trim(), "120.0 KB");
    }

    #[test]
    fn the_first_load_follows_the_page_and_the_resident_app() {
        let root = std::env::temp_dir().join(format!("basketry-size-{}", std::process::id()));
        let app = root.join("app-0");
        fs::create_dir_all(app.join("samples")).unwrap();
        fs::create_dir_all(app.join("fonts")).unwrap();
        for file in RESIDENT {
            fs::write(app.join(file), "").unwrap();
        }
        fs::write(root.join(PAGE), r#"<script src="./app-0/boot.js"></script>"#).unwrap();
        fs::write(app.join("boot.js"), "import('./resident.js')").unwrap();
        fs::write(app.join("resident.js"), "import './snip.js'").unwrap();
        fs::write(app.join("snip.js"), "").unwrap();
        fs::write(app.join("resident_bg.wasm"), "wasm").unwrap();
        fs::write(app.join("desk.js"), "").unwrap();
        fs::write(app.join("samples/small.en.bin"), "1").unwrap();
        fs::write(app.join("samples/large.en.bin"), "12").unwrap();
        let first = Site::read(&root).and_then(|site| site.first_load());
        fs::remove_dir_all(&root).unwrap();
        let first: Vec<_> = first.unwrap().into_iter().collect();
        let files = ["boot.js", "samples/large.en.bin", "snip.js"];
        let mut wanted: Vec<_> = files.iter().chain(&RESIDENT).map(|file| Path::new("app-0").join(file)).collect();
        wanted.push(PathBuf::from(PAGE));
        wanted.sort();
        assert_eq!(first, wanted);
    }
}
