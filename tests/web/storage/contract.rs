//! The cases. Each is given an empty storage.

use basketry_app::common::storage::{Confirmed, KeptBallot, KeptConsultation, Slot, Storage, StorageError};

/// What a case ends with.
pub(crate) type Outcome = Result<(), StorageError>;

/// Calls a macro with the names of all cases.
macro_rules! each_case {
    ($make:ident) => {
        $make! {
            starts_empty
            reads_a_consultation_back
            lists_consultations_by_reference
            replaces_a_consultation_whole
            keeps_and_clears_slots
            keeps_a_draft_for_each_consultation
            confirming_stores_the_ballot_and_clears_the_draft
            confirming_leaves_the_session
            confirming_twice_stores_one_ballot
            confirming_twice_clears_the_draft_too
            a_stored_ballot_is_never_overwritten
            a_ballot_keeps_to_its_consultation
            lists_ballots_by_id
            lists_every_consultation_that_was_answered
            does_nothing_until_awaited
        }
    };
}
pub(crate) use each_case;

const REFERENCE: &str = "a-day@1#00ff";

/// The draft that goes with [`ballot`].
pub(crate) const DRAFT: Slot<'_> = Slot::Draft(REFERENCE);

pub(crate) fn ballot(id: &str) -> KeptBallot {
    KeptBallot {
        id: id.into(),
        reference: REFERENCE.into(),
        line: format!("{{\"id\":\"{id}\",\"text\":\"Ŵyth – ثمانية\"}}\n"),
    }
}

pub(crate) fn consultation(reference: &str, languages: &[&str]) -> KeptConsultation {
    let languages = languages.iter().map(|tag| ((*tag).to_owned(), format!("{reference} in {tag}").into_bytes()));
    KeptConsultation {
        reference: reference.into(),
        entry: [reference.as_bytes(), &[0, 255]].concat(),
        languages: languages.collect(),
        source: format!("text of {reference}"),
    }
}

pub(crate) async fn starts_empty(storage: &dyn Storage) -> Outcome {
    assert!(storage.consultations().await?.is_empty());
    assert!(storage.sources().await?.is_empty());
    assert_eq!(storage.consultation(REFERENCE, "en").await?, None);
    assert_eq!(storage.kept(Slot::Session).await?, None);
    assert_eq!(storage.kept(DRAFT).await?, None);
    assert!(storage.ballots(REFERENCE).await?.is_empty());
    assert!(storage.drafts().await?.is_empty());
    assert!(storage.answered().await?.is_empty());
    Ok(())
}

pub(crate) async fn reads_a_consultation_back(storage: &dyn Storage) -> Outcome {
    let kept = consultation(REFERENCE, &["en", "cy"]);
    storage.keep_consultation(kept.clone()).await?;
    assert_eq!(storage.consultations().await?, [kept.entry]);
    assert_eq!(storage.sources().await?, [kept.source]);
    for (language, bytes) in kept.languages {
        assert_eq!(storage.consultation(REFERENCE, &language).await?, Some(bytes));
    }
    assert_eq!(storage.consultation(REFERENCE, "ar").await?, None);
    assert_eq!(storage.consultation("a-day@2#00ff", "en").await?, None);
    Ok(())
}

pub(crate) async fn lists_consultations_by_reference(storage: &dyn Storage) -> Outcome {
    let [a, b, c] = ["a@1#1", "b@1#1", "c@1#1"].map(|reference| consultation(reference, &["en"]));
    for kept in [&c, &a, &b] {
        storage.keep_consultation(kept.clone()).await?;
    }
    assert_eq!(storage.consultations().await?, [a.entry, b.entry, c.entry]);
    assert_eq!(storage.sources().await?, [a.source, b.source, c.source]);
    Ok(())
}

pub(crate) async fn replaces_a_consultation_whole(storage: &dyn Storage) -> Outcome {
    let neighbours = [consultation("a-day@1#00fe", &["cy"]), consultation("a-day@1#00ff2", &["cy"])];
    for kept in neighbours.iter().cloned().chain([consultation(REFERENCE, &["en", "cy"])]) {
        storage.keep_consultation(kept).await?;
    }
    let mut newer = consultation(REFERENCE, &["en"]);
    newer.entry = vec![1];
    newer.languages = vec![("en".into(), vec![2])];
    newer.source = "another".into();
    storage.keep_consultation(newer).await?;

    let [before, after] = &neighbours;
    assert_eq!(storage.consultations().await?, [before.entry.clone(), vec![1], after.entry.clone()]);
    assert_eq!(storage.sources().await?, [&before.source, "another", &after.source]);
    assert_eq!(storage.consultation(REFERENCE, "en").await?, Some(vec![2]));
    assert_eq!(storage.consultation(REFERENCE, "cy").await?, None);
    for kept in &neighbours {
        assert!(storage.consultation(&kept.reference, "cy").await?.is_some());
    }
    Ok(())
}

pub(crate) async fn keeps_and_clears_slots(storage: &dyn Storage) -> Outcome {
    storage.keep(DRAFT, vec![0, 1, 255]).await?;
    storage.keep(Slot::Session, Vec::new()).await?;
    assert_eq!(storage.kept(DRAFT).await?, Some(vec![0, 1, 255]));
    assert_eq!(storage.kept(Slot::Session).await?, Some(Vec::new()));
    storage.keep(DRAFT, vec![2]).await?;
    assert_eq!(storage.kept(DRAFT).await?, Some(vec![2]));
    storage.clear(DRAFT).await?;
    storage.clear(DRAFT).await?;
    assert_eq!(storage.kept(DRAFT).await?, None);
    assert_eq!(storage.kept(Slot::Session).await?, Some(Vec::new()));
    Ok(())
}

pub(crate) async fn keeps_a_draft_for_each_consultation(storage: &dyn Storage) -> Outcome {
    let other = Slot::Draft("a-day@2#00ff");
    storage.keep(other, vec![2]).await?;
    storage.keep(DRAFT, vec![1]).await?;
    storage.keep(Slot::Session, vec![3]).await?;
    storage.keep(Slot::Receipt, vec![4]).await?;
    assert_eq!(storage.drafts().await?, [REFERENCE, "a-day@2#00ff"]);
    assert_eq!(storage.kept(DRAFT).await?, Some(vec![1]));
    // A ballot ends the draft of its own consultation.
    storage.confirm(ballot("1")).await?;
    assert_eq!(storage.drafts().await?, ["a-day@2#00ff"]);
    assert_eq!(storage.kept(other).await?, Some(vec![2]));
    storage.clear(other).await?;
    assert!(storage.drafts().await?.is_empty());
    Ok(())
}

pub(crate) async fn confirming_stores_the_ballot_and_clears_the_draft(storage: &dyn Storage) -> Outcome {
    storage.keep(DRAFT, vec![1]).await?;
    assert_eq!(storage.confirm(ballot("1")).await?, Confirmed::Added);
    assert_eq!(storage.ballots(REFERENCE).await?, [ballot("1")]);
    assert_eq!(storage.kept(DRAFT).await?, None);
    Ok(())
}

pub(crate) async fn confirming_leaves_the_session(storage: &dyn Storage) -> Outcome {
    storage.keep(Slot::Session, vec![1]).await?;
    storage.confirm(ballot("1")).await?;
    assert_eq!(storage.kept(Slot::Session).await?, Some(vec![1]));
    Ok(())
}

pub(crate) async fn confirming_twice_stores_one_ballot(storage: &dyn Storage) -> Outcome {
    assert_eq!(storage.confirm(ballot("1")).await?, Confirmed::Added);
    assert_eq!(storage.confirm(ballot("1")).await?, Confirmed::AlreadyThere);
    assert_eq!(storage.ballots(REFERENCE).await?, [ballot("1")]);
    Ok(())
}

pub(crate) async fn confirming_twice_clears_the_draft_too(storage: &dyn Storage) -> Outcome {
    storage.confirm(ballot("1")).await?;
    storage.keep(DRAFT, vec![1]).await?;
    assert_eq!(storage.confirm(ballot("1")).await?, Confirmed::AlreadyThere);
    assert_eq!(storage.kept(DRAFT).await?, None);
    Ok(())
}

pub(crate) async fn a_stored_ballot_is_never_overwritten(storage: &dyn Storage) -> Outcome {
    storage.confirm(ballot("1")).await?;
    storage.keep(DRAFT, vec![1]).await?;
    let other = KeptBallot { line: "{}\n".into(), ..ballot("1") };
    assert_eq!(storage.confirm(other).await, Err(StorageError::Conflict));
    assert_eq!(storage.ballots(REFERENCE).await?, [ballot("1")]);
    // The draft is all that is left of the second ballot.
    assert_eq!(storage.kept(DRAFT).await?, Some(vec![1]));
    Ok(())
}

pub(crate) async fn a_ballot_keeps_to_its_consultation(storage: &dyn Storage) -> Outcome {
    let other = KeptBallot { reference: "a-day@2#00ff".into(), ..ballot("2") };
    storage.confirm(ballot("1")).await?;
    storage.confirm(other.clone()).await?;
    assert_eq!(storage.ballots(REFERENCE).await?, [ballot("1")]);
    assert_eq!(storage.ballots(&other.reference).await?, [other]);
    Ok(())
}

pub(crate) async fn lists_ballots_by_id(storage: &dyn Storage) -> Outcome {
    for id in ["b", "c", "a", "10", "9"] {
        storage.confirm(ballot(id)).await?;
    }
    assert_eq!(storage.ballots(REFERENCE).await?, ["10", "9", "a", "b", "c"].map(ballot));
    Ok(())
}

pub(crate) async fn lists_every_consultation_that_was_answered(storage: &dyn Storage) -> Outcome {
    for (id, reference) in [("1", "b@1#1"), ("2", "a@1#2"), ("3", "b@1#1"), ("4", "a@1#1")] {
        storage.confirm(KeptBallot { reference: reference.into(), ..ballot(id) }).await?;
    }
    // Whether a consultation is kept makes no difference.
    for reference in ["b@1#1", "c@1#1"] {
        storage.keep_consultation(consultation(reference, &["en"])).await?;
    }
    assert_eq!(storage.answered().await?, ["a@1#1", "a@1#2", "b@1#1"]);
    Ok(())
}

pub(crate) async fn does_nothing_until_awaited(storage: &dyn Storage) -> Outcome {
    drop(storage.confirm(ballot("1")));
    drop(storage.keep(DRAFT, vec![1]));
    assert!(storage.ballots(REFERENCE).await?.is_empty());
    assert_eq!(storage.kept(DRAFT).await?, None);
    Ok(())
}
