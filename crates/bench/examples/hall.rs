//! A made-up consultation with many ballots, written and read natively.
//!
//! `cargo run --release -p basketry-bench --example hall -- write DIRECTORY BALLOTS [ITEMS]` writes them, and an election;
//! `… -- read DIRECTORY` reads and merges them, and prints times and memory.

use std::fs::{self, File};
use std::io::{BufReader, BufWriter, Write};
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use basketry_bench::{Hall, city, hall};

fn main() -> Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["write", folder, ballots] => write(Path::new(folder), ballots.parse()?, 100),
        ["write", folder, ballots, items] => write(Path::new(folder), ballots.parse()?, items.parse()?),
        ["read", folder] => read(Path::new(folder)),
        _ => bail!("write DIRECTORY BALLOTS [ITEMS], or read DIRECTORY"),
    }
}

fn write(folder: &Path, ballots: u64, items: u64) -> Result<()> {
    fs::create_dir_all(folder)?;
    fs::write(folder.join("hall.basketry.json"), hall::consultation(items))?;
    let opened = hall::opened(items).map_err(|error| anyhow::anyhow!("{:?}", error.notices()))?;
    fs::write(folder.join("hall.pb"), city(u32::try_from(ballots)?, u32::try_from(items)?))?;
    let mut out = BufWriter::new(File::create(folder.join("hall.ballots.ndjson"))?);
    hall::ballots(&opened, ballots, 1997, &mut out)?;
    Ok(out.flush()?)
}

fn read(folder: &Path) -> Result<()> {
    let consultation = fs::read(folder.join("hall.basketry.json"))?;
    let file = folder.join("hall.ballots.ndjson");
    let size = fs::metadata(&file)?.len();
    let (before, start) = (memory()?, processor_time()?);
    let mut hall = Hall::open(&consultation, BufReader::with_capacity(1 << 20, File::open(file)?))?;
    let read = processor_time()?;
    let counted = hall.merge();
    let (merged, kept) = (processor_time()?, memory()?);
    let charts = hall.report();
    let reported = processor_time()?;
    let ballots = u64::try_from(counted)?;
    let each = |bytes: u64| bytes / ballots;
    println!(
        "{counted} ballots of {} bytes: read in {} ms, merged in {} ms, {charts} charts in {} ms of the processor's time; {} bytes of memory each, and {} with the charts",
        each(size),
        read.saturating_sub(start).as_millis(),
        merged.saturating_sub(read).as_millis(),
        reported.saturating_sub(merged).as_millis(),
        each((kept - before) * 1024),
        each((memory()? - before) * 1024),
    );
    Ok(())
}

/// How long this program has had a processor (Linux): others may want it at the same time.
fn processor_time() -> Result<Duration> {
    let status = fs::read_to_string("/proc/self/schedstat")?;
    let time = status.split_whitespace().next().context("no schedstat")?;
    Ok(Duration::from_nanos(time.parse()?))
}

/// How much memory this program has, in KB (Linux).
fn memory() -> Result<u64> {
    let status = fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    Ok(line.trim().trim_end_matches(" kB").parse()?)
}
