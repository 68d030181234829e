//! Ballot ids and the receipt codes made from them.

use std::fmt;
use std::str::FromStr;

/// A random 128-bit id (UUID version 4: no time in it, so that it does not single a person out).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BallotId([u8; 16]);

/// Crockford's base 32: no I, L, O or U, so that a code survives being read aloud and written down.
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

impl BallotId {
    /// An id of 16 random bytes; the version and variant bits are set here.
    pub fn from_random(mut bytes: [u8; 16]) -> Self {
        bytes[6] = (bytes[6] & 0x0f) | 0x40;
        bytes[8] = (bytes[8] & 0x3f) | 0x80;
        Self(bytes)
    }

    /// The short code a person keeps: the id's first 40 bits, such as `4XJ2-90KF`.
    pub fn receipt(&self) -> String {
        let head = self.0[..5].iter().fold(0_u64, |bits, byte| bits << 8 | u64::from(*byte));
        let digit = |place: u32| char::from(ALPHABET[usize::try_from(head >> (5 * place) & 31).unwrap_or(0)]);
        let mut code: String = (0..8).rev().map(digit).collect();
        code.insert(4, '-');
        code
    }
}

impl fmt::Display for BallotId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, byte) in self.0.iter().enumerate() {
            let hyphen = if matches!(index, 4 | 6 | 8 | 10) { "-" } else { "" };
            write!(f, "{hyphen}{byte:02x}")?;
        }
        Ok(())
    }
}

impl FromStr for BallotId {
    type Err = ();

    /// Reads the hyphenated lower-case form that [`fmt::Display`] writes, and no other: one ballot, one spelling.
    fn from_str(text: &str) -> Result<Self, ()> {
        let hex: Vec<u8> = text.bytes().filter(|byte| *byte != b'-').collect();
        let mut bytes = [0; 16];
        if hex.len() != 32 {
            return Err(());
        }
        for (byte, pair) in bytes.iter_mut().zip(hex.chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| ())?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| ())?;
        }
        let id = Self(bytes);
        if id.to_string() == text { Ok(id) } else { Err(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_id_is_read_back_as_written(bytes: [u8; 16]) {
            let id = BallotId::from_random(bytes);
            prop_assert_eq!(id.to_string().parse(), Ok(id));
            prop_assert_eq!(id.receipt().len(), 9);
        }

        #[test]
        fn ids_that_differ_early_have_different_receipts(a: [u8; 5], b: [u8; 5]) {
            let id = |head: [u8; 5]| {
                let mut bytes = [7; 16];
                bytes[..5].copy_from_slice(&head);
                BallotId::from_random(bytes)
            };
            prop_assert_eq!(a == b, id(a).receipt() == id(b).receipt());
        }
    }

    #[test]
    fn a_known_receipt() {
        assert_eq!(BallotId::from_random([0; 16]).receipt(), "0000-0000");
        assert_eq!(BallotId::from_random([255; 16]).receipt(), "ZZZZ-ZZZZ");
    }

    #[test]
    fn other_spellings_are_refused() {
        for bad in ["", "00000000000040008000000000000000", "00000000-0000-4000-8000-00000000000G"] {
            assert_eq!(bad.parse::<BallotId>(), Err(()));
        }
    }
}
