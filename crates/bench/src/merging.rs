//! Reading and merging a ballot file, and all figures of its report.

use std::io::{self, BufRead, BufReader, Read};

use basketry_ballots::Ballots;
use basketry_domain::Consultation;
use basketry_formats::ballots::read;
use basketry_formats::consultation::open;
use basketry_results::{Asked, Threshold, report};
use basketry_tally::{Handover, Merge, merge};
use basketry_texts::PlainEnglish;
use js_sys::Function;
use wasm_bindgen::prelude::*;

/// A consultation and a file of ballots.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Hall {
    consultation: Consultation,
    handover: Handover,
    merged: Option<Merge>,
}

impl Hall {
    /// Opens both.
    pub fn open(consultation: &[u8], ballots: impl BufRead) -> io::Result<Self> {
        let opened = open(consultation).map_err(|error| io::Error::other(format!("{:?}", error.notices())))?;
        let (_, mut lines) = read(ballots).map_err(|error| io::Error::other(error.to_string()))?;
        let mut ballots = Ballots::default();
        while let Some(line) = lines.next_into(&mut ballots)? {
            line.map_err(|error| io::Error::other(format!("{error:?}")))?;
        }
        Ok(Self { consultation: opened.consultation, handover: Handover::new("hall", ballots), merged: None })
    }
}

#[wasm_bindgen]
impl Hall {
    /// Opens both. `piece` gives the next bytes of the ballot file, as many as asked for or fewer; none at the end.
    #[wasm_bindgen(constructor)]
    pub fn new(consultation: &[u8], piece: Function) -> Result<Hall, JsError> {
        Ok(Self::open(consultation, BufReader::with_capacity(1 << 20, Pieces(piece)))?)
    }

    /// Makes the report of what was merged, and says how many charts it has.
    pub fn report(&self) -> usize {
        let Some(merged) = &self.merged else { return 0 };
        let asked = Asked { section: None, threshold: Threshold::default(), today: "2026-06-03" };
        report(&self.consultation, merged, asked, &PlainEnglish).charts.len()
    }

    /// Merges, and says how many ballots are counted.
    pub fn merge(&mut self) -> usize {
        let merged = merge(&self.consultation, [&self.handover]);
        let counted = merged.profile.counted().len();
        self.merged = Some(merged);
        counted
    }
}

/// How much memory the module has, in bytes.
#[wasm_bindgen(js_name = memory)]
pub fn memory() -> JsValue {
    wasm_bindgen::memory()
}

struct Pieces(Function);

impl Read for Pieces {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let most = u32::try_from(into.len()).unwrap_or(u32::MAX);
        let piece = self.0.call1(&JsValue::NULL, &most.into()).map_err(|_| io::Error::other("no piece"))?;
        let piece = js_sys::Uint8Array::new(&piece);
        let count = piece.length() as usize;
        piece.copy_to(&mut into[..count]);
        Ok(count)
    }
}
