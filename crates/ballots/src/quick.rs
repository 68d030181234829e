//! A ballot's line as a tablet writes it, taken in without anything in between.
//!
//! What is accepted here is exactly what is written: the fields in their order, nothing between them, names in ascending
//! order, no escapes. All else is read the long way, which knows every spelling of JSON and says what is wrong. So
//! nothing here may be accepted that would be refused there, or read differently; `crates/formats` tests that.

use basketry_domain::{BallotId, Date, Side, TensionChoice, Voter};

use crate::bytes::put;
use crate::draft::CHANNELS;
use crate::setting::SettingParts;
use crate::store::{Ballots, Expected};

/// More names than this in one list are read the long way.
const MOST_NAMES: usize = 16;

/// The rest of a line.
struct Line<'a>(&'a [u8]);

/// A few names in ascending order.
struct Names<'a> {
    names: [&'a [u8]; MOST_NAMES],
    count: usize,
}

impl Ballots {
    /// Drafts the ballot of the first line. Returns its id and how long the line is, with its end.
    pub(crate) fn draft_line(&mut self, lines: &[u8], expected: Expected<'_>) -> Option<(BallotId, usize)> {
        let mut line = Line(lines);
        self.draft.begin();
        line.literal(b"{\"id\":\"")?;
        let id = line.id()?;
        line.literal(b"\",\"consultation\":\"")?;
        line.literal(expected.text.as_bytes())?;
        self.quick_setting(&mut line, expected)?;
        line.literal(b",\"answers\":{")?;
        self.quick_answers(&mut line)?;
        line.literal(b",\"first_reaction\":")?;
        let mut head = std::mem::take(&mut self.draft.head);
        let first = self.quick_reaction(&mut line, &mut head);
        self.draft.head = head;
        first?;
        line.literal(b",\"readings\":[")?;
        self.quick_readings(&mut line)?;
        line.literal(b",\"basket\":")?;
        self.quick_basket(&mut line)?;
        line.literal(b",\"unspent_reason\":")?;
        self.quick_text(&mut line)?;
        line.literal(b",\"tensions\":[")?;
        self.quick_tensions(&mut line)?;
        line.literal(b",\"dissent\":[")?;
        self.quick_dissent(&mut line)?;
        line.literal(b",\"considered_view\":")?;
        let mut considered = std::mem::take(&mut self.draft.considered);
        let view = self.quick_reaction(&mut line, &mut considered);
        self.draft.considered = considered;
        view?;
        line.literal(b",\"what_changed\":")?;
        self.quick_text(&mut line)?;
        line.literal(b",\"live_with\":")?;
        let live_with = line.score()?;
        line.literal(b",\"offer\":")?;
        self.quick_text(&mut line)?;
        line.literal(b"}")?;
        line.literal(b"\n").or_else(|| line.literal(b"\r\n"))?;
        self.draft.live_with(live_with);
        Some((id, lines.len() - line.0.len()))
    }

    fn quick_setting(&mut self, line: &mut Line<'_>, expected: Expected<'_>) -> Option<()> {
        line.literal(b"\",\"voter\":")?;
        let voter = line.one_of(&[(b"\"person\"", Voter::Person), (b"\"table\"", Voter::Table)])?;
        line.literal(b",\"workshop\":")?;
        let workshop = if line.null() { None } else { Some(line.quoted()?) };
        line.literal(b",\"table\":")?;
        let table = if line.null() { None } else { Some(u16::try_from(line.number()?).ok()?) };
        line.literal(b",\"channel\":")?;
        let channel = line.one_of(&CHANNELS)?;
        line.literal(b",\"assisted\":")?;
        let assisted = line.one_of(&[(b"false", false), (b"true", true)])?;
        line.literal(b",\"language\":")?;
        let language = line.quoted()?;
        let consultation = expected.reference;
        self.put_setting(SettingParts { consultation, voter, workshop, table, channel, assisted, language })?;
        line.literal(b",\"confirmed\":")?;
        let minute = line.quoted()?;
        self.put_confirmed(minute, || {
            let text = std::str::from_utf8(minute).ok()?;
            is_minute(text).then(|| text.to_owned())
        })
    }

    fn quick_answers(&mut self, line: &mut Line<'_>) -> Option<()> {
        let mut before: &[u8] = &[];
        while line.field(&mut before)? {
            let question = before;
            line.literal(b"[")?;
            let options = line.names()?;
            self.put_answer(question, || options.iter())?;
        }
        self.draft.head.push(0);
        Some(())
    }

    fn quick_reaction(&mut self, line: &mut Line<'_>, bytes: &mut Vec<u8>) -> Option<()> {
        if line.null() {
            bytes.push(0);
            self.draft.words.text(None);
            return Some(());
        }
        line.literal(b"{\"points\":{")?;
        let (place, mut before) = (bytes.len(), &[][..]);
        bytes.push(0);
        while line.field(&mut before)? {
            let area = before;
            let points = u8::try_from(line.number()?).ok()?;
            put(bytes, self.points_code(area, points)?);
        }
        bytes.push(0);
        line.literal(b",\"sure\":")?;
        bytes[place] = 1 + line.score()?;
        line.literal(b",\"reason\":")?;
        self.quick_text(line)?;
        line.literal(b"}")
    }

    fn quick_readings(&mut self, line: &mut Line<'_>) -> Option<()> {
        let mut first = true;
        while line.entry(&mut first)? {
            line.literal(b"{\"area\":")?;
            let area = line.quoted()?;
            line.literal(b",\"sheet_revision\":")?;
            let revision = u32::try_from(line.number()?).ok()?;
            line.literal(b",\"heard_of\":")?;
            let heard_of = line.one_of(&[(b"null", None), (b"false", Some(false)), (b"true", Some(true))])?;
            line.literal(b",\"moved_by\":[")?;
            let moved_by = line.names()?;
            self.put_reading_code(area, revision, heard_of, || moved_by.iter())?;
            line.literal(b",\"added\":[")?;
            let mut first = true;
            while line.entry(&mut first)? {
                line.literal(b"{\"side\":")?;
                let side = line.one_of(&[(b"\"for\"", Side::For), (b"\"against\"", Side::Against)])?;
                line.literal(b",\"text\":")?;
                let text = line.text()?;
                line.literal(b"}")?;
                self.draft.words.argument(side, text);
            }
            self.draft.words.end();
            line.literal(b"}")?;
        }
        self.draft.words.end();
        Some(())
    }

    fn quick_basket(&mut self, line: &mut Line<'_>) -> Option<()> {
        if line.null() {
            return Some(());
        }
        line.literal(b"{")?;
        self.draft.codes.clear();
        let mut before = &[][..];
        while line.field(&mut before)? {
            let item = before;
            let level = u8::try_from(line.number()?).ok()?;
            self.put_choice(item, level)?;
        }
        self.put_basket()
    }

    fn quick_tensions(&mut self, line: &mut Line<'_>) -> Option<()> {
        let choices: [(&[u8], _); 2] =
            [(b"\"accepted\"", TensionChoice::Accepted), (b"\"changed\"", TensionChoice::Changed)];
        let mut first = true;
        while line.entry(&mut first)? {
            line.literal(b"{\"tension\":")?;
            let tension = line.quoted()?;
            line.literal(b",\"choice\":")?;
            let choice = line.one_of(&choices)?;
            self.put_tension(tension, choice)?;
            line.literal(b",\"why\":")?;
            self.quick_text(line)?;
            line.literal(b"}")?;
        }
        self.draft.words.end();
        Some(())
    }

    fn quick_dissent(&mut self, line: &mut Line<'_>) -> Option<()> {
        let mut first = true;
        while line.entry(&mut first)? {
            let text = line.text()?;
            self.draft.words.text(Some(text));
        }
        self.draft.words.end();
        Some(())
    }

    fn quick_text(&mut self, line: &mut Line<'_>) -> Option<()> {
        let text = if line.null() { None } else { Some(line.text()?) };
        self.draft.words.text(text);
        Some(())
    }
}

impl<'a> Line<'a> {
    fn literal(&mut self, text: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(text)?;
        Some(())
    }

    fn null(&mut self) -> bool {
        self.literal(b"null").is_some()
    }

    fn one_of<T: Copy>(&mut self, known: &[(&[u8], T)]) -> Option<T> {
        known.iter().find_map(|(text, value)| self.literal(text).map(|()| *value))
    }

    /// A name, up to the closing quote. Whether it is one, its dictionary knows.
    fn name(&mut self) -> Option<&'a [u8]> {
        let end = self.0.iter().position(|byte| *byte == b'"')?;
        let (name, rest) = self.0.split_at(end);
        self.0 = &rest[1..];
        Some(name)
    }

    fn quoted(&mut self) -> Option<&'a [u8]> {
        self.literal(b"\"")?;
        self.name()
    }

    /// Whether another entry of a list follows; if not, it ends here.
    fn entry(&mut self, first: &mut bool) -> Option<bool> {
        if self.literal(b"]").is_some() {
            return Some(false);
        }
        if !std::mem::take(first) {
            self.literal(b",")?;
        }
        Some(true)
    }

    /// Whether another field of an object follows; if not, it ends here. Its name takes the place of the one `before`,
    /// which is empty at first.
    fn field(&mut self, before: &mut &'a [u8]) -> Option<bool> {
        if self.literal(b"}").is_some() {
            return Some(false);
        }
        if !before.is_empty() {
            self.literal(b",")?;
        }
        let name = self.quoted()?;
        self.literal(b":")?;
        // No name is empty, and none comes twice.
        (name > std::mem::replace(before, name)).then_some(true)
    }

    /// Names up to the end of a list, each greater than the one before.
    fn names(&mut self) -> Option<Names<'a>> {
        let mut names = Names { names: [&[]; MOST_NAMES], count: 0 };
        if self.literal(b"]").is_some() {
            return Some(names);
        }
        loop {
            let name = self.quoted()?;
            if names.count > 0 && name <= names.names[names.count - 1] {
                return None;
            }
            *names.names.get_mut(names.count)? = name;
            names.count += 1;
            if self.literal(b"]").is_some() {
                return Some(names);
            }
            self.literal(b",")?;
        }
    }

    /// A whole number without a sign, a zero in front or more than ten digits.
    fn number(&mut self) -> Option<u64> {
        let digits = self.0.iter().take(11).take_while(|byte| byte.is_ascii_digit()).count();
        let (number, rest) = self.0.split_at(digits);
        if digits == 0 || digits > 10 || (digits > 1 && number[0] == b'0') {
            return None;
        }
        self.0 = rest;
        Some(number.iter().fold(0, |sum, digit| sum * 10 + u64::from(digit - b'0')))
    }

    /// A score from 1 to 5; 0 for none.
    fn score(&mut self) -> Option<u8> {
        if self.null() {
            return Some(0);
        }
        u8::try_from(self.number()?).ok().filter(|score| (1..=5).contains(score))
    }

    /// What somebody wrote, without escapes.
    fn text(&mut self) -> Option<&'a str> {
        self.literal(b"\"")?;
        let end = self.0.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..0x20))?;
        let (text, rest) = self.0.split_at(end);
        self.0 = rest.strip_prefix(b"\"")?;
        std::str::from_utf8(text).ok()
    }

    /// A ballot's id, up to the closing quote.
    fn id(&mut self) -> Option<BallotId> {
        let (text, rest) = self.0.split_at_checked(36)?;
        let mut bytes = [0; 16];
        let mut pairs = text.split(|byte| *byte == b'-').flat_map(|part| part.chunks(2));
        if [8, 13, 18, 23].iter().any(|place| text[*place] != b'-') {
            return None;
        }
        for byte in &mut bytes {
            let [high, low] = pairs.next()? else { return None };
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        self.0 = rest;
        // Ids of another kind are read the long way.
        let random = bytes[6] >> 4 == 4 && bytes[8] >> 6 == 2;
        (random && pairs.next().is_none()).then(|| BallotId::from_random(bytes))
    }
}

impl<'a> Names<'a> {
    fn iter(&self) -> impl Iterator<Item = &'a [u8]> {
        self.names.iter().copied().take(self.count)
    }
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

/// A time such as `1997-05-12T14:03Z`.
fn is_minute(text: &str) -> bool {
    let parts = || {
        let (date, time) = text.split_once('T')?;
        let (hour, minute) = time.strip_suffix('Z')?.split_once(':')?;
        let below = |part: &str, end: u8| {
            part.len() == 2
                && part.bytes().all(|byte| byte.is_ascii_digit())
                && part.parse::<u8>().is_ok_and(|n| n < end)
        };
        Some(date.parse::<Date>().is_ok() && below(hour, 24) && below(minute, 60))
    };
    parts().unwrap_or(false)
}
