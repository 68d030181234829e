//! What the resident's pages do to the world: draw ids, store drafts, confirm ballots.

use basketry_domain::BallotId;
use basketry_formats::ballots;

use super::{Action, Phase, Receipt, State};
use crate::common::dom::this_minute;
use crate::common::storage::{KeptBallot, Slot, Storage, StorageError};

/// A new ballot id. The browser's source of randomness does not fail; were it to, no ballot could be told apart.
pub(crate) fn new_ballot_id() -> Result<BallotId, getrandom::Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes)?;
    Ok(BallotId::from_random(bytes))
}

/// Stores the draft of a person who reads `language`, so that a reload loses nothing.
pub(crate) async fn keep_draft(storage: &dyn Storage, state: &State, language: &str) -> Result<(), StorageError> {
    let reached = state.furthest().slug();
    let reference = ballots::write_reference(&state.consultation.reference);
    let bytes = state.draft.to_bytes(&state.consultation, &state.session, &reached, language);
    storage.keep(Slot::Draft(&reference), bytes).await
}

/// The receipt of a ballot that is confirmed now, or that was confirmed before and could not be stored.
pub(crate) fn receipt(state: &State) -> Receipt {
    match &state.phase {
        Phase::NotStored(receipt, _) => receipt.clone(),
        _ => Receipt {
            id: state.draft.id,
            confirmed: this_minute(),
            language: state.consultation.language.to_string(),
            text_size: state.draft.text_size,
        },
    }
}

/// Stores the ballot strictly durable. Only then is there a receipt. It is kept beside the ballot, so that a reload
/// between the two still finds it.
pub(crate) async fn confirm(storage: &dyn Storage, state: &State, receipt: Receipt) -> Action {
    let ballot = state.draft.ballot(&state.consultation, &state.session, receipt.confirmed.clone());
    let kept = ballots::line(ballot).map(|line| KeptBallot {
        id: receipt.id.to_string(),
        reference: ballots::write_reference(&state.consultation.reference),
        line,
    });
    let Ok(kept) = kept else { return Action::NotStored(receipt, "storage-failed") };
    let stored = async {
        storage.keep(Slot::Receipt, receipt.to_bytes()).await?;
        storage.confirm(kept).await
    };
    match stored.await {
        Ok(_) => Action::Stored(receipt),
        Err(error) => Action::NotStored(receipt, error.code()),
    }
}

/// The receipt that was on the screen, if its ballot is really there.
pub(crate) async fn kept_receipt(storage: &dyn Storage, reference: &str) -> Result<Option<Receipt>, StorageError> {
    let bytes = storage.kept(Slot::Receipt).await?;
    let Some(receipt) = bytes.and_then(|bytes| Receipt::from_bytes(&bytes)) else { return Ok(None) };
    let stored = storage.ballots(reference).await?;
    let id = receipt.id.to_string();
    Ok(stored.iter().any(|ballot| ballot.id == id).then_some(receipt))
}
