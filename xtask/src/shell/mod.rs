//! The page around the programs: its head with the styles, and the start page. Trunk calls this before each build.

mod start;
mod styles;

use std::fs;

use anyhow::{Context, Result};
use basketry_texts::{Message, PlainEnglish};

use crate::project::Project;

/// Writes what `index.html` inlines, and the desk's style sheet, into target/shell.
pub(crate) fn run(project: &Project) -> Result<()> {
    let out = project.shell();
    fs::create_dir_all(&out).with_context(|| format!("creating {}", out.display()))?;
    styles::run(project, &out)?;
    start::run(project, &out)
}

/// A message of `i18n/en`, by its name.
fn words(name: &str) -> Result<String> {
    let message = Message::by_name(name).with_context(|| format!("i18n/en has no message named {name}"))?;
    Ok(message.say(&PlainEnglish, &[]))
}
