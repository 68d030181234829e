//! Chromium and its driver, for the tests.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};

use super::debian;
use crate::steps::Steps;

const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC: &str = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

/// The browser packages with a font, without which every text is zero wide.
const PACKAGES: [&str; 3] = ["chromium", "chromium-driver", "fonts-dejavu-core"];

/// A browser and the driver that the wasm tests talk to.
pub(crate) struct Browser {
    pub(crate) chrome: PathBuf,
    pub(crate) driver: PathBuf,
}

/// Finds the browser, or installs it where that is possible.
pub(crate) fn ensure(steps: &mut Steps) -> Result<Browser> {
    if let Some(browser) = find() {
        steps.already_there("Chromium and chromedriver");
        return Ok(browser);
    }
    steps.begin("Chromium and chromedriver", "installing (about 2 minutes, once per machine)");
    let advice = "install Chromium or Chrome and the chromedriver of the same version, \
                  or name them in the variables CHROME and CHROMEDRIVER";
    ensure!(debian::can_install(), "no browser on the PATH: {advice}");
    debian::install(&PACKAGES)?;
    find().with_context(|| format!("Debian's packages brought no browser: {advice}"))
}

fn find() -> Option<Browser> {
    let chrome = named("CHROME")
        .or_else(|| BROWSERS.iter().find_map(|program| on_path(program)))
        .or_else(|| Some(PathBuf::from(MAC)).filter(|path| path.is_file()))?;
    let driver = named("CHROMEDRIVER").or_else(|| on_path("chromedriver"))?;
    Some(Browser { chrome, driver })
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder: PathBuf| Path::join(&folder, program)).find(|path| path.is_file())
}
