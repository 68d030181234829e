//! What the facilitator's page does to the world: the worker, the device's storage, the files.

use basketry_formats::Notice;
use basketry_formats::ballots::VoterRecord;
use serde::Deserialize;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::File;
use yew::prelude::*;

use super::state::{Action, Saving, Situation, State, Unfinished, Voters};
use super::told::{Beside, Told};
use crate::common::device::Device;
use crate::common::dom::{download, window};
use crate::common::library::{self, Gathered, LibraryError};
use crate::common::route::Route;
use crate::common::session::Session;
use crate::common::storage::{KeptBallot, Slot, Storage};
use crate::common::words::Words;
use crate::desk::app::{keep, trouble};
use crate::desk::clerk::Desk;
use crate::resident::Draft;
use crate::worker::{FileId, Input, Output};

type Act = UseReducerDispatcher<State>;

/// The page's hands.
pub(super) struct Effects {
    desk: Desk,
    device: Device,
    act: Act,
    next: u32,
}

impl Effects {
    /// Starts the worker, and looks at what is on the device.
    pub(super) fn start(words: &Words, device: Device, act: Act) -> Self {
        let answers = Callback::from({
            let (act, device) = (act.clone(), device.clone());
            move |output| answer(output, &act, &device)
        });
        let effects = Self { desk: Desk::new(words, answers), device, act, next: 0 };
        effects.run(|device, act| async move { act.dispatch(found(&device, Ok(())).await) });
        effects
    }

    /// Sets the tablet to something else.
    pub(super) fn choose(&self, session: Session) {
        self.run(|device, act| async move { choose(&device, session, &act).await });
    }

    /// Hands the tablet to the next person, or to the table.
    pub(super) fn hand(&self, for_table: bool) {
        self.run(move |device, act| async move {
            match is_clear(&device).await {
                Ok(true) => go(hand_over(&device, for_table).await, "welcome", &act),
                // Somebody has begun in another tab.
                Ok(false) => act.dispatch(found(&device, Ok(())).await),
                Err(error) => act.dispatch(failed(&error)),
            }
        });
    }

    /// Goes on with answers that were left, where they were given.
    pub(super) fn go_on(&self, session: Session) {
        self.run(|device, act| async move { go(set_back(&device, session).await, "check", &act) });
    }

    /// Clears the answers to this consultation that were left, and makes the choice that waited for it.
    pub(super) fn set_aside(&self, of: String, held: Option<Session>) {
        self.run(|device, act| async move {
            match (device.0.clear(Slot::Draft(&of)).await, held) {
                (Ok(()), Some(session)) => choose(&device, session, &act).await,
                (Ok(()), None) => act.dispatch(found(&device, Ok(())).await),
                (Err(error), _) => act.dispatch(failed(&error.into())),
            }
        });
    }

    /// Hands the facilitator ballots as a file.
    pub(super) fn save(&self, saving: &Saving) {
        self.act.dispatch(Action::Told(saving.beside, save(&saving.ballots, &saving.place)));
    }

    /// Opens a file.
    pub(super) fn open(&mut self, file: File) {
        self.next += 1;
        let id = FileId(self.next);
        self.act.dispatch(Action::Came(id));
        self.desk.ask(&Input::Open { id, name: file.name(), file });
    }

    /// Ends the reading of every file.
    pub(super) fn stop_reading(&self) {
        self.desk.stop_reading();
        self.act.dispatch(Action::Stopped);
    }

    fn run<F: Future<Output = ()> + 'static>(&self, work: impl FnOnce(Device, Act) -> F) {
        spawn_local(work(self.device.clone(), self.act.clone()));
    }
}

/// Goes to a page of the resident's once the tablet is set, else says why it is not.
fn go(set: Result<(), LibraryError>, page: &str, act: &Act) {
    match set {
        Ok(()) => Route::Step(page.to_owned()).go(),
        Err(error) => act.dispatch(failed(&error)),
    }
}

fn failed(error: &LibraryError) -> Action {
    Action::Told(Beside::Tasks, Told::Failed(trouble(error)))
}

/// Keeps a consultation that was opened and chooses it; anything else is refused.
fn answer(output: Output, act: &Act, device: &Device) {
    match output {
        Output::Progress { id, read, of } => act.dispatch(Action::Progress(id, read, of)),
        Output::Opened(id, opened) => {
            let (act, device) = (act.clone(), device.clone());
            spawn_local(async move {
                let kept = keep(&device, opened).await;
                act.dispatch(match &kept {
                    Ok(_) => Action::Read(id),
                    Err(notice) => Action::Refused(id, vec![notice.clone()]),
                });
                if let Ok((reference, language)) = kept {
                    let session = Session { facilitated: true, ..Session::own_device(reference, language) };
                    choose(&device, session, &act).await;
                }
            });
        }
        Output::Refused(id, notices) => act.dispatch(Action::Refused(id, notices)),
        Output::Counting { .. } | Output::Counted(_) | Output::NotCounted(_) => {}
    }
}

/// Sets the tablet to something else, unless somebody's answers are not confirmed: then the choice waits.
async fn choose(device: &Device, session: Session, act: &Act) {
    let kept = keep_choice(device, &session).await;
    let waits = kept == Ok(false);
    act.dispatch(found(device, kept.map(drop)).await);
    if waits {
        act.dispatch(Action::Held(session));
    }
}

/// Keeps a choice, unless somebody's answers are not confirmed: under another consultation or at another table they
/// would be lost, or counted where they were not given. Returns whether it was kept.
async fn keep_choice(device: &Device, session: &Session) -> Result<bool, LibraryError> {
    let clear = is_clear(device).await?;
    if clear {
        device.0.keep(Slot::Session, session.to_bytes()).await?;
    }
    Ok(clear)
}

/// Whether there are no answers that are not confirmed.
async fn is_clear(device: &Device) -> Result<bool, LibraryError> {
    Ok(device.0.drafts().await?.is_empty())
}

/// What is on the device now, after something was kept or not.
async fn found(device: &Device, kept: Result<(), LibraryError>) -> Action {
    let mut situation = Situation::default();
    let read = read(&*device.0, &mut situation).await;
    situation.trouble = kept.and(read).err();
    situation.persisted = persisted().await;
    Action::Found(Box::new(situation))
}

/// Reads what is on the device, the ballots before the consultation's texts. What cannot be read stays unknown. What
/// the tablet is set to is what is stored: the next person's pages go by nothing else.
async fn read(storage: &dyn Storage, situation: &mut Situation) -> Result<(), LibraryError> {
    situation.unfinished = unfinished(storage).await?;
    situation.shelf = library::shelf(storage).await?;
    let kept = storage.kept(Slot::Session).await?;
    let session = kept.and_then(|bytes| Session::from_bytes(&bytes));
    situation.session = session.filter(|session| situation.shelved(&session.consultation).is_some());
    situation.left = library::off_the_shelf(storage, &situation.shelf).await?;
    let Some(Session { consultation, language, .. }) = &situation.session else { return Ok(()) };
    let ballots = library::gathered(storage, &situation.shelf, consultation).await?;
    situation.voters = voters(&ballots.ballots);
    situation.ballots = Some(ballots);
    situation.consultation = Some(library::consultation(storage, consultation, language).await?);
    Ok(())
}

/// The first of the answers that are not confirmed. Others come up once these are confirmed or set aside.
async fn unfinished(storage: &dyn Storage) -> Result<Option<Unfinished>, LibraryError> {
    let Some(of) = storage.drafts().await?.into_iter().next() else { return Ok(None) };
    let draft = storage.kept(Slot::Draft(&of)).await?;
    Ok(draft.map(|bytes| Unfinished { session: Draft::set_to(&bytes), of }))
}

/// Whose ballots these are. Nothing else of a ballot is read: the page has a room waiting.
fn voters(ballots: &[KeptBallot]) -> Voters {
    #[derive(Deserialize)]
    struct Whose {
        voter: VoterRecord,
    }
    let read = ballots.iter().filter_map(|ballot| serde_json::from_str::<Whose>(&ballot.line).ok());
    read.fold(Voters::default(), |mut voters, ballot| {
        match ballot.voter {
            VoterRecord::Person => voters.persons += 1,
            VoterRecord::Table => voters.tables += 1,
        }
        voters
    })
}

/// Sets the tablet to the next ballot. The session is read anew: a table's number typed just before is on its way into
/// storage, and the page may not show it yet.
async fn hand_over(device: &Device, for_table: bool) -> Result<(), LibraryError> {
    let session = stored(device).await?.ok_or(LibraryError::Missing)?;
    set(device, &Session { for_table, facilitated: true, ..session }).await
}

/// Sets the tablet back to what it was when answers were left: in their own consultation, at their own table. The
/// language is the one the tablet is set to; the person's own goes with the answers.
async fn set_back(device: &Device, left: Session) -> Result<(), LibraryError> {
    let now = stored(device).await?.filter(|now| now.consultation == left.consultation);
    let language = if let Some(now) = now {
        now.language
    } else {
        let languages = library::languages(&*device.0, &left.consultation).await;
        languages.into_iter().next().ok_or(LibraryError::Missing)?
    };
    set(device, &Session { language, ..left }).await
}

async fn stored(device: &Device) -> Result<Option<Session>, LibraryError> {
    Ok(device.0.kept(Slot::Session).await?.and_then(|bytes| Session::from_bytes(&bytes)))
}

async fn set(device: &Device, session: &Session) -> Result<(), LibraryError> {
    // Somebody who left without a word has left a receipt, which is nobody else's to see.
    device.0.clear(Slot::Receipt).await?;
    Ok(device.0.keep(Slot::Session, session.to_bytes()).await?)
}

/// Asks the browser to keep the device's storage for good. It may say no, and says so without asking the person.
async fn persisted() -> bool {
    let storage = window().navigator().storage();
    let Ok(promise) = storage.persist() else { return false };
    JsFuture::from(promise).await.ok().and_then(|answer| answer.as_bool()).unwrap_or(false)
}

fn save(ballots: &Gathered, place: &str) -> Told {
    let name = ballots.file_name(place);
    let text = match ballots.file_text() {
        Ok(text) => text,
        Err(error) => return Told::Failed(trouble(&error.into())),
    };
    match download(&name, "application/x-ndjson", text.as_bytes()) {
        Ok(()) => Told::Saved { count: ballots.ballots.len(), name },
        Err(_) => Told::Failed(Notice::new("desk-not-saved").text("name", name)),
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use futures::FutureExt as _;

    use super::*;
    use crate::common::storage::MemoryStorage;

    /// Memory never waits.
    fn now<T>(future: impl Future<Output = T>) -> T {
        future.now_or_never().unwrap()
    }

    fn ballot(id: &str, line: &str) -> KeptBallot {
        KeptBallot { id: id.into(), reference: "a@1#0".into(), line: line.into() }
    }

    fn session() -> Session {
        Session { table: Some(3), ..Session::own_device("a@1#0".into(), "en".into()) }
    }

    /// A tablet at a table, with a receipt on the screen and a ballot.
    fn tablet() -> Device {
        let device = Device(Rc::new(MemoryStorage::default()));
        now(device.0.keep(Slot::Session, session().to_bytes())).unwrap();
        now(device.0.keep(Slot::Receipt, vec![1])).unwrap();
        now(device.0.confirm(ballot("1", "{}"))).unwrap();
        device
    }

    #[test]
    fn people_and_tables_are_counted_apart() {
        let lines =
            [r#"{"id":"1","voter":"person"}"#, r#"{"voter":"table","dissent":[]}"#, r#"{"voter":"person"}"#, "{}"];
        let ballots: Vec<_> = lines.iter().map(|line| ballot("1", line)).collect();
        assert_eq!(voters(&ballots), Voters { persons: 2, tables: 1 });
    }

    #[test]
    fn the_next_person_finds_no_receipt_of_the_last() {
        let device = tablet();
        assert_eq!(now(hand_over(&device, true)), Ok(()));
        assert_eq!(now(device.0.kept(Slot::Receipt)), Ok(None));
        assert_eq!(now(device.0.ballots("a@1#0")).map(|ballots| ballots.len()), Ok(1));
        assert_eq!(now(stored(&device)), Ok(Some(Session { for_table: true, facilitated: true, ..session() })));
    }

    #[test]
    fn a_tablet_that_is_set_to_nothing_is_not_handed_over() {
        let device = Device(Rc::new(MemoryStorage::default()));
        assert_eq!(now(hand_over(&device, false)), Err(LibraryError::Missing));
    }

    #[test]
    fn a_choice_waits_while_answers_are_unfinished() {
        let device = tablet();
        now(device.0.keep(Slot::Draft("b@1#0"), vec![0])).unwrap();
        now(device.0.keep(Slot::Draft("c@1#0"), vec![0])).unwrap();
        let other = Session::own_device("b@1#0".into(), "en".into());
        assert_eq!(now(keep_choice(&device, &other)), Ok(false));
        assert_eq!(now(stored(&device)), Ok(Some(session())));
        assert_eq!(now(device.0.kept(Slot::Draft("b@1#0"))), Ok(Some(vec![0])));
        for of in ["b@1#0", "c@1#0"] {
            assert_eq!(now(keep_choice(&device, &other)), Ok(false));
            assert_eq!(now(unfinished(&*device.0)), Ok(Some(Unfinished { of: of.into(), session: None })));
            now(device.0.clear(Slot::Draft(of))).unwrap();
        }
        assert_eq!(now(unfinished(&*device.0)), Ok(None));
        assert_eq!(now(keep_choice(&device, &other)), Ok(true));
        assert_eq!(now(stored(&device)), Ok(Some(other)));
    }

    #[test]
    fn answers_are_gone_on_with_where_they_were_given() {
        let device = tablet();
        let left = Session { workshop: Some("parents".into()), table: Some(7), language: "cy".into(), ..session() };
        assert_eq!(now(set_back(&device, left.clone())), Ok(()));
        assert_eq!(now(device.0.kept(Slot::Receipt)), Ok(None));
        assert_eq!(now(stored(&device)), Ok(Some(Session { language: "en".into(), ..left })));
    }
}
