//! All answers in sight, then the one button that counts.

use basketry_domain::Voter;
use yew::prelude::*;

use super::super::{Phase, Receipt, trouble};
use super::Page;
use super::frame::Frame;
use crate::common::components::{Tone, note, pictogram};
use crate::common::dom::download;
use crate::common::words::Words;
use crate::say;

mod answers;

/// Check the answers, and confirm.
pub(super) fn check(words: &Words, page: &Page) -> Html {
    let table = page.state.session.voter() == Voter::Table;
    let confirming = matches!(page.state.phase, Phase::Confirming(_));
    let label = match (confirming, table) {
        (true, _) => say!(words, CONFIRMING),
        (false, true) => say!(words, CONFIRM_TABLE),
        (false, false) => say!(words, CONFIRM),
    };
    let confirm = page.confirm.clone();
    let onclick = move |_| confirm.emit(());
    let body = html! {
        <>
            <dl class="bk-answers">{ answers::rows(words, page) }</dl>
            if let Phase::NotStored(receipt, code) = &page.state.phase { { not_stored(words, page, receipt, code) } }
            <section class="bk-confirm">
                <h2>{ say!(words, CONFIRM_HEADING) }</h2>
                <p>{ say!(words, CONFIRM_TEXT) }</p>
                <button class="bk-button bk-button--big bk-button--wide" type="button"
                    aria-disabled={confirming.then_some("true")} {onclick}>
                    { pictogram("check") }{ " " }{ label }
                </button>
            </section>
        </>
    };
    Frame { title: Some(say!(words, CHECK_TITLE)), ..Frame::default() }.view(words, page, body)
}

/// Why the ballot is not stored, what is safe, and a way to keep it all the same.
fn not_stored(words: &Words, page: &Page, receipt: &Receipt, code: &str) -> Html {
    let onclick = {
        let (state, receipt) = (page.state.clone(), receipt.clone());
        move |_| {
            let ballot = state.draft.ballot(&state.consultation, &state.session, receipt.confirmed.clone());
            let reference = &state.consultation.reference;
            let header = basketry_formats::ballots::header(reference, &state.consultation.title, 1);
            let line = basketry_formats::ballots::line(ballot);
            if let (Ok(header), Ok(line)) = (header, line) {
                let name = format!("{}.ballots.ndjson", state.draft.id.receipt());
                // A refused download leaves the page as it is, with the ballot on it.
                let _ = download(&name, "application/x-ndjson", format!("{header}\n{line}\n").as_bytes());
            }
        }
    };
    let body = html! {
        <>
            <p>{ words.say(trouble::not_stored(code), &[]) }</p>
            <p>{ say!(words, NOT_STORED_SAFE) }</p>
            <button class="bk-button bk-button--secondary" type="button" {onclick}>{ say!(words, NOT_STORED_DOWNLOAD) }</button>
        </>
    };
    note(Tone::Error, Some(say!(words, NOT_STORED)), body)
}
