//! A file of the browser as a reader: piece by piece, never whole in memory.

use std::io::{self, BufRead, Read};

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
        let read = Uint8Array::new(&buffer);
        self.piece.resize(read.length() as usize, 0);
        read.copy_to(&mut self.piece);
        self.used = 0;
        self.at = end;
        (self.progress)(self.at, self.file.size());
        Ok(())
    }
}

impl BufRead for BlobReader<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.used == self.piece.len() && self.at < self.file.size() {
            self.next_piece()?;
        }
        Ok(&self.piece[self.used..])
    }

    fn consume(&mut self, count: usize) {
        self.used = self.piece.len().min(self.used + count);
    }
}

impl Read for BlobReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.fill_buf()?.read(into)?;
        self.consume(count);
        Ok(count)
    }
}

/// The browser's own name for what went wrong, such as `NotReadableError`.
fn unreadable(error: &wasm_bindgen::JsValue) -> io::Error {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    io::Error::other(name.unwrap_or_else(|| "unreadable".to_owned()))
}
