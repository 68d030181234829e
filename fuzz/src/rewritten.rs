//! Pabulib files written anew from what was read.

use std::fmt::Write;

use basketry_pabulib::{File, Vote, VoteKind};

/// A file with the same content: every field quoted, no column but those that are read.
pub fn rewritten(file: &File) -> String {
    let mut text = String::from("META\nkey;value\n");
    for (key, value) in &file.meta {
        push(&mut text, &[key, value]);
    }
    text.push_str("PROJECTS\nproject_id;cost;name;category\n");
    for project in &file.projects {
        let cost = file.scale.format(project.cost);
        push(&mut text, &[&project.id, &cost, &project.name, project.category.as_deref().unwrap_or_default()]);
    }
    text.push_str("VOTES\nplace;vote;points\n");
    for (place, vote) in file.votes.iter().enumerate() {
        push(&mut text, &[&place.to_string(), &named(file, vote), &points(file.kind, vote)]);
    }
    text
}

fn named(file: &File, vote: Vote<'_>) -> String {
    let ids: Vec<&str> = vote.projects.iter().map(|place| file.projects[usize::from(*place)].id.as_str()).collect();
    ids.join(",")
}

fn points(kind: VoteKind, vote: Vote<'_>) -> String {
    assert_eq!(vote.points.len(), if kind.has_points() { vote.projects.len() } else { 0 });
    let points: Vec<String> = vote.points.iter().map(u32::to_string).collect();
    points.join(",")
}

fn push(text: &mut String, fields: &[&str]) {
    let quoted: Vec<String> = fields.iter().map(|field| format!("\"{}\"", field.replace('"', "\"\""))).collect();
    writeln!(text, "{}", quoted.join(";")).unwrap_or_else(|_| unreachable!("a text takes all that is written"));
}
