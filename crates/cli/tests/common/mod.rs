//! The program, and files for it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use basketry_formats::ballots::{header, write_reference};
use basketry_formats::consultation::open;

/// Runs the program.
pub(crate) fn basketry(args: &[&str], files: &[&Path]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_basketry")).args(args).args(files).output().unwrap()
}

pub(crate) fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub(crate) fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// An empty folder for one test.
pub(crate) fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A ballot file for the Coventry sample. A line that is a digit becomes the blank ballot with this number; a digit
/// with `!` the same ballot with other content, and with `?` one for another revision.
pub(crate) fn ballot_file(folder: &Path, name: &str, lines: &[&str]) -> PathBuf {
    let text = fs::read(repository().join("samples/coventry-1997.basketry.json")).unwrap();
    let consultation = open(&text).unwrap().consultation;
    let reference = write_reference(&consultation.reference);
    let ballot = |line: &&str| {
        let number = line.trim_end_matches(['!', '?']);
        if number.len() != 1 {
            return (*line).to_owned();
        }
        let reference = if line.ends_with('?') { reference.replace("@1#", "@2#") } else { reference.clone() };
        let offer = if line.ends_with('!') { r#""a room""# } else { "null" };
        format!(
            r#"{{"id":"{number}0000000-0000-4000-8000-000000000000","consultation":"{reference}","voter":"person","workshop":null,"table":null,"channel":"tablet","assisted":false,"language":"en","confirmed":"1997-05-12T14:03Z","answers":{{}},"first_reaction":null,"readings":[],"basket":null,"unspent_reason":null,"tensions":[],"dissent":[],"considered_view":null,"what_changed":null,"live_with":null,"offer":{offer}}}"#
        )
    };
    let head = header(&consultation.reference, &consultation.title, lines.len()).unwrap();
    let lines: Vec<String> = std::iter::once(head).chain(lines.iter().map(ballot)).collect();
    let path = folder.join(name);
    fs::write(&path, lines.join("\n") + "\n").unwrap();
    path
}
