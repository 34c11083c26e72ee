//! A text cut into the likeliest pieces (Kudo 2018, arXiv 1804.10959: a unigram language model, and Viterbi's way through it).

use crate::{
    ModelError,
    file::{Reader, Writer},
    normalise::{SPACE, normalise},
};

/// Rows of the table before the first piece's: what is no piece, a text's start and its end.
const UNKNOWN: usize = 0;
const START: usize = 1;
const END: usize = 2;
/// How many these are.
pub(crate) const RESERVED: usize = 3;
/// How much less likely a character that is no piece is than the least likely piece, in logarithms (`SentencePiece`'s `kUnkPenalty`).
const PENALTY: f32 = 10.0;

/// The blocks of Han characters that services are named with.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

/// The pieces in the order of their bytes, each with the logarithm of how likely it is.
#[derive(Debug, Clone)]
pub struct Pieces {
    text: String,
    ends: Vec<u32>,
    scores: Vec<f32>,
    unknown: f32,
}

impl Pieces {
    /// Takes pieces with their scores in the order of their bytes; the table has their rows in this order, after three for what is
    /// no piece, a text's start and its end.
    ///
    /// # Errors
    /// They are not in order, one is there twice, or there are none.
    pub fn new<'a>(pieces: impl IntoIterator<Item = (&'a str, f32)>) -> Result<Self, ModelError> {
        let mut own = Self { text: String::new(), ends: Vec::new(), scores: Vec::new(), unknown: 0.0 };
        for (piece, score) in pieces {
            own.text.push_str(piece);
            own.ends.push(u32::try_from(own.text.len()).map_err(|_| ModelError::misfit("pieces"))?);
            own.scores.push(score);
        }
        own.check()
    }

    fn check(mut self) -> Result<Self, ModelError> {
        let ordered = (1..self.len()).all(|piece| self.piece(piece - 1) < self.piece(piece));
        if !ordered || self.len() == 0 || self.piece(0).is_empty() {
            return Err(ModelError::misfit("pieces"));
        }
        self.unknown = self.scores.iter().copied().fold(f32::INFINITY, f32::min) - PENALTY;
        Ok(self)
    }

    pub(crate) fn read(file: &mut Reader<'_>, count: usize) -> Result<Self, ModelError> {
        const PART: &str = "pieces";
        let misfit = || ModelError::misfit(PART);
        let lengths = file.bytes(count, PART)?;
        let ends: Vec<u32> = lengths
            .iter()
            .scan(0_u32, |end, length| {
                *end = end.checked_add(u32::from(*length))?;
                Some(*end)
            })
            .collect();
        let length = usize::try_from(ends.last().copied().unwrap_or(0)).map_err(|_| misfit())?;
        let text = str::from_utf8(file.bytes(length, PART)?).map_err(|_| misfit())?.to_owned();
        if ends.len() != count || !ends.iter().all(|end| text.is_char_boundary(*end as usize)) {
            return Err(misfit());
        }
        Self { text, ends, scores: file.floats(count, PART)?, unknown: 0.0 }.check()
    }

    /// A piece is at most 255 bytes long; one that is longer is never written.
    pub(crate) fn write(&self, file: &mut Writer) {
        #[expect(clippy::cast_possible_truncation, reason = "the converter leaves longer pieces out")]
        let lengths: Vec<u8> = (0..self.len()).map(|piece| self.piece(piece).len() as u8).collect();
        file.bytes(&lengths);
        file.bytes(self.text.as_bytes());
        file.floats(&self.scores);
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    fn piece(&self, piece: usize) -> &str {
        let from = piece.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[from as usize..self.ends[piece] as usize]
    }

    /// Rows of the table for a text, its start and its end with it.
    pub(crate) fn rows(&self, text: &str) -> Vec<usize> {
        let text = normalise(text);
        let mut rows = vec![END];
        if text.is_empty() {
            rows.push(UNKNOWN);
        } else {
            self.cut(&text, &mut rows);
        }
        rows.push(START);
        rows.reverse();
        rows
    }

    /// How much of a text's letters the pieces know, 0 to 1: Han characters that are in one, and words that are one. What has no
    /// letters is not known.
    pub(crate) fn known(&self, text: &str) -> f32 {
        let text = normalise(text);
        let (mut known, mut all) = (0_u16, 0_u16);
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            let count = |is: fn(char) -> bool| -> u16 {
                u16::try_from(word.chars().filter(|c| is(*c)).count()).unwrap_or(u16::MAX)
            };
            let (letters, han) = (count(char::is_alphabetic), count(is_han));
            all = all.saturating_add(letters);
            known = known.saturating_add(if han > 0 {
                han
            } else if self.has(word) || self.has(&format!("{SPACE}{word}")) {
                letters
            } else {
                0
            });
        }
        if all == 0 { 0.0 } else { f32::from(known) / f32::from(all) }
    }

    fn has(&self, piece: &str) -> bool {
        let at = self.first(0, self.len(), |other| other >= piece);
        at < self.len() && self.piece(at) == piece
    }

    /// Adds the likeliest pieces of a text, last first.
    fn cut(&self, text: &str, rows: &mut Vec<usize>) {
        // For each place: how likely the best way to it is, where its last piece begins, and that piece's row.
        let mut best = vec![(f32::NEG_INFINITY, 0, UNKNOWN); text.len() + 1];
        best[0].0 = 0.0;
        for (from, first) in text.char_indices() {
            let base = best[from].0;
            let mut offer = |to: usize, score: f32, row: usize| {
                // Strictly better: of equals the one that begins first stays, as in SentencePiece.
                if base + score > best[to].0 {
                    best[to] = (base + score, from, row);
                }
            };
            let single = from + first.len_utf8();
            let mut single_is_piece = false;
            self.each_from(&text[from..], |length, piece| {
                single_is_piece |= from + length == single;
                offer(from + length, self.scores[piece], RESERVED + piece);
            });
            if !single_is_piece {
                offer(single, self.unknown, UNKNOWN);
            }
        }
        let mut at = text.len();
        while at > 0 {
            let (_, from, row) = best[at];
            rows.push(row);
            at = from;
        }
    }

    /// Every piece that the text begins with, with its length in bytes, shortest first.
    fn each_from(&self, text: &str, mut take: impl FnMut(usize, usize)) {
        let (mut low, mut high) = (0, self.len());
        for (at, c) in text.char_indices() {
            let prefix = &text[..at + c.len_utf8()];
            low = self.first(low, high, |piece| piece >= prefix);
            high = self.first(low, high, |piece| !piece.starts_with(prefix));
            if low == high {
                return;
            }
            if self.piece(low) == prefix {
                take(prefix.len(), low);
            }
        }
    }

    /// The first piece from `low` on, below `high`, of which something is true that is true of all after it.
    fn first(&self, mut low: usize, mut high: usize, is_true: impl Fn(&str) -> bool) -> usize {
        while low < high {
            let middle = low.midpoint(high);
            if is_true(self.piece(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces() -> Pieces {
        let mut all = [("▁", -3.0), ("护", -6.0), ("护照", -7.0), ("照", -6.0), ("▁护", -9.5), ("办", -5.0)];
        all.sort_by_key(|(piece, _)| *piece);
        Pieces::new(all).expect("in order")
    }

    fn cut(text: &str) -> Vec<String> {
        let pieces = pieces();
        let name = |row: &usize| match row.checked_sub(RESERVED) {
            Some(piece) => pieces.piece(piece).to_owned(),
            None => ["<unk>", "<s>", "</s>"][*row].to_owned(),
        };
        pieces.rows(text).iter().map(name).collect()
    }

    #[test]
    fn the_likeliest_pieces_win() {
        assert_eq!(cut("办护照"), ["<s>", "▁", "办", "护照", "</s>"]);
        assert_eq!(cut("护照"), ["<s>", "▁", "护照", "</s>"]);
    }

    #[test]
    fn what_is_no_piece_is_one_unknown_a_character_and_nothing_is_one() {
        assert_eq!(cut("😀办😀"), ["<s>", "▁", "<unk>", "办", "<unk>", "</s>"]);
        assert_eq!(cut(" \u{0} "), ["<s>", "<unk>", "</s>"]);
    }

    #[test]
    fn what_is_known_is_told_from_what_is_only_spelt_out() {
        let pieces =
            Pieces::new([("a", -9.0), ("h", -9.0), ("▁passport", -8.0), ("照", -9.0)]).expect("in order");
        let known = |text| pieces.known(text);
        assert!((known("照passport") - 1.0 / 9.0).abs() < 1e-6);
        assert!((known("照 passport 12") - 1.0).abs() < 1e-6);
        for unknown in ["huzhao", "پاسپورت", "12", ""] {
            assert!(known(unknown).abs() < 1e-6, "{unknown}");
        }
    }

    #[test]
    fn pieces_out_of_order_are_refused() {
        for wrong in [vec![("b", 0.0), ("a", 0.0)], vec![("a", 0.0), ("a", 0.0)], vec![], vec![("", 0.0)]] {
            assert_eq!(Pieces::new(wrong).err(), Some(ModelError::misfit("pieces")));
        }
    }
}
