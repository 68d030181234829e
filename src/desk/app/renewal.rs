//! After an update of the app: consultations that were opened before and that this version cannot read are compiled
//! again from the text of their files.

use basketry_formats::Notice;
use futures::StreamExt as _;
use futures::channel::mpsc;
use gloo::timers::callback::Timeout;
use yew::Callback;

use super::keeping::{keep, trouble};
use crate::common::device::Device;
use crate::common::library;
use crate::common::words::Words;
use crate::desk::clerk::Desk;
use crate::desk::filebox::text_file;
use crate::worker::{FileId, Input, Output};

/// How long the pages wait for it, in milliseconds. However it ends they come, since they lead to the ballots.
const PATIENCE: u32 = 20_000;

/// Compiles again what this version cannot read. Returns what to say of those that stay unreadable.
pub(super) async fn renew(device: &Device, words: &Words) -> Vec<Notice> {
    match library::outdated(&*device.0).await {
        Ok(sources) if sources.is_empty() => Vec::new(),
        Ok(sources) => compile(device, words, &sources).await,
        Err(error) => vec![trouble(&error.into())],
    }
}

async fn compile(device: &Device, words: &Words, sources: &[String]) -> Vec<Notice> {
    let (tell, mut answers) = mpsc::unbounded();
    let _patience = Timeout::new(PATIENCE, {
        let tell = tell.clone();
        move || tell.close_channel()
    });
    let desk = Desk::new(words, Callback::from(move |output| drop(tell.unbounded_send(output))));
    for (id, source) in (0..).map(FileId).zip(sources) {
        if let Ok(file) = text_file("", source) {
            desk.ask(&Input::Open { id, name: file.name(), file });
        }
    }
    let (mut answered, mut renewed, mut why) = (0, 0, Vec::new());
    while answered < sources.len() {
        match answers.next().await {
            Some(Output::Opened(_, opened)) => match keep(device, opened).await {
                Ok(_) => renewed += 1,
                Err(notice) => why.push(notice),
            },
            Some(Output::Refused(_, notices)) => why.extend(notices),
            Some(_) => continue,
            None => break,
        }
        answered += 1;
    }
    let failed = sources.len() - renewed;
    let first = (failed > 0).then(|| Notice::new("desk-not-renewed").number("count", failed));
    first.into_iter().chain(why).collect()
}
