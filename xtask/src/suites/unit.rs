//! The native tests of every crate.

use anyhow::Result;

use super::score::Score;
use crate::job::tail;
use crate::kit::Kit;

/// How much of a failed run is shown.
const SHOWN: usize = 200;

/// Runs every native test, also after a failure.
pub(crate) fn run(kit: &Kit) -> Result<Score> {
    let job = kit.cargo("cargo test", ["test", "--workspace", "--no-fail-fast"]);
    let finished = job.filtered(is_news)?;
    if !finished.success {
        println!("{}", tail(&finished.output, SHOWN));
    }
    Ok(Score::from_rust(&finished.output).of_program(finished.success))
}

/// The lines that show how far the tests have come.
pub(crate) fn is_news(line: &str) -> bool {
    let line = line.trim_start();
    ["Running ", "Doc-tests ", "test result: "].iter().any(|start| line.starts_with(start))
}
