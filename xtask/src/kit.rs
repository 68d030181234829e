//! What set-up found or installed: how to start cargo, trunk and the browser tests.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::job::Job;
use crate::project::Project;
use crate::setup::browser::Browser;
use crate::setup::wasm::Toolchain;

/// The tools of one command, ready to use.
pub(crate) struct Kit {
    pub(crate) project: Project,
    pub(crate) toolchain: Toolchain,
    /// Folders of tools that come before the user's own PATH.
    pub(crate) path: Vec<PathBuf>,
    pub(crate) browser: Option<Browser>,
}

impl Kit {
    /// A cargo command for this machine, on the toolchain the user chose.
    pub(crate) fn cargo<const N: usize>(&self, name: &str, args: [&str; N]) -> Job {
        Job::new(name, "cargo").args(args).env("PATH", self.search_path()).dir(self.project.root())
    }

    /// A program that builds for wasm.
    pub(crate) fn wasm<const N: usize>(&self, name: &str, program: &str, args: [&str; N]) -> Job {
        let job = Job::new(name, program)
            .args(args)
            .env("PATH", self.search_path())
            // Trunk's hook in Trunk.toml calls back for the start page and the styles.
            .env("BASKETRY_XTASK", env::current_exe().unwrap_or_default())
            .env("CARGO_TARGET_DIR", self.project.wasm_target())
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", remapped_paths(self.project.root()))
            .dir(self.project.root());
        self.toolchain.choose(job)
    }

    /// The same for a release: std is built along, for size, and a panic aborts without a message.
    ///
    /// Measured on the resident's module: 17 % less to download. Cargo still calls this unstable, so the compiler is
    /// told to allow it; development builds and tests use the std that is there.
    pub(crate) fn wasm_release<const N: usize>(&self, name: &str, program: &str, args: [&str; N]) -> Job {
        let flags = format!("{} -Zunstable-options -Cpanic=immediate-abort", remapped_paths(self.project.root()));
        self.wasm(name, program, args)
            .env("RUSTC_BOOTSTRAP", "1")
            .env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort")
            .env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size")
            // A hash function of the module that writes Parquet draws its keys while it is compiled.
            .env("CONST_RANDOM_SEED", "basketry")
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", flags)
    }

    /// Where a tool of the kit lies, if it is one of the kit's own.
    pub(crate) fn tool(&self, program: &str) -> Option<PathBuf> {
        let mut candidates = self.path.iter().map(|folder| folder.join(program));
        candidates.find(|path| path.is_file())
    }

    fn search_path(&self) -> OsString {
        let own = env::var_os("PATH").unwrap_or_default();
        let folders = self.path.iter().cloned().chain(env::split_paths(&own));
        // Joining fails only for a folder with the separator in its name; then the user's PATH must do.
        env::join_paths(folders).unwrap_or(own)
    }
}

/// Keeps the builder's folders out of panic messages: the same source gives the same bytes on
/// every machine, and nobody's home folder is published.
fn remapped_paths(root: &Path) -> String {
    let cargo =
        env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::home_dir().map(|home| home.join(".cargo")));
    let mut flags = vec![format!("--remap-path-prefix={}=.", root.display())];
    if let Some(cargo) = cargo {
        flags.push(format!("--remap-path-prefix={}=/cargo", cargo.display()));
    }
    // Cargo splits this variable at spaces, so a folder with one in its name keeps its name.
    flags.retain(|flag| !flag.contains(' '));
    flags.join(" ")
}
