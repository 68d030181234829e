//! What Debian's packages can stand in for where only they can be reached.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::wasm::TARGET;
use crate::job::Job;
use crate::project::Project;

/// The name under which rustup knows Debian's compiler.
pub(crate) const TOOLCHAIN: &str = "debian-web";

/// Debian keeps a current compiler for its browsers; it lies beside rustup's, in /usr/bin.
const COMPILER: [&str; 6] = ["rustc-web", "cargo-web", "rust-web-src", "rust-web-llvm", "rust-web-clippy", "lld-22"];

const STD: &str = "/usr/lib/rustlib/wasm32-unknown-unknown/lib";

/// Whether every program of the toolchain is there.
pub(crate) fn complete() -> bool {
    ["rustc", "cargo", "cargo-clippy", "rust-lld"].iter().all(|program| Path::new("/usr/bin").join(program).exists())
}

/// Whether this is a Debian machine and this user may install packages on it. Debian's relatives name packages otherwise.
pub(crate) fn can_install() -> bool {
    let root = Job::new("id", "id").args(["-u"]).filtered(|_| false);
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    system.lines().any(|line| line == "ID=debian") && root.is_ok_and(|id| id.output.trim() == "0")
}

/// Installs packages, without the ones they only recommend.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    apt(&["update"])?;
    let mut args = vec!["install", "-y", "--no-install-recommends"];
    args.extend(packages);
    apt(&args)
}

/// Installs Debian's compiler, links it into rustup, and builds the std that Debian lacks.
pub(crate) fn install_compiler(project: &Project) -> Result<()> {
    install(&COMPILER)?;
    Job::new("rustup toolchain link", "rustup").args(["toolchain", "link", TOOLCHAIN, "/usr"]).quiet().context(
        "rustup could not take Debian's compiler; install rustup from https://rustup.rs or Debian's `rustup`",
    )?;
    build_std(project)
}

/// Builds std from Debian's sources by way of an empty crate, and puts it where rustc looks.
fn build_std(project: &Project) -> Result<()> {
    let seed = project.tools().join("std-seed");
    remove(&seed)?;
    write(&seed.join("Cargo.toml"), "[package]\nname = \"std-seed\"\nedition = \"2024\"\n[workspace]\n")?;
    write(&seed.join("src").join("lib.rs"), "")?;
    Job::new("building std for wasm", "/usr/bin/cargo")
        .args(["build", "-Zbuild-std=std,panic_abort,proc_macro,test", "--release", "--target", TARGET])
        // Without bitcode in std, link-time optimisation of the app fails.
        .env("RUSTFLAGS", "-Cembed-bitcode=yes")
        .env("RUSTC", "/usr/bin/rustc")
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", seed.join("target"))
        .without_env("LD_LIBRARY_PATH")
        .without_env("RUSTUP_TOOLCHAIN")
        .dir(&seed)
        .quiet()
        .context(
            "std could not be built from Debian's source; reinstall the package rust-web-src and run this again",
        )?;
    let built = libraries(&seed.join("target").join(TARGET).join("release").join("deps"))?;
    replace_libraries(&built, Path::new(STD))?;
    remove(&seed)
}

/// Puts the libraries in place, and removes those of an older compiler, which would confuse rustc.
fn replace_libraries(built: &[PathBuf], place: &Path) -> Result<()> {
    fs::create_dir_all(place).with_context(|| format!("creating {}; run the command as root", place.display()))?;
    for library in built {
        let to = place.join(library.file_name().unwrap_or_default());
        // A compiler that runs at this moment sees the old file or the new one, never half of it.
        let half = to.with_extension("new");
        fs::copy(library, &half).with_context(|| format!("copying std to {}", half.display()))?;
        fs::rename(&half, &to).with_context(|| format!("moving std to {}", to.display()))?;
    }
    for old in libraries(place)? {
        if !built.iter().any(|library| library.file_name() == old.file_name()) {
            fs::remove_file(&old).with_context(|| format!("removing {}", old.display()))?;
        }
    }
    Ok(())
}

/// The libraries of std in a folder.
fn libraries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut libraries = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let entry = entry.with_context(|| format!("reading {}", folder.display()))?;
        if is_std_library(&entry.file_name().to_string_lossy()) {
            libraries.push(entry.path());
        }
    }
    Ok(libraries)
}

fn is_std_library(name: &str) -> bool {
    let library = Path::new(name).extension().is_some_and(|extension| extension == "rlib");
    library && !name.starts_with("libstd_seed")
}

fn apt(args: &[&str]) -> Result<()> {
    Job::new("apt-get", "apt-get")
        // Another installation on the machine may be running; wait for it.
        .args(["-o", "DPkg::Lock::Timeout=900"])
        .args(args)
        .env("DEBIAN_FRONTEND", "noninteractive")
        .quiet()
        .context("Debian's packages could not be installed; check the network and /etc/apt/sources.list")?;
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("creating {}", folder.display()))?;
    }
    fs::write(path, text).with_context(|| format!("writing {}", path.display()))
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("removing {}", folder.display()))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn new_libraries_replace_old_ones() {
        let folder = std::env::temp_dir().join(format!("basketry-std-{}", std::process::id()));
        write(&folder.join("built/libcore-2.rlib"), "new").unwrap();
        write(&folder.join("place/libcore-1.rlib"), "old").unwrap();
        let built = libraries(&folder.join("built")).unwrap();
        replace_libraries(&built, &folder.join("place")).unwrap();
        let placed = libraries(&folder.join("place")).unwrap();
        remove(&folder).unwrap();
        assert_eq!(placed, [folder.join("place/libcore-2.rlib")]);
    }

    #[test]
    fn the_empty_crate_is_no_part_of_std() {
        assert!(is_std_library("libcore-0123.rlib"));
        assert!(is_std_library("libstd-0123.rlib"));
        assert!(!is_std_library("libstd_seed-0123.rlib"));
        assert!(!is_std_library("libcore-0123.rmeta"));
    }
}
