//! A C++ compiler: libFuzzer, which the fuzz targets are linked with, is written in C++.

use std::env;
use std::fs;

use anyhow::{Result, ensure};

use super::debian;
use crate::job::Job;
use crate::steps::Steps;

const NAME: &str = "C++ compiler";

const ADVICE: &str =
    "the fuzz targets need a C++ compiler: install one, such as Debian's g++, or name it in the variable CXX";

/// What compiles only where the standard library's headers are too.
const PROBE: &str = "#include <vector>\nstd::vector<int> probe;\n";

/// Finds a C++ compiler, or installs one where that is possible.
pub(crate) fn ensure(steps: &mut Steps) -> Result<()> {
    let compiler = named(env::var("CXX").ok());
    if works(&compiler) {
        steps.already_there(NAME);
        return Ok(());
    }
    steps.begin(NAME, "installing (about a minute, once per machine)");
    ensure!(debian::can_install(), "`{compiler}` compiles no C++; {ADVICE}");
    debian::install(&["g++"])?;
    ensure!(works(&compiler), "`{compiler}` compiles no C++ although Debian's g++ is installed; {ADVICE}");
    Ok(())
}

/// The compiler that the build of libFuzzer calls.
fn named(variable: Option<String>) -> String {
    variable.filter(|name| !name.trim().is_empty()).unwrap_or_else(|| "c++".to_owned())
}

fn works(compiler: &str) -> bool {
    let probe = env::temp_dir().join(format!("basketry-probe-{}.cc", std::process::id()));
    // The variable may hold a wrapper and its arguments, as in `ccache g++`.
    let mut words = compiler.split_whitespace();
    let Some(program) = words.next() else { return false };
    let fine = fs::write(&probe, PROBE).is_ok()
        && Job::new("c++", program)
            .args(words)
            .args(["-fsyntax-only"])
            .args([&probe])
            .filtered(|_| false)
            .is_ok_and(|finished| finished.success);
    // A probe left in the temporary folder does no harm.
    drop(fs::remove_file(probe));
    fine
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_compiler_is_the_one_cargo_would_call() {
        assert_eq!(named(None), "c++");
        assert_eq!(named(Some(" ".into())), "c++");
        assert_eq!(named(Some("clang++-19".into())), "clang++-19");
    }

    #[test]
    fn what_compiles_no_cplusplus_is_not_taken_for_a_compiler() {
        assert!(!works("false"));
        assert!(!works("no-such-compiler-of-basketry"));
        assert!(!works(""));
    }
}
