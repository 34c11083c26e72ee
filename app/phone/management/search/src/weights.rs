//! How much each way of matching counts: one set of numbers for every language and list. They were chosen by going through them one
//! by one on the judged sets of `tests/search`, all sets together; none is for a query. What was tried and gave nothing: feedback
//! from the first hits (RM3: ±0.001 of nDCG@10 on STARD), single terms' rarity to other powers.

/// How soon a term's repetition stops to count (BM25's k1).
pub(crate) const REPEATED: f32 = 0.6;
/// The same in details, which are longer.
pub(crate) const REPEATED_IN_DETAIL: f32 = 0.8;
/// How much longer texts count less (BM25's b), for names, keywords and details.
pub(crate) const LENGTH: [f32; 3] = [0.7, 0.7, 0.85];
/// Keywords and details beside names.
pub(crate) const KEYWORD: f32 = 0.7;
pub(crate) const DETAIL: f32 = 1.0;
/// A Han character beside a pair, and one that says little by itself.
pub(crate) const CHARACTER: f32 = 0.9;
pub(crate) const PARTICLE: f32 = 0.1;
/// Words that say how something is asked.
pub(crate) const ASKING: f32 = 0.2;
/// Another form of a word; a word that begins as it is typed, unfinished or not; how much what is not typed yet takes from it.
pub(crate) const FORM: f32 = 0.9;
pub(crate) const UNFINISHED: f32 = 0.4;
pub(crate) const BEGINNING: f32 = 0.3;
pub(crate) const NOT_TYPED: f32 = 0.5;
/// What a name begins with, while little is typed.
pub(crate) const FIRST: f32 = 0.3;
/// A known word's family: how much one counts, how alike it must be, how many at most, what share of letters makes a family.
pub(crate) const RELATED: f32 = 0.6;
pub(crate) const RELATED_LEAST: f32 = 0.5;
pub(crate) const RELATED_MOST: usize = 13;
pub(crate) const FAMILY: f32 = 0.8;
/// A slip: how alike by threes beside by letters, the least likeness, and how likeness and likelihood are weighed.
pub(crate) const BY_THREES: f32 = 0.9;
pub(crate) const ALIKE_LEAST: f32 = 0.35;
pub(crate) const ALIKE_POWER: f32 = 2.6;
pub(crate) const LIKELY_POWER: f32 = 0.75;
/// How much likelier than one slip the words must be that are written together.
pub(crate) const TOGETHER: f32 = 1.3;
/// First letters of an unknown word, and of a known one.
pub(crate) const INITIALS: f32 = 0.6;
pub(crate) const INITIALS_OF_KNOWN: f32 = 0.25;
/// Letters read as pinyin; a character alone in it, beside a pair.
pub(crate) const PINYIN: f32 = 0.9;
pub(crate) const SYLLABLE: f32 = 0.35;
/// The letters of an unknown form's number.
pub(crate) const NUMBER: f32 = 0.6;
/// What editors say for it, and how much a longer way to say it is brought down.
pub(crate) const SYNONYM: f32 = 0.65;
pub(crate) const LONGER: f32 = 0.2;
/// How much a score rises for demand, by the square of its share, and the power that scores are thought in.
pub(crate) const DEMAND: f32 = 4.0;
pub(crate) const SCORE_POWER: f32 = 1.6;
/// What was asked before: how much it counts beside what texts say, by how much of what is asked now and of what was asked then is alike, how
/// much of a row's share, how many of the nearest questions speak, and how much doubt is set against them.
pub(crate) const ASKED: f32 = 2.0;
pub(crate) const ASKED_NOW: f32 = 3.0;
pub(crate) const ASKED_THEN: f32 = 3.0;
pub(crate) const ASKED_SHARE: f32 = 1.2;
pub(crate) const ASKED_MOST: usize = 12;
pub(crate) const ASKED_DOUBT: f32 = 0.1;
