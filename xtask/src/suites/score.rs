//! Counts of tests, and how to read them from what test programs print.

use std::fmt;
use std::process::ExitCode;

/// How many tests passed and failed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Score {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Score {
    /// One test.
    pub(crate) fn of(passed: bool) -> Self {
        Self { passed: passed.into(), failed: (!passed).into() }
    }

    /// The sum of two counts.
    pub(crate) fn plus(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }

    /// Whether no test ran.
    pub(crate) fn is_empty(self) -> bool {
        self == Self::default()
    }

    /// A program that fails without a failed test has failed in another way, such as to compile.
    pub(crate) fn of_program(self, success: bool) -> Self {
        if success || self.failed > 0 { self } else { self.plus(Self::of(false)) }
    }

    /// Success only if tests ran and none failed.
    pub(crate) fn exit_code(self) -> ExitCode {
        if self.failed == 0 && self.passed > 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }

    /// Sums the `test result:` lines of Rust's test programs.
    pub(crate) fn from_rust(output: &str) -> Self {
        let results = output.lines().filter_map(|line| line.trim().strip_prefix("test result: "));
        results.fold(Self::default(), |sum, result| {
            sum.plus(Self { passed: count_before(result, "passed"), failed: count_before(result, "failed") })
        })
    }

    /// Sums the last lines of Node's TAP report. A cancelled test did not pass.
    pub(crate) fn from_tap(report: &str) -> Self {
        report.lines().fold(Self::default(), |sum, line| {
            let mut words = line.strip_prefix("# ").unwrap_or_default().split_whitespace();
            let (word, count) = (words.next(), words.next().and_then(|count| count.parse().ok()));
            match (word, count) {
                (Some("pass"), Some(passed)) => sum.plus(Self { passed, failed: 0 }),
                (Some("fail" | "cancelled"), Some(failed)) => sum.plus(Self { passed: 0, failed }),
                _ => sum,
            }
        })
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The number before a word, as in `ok. 3 passed; 0 failed;`.
fn count_before(result: &str, word: &str) -> usize {
    let words: Vec<&str> = result.split([' ', ';']).filter(|word| !word.is_empty()).collect();
    let pair = words.windows(2).find(|pair| pair[1] == word);
    pair.and_then(|pair| pair[0].parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_test_program_counts() {
        let output = "     Running unittests src/lib.rs\n\
            test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.02s\n\
            test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out\n\
            this line says 7 passed; but is no result\n";
        assert_eq!(Score::from_rust(output), Score { passed: 15, failed: 2 });
        assert!(Score::from_rust("error: could not compile").is_empty());
    }

    #[test]
    fn nodes_report_counts_cancelled_tests_as_failed() {
        let report = "TAP version 13\nok 1 - opens\n# Subtest: x\n1..3\n# tests 5\n# suites 1\n# pass 3\n# fail 1\n\
                      # cancelled 1\n# skipped 0\n# todo 0\n# duration_ms 12.5\n";
        assert_eq!(Score::from_tap(report), Score { passed: 3, failed: 2 });
    }

    #[test]
    fn a_program_that_fails_before_its_tests_counts_as_failed() {
        assert_eq!(Score::default().of_program(false), Score { passed: 0, failed: 1 });
        assert_eq!(Score { passed: 1, failed: 2 }.of_program(false), Score { passed: 1, failed: 2 });
        assert_eq!(Score { passed: 1, failed: 0 }.of_program(true), Score { passed: 1, failed: 0 });
    }

    #[test]
    fn the_last_line_is_exact() {
        assert_eq!(Score { passed: 31, failed: 0 }.to_string(), "31 passed, 0 failed");
    }
}
