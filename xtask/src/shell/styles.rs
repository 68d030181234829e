//! Puts the style sheets together, and makes the part of the page's head that depends on them.
//!
//! The page's own style is inlined: on a slow link a second request would come too late. The content security policy
//! allows that one style by its hash, and no other.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use base64::Engine as _;
use sha2::{Digest, Sha256};

use super::words;
use crate::project::Project;

/// The bundle that is inlined in the page.
const PAGE: &str = "page";

/// What the page may load: its own files, and nothing from anywhere else. WebAssembly needs its own word.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self'; \
    font-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
    trusted-types default";

/// Writes `policy.html`, `head.html`, `app.css` and `desk.css` into `out`.
pub(crate) fn run(project: &Project, out: &Path) -> Result<()> {
    let folder = project.root().join("styles");
    let order = fs::read_to_string(folder.join("ORDER")).context("reading styles/ORDER")?;
    for (bundle, sheets) in bundles(&order) {
        let css = bundled(&folder, &sheets)?;
        ensure!(!css.is_empty(), "styles/ORDER names no style sheet under [{bundle}]");
        if bundle == PAGE {
            write(out, "policy.html", &policy(&css))?;
            write(out, "head.html", &head(&css)?)?;
        } else {
            write(out, &format!("{bundle}.css"), &css)?;
        }
    }
    Ok(())
}

fn write(out: &Path, name: &str, content: &str) -> Result<()> {
    fs::write(out.join(name), content).with_context(|| format!("writing {name}"))
}

/// The bundles of `ORDER` and the sheets in each.
fn bundles(order: &str) -> Vec<(&str, Vec<&str>)> {
    let mut bundles: Vec<(&str, Vec<&str>)> = Vec::new();
    for line in order.lines() {
        let line = line.split('#').next().unwrap_or_default().trim();
        if let Some(name) = line.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
            bundles.push((name, Vec::new()));
        } else if let Some((_, sheets)) = bundles.last_mut().filter(|_| !line.is_empty()) {
            sheets.push(line);
        }
    }
    bundles
}

fn bundled(folder: &Path, sheets: &[&str]) -> Result<String> {
    let mut css = String::new();
    for sheet in sheets {
        let path = folder.join(format!("{sheet}.css"));
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        css.push_str(&compact(&text));
    }
    Ok(css)
}

/// Without comments and indentation. No value of ours holds a comment's marks or a line's end.
fn compact(css: &str) -> String {
    let mut bare = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        bare.push_str(before);
        rest = comment.split_once("*/").map_or("", |(_, after)| after);
    }
    bare.push_str(rest);
    bare.lines().map(str::trim).filter(|line| !line.is_empty()).fold(String::new(), |all, line| all + line + "\n")
}

/// The policy stands above all that it governs.
fn policy(css: &str) -> String {
    let hash = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(css));
    format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}; style-src 'self' 'sha256-{hash}'\">")
}

/// The style stands below what is to be fetched, so that the browser asks for it first.
fn head(css: &str) -> Result<String> {
    let (title, description) = (words("app-title")?, words("app-description")?);
    Ok(format!("<style>{css}</style>\n<title>{title}</title>\n<meta name=\"description\" content=\"{description}\">"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_is_read_bundle_by_bundle() {
        let order = "# note\n[page] # first\na\n\nb\n[desk]\nc/d\n";
        assert_eq!(bundles(order), [("page", vec!["a", "b"]), ("desk", vec!["c/d"])]);
    }

    #[test]
    fn comments_and_indentation_go_and_rules_stay() {
        assert_eq!(compact("/* a\n b */\n.x {\n  color: red; /* c */\n}\n"), ".x {\ncolor: red;\n}\n");
    }

    #[test]
    fn the_policy_allows_the_inlined_style_and_nothing_from_elsewhere() {
        let html = policy("");
        let policy = html.split('"').find(|part| part.contains("-src")).unwrap();
        let directives: Vec<&str> = policy.split("; ").collect();
        assert_eq!(
            directives,
            [
                "default-src 'none'",
                "script-src 'self' 'wasm-unsafe-eval'",
                "connect-src 'self'",
                "img-src 'self'",
                "font-src 'self'",
                "worker-src 'self'",
                "manifest-src 'self'",
                "base-uri 'none'",
                "form-action 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types default",
                "style-src 'self' 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
            ]
        );
    }

    #[test]
    fn every_class_of_the_style_sheets_is_used() {
        let root = Project::find().unwrap();
        let mut sources = String::new();
        for place in ["start.html", "boot.js", "src", "crates"] {
            gather(&root.root().join(place), &mut sources);
        }
        let mut styles = String::new();
        gather(&root.root().join("styles"), &mut styles);
        let class = |part: &str| {
            part.split(|sign: char| !(sign.is_ascii_alphanumeric() || "-_".contains(sign))).next().map(str::to_owned)
        };
        let unused: Vec<String> = styles
            .split('.')
            .filter(|part| part.starts_with("bk-"))
            .filter_map(class)
            // The number at the end of these is made where they are used.
            .map(|name| name.trim_end_matches(|sign: char| sign.is_ascii_digit()).to_owned())
            .filter(|name| !sources.contains(name.as_str()))
            .collect();
        assert_eq!(unused, Vec::<String>::new(), "classes that nothing has");
    }

    /// The text of every file in a folder, one after the other.
    fn gather(place: &Path, all: &mut String) {
        if place.is_dir() {
            for entry in fs::read_dir(place).unwrap() {
                gather(&entry.unwrap().path(), all);
            }
        } else {
            all.push_str(&fs::read_to_string(place).unwrap_or_default());
        }
    }
}
