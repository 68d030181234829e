//! Child processes whose output is shown when it helps.

use std::env;
use std::ffi::OsStr;
use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// How much of a failed job's output is shown: enough for a compiler error or two.
const SHOWN_ON_FAILURE: usize = 80;

/// A child process with a name that people understand.
pub(crate) struct Job {
    name: String,
    command: Command,
}

/// What a job printed, and whether it succeeded.
pub(crate) struct Finished {
    pub(crate) success: bool,
    pub(crate) output: String,
}

impl Job {
    /// A job that runs `program`.
    pub(crate) fn new(name: impl Into<String>, program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(program);
        for (key, _) in env::vars_os() {
            if key.to_str().is_some_and(is_about_xtask) {
                command.env_remove(key);
            }
        }
        command.stdin(Stdio::null());
        Self { name: name.into(), command }
    }

    /// Adds arguments.
    pub(crate) fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.command.args(args);
        self
    }

    /// Sets an environment variable.
    pub(crate) fn env(mut self, key: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(key, value);
        self
    }

    /// Hides an environment variable from the job.
    pub(crate) fn without_env(mut self, key: &str) -> Self {
        self.command.env_remove(key);
        self
    }

    /// Runs the job in `folder`.
    pub(crate) fn dir(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Runs the job silently and returns what it printed; a failure shows the end of it.
    pub(crate) fn quiet(self) -> Result<String> {
        let name = self.name.clone();
        let finished = self.filtered(|_| false)?;
        if !finished.success {
            eprintln!("{}", tail(&finished.output, SHOWN_ON_FAILURE));
            bail!("{name} failed; its last lines are above");
        }
        Ok(finished.output)
    }

    /// Runs the job, shows the lines that `show` picks as they come, and keeps them all.
    pub(crate) fn filtered(mut self, show: impl Fn(&str) -> bool) -> Result<Finished> {
        let (reader, writer) = io::pipe().context("no pipe for a child process; try again")?;
        let errors = writer.try_clone().context("no pipe for a child process")?;
        self.command.stdout(writer).stderr(errors);
        let mut child = self.command.spawn().with_context(|| missing(&self.name))?;
        // The command holds the writing ends; the reader sees the end only once they are closed.
        drop(self.command);
        let mut output = String::new();
        for line in BufReader::new(reader).split(b'\n') {
            let line = line.with_context(|| format!("reading the output of {}", self.name))?;
            let line = String::from_utf8_lossy(&line);
            if show(&line) {
                println!("      {line}");
            }
            output.push_str(&line);
            output.push('\n');
        }
        let status = child.wait().with_context(|| format!("waiting for {}", self.name))?;
        Ok(Finished { success: status.success(), output })
    }

    /// Runs the job with its output on the terminal, and says whether it succeeded.
    pub(crate) fn shown(mut self) -> Result<bool> {
        let status = self.command.status();
        Ok(status.with_context(|| missing(&self.name))?.success())
    }
}

/// The last lines of a long output.
pub(crate) fn tail(output: &str, lines: usize) -> String {
    let all: Vec<&str> = output.trim_end().lines().collect();
    all[all.len().saturating_sub(lines)..].join("\n")
}

fn missing(name: &str) -> String {
    format!("{name} could not start; is the program installed and on the PATH?")
}

/// Cargo describes xtask to xtask; a child that inherits it rebuilds crates for no reason.
fn is_about_xtask(key: &str) -> bool {
    key == "CARGO"
        || key.starts_with("CARGO_PKG_")
        || key.starts_with("CARGO_MANIFEST_")
        || key.starts_with("CARGO_BIN_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tail_keeps_the_end() {
        assert_eq!(tail("a\nb\nc\n", 2), "b\nc");
        assert_eq!(tail("a\n", 2), "a");
        assert_eq!(tail("", 2), "");
    }

    #[test]
    fn a_failed_job_keeps_its_output_and_says_so() {
        let finished =
            Job::new("a shell", "sh").args(["-c", "echo out; echo err >&2; exit 3"]).filtered(|_| false).unwrap();
        assert!(!finished.success);
        assert!(finished.output.contains("out") && finished.output.contains("err"));
    }

    #[test]
    fn what_cargo_says_about_xtask_is_hidden_and_the_users_settings_are_not() {
        assert!(is_about_xtask("CARGO_PKG_VERSION"));
        assert!(!is_about_xtask("CARGO_HOME"));
        assert!(!is_about_xtask("CARGO_NET_OFFLINE"));
    }
}
