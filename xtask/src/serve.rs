//! Serves the app on this machine, and builds it again when a source changes.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::samples;
use crate::setup::{self, Need};
use crate::steps::Steps;

/// Sets up what is missing, then serves until the user stops it.
pub(crate) fn run(project: Project, port: u16, release: bool) -> Result<()> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    // Finding this out after minutes of building would be a pity.
    TcpListener::bind(address)
        .with_context(|| format!("port {port} is in use; stop what uses it, or choose one with --port"))?;
    let mut steps = Steps::new(Need::Build.steps() + samples::STEPS + 1);
    let kit = setup::run(project, Need::Build, &mut steps)?;
    samples::compile(&kit, &mut steps)?;
    steps.begin("app", "building (a few minutes the first time), then serving");
    announce(address);
    let profile = if release { "release" } else { "debug" };
    let port = port.to_string();
    let args = ["serve", "--skip-version-check", "--port", &port, "--dist"];
    let job =
        if release { kit.wasm_release("trunk serve", "trunk", args) } else { kit.wasm("trunk serve", "trunk", args) };
    let mut job = job.args([kit.project.target().join("trunk").join(profile)]);
    if release {
        job = job.args(["--release"]);
    }
    if !job.shown()? {
        bail!("trunk stopped; what it said above tells why");
    }
    Ok(())
}

/// Prints the address once something answers there, below all that the build has printed.
fn announce(address: SocketAddr) {
    thread::spawn(move || {
        while TcpStream::connect_timeout(&address, Duration::from_secs(1)).is_err() {
            thread::sleep(Duration::from_millis(500));
        }
        println!("\n      Basketry is at http://{address}/ - reload the page after a change, Ctrl-C stops.\n");
    });
}
