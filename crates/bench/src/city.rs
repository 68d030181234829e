//! A city's election, made up.

use std::fmt::Write;

use crate::draw::{Draw, falling};

/// A Pabulib file with so many approval ballots on so many projects: a few projects are named by many, most by few, and
/// nobody names more than five. The same numbers make the same file.
pub fn city(voters: u32, projects: u32) -> String {
    let mut draw = Draw::new(2022);
    let mut file = format!(
        "META\nkey;value\ndescription;A made-up city\nnum_votes;{voters}\nnum_projects;{projects}\nbudget;6000000\nvote_type;approval\nPROJECTS\nproject_id;cost\n"
    );
    for project in 0..projects {
        let _ = writeln!(file, "p{project};{}", 5_000 + draw.below(1_500_000));
    }
    file += "VOTES\nvoter_id;vote\n";
    let weights = falling(projects.into());
    for voter in 0..voters {
        let mut named: Vec<usize> = (0..=draw.below(5)).map(|_| draw.weighted(&weights)).collect();
        named.sort_unstable();
        named.dedup();
        let named = named.iter().map(|project| format!("p{project}")).collect::<Vec<_>>().join(",");
        let _ = writeln!(file, "{voter};{named}");
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_is_an_election() {
        let file = basketry_pabulib::read(city(200, 10).as_bytes()).unwrap_or_else(|error| panic!("{error}"));
        assert_eq!((file.votes.len(), file.projects.len(), file.notices), (200, 10, Vec::new()));
        assert!(file.votes.iter().all(|vote| (1..=5).contains(&vote.projects.len())));
        assert_eq!(city(200, 10), city(200, 10));
    }
}
