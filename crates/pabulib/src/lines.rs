//! Text of whole lines, read in pieces.

use std::io::{BufRead, Read as _, Take};
use std::str::from_utf8;

use super::MOST_BYTES;
use super::error::{Error, Fault};

/// How much is read at once, in bytes, unless a line is longer.
const PIECE: usize = 64 * 1024;

/// The lines of a source, in memory that is used again.
pub(super) struct Lines<'a> {
    source: Take<&'a mut dyn BufRead>,
    /// Whole lines; the last of a file may lack its end.
    pub(super) text: String,
    /// The beginning of the line after them.
    rest: Vec<u8>,
    /// What is wrong with the line after them.
    fault: Option<Fault>,
}

impl<'a> Lines<'a> {
    /// The lines of a source without its byte order mark.
    pub(super) fn new(source: &'a mut dyn BufRead) -> Result<Self, Error> {
        if source.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
            source.consume(3);
        }
        // One byte over the limit, so that a file at the limit is told from one beyond it.
        let source = source.take(MOST_BYTES + 1);
        Ok(Self { source, text: String::new(), rest: Vec::new(), fault: None })
    }

    /// Lets go of the text before `keep` and adds at least one line, the first of which has the number `line`; `false`
    /// at the end of the source.
    pub(super) fn more(&mut self, keep: usize, line: u64) -> Result<bool, Error> {
        self.text.drain(..keep);
        let before = self.text.len();
        while self.text.len() == before {
            if let Some(fault) = self.fault.take() {
                return Err(Error::at(line, fault));
            }
            let piece = self.source.fill_buf()?;
            if piece.is_empty() {
                let last = std::mem::take(&mut self.rest);
                self.add(&last);
                if self.fault.is_none() {
                    return Ok(!last.is_empty());
                }
                continue;
            }
            let piece = &piece[..piece.len().min(PIECE)];
            let read = piece.len();
            match piece.iter().rposition(|byte| *byte == b'\n') {
                None => self.rest.extend_from_slice(piece),
                Some(end) => {
                    let (whole, begun) = piece.split_at(end + 1);
                    let mut lines = std::mem::take(&mut self.rest);
                    lines.extend_from_slice(whole);
                    self.rest = begun.to_vec();
                    self.add(&lines);
                }
            }
            self.source.consume(read);
            if self.source.limit() == 0 {
                self.fault.get_or_insert(Fault::TooLarge { limit: MOST_BYTES });
            }
        }
        Ok(true)
    }

    /// Adds lines up to the first that is not UTF-8.
    fn add(&mut self, lines: &[u8]) {
        let valid = match from_utf8(lines) {
            Ok(text) => text,
            Err(error) => {
                self.fault = Some(Fault::NotUtf8);
                let valid = from_utf8(&lines[..error.valid_up_to()]).unwrap_or_default();
                &valid[..valid.rfind('\n').map_or(0, |end| end + 1)]
            }
        };
        self.text.push_str(valid);
    }
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Cursor};

    use proptest::prelude::*;

    use super::*;

    /// The lines with their ends, and the line on which something is wrong.
    fn lines(source: &mut dyn BufRead) -> (Vec<String>, Option<u64>) {
        let mut source = Lines::new(source).unwrap();
        let mut found: Vec<String> = Vec::new();
        loop {
            let line = found.len() as u64 + 1;
            match source.more(source.text.len(), line) {
                Ok(true) => found.extend(source.text.split_inclusive('\n').map(str::to_owned)),
                Ok(false) => return (found, None),
                Err(Error::Content { line, .. }) => return (found, Some(line)),
                Err(error) => panic!("{error}"),
            }
        }
    }

    proptest! {
        #[test]
        fn lines_are_the_same_whatever_the_pieces(text in "([a-zé]{0,5}\r?\n){0,6}[a-zé]{0,5}", piece in 1_usize..9) {
            let expected: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
            let mut source = BufReader::with_capacity(piece.max(3), Cursor::new(text));
            prop_assert_eq!(lines(&mut source), (expected, None));
        }

        #[test]
        fn what_is_before_a_bad_line_is_read(text in "([a-z]{0,5}\n){0,6}", bad in "[a-z]{0,3}", after in "[a-z\n]{0,9}") {
            let bytes = [text.as_bytes(), bad.as_bytes(), b"\xff", after.as_bytes()].concat();
            let expected: Vec<String> = text.split_inclusive('\n').map(str::to_owned).collect();
            let line = expected.len() as u64 + 1;
            prop_assert_eq!(lines(&mut bytes.as_slice()), (expected, Some(line)));
        }
    }

    #[test]
    fn more_than_the_limit_is_refused_where_it_is_reached() {
        let mut source: &[u8] = b"a\nb\ncdefgh";
        let mut lines =
            Lines { source: (&mut source as &mut dyn BufRead).take(6), ..Lines::new(&mut &b""[..]).unwrap() };
        assert!(lines.more(0, 1).unwrap());
        assert_eq!(lines.text, "a\nb\n");
        let refused = lines.more(4, 3);
        assert!(matches!(refused, Err(Error::Content { line: 3, fault: Fault::TooLarge { limit: MOST_BYTES } })));
    }
}
