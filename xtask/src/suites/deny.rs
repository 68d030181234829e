//! The licences, sources and known faults of the dependencies.

use std::net::{TcpStream, ToSocketAddrs};
use std::time::Duration;

use anyhow::Result;

use super::score::Score;
use crate::job::tail;
use crate::kit::Kit;

/// What needs nothing but the registry.
const CHECKS: [&str; 3] = ["bans", "licenses", "sources"];

/// Where the advisory database is fetched from.
const ADVISORIES: &str = "github.com:443";

/// Runs every check of the dependencies that this machine can run.
pub(crate) fn run(kit: &Kit) -> Result<Score> {
    let mut score = Score::default();
    for check in CHECKS {
        score = score.plus(run_one(kit, check)?);
    }
    if is_reachable(ADVISORIES) && kit.cargo("cargo deny fetch", ["deny", "fetch", "db"]).filtered(|_| false)?.success {
        score = score.plus(run_one(kit, "advisories")?);
    } else {
        println!("  advisories: not checked, their database on github.com cannot be fetched from here");
    }
    Ok(score)
}

fn run_one(kit: &Kit, check: &str) -> Result<Score> {
    let finished = kit.cargo("cargo deny", ["deny", "--all-features", "check", check]).filtered(|_| false)?;
    if finished.success {
        println!("  {check}: fine");
    } else {
        println!("{}", tail(&finished.output, 60));
        println!("  {check}: FAILED; change the dependency, or deny.toml with the reason");
    }
    Ok(Score::of(finished.success))
}

fn is_reachable(server: &str) -> bool {
    let addresses = server.to_socket_addrs().into_iter().flatten();
    addresses.take(2).any(|address| TcpStream::connect_timeout(&address, Duration::from_secs(3)).is_ok())
}
