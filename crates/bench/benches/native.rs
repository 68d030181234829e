//! Reading and counting a made-up city, natively: `cargo bench -p basketry-bench`.

use basketry_bench::city;
use basketry_pabulib as pabulib;
use basketry_results::pabulib_election;
use basketry_tally::{Completion, Count, Election, TiePolicy, rule};

const VOTERS: u32 = 90_000;
const PROJECTS: u32 = 160;

fn main() {
    divan::main();
}

fn election() -> Election {
    let file = city(VOTERS, PROJECTS);
    let Ok(file) = pabulib::read(file.as_bytes()) else { panic!("a city can be read") };
    let Ok(election) = pabulib_election(&file) else { panic!("a city is an election") };
    election
}

#[divan::bench]
fn read(bencher: divan::Bencher<'_, '_>) {
    let file = city(VOTERS, PROJECTS);
    bencher.bench(|| pabulib::read(file.as_bytes()).map(|file| pabulib_election(&file)));
}

#[divan::bench(args = ["greedy", "greedy-no-skips", "equal-shares", "phragmen"])]
fn count(bencher: divan::Bencher<'_, '_>, id: &str) {
    bencher.with_inputs(election).bench_values(|election| counted(&election, id, Completion::None));
}

#[divan::bench(sample_count = 10)]
fn add1(bencher: divan::Bencher<'_, '_>) {
    bencher.with_inputs(election).bench_values(|election| counted(&election, "equal-shares", Completion::Add1));
}

fn counted(election: &Election, id: &str, completion: Completion) -> Option<Count> {
    let rule = rule(id)?;
    rule.count(election, rule.variants()[0].with(completion), &TiePolicy::Lexicographic).ok()
}
