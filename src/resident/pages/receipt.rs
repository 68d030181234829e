//! The receipt: shown only once the ballot is stored.

use yew::prelude::*;

use super::super::Receipt;
use super::Page;
use crate::common::components::{Header, footer, pictogram, pictogram_as};
use crate::common::dom::window;
use crate::common::words::Words;
use crate::say;

/// The receipt.
pub(super) fn receipt(words: &Words, page: &Page, receipt: &Receipt) -> Html {
    let session = &page.state.session;
    let workshop =
        page.state.consultation.workshops.iter().find(|w| session.workshop.as_deref() == Some(w.id.as_str()));
    let next = {
        let next_person = page.next_person.clone();
        move |_| next_person.emit(())
    };
    // Printing is the browser's; a person who cancels it stays here.
    let print = |_| {
        let _ = window().print();
    };
    html! {
        <>
            <Header words={words.clone()} title={page.state.consultation.title.clone()} home={page.home()} read_aloud=true />
            <main key="receipt" class="bk-page" id="main">
                <section class="bk-receipt">
                    { pictogram_as("check", "bk-receipt__tick") }
                    <h1 tabindex="-1">{ say!(words, RECEIPT_TITLE) }</h1>
                    <p>{ say!(words, RECEIPT_TEXT) }</p>
                    <strong class="bk-receipt__code">{ receipt.id.receipt() }</strong>
                    <p>{ say!(words, RECEIPT_KEEP) }</p>
                    <div class="bk-receipt__facts">
                        <p>{ page.state.consultation.title.clone() }</p>
                        if let Some(workshop) = workshop {
                            <p>{ workshop.name.clone() }
                                if let Some(table) = session.table { { " · " }{ say!(words, TABLE_NUMBER, table = table) } }
                            </p>
                        }
                        <p>{ words.time(&receipt.confirmed) }</p>
                    </div>
                </section>
                <div class="bk-actions">
                    <button class="bk-button bk-button--big" type="button" onclick={next}>{ say!(words, RECEIPT_NEXT) }</button>
                    <button class="bk-button bk-button--secondary" type="button" onclick={print}>
                        { pictogram("print") }{ " " }{ say!(words, RECEIPT_PRINT) }
                    </button>
                </div>
            </main>
            { footer(words, html! {}) }
        </>
    }
}
