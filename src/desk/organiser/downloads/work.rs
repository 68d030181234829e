//! One download at work: the pictures are drawn on the page, then a worker makes the file.

use std::cell::RefCell;
use std::rc::{Rc, Weak};

use basketry_charts::Chart;
use basketry_exports::chart_file;
use basketry_formats::Notice;
use futures::channel::oneshot;
use js_sys::Array;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use web_sys::{Blob, File};
use yew::prelude::*;

use super::super::super::canvas;
use super::super::super::clerk::Known;
use super::DownloadsProps;
use crate::common::dom::{asset, download_blob, today};
use crate::common::words::Words;
use crate::exports::{Answer, Kind, Order, Shown, Sources, Upload};
use crate::worker::{FileId, Heard, Link, Picture, ResultsOf};

/// Drawing is so much of the work on an archive of charts.
const DRAWING: f64 = 0.5;

/// What the part says.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum State {
    /// Nothing.
    #[default]
    Idle,
    /// A file is being made.
    Making {
        /// Its name.
        name: String,
        /// How far it is, from 0 to 1.
        share: f64,
    },
    /// It was handed to the person.
    Saved {
        /// Its name.
        name: String,
    },
    /// It could not be made.
    Failed(Vec<Notice>),
}

impl Reducible for State {
    type Action = Self;

    fn reduce(self: Rc<Self>, action: Self) -> Rc<Self> {
        Rc::new(action)
    }
}

/// A download at work. Dropped, it is ended.
pub(super) struct Work {
    /// Gone with it, so that what is still drawn goes no further.
    _alive: Rc<()>,
    _link: Rc<RefCell<Option<Link<Order>>>>,
}

/// Begins a download.
pub(super) fn start(kind: Kind, props: &DownloadsProps, words: &Words, act: UseReducerDispatcher<State>) -> Work {
    let picture = props.picture.0.clone();
    let section = props.section.clone();
    let name = file_name(kind, &picture.of, section.as_deref());
    let alive = Rc::new(());
    let slot = Rc::new(RefCell::new(None));
    act.dispatch(State::Making { name: name.clone(), share: 0.0 });
    let Some(sources) = props.sources.emit(picture.of.clone()) else {
        act.dispatch(State::Failed(vec![Notice::new("export-gone")]));
        return Work { _alive: alive, _link: slot };
    };
    let job = Job { kind, name, act, alive: Rc::downgrade(&alive), slot: Rc::downgrade(&slot) };
    let language = words.tag().to_owned();
    spawn_local(async move {
        if let Some(shown) = job.shown(&picture, section).await {
            job.ask(&Order { kind, language, today: today(), shown, sources });
        }
    });
    Work { _alive: alive, _link: slot }
}

/// What a download needs while it is at work; the rest is gone when it is ended.
#[derive(Clone)]
struct Job {
    kind: Kind,
    name: String,
    act: UseReducerDispatcher<State>,
    alive: Weak<()>,
    slot: Weak<RefCell<Option<Link<Order>>>>,
}

impl Job {
    fn is_ended(&self) -> bool {
        self.alive.strong_count() == 0
    }

    fn at(&self, share: f64) {
        if !self.is_ended() {
            self.act.dispatch(State::Making { name: self.name.clone(), share });
        }
    }

    fn ends(&self, state: State) {
        if let Some(slot) = self.slot.upgrade() {
            slot.replace(None);
            self.act.dispatch(state);
        }
    }

    /// What the page shows, with pictures where they are asked for. None when it was ended meanwhile.
    async fn shown(&self, picture: &Picture, section: Option<String>) -> Option<Shown> {
        let mut pictures = Vec::new();
        if self.kind == Kind::Charts {
            for (place, data) in picture.charts.iter().enumerate() {
                let Ok(chart) = Chart::new(data.clone()) else { continue };
                pictures.extend(draw(&chart, place).await);
                if self.is_ended() {
                    return None;
                }
                self.at(DRAWING * share(place + 1, picture.charts.len()));
            }
        }
        Some(Shown {
            title: picture.title.clone(),
            section,
            threshold: picture.threshold,
            overview: picture.overview.lines.clone(),
            ballots: picture.overview.ballots,
            charts: picture.charts.clone(),
            absent: picture.absent.clone(),
            pictures,
        })
    }

    fn ask(&self, order: &Order) {
        let job = self.clone();
        let start = if self.kind == Kind::Charts { DRAWING } else { 0.0 };
        let link = Link::start(&asset("exports-boot.js"), move |heard: Heard<Answer>| match heard {
            Heard::Answer(answer) => match *answer {
                Answer::Progress(share) => job.at(start + (1.0 - start) * share),
                Answer::Made(made) => job.ends(job.saved(&made.blob)),
                Answer::Failed(notices) => job.ends(State::Failed(notices)),
            },
            Heard::Broke => job.ends(State::Failed(vec![Notice::new("export-broke")])),
        });
        match (link, self.slot.upgrade()) {
            (Ok(link), Some(slot)) => {
                link.send(order);
                slot.replace(Some(link));
            }
            (Ok(_), None) => {}
            (Err(_), _) => self.ends(State::Failed(vec![Notice::new("export-broke")])),
        }
    }

    fn saved(&self, blob: &Blob) -> State {
        let name = self.name.clone();
        match download_blob(&name, blob) {
            Ok(()) => State::Saved { name },
            Err(_) => State::Failed(vec![Notice::new("desk-not-saved").text("name", name)]),
        }
    }
}

/// A chart as PNG and as SVG. What the browser does not draw is missing from the archive; its table is there.
async fn draw(chart: &Chart, place: usize) -> Vec<Upload> {
    let (done, drawn) = oneshot::channel();
    let png = match canvas::png(chart, move |blob| drop(done.send(blob))) {
        Ok(()) => drawn.await.ok().flatten(),
        Err(_) => None,
    };
    let svg = Blob::new_with_str_sequence(&Array::of1(&JsValue::from_str(&canvas::svg(chart)))).ok();
    let upload =
        |(ending, blob): (&str, Option<Blob>)| Some(Upload { name: chart_file(place, chart, ending), blob: blob? });
    [("png", png), ("svg", svg)].into_iter().filter_map(upload).collect()
}

fn share(done: usize, of: usize) -> f64 {
    let count = |number: usize| f64::from(u32::try_from(number).unwrap_or(u32::MAX));
    count(done) / count(of.max(1))
}

/// The name of the file: the consultation and its revision, the section where there is one, and what it is.
fn file_name(kind: Kind, of: &ResultsOf, section: Option<&str>) -> String {
    let of = match of {
        ResultsOf::Consultation(reference) => {
            let name = reference.split('#').next().unwrap_or_default();
            name.replace('@', "-r")
        }
        ResultsOf::Election(_) => "election".to_owned(),
    };
    let section = section.filter(|_| matches!(kind, Kind::Workbook | Kind::Charts));
    let section = section.map(|section| format!("-{section}")).unwrap_or_default();
    match kind {
        Kind::Workbook => format!("{of}{section}.xlsx"),
        Kind::Charts => format!("{of}{section}-charts.zip"),
        Kind::Election => format!("{of}.pb"),
        Kind::Data => format!("{of}-data.zip"),
        Kind::Ballots => format!("{of}-all.ballots.ndjson"),
    }
}

impl Sources {
    /// The sources of what the page shows, out of everything the desk has; `is_of` tells the files with its ballots.
    pub(in super::super) fn of(
        of: &ResultsOf,
        Known { consultations, files }: Known,
        is_of: impl Fn(FileId) -> bool,
    ) -> Option<Self> {
        let upload = |name: String, file: File| Upload { name, blob: file.into() };
        match of {
            ResultsOf::Consultation(reference) => {
                let files = files.into_iter().filter(|(id, ..)| is_of(*id));
                let files = files.map(|(_, name, file)| upload(name, file)).collect();
                Some(Self::Ballots { reference: reference.clone(), consultations, files })
            }
            ResultsOf::Election(wanted) => {
                let found = files.into_iter().find(|(id, ..)| id == wanted);
                found.map(|(_, name, file)| Self::Election(upload(name, file)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_after_what_is_in_them() {
        let of = ResultsOf::Consultation("coventry-1997@2#0a1b".into());
        let name = |kind| file_name(kind, &of, Some("carers"));
        assert_eq!(name(Kind::Workbook), "coventry-1997-r2-carers.xlsx");
        assert_eq!(name(Kind::Charts), "coventry-1997-r2-carers-charts.zip");
        // These are always of all ballots.
        assert_eq!([name(Kind::Election), name(Kind::Data)], ["coventry-1997-r2.pb", "coventry-1997-r2-data.zip"]);
        assert_eq!(name(Kind::Ballots), "coventry-1997-r2-all.ballots.ndjson");
    }
}
