//! A file of the browser as a reader: piece by piece, never whole in memory.

use std::io::{self, Read};

use js_sys::Uint8Array;
use web_sys::{Blob, FileReaderSync};

/// How much is read at once, in bytes.
const PIECE: f64 = 1_048_576.0;

/// Reads a file piece by piece and tells how far it has come.
pub(crate) struct BlobReader<'a> {
    file: &'a Blob,
    reader: FileReaderSync,
    at: f64,
    piece: Vec<u8>,
    used: usize,
    progress: &'a dyn Fn(f64, f64),
}

impl<'a> BlobReader<'a> {
    /// A reader at the file's beginning. `progress` is told bytes read and bytes in all.
    pub(crate) fn new(file: &'a Blob, progress: &'a dyn Fn(f64, f64)) -> io::Result<Self> {
        let reader = FileReaderSync::new().map_err(|error| unreadable(&error))?;
        Ok(Self { file, reader, at: 0.0, piece: Vec::new(), used: 0, progress })
    }

    fn next_piece(&mut self) -> io::Result<()> {
        let end = (self.at + PIECE).min(self.file.size());
        let blob: Blob = self.file.slice_with_f64_and_f64(self.at, end).map_err(|error| unreadable(&error))?;
        let buffer = self.reader.read_as_array_buffer(&blob).map_err(|error| unreadable(&error))?;
        self.piece = Uint8Array::new(&buffer).to_vec();
        self.used = 0;
        self.at = end;
        (self.progress)(self.at, self.file.size());
        Ok(())
    }
}

impl Read for BlobReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.used == self.piece.len() {
            if self.at >= self.file.size() {
                return Ok(0);
            }
            self.next_piece()?;
        }
        let count = into.len().min(self.piece.len() - self.used);
        into[..count].copy_from_slice(&self.piece[self.used..self.used + count]);
        self.used += count;
        Ok(count)
    }
}

/// The browser's own name for what went wrong, such as `NotReadableError`.
fn unreadable(error: &wasm_bindgen::JsValue) -> io::Error {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    io::Error::other(name.unwrap_or_else(|| "unreadable".to_owned()))
}
