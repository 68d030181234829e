//! What is wrong with the ballots that count, kind by kind.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use basketry_domain::{Consultation, Fault, ItemId, Refusal};
use basketry_formats::Notice;
use basketry_tally::View;

use super::message::Faulty;

/// How many kinds are told one by one. A file that was made by something else has one for each item.
const MOST_KINDS: usize = 12;
/// How many files are named with each.
const MOST_FILES: usize = 3;

/// A message, and the item it names.
type Kind = (&'static str, Option<ItemId>);

/// What is wrong with ballots of a view, the most frequent first.
pub(super) fn faults(view: &View<'_>) -> Vec<Faulty> {
    let mut found: BTreeMap<Kind, (usize, BTreeSet<&str>)> = BTreeMap::new();
    for counted in view.ballots().filter(|counted| counted.is_faulty()) {
        // A ballot with the same fault in both of its answers is one ballot.
        let faults = counted.faults(view.consultation());
        for kind in faults.iter().map(kind).collect::<BTreeSet<_>>() {
            let (ballots, files) = found.entry(kind).or_default();
            *ballots += 1;
            files.extend(counted.sources().iter().map(String::as_str));
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(_, (ballots, _))| Reverse(*ballots));
    let more = found.len().saturating_sub(MOST_KINDS);
    let told = found.into_iter().take(MOST_KINDS).map(|(kind, (ballots, files))| Faulty {
        what: notice(&kind, ballots, view.consultation()),
        files: files.iter().take(MOST_FILES).map(|name| (*name).to_owned()).collect(),
        more: files.len().saturating_sub(MOST_FILES),
    });
    let rest = Faulty { what: Notice::new("faulty-more").number("n", more), files: Vec::new(), more: 0 };
    told.chain((more > 0).then_some(rest)).collect()
}

fn kind(fault: &Fault) -> Kind {
    match fault {
        Fault::OtherRevision => ("faulty-other-revision", None),
        Fault::UnknownWorkshop => ("faulty-workshop", None),
        Fault::UnknownArea => ("faulty-area", None),
        Fault::PointsTotal { .. } => ("faulty-points-total", None),
        Fault::Basket(Refusal::OverBudget { .. }) => ("faulty-over-budget", None),
        Fault::Basket(Refusal::Requires(item)) => ("faulty-requires", Some(item.clone())),
        Fault::Basket(Refusal::Excludes(item)) => ("faulty-excludes", Some(item.clone())),
        Fault::Basket(Refusal::NeededBy(item)) => ("faulty-needed-by", Some(item.clone())),
        Fault::Basket(Refusal::Unknown(item)) => ("faulty-unknown-item", Some(item.clone())),
    }
}

fn notice((code, item): &Kind, ballots: usize, consultation: &Consultation) -> Notice {
    let notice = Notice::new(code).number("n", ballots);
    let Some(id) = item else { return notice };
    // An item that the consultation does not have is known by its id alone.
    let name = consultation.item(id).map_or(id.as_str(), |item| item.name.as_str());
    notice.text("item", name)
}

#[cfg(test)]
mod tests {
    use basketry_ballots::Ballots;
    use basketry_domain::Money;
    use basketry_formats::ballots::{read, write_reference};
    use basketry_formats::consultation;
    use basketry_tally::{Handover, merge};
    use basketry_texts::Message;

    use super::*;

    fn coventry() -> Consultation {
        let text = include_bytes!("../../samples/coventry-1997.basketry.json");
        consultation::open(text).expect("a sample").consultation
    }

    /// Ballots as a file would bring them: fields that differ from an empty ballot, one text for each.
    fn handover(consultation: &Consultation, source: &str, first: usize, fields: &[&str]) -> Handover {
        let reference = write_reference(&consultation.reference);
        let header = format!(r#"{{"format":"basketry-ballots","version":1,"consultation":"{reference}","title":"T"}}"#);
        let ballot = |(n, fields): (usize, &&str)| {
            let mut ballot: serde_json::Value = serde_json::json!({
                "id": format!("{:08x}-0000-4000-8000-000000000000", first + n), "consultation": reference,
                "voter": "person", "workshop": null, "table": null, "channel": "tablet", "assisted": false,
                "language": "en", "confirmed": "1997-05-12T14:03Z", "answers": {}, "first_reaction": null,
                "readings": [], "basket": null, "unspent_reason": null, "tensions": [], "dissent": [],
                "considered_view": null, "what_changed": null, "live_with": null, "offer": null,
            });
            let fields: serde_json::Map<_, _> = serde_json::from_str(fields).expect("fields");
            ballot.as_object_mut().expect("an object").extend(fields);
            ballot.to_string()
        };
        let lines: Vec<String> = std::iter::once(header).chain(fields.iter().enumerate().map(ballot)).collect();
        let text = lines.join("\n");
        let (_, mut lines) = read(text.as_bytes()).expect("a header");
        let mut ballots = Ballots::default();
        while let Some(line) = lines.next_into(&mut ballots).expect("a line") {
            line.expect("a ballot");
        }
        Handover::new(source, ballots)
    }

    fn faults_of(handovers: &[Handover]) -> Vec<Faulty> {
        let consultation = coventry();
        let merged = merge(&consultation, handovers);
        faults(&merged.profile.view(&consultation))
    }

    const POINTS: &str = r#"{"first_reaction":{"points":{},"sure":null,"reason":null},
        "considered_view":{"points":{},"sure":null,"reason":null}}"#;
    const LOST: &str = r#"{"workshop":"nowhere"}"#;

    #[test]
    fn faults_are_counted_by_kind_with_the_files_they_came_in() {
        let coventry = coventry();
        let a = handover(&coventry, "a", 0, &["{}", POINTS, LOST]);
        let b = handover(&coventry, "b", 10, &[POINTS]);
        let file = |name: &str| name.to_owned();
        let told = |code: &str, n: usize, files: Vec<String>| Faulty {
            what: Notice::new(code).number("n", n),
            files,
            more: 0,
        };
        let expected =
            [told("faulty-points-total", 2, vec![file("a"), file("b")]), told("faulty-workshop", 1, vec![file("a")])];
        assert_eq!(faults_of(&[a, b]), expected);
    }

    #[test]
    fn an_item_is_named_as_people_know_it() {
        let coventry = coventry();
        let item = &coventry.items[0];
        let too_much = format!(r#"{{"basket":{{"{}":99}}}}"#, item.id);
        let told = faults_of(&[handover(&coventry, "a", 0, &[&too_much, r#"{"basket":{"moon":1}}"#])]);
        let names: Vec<_> = told.iter().map(|faulty| faulty.what.clone()).collect();
        let unknown = |name: &str| Notice::new("faulty-unknown-item").number("n", 1).text("item", name);
        assert!(names.contains(&unknown(&item.name)) && names.contains(&unknown("moon")), "{names:?}");
    }

    #[test]
    fn many_kinds_and_many_files_are_summed_up() {
        let coventry = coventry();
        let baskets: Vec<String> = (0..20).map(|n| format!(r#"{{"basket":{{"moon-{n}":1}}}}"#)).collect();
        let kinds = handover(&coventry, "a", 0, &baskets.iter().map(String::as_str).collect::<Vec<_>>());
        let told = faults_of(&[kinds]);
        assert_eq!(told.len(), MOST_KINDS + 1);
        assert_eq!(told.last().map(|faulty| &faulty.what), Some(&Notice::new("faulty-more").number("n", 8)));
        let files: Vec<Handover> = (0..5).map(|n| handover(&coventry, &format!("f{n}"), n, &[LOST])).collect();
        let told = faults_of(&files);
        assert_eq!((told[0].files.len(), told[0].more), (MOST_FILES, 2));
    }

    #[test]
    fn every_kind_has_words() {
        let item = || "x".parse::<ItemId>().expect("an id");
        let refusals = [
            Refusal::OverBudget { short: Money::ZERO },
            Refusal::Requires(item()),
            Refusal::Excludes(item()),
            Refusal::NeededBy(item()),
            Refusal::Unknown(item()),
        ];
        let others =
            [Fault::OtherRevision, Fault::UnknownWorkshop, Fault::UnknownArea, Fault::PointsTotal { given: 1 }];
        let all = refusals.map(Fault::Basket).into_iter().chain(others);
        for fault in all {
            assert!(Message::by_name(kind(&fault).0).is_some(), "{fault:?}");
        }
        assert!(Message::by_name("faulty-more").is_some());
    }
}
