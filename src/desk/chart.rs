//! A chart on the page: the finding, the picture, what it is based on, the table, and its downloads.

use basketry_charts::{Cell, Chart, Table, csv};
use basketry_formats::Notice;
use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, Element, HtmlCanvasElement, ResizeObserver};
use yew::prelude::*;

use super::canvas::{self, Laid};
use super::notices;
use crate::common::components::{Tone, note, pictogram};
use crate::common::dom::{download, download_blob, window};
use crate::common::words::use_words;
use crate::say;

/// What a chart on the page shows.
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ChartFigureProps {
    /// The chart.
    pub(super) chart: Chart,
}

/// A chart with everything that belongs to it.
#[component]
pub(super) fn ChartFigure(props: &ChartFigureProps) -> Html {
    let words = use_words();
    let data = props.chart.data();
    let base = |text: &str| (!text.is_empty()).then(|| html! { <span>{ text.to_owned() }</span> });
    html! {
        <figure class="bk-figure" id={format!("chart-{}", data.id)} aria-labelledby={format!("finding-{}", data.id)}>
            <h2 class="bk-figure__title" id={format!("finding-{}", data.id)}>{ data.finding.clone() }</h2>
            <Picture chart={props.chart.clone()} />
            <figcaption class="bk-figure__caption">
                <p>{ data.subject.clone() }</p>
                <p class="bk-figure__base">
                    { for [&data.base, &data.date, &data.rule].into_iter().filter_map(|text| base(text)) }
                    if data.illustrative.is_some() { <span class="bk-illustrative">{ say!(words, ILLUSTRATIVE) }</span> }
                </p>
                { for data.notes.iter().chain(&data.held_back).map(|note| html! { <p class="bk-quiet">{ note.clone() }</p> }) }
            </figcaption>
            <Downloads chart={props.chart.clone()} />
            <details class="bk-more">
                <summary class="bk-more__summary">
                    { say!(words, CHART_TABLE) }<span class="bk-hidden">{ ": " }{ data.subject.clone() }</span>
                </summary>
                <div class="bk-more__body">{ table(&data.id, &data.table) }</div>
            </details>
        </figure>
    }
}

/// The picture: a canvas whose data points the arrow keys walk along. Screen readers keep these keys for themselves
/// except in an application, and read its label: so that is the chart's text alternative.
#[component]
fn Picture(props: &ChartFigureProps) -> Html {
    let words = use_words();
    let canvas = use_node_ref();
    let (width, ratio) = (use_width(&canvas), use_pixel_ratio());
    let at = use_state_eq(|| None::<usize>);
    let laid = use_memo((props.chart.clone(), width, ratio), |(chart, width, ratio)| {
        (*width > 0).then(|| canvas::lay_out(chart, *width, *ratio))
    });
    use_effect_with(props.chart.clone(), {
        let at = at.clone();
        move |_| at.set(None)
    });
    use_effect_with((laid.clone(), *at), {
        let canvas = canvas.clone();
        move |(laid, at)| {
            if let (Some(canvas), Some(laid)) = (canvas.cast::<HtmlCanvasElement>(), &**laid) {
                canvas::draw(&canvas, laid, *at);
            }
        }
    });
    let hits = laid.as_ref().as_ref().map_or(&[][..], Laid::hits);
    let onkeydown = {
        let (at, last) = (at.clone(), hits.len().checked_sub(1));
        move |event: KeyboardEvent| {
            let next = match event.key().as_str() {
                "ArrowRight" | "ArrowDown" => at.map_or(Some(0), |at| Some(at + 1)),
                "ArrowLeft" | "ArrowUp" => at.map_or(last, |at| Some(at.saturating_sub(1))),
                "Home" => Some(0),
                "End" => last,
                _ => return,
            };
            event.prevent_default();
            at.set(next.and_then(|next| last.map(|last| next.min(last))));
        }
    };
    let spoken = at.and_then(|at| hits.get(at)).map(|hit| hit.label.clone()).unwrap_or_default();
    let onblur = move |_| at.set(None);
    let label = format!("{} {}", props.chart.data().alt, say!(words, CHART_KEYS));
    html! {
        <>
            <canvas class="bk-figure__picture" ref={canvas} dir="ltr" role="application" tabindex="0"
                aria-roledescription={say!(words, CHART_ROLE)} aria-label={label} {onkeydown} {onblur} />
            <p class="bk-quiet" role="status">{ spoken }</p>
        </>
    }
}

/// The width of a canvas on the page, in CSS pixels; 0 until it has one.
#[hook]
fn use_width(canvas: &NodeRef) -> u32 {
    let width = use_state_eq(|| 0);
    use_effect_with((), {
        let (canvas, width) = (canvas.clone(), width.clone());
        move |()| {
            let watch = canvas.cast::<HtmlCanvasElement>().and_then(|canvas| {
                Watch::new(&canvas.clone(), move || width.set(u32::try_from(canvas.client_width()).unwrap_or(0)))
            });
            move || drop(watch)
        }
    });
    *width
}

/// How many pixels of the screen there are to a CSS pixel. It changes when the window moves to another screen, or the
/// page is zoomed.
#[hook]
fn use_pixel_ratio() -> f64 {
    let ratio = use_state_eq(|| window().device_pixel_ratio());
    use_effect_with(*ratio, {
        let ratio = ratio.clone();
        move |now| {
            let query = window().match_media(&format!("(resolution: {now}dppx)")).ok().flatten();
            let changed = move |_: &Event| ratio.set(window().device_pixel_ratio());
            let listener = query.map(|query| EventListener::new(&query, "change", changed));
            move || drop(listener)
        }
    });
    *ratio
}

/// Watches the size of an element, until dropped.
struct Watch {
    observer: ResizeObserver,
    _changed: Closure<dyn Fn()>,
}

impl Watch {
    fn new(element: &Element, changed: impl Fn() + 'static) -> Option<Self> {
        let changed = Closure::<dyn Fn()>::new(changed);
        let observer = ResizeObserver::new(changed.as_ref().unchecked_ref()).ok()?;
        observer.observe(element);
        Some(Self { observer, _changed: changed })
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// What the chart can be had as. What the browser refuses is said.
#[component]
fn Downloads(props: &ChartFigureProps) -> Html {
    let words = use_words();
    let failed = use_state_eq(|| None::<Notice>);
    let data = props.chart.data();
    let button = |kind: &'static str, make: fn(&Chart, &str, &UseStateSetter<Option<Notice>>)| {
        let (chart, failed) = (props.chart.clone(), failed.setter());
        let name = format!("{}.{}", data.id, kind.to_ascii_lowercase());
        let onclick = move |_: MouseEvent| {
            failed.set(None);
            make(&chart, &name, &failed);
        };
        html! {
            <button class="bk-downloads__button" type="button" {onclick}>
                { pictogram("download") }{ " " }{ kind }<span class="bk-hidden">{ ": " }{ data.subject.clone() }</span>
            </button>
        }
    };
    html! {
        <>
            <div class="bk-downloads" role="group" aria-label={say!(words, CHART_DOWNLOADS)}>
                { button("PNG", save_png) }{ button("SVG", save_svg) }{ button("CSV", save_csv) }
            </div>
            if let Some(notice) = &*failed {
                { note(Tone::Error, None, notices::show(&words, std::slice::from_ref(notice))) }
            }
        </>
    }
}

fn save_png(chart: &Chart, name: &str, failed: &UseStateSetter<Option<Notice>>) {
    let not_made = |name: &str| Some(Notice::new("chart-not-made").text("name", name));
    let done = {
        let (name, failed) = (name.to_owned(), failed.clone());
        move |blob: Option<Blob>| match blob {
            Some(blob) => failed.set(not_saved(download_blob(&name, &blob), &name)),
            None => failed.set(not_made(&name)),
        }
    };
    if canvas::png(chart, done).is_err() {
        failed.set(not_made(name));
    }
}

fn save_svg(chart: &Chart, name: &str, failed: &UseStateSetter<Option<Notice>>) {
    failed.set(not_saved(download(name, "image/svg+xml", canvas::svg(chart).as_bytes()), name));
}

fn save_csv(chart: &Chart, name: &str, failed: &UseStateSetter<Option<Notice>>) {
    failed.set(not_saved(download(name, "text/csv;charset=utf-8", csv(chart).as_bytes()), name));
}

fn not_saved(saved: Result<(), JsValue>, name: &str) -> Option<Notice> {
    saved.err().map(|_| Notice::new("chart-not-saved").text("name", name))
}

/// A table; `id` is unique on the page.
fn table(id: &str, table: &Table) -> Html {
    let caption = format!("caption-{id}");
    let head = |column: &String| html! { <th scope="col">{ column.clone() }</th> };
    let cell = |(place, cell): (usize, &Cell)| {
        let figure = cell.number.is_some().then_some("bk-table__figure");
        if place == 0 {
            html! { <th scope="row">{ cell.text.clone() }</th> }
        } else {
            html! { <td class={classes!(figure)}>{ cell.text.clone() }</td> }
        }
    };
    html! {
        <div class="bk-table__scroll" role="region" aria-labelledby={caption.clone()} tabindex="0">
            <table class="bk-table">
                <caption id={caption}>{ table.caption.clone() }</caption>
                <thead><tr>{ for table.columns.iter().map(head) }</tr></thead>
                <tbody>
                    { for table.rows.iter().map(|row| html! { <tr>{ for row.iter().enumerate().map(cell) }</tr> }) }
                </tbody>
            </table>
        </div>
    }
}
