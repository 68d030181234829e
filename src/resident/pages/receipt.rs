//! The receipt: shown only once the ballot is stored.

use yew::prelude::*;

use super::super::Phase;
use super::use_page;
use crate::common::components::{Footer, Header, Pictogram};
use crate::common::dom::{arrive, window};
use crate::common::words::use_words;
use crate::say;

/// The receipt.
#[component]
pub(crate) fn ReceiptPage() -> Html {
    let words = use_words();
    let page = use_page();
    let title = say!(words, RECEIPT_TITLE);
    use_effect_with((), {
        let title = title.clone();
        move |()| arrive(&title)
    });
    let Some(page) = page else { return html! {} };
    let Phase::Confirmed(receipt) = &page.state.phase else { return html! {} };
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
            <Header title={page.state.consultation.title.clone()} />
            <main class="bk-page" id="main">
                <section class="bk-receipt">
                    <Pictogram name="check" class="bk-receipt__tick" />
                    <h1 tabindex="-1">{ title }</h1>
                    <p>{ say!(words, RECEIPT_TEXT) }</p>
                    <strong class="bk-receipt__code">{ receipt.id.receipt() }</strong>
                    <div class="bk-receipt__facts">
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
                        <Pictogram name="print" />{ " " }{ say!(words, RECEIPT_PRINT) }
                    </button>
                </div>
            </main>
            <Footer />
        </>
    }
}
