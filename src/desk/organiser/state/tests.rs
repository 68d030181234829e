//! What the organiser's page shows after which actions.

use basketry_results::Overview;

use super::*;

fn ballots(reference: &str) -> Opened {
    Opened::Ballots {
        reference: reference.into(),
        title: "T".into(),
        ballots: 3,
        miscount: None,
        bad_lines: Vec::new(),
    }
}

fn after(actions: Vec<Action>) -> State {
    actions.into_iter().fold(State::default(), State::after)
}

#[test]
fn ballots_wait_for_their_consultation() {
    let came = vec![Action::Came(FileId(1), "a".into()), Action::Opened(FileId(1), ballots("c@1#d"))];
    let waiting = after(came.clone());
    assert!(matches!(waiting.files[&FileId(1)].state, FileState::Waiting(_)));
    assert_eq!(waiting.look.of, None);
    let known = after([came, vec![Action::Known("c@1#d".into())]].concat());
    assert!(matches!(known.files[&FileId(1)].state, FileState::Open(_)));
    assert_eq!(known.look.of, Some(ResultsOf::Consultation("c@1#d".into())));
}

#[test]
fn a_consultation_no_ballots_wait_for_makes_no_picture_old() {
    let open = after(vec![
        Action::Known("c@1#d".into()),
        Action::Came(FileId(1), "a".into()),
        Action::Opened(FileId(1), ballots("c@1#d")),
    ]);
    let edition = open.edition;
    assert_eq!(open.clone().after(Action::Known("other@1#d".into())).edition, edition);
    let waiting = open.after(Action::Came(FileId(2), "b".into())).after(Action::Opened(FileId(2), ballots("e@1#d")));
    let edition = waiting.edition;
    assert_eq!(waiting.after(Action::Known("e@1#d".into())).edition, edition + 1);
}

#[test]
fn two_files_of_one_consultation_are_one_subject() {
    let state = after(vec![
        Action::Known("c@1#d".into()),
        Action::Came(FileId(1), "a".into()),
        Action::Opened(FileId(1), ballots("c@1#d")),
        Action::Came(FileId(2), "b".into()),
        Action::Opened(FileId(2), ballots("c@1#d")),
    ]);
    assert_eq!(state.subjects().len(), 1);
}

#[test]
fn a_forgotten_file_is_looked_at_no_longer() {
    let state = after(vec![
        Action::Known("c@1#d".into()),
        Action::Came(FileId(1), "a".into()),
        Action::Opened(FileId(1), ballots("c@1#d")),
        Action::Forgotten(FileId(1)),
    ]);
    assert_eq!((state.look.of, state.files.len()), (None, 0));
}

#[test]
fn stopping_takes_only_what_was_being_read() {
    let state = after(vec![
        Action::Known("c@1#d".into()),
        Action::Came(FileId(1), "a".into()),
        Action::Opened(FileId(1), ballots("c@1#d")),
        Action::Came(FileId(2), "b".into()),
        Action::Stopped,
    ]);
    assert_eq!(state.files.keys().collect::<Vec<_>>(), [&FileId(1)]);
}

fn open_file() -> State {
    after(vec![
        Action::Known("c@1#d".into()),
        Action::Came(FileId(1), "a".into()),
        Action::Opened(FileId(1), ballots("c@1#d")),
    ])
}

fn picture(edition: u32) -> Action {
    Action::Counted(Rc::new(Picture {
        edition,
        of: ResultsOf::Consultation("c@1#d".into()),
        title: "T".into(),
        threshold: Some(10),
        sections: Vec::new(),
        overview: Overview::default(),
        faults: Vec::new(),
        charts: Vec::new(),
        absent: Vec::new(),
    }))
}

#[test]
fn a_picture_of_an_earlier_edition_is_not_shown_as_the_current_one() {
    let asked = open_file();
    let earlier = asked.edition;
    // More ballots come in, of the same consultation and section, before the picture does.
    let more = [Action::Came(FileId(2), "b".into()), Action::Opened(FileId(2), ballots("c@1#d"))];
    let state = more.into_iter().fold(asked, State::after).after(picture(earlier));
    assert!(state.look.picture.is_none() && !state.is_current());
    let current = state.edition;
    let state = state.after(picture(current));
    assert!(state.is_current());
    assert!(!state.clone().after(Action::Section(Some("s".into()))).is_current());
    // What was held back at one threshold is not shown as what is at another.
    assert!(!state.after(Action::Threshold(Threshold::Five)).is_current());
}

#[test]
fn why_there_is_no_picture_is_told_until_something_changes() {
    let state = open_file();
    let told = |edition| Action::NotCounted(NotCounted { edition, notices: vec![Notice::new("results-broke")] });
    let edition = state.edition;
    let state = state.after(told(edition - 1));
    assert!(state.problem.is_empty(), "the answer to an earlier question says nothing of this one");
    let state = state.after(told(edition));
    assert_eq!(state.problem, [Notice::new("results-broke")]);
    assert!(state.after(Action::Forgotten(FileId(1))).problem.is_empty());
}

#[test]
fn a_file_refused_after_it_was_open_counts_no_longer() {
    let state = open_file();
    let edition = state.edition;
    let state = state.after(Action::Refused(FileId(1), vec![Notice::new("file-broke")]));
    assert_eq!((state.look.of.clone(), state.edition), (None, edition + 1));
}

fn counted() -> State {
    let state = open_file();
    let edition = state.edition;
    state.after(picture(edition))
}

#[test]
fn counting_is_told_only_while_its_picture_is_waited_for() {
    let steps = Steps { done: 2, of: 9 };
    let state = open_file();
    let edition = state.edition;
    let quick = state.clone().after(Action::Counting(edition, steps));
    assert_eq!(quick.counting.told(), None, "what is done soon is not told");
    assert_eq!(quick.after(Action::TakesLong(edition)).counting.told(), Some(steps), "what came before is told then");
    let state = state.after(Action::TakesLong(edition - 1));
    assert_eq!(state.counting.told(), None);
    let state = state.after(Action::TakesLong(edition)).after(Action::Counting(edition, steps));
    assert_eq!(state.counting.told(), Some(steps));
    assert_eq!(state.clone().after(picture(edition)).counting.told(), None);
    assert_eq!(state.after(picture(edition)).after(Action::TakesLong(edition)).counting.told(), None);
}

#[test]
fn counting_that_is_stopped_leaves_no_trace() {
    let before = counted();
    let asked = before
        .clone()
        .after(Action::Section(Some("s".into())))
        .after(Action::Threshold(Threshold::Five))
        .after(Action::Came(FileId(2), "b".into()))
        .after(Action::Opened(FileId(2), ballots("c@1#d")))
        .after(Action::Forgotten(FileId(1)));
    let asked = asked.clone().after(Action::TakesLong(asked.edition));
    assert!(!asked.is_current() && asked.counting.told().is_some());
    assert_eq!(asked.left_when_stopped(), [FileId(1)]);
    assert_eq!(asked.after(Action::NotWanted), before);
}

#[test]
fn the_first_counting_that_is_stopped_leaves_an_empty_page() {
    let asked = open_file().after(Action::Came(FileId(2), "b".into()));
    let edition = asked.edition;
    let state = asked.after(Action::NotWanted);
    assert_eq!((state.files.into_keys().collect::<Vec<_>>(), state.look.of), (vec![FileId(2)], None));
    assert_eq!(state.edition, edition + 1, "an answer that was on its way is of no edition there is");
}
