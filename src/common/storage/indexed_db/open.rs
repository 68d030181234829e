//! Opening the database.

use std::cell::RefCell;
use std::rc::Rc;

use futures::channel::oneshot::{self, Receiver, Sender};
use idb::event::VersionChangeEvent;
use idb::{DatabaseEvent as _, Error, Event as _, Factory, Request as _};
use web_sys::IdbDatabase;

use super::work::name_of;
use super::{StorageError, schema};

/// Opens the database of that name.
pub(super) async fn connect(name: &str) -> Result<IdbDatabase, StorageError> {
    let mut request = Factory::new().and_then(|factory| factory.open(name, Some(schema::VERSION))).map_err(failed)?;
    let (once, answer) = Once::new();

    let on = once.clone();
    request.on_upgrade_needed(move |event| {
        if let Err(error) = upgrade(&event) {
            on.answer(Err(failed(error)));
            // Without this the browser would commit the new version with half of its stores.
            if let Some(transaction) = event.target().ok().and_then(|request| request.transaction()) {
                transaction.abort().ok();
            }
        }
    });
    let on = once.clone();
    request.on_blocked(move |_| on.answer(Err(StorageError::Blocked)));
    let on = once.clone();
    request.on_error(move |event| {
        let error = event.target().and_then(|request| request.error());
        on.answer(Err(failed(
            error.map_or_else(|error| error, |found| found.map_or(Error::DomExceptionNotFound, Error::DomException)),
        )));
    });
    request.on_success(move |event| once.answer(event.database().map(IdbDatabase::from).map_err(failed)));
    // A blocked request goes on after this future has answered, and needs them then.
    request.forget_callbacks();

    answer.await.unwrap_or_else(|_| Err(failed(Error::OneshotChannelReceiveError)))
}

fn upgrade(event: &VersionChangeEvent) -> Result<(), Error> {
    schema::upgrade(&event.database()?, event.old_version()?)
}

fn failed(error: Error) -> StorageError {
    StorageError::on_opening(name_of(error))
}

type Answer = Result<IdbDatabase, StorageError>;

/// Several events can end the wait; the first one does.
#[derive(Clone)]
struct Once(Rc<RefCell<Option<Sender<Answer>>>>);

impl Once {
    fn new() -> (Self, Receiver<Answer>) {
        let (sender, receiver) = oneshot::channel();
        (Self(Rc::new(RefCell::new(Some(sender)))), receiver)
    }

    fn answer(&self, answer: Answer) {
        let unsent = match self.0.take() {
            Some(sender) => sender.send(answer).err(),
            None => Some(answer),
        };
        // Nobody waits any more, and a connection that nobody holds would block the next version.
        if let Some(Ok(connection)) = unsent {
            connection.close();
        }
    }
}
