//! Reading rows once: every text that is the same is kept once, however many rows have it.

use std::collections::{BTreeMap, HashMap};

use fst::Map;

use crate::{
    Index, Row, Synonyms,
    analyse::{Kind, Token, han, latin, pinyin, tokens},
    asked::Taken,
    correct::{likelihood, parts, threes},
    fold::fold,
    index::{Rows, Texts},
    postings::Postings,
    terms::Terms,
};

/// Which of a row's texts one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Field {
    Name,
    Keyword,
    Detail,
    Asked,
}

/// The mark before what a name or keyword begins with.
pub(crate) const FIRST: char = '^';

/// The pieces of one map of the dictionary, each with its texts.
type Pieces = HashMap<String, Vec<(u32, u32)>>;

/// What is gathered while rows are read.
#[derive(Default)]
struct Gathered {
    han: Pieces,
    words: Pieces,
    initials: Pieces,
    /// Two words of a name written together: how much their rows are asked for, and where the second begins.
    pairs: BTreeMap<String, (u32, usize)>,
}

/// Builds the index.
pub(crate) fn build(rows: impl IntoIterator<Item = Row>, synonyms: Synonyms) -> Index {
    let mut numbers: HashMap<(Field, String), u32> = HashMap::new();
    let mut kept = Rows::default();
    let mut owned: Vec<Vec<u32>> = Vec::new();
    let mut asked: Vec<u32> = Vec::new();
    let mut taken: Vec<(u32, u32, u32)> = Vec::new();
    let number_of = |numbers: &mut HashMap<(Field, String), u32>, field: Field, text: &str| {
        let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
        *numbers.entry((field, fold(text).trim().to_owned())).or_insert(next)
    };
    for (place, row) in (0..).zip(rows) {
        let mut own: Vec<u32> = Vec::new();
        let names = row.names.iter().map(|text| (Field::Name, text));
        let keywords = row.keywords.iter().map(|text| (Field::Keyword, text));
        let details = row.details.iter().map(|text| (Field::Detail, text));
        for (field, text) in names.chain(keywords).chain(details) {
            let number = number_of(&mut numbers, field, text);
            if !own.contains(&number) {
                own.push(number);
            }
        }
        for asked in &row.asked {
            taken.push((number_of(&mut numbers, Field::Asked, &asked.text), place, asked.count));
        }
        kept.push(&row.key);
        owned.push(own);
        asked.push(row.demand);
    }
    // Texts of one field are numbered side by side, so that a number tells its field.
    let mut texts: Vec<((Field, String), u32)> = numbers.into_iter().collect();
    texts.sort_unstable();
    let mut renumbered = vec![0; texts.len()];
    for (number, (_, before)) in (0..).zip(&texts) {
        renumbered[*before as usize] = number;
    }
    let mut counts = vec![0_u32; texts.len()];
    let mut demand = vec![0_u32; texts.len()];
    for (own, asked) in owned.iter_mut().zip(&asked) {
        for text in own.iter_mut() {
            *text = renumbered[*text as usize];
        }
        own.sort_unstable();
        for text in own {
            counts[*text as usize] += 1;
            demand[*text as usize] = demand[*text as usize].saturating_add(*asked);
        }
    }
    for (text, _, count) in &mut taken {
        *text = renumbered[*text as usize];
        demand[*text as usize] = demand[*text as usize].saturating_add(*count);
    }
    kept.set_texts(&owned);
    drop(owned);
    kept.set_demand(&asked);

    let mut gathered = Gathered::default();
    let mut lengths = Texts::default();
    for (number, ((field, text), _)) in (0..).zip(&texts) {
        let length = gathered.read(number, *field, text, demand[number as usize]);
        lengths.push(*field, length, counts[number as usize]);
    }
    drop(texts);
    lengths.close();
    let own = lengths.bounds[2];
    taken.iter_mut().for_each(|(text, _, _)| *text -= own);
    let taken = Taken::new(lengths.len() - own as usize, taken);
    gathered.take_apart(&counts, &demand);
    let mut index = finish(gathered, kept, lengths, (&counts, &demand), synonyms);
    index.taken = taken;
    index.weigh_asked();
    index
}

impl Gathered {
    /// Takes the pieces of one text; gives how many there are.
    fn read(&mut self, number: u32, field: Field, text: &str, demand: u32) -> u32 {
        let mut length = 0;
        let mut letters: Vec<Vec<char>> = Vec::new();
        let mut is_first = matches!(field, Field::Name | Field::Keyword);
        let tokens = tokens(text);
        if field != Field::Detail {
            self.read_pairs(&tokens, demand);
        }
        for token in tokens {
            match token.kind {
                Kind::Han => {
                    let run: Vec<char> = token.text.chars().collect();
                    length += run.len();
                    for piece in han::pieces(&run) {
                        add(&mut self.han, &piece, number);
                    }
                    if is_first {
                        add(&mut self.han, &format!("{FIRST}{}", run[0]), number);
                    }
                    letters.extend(run.iter().map(|c| pinyin::initials(*c)));
                }
                Kind::Word => {
                    length += 1;
                    add(&mut self.words, &token.text, number);
                    if is_first {
                        add(&mut self.words, &format!("{FIRST}{}", token.text), number);
                    }
                    letters.push(token.text.chars().take(1).collect());
                }
            }
            is_first = false;
        }
        if field != Field::Detail {
            for size in [2, 3] {
                for side_by_side in letters.windows(size) {
                    for piece in pinyin::choices(side_by_side) {
                        add(&mut self.initials, &piece, number);
                    }
                }
            }
        }
        u32::try_from(length).unwrap_or(u32::MAX)
    }
}

impl Gathered {
    fn read_pairs(&mut self, tokens: &[Token], demand: u32) {
        for pair in tokens.windows(2) {
            if pair
                .iter()
                .all(|token| token.kind == Kind::Word && token.text.len() > 2 && token.text.is_ascii())
            {
                let key = format!("{}{}", pair[0].text, pair[1].text);
                let (all, _) = self.pairs.entry(key).or_insert((0, pair[0].text.len()));
                *all = all.saturating_add(demand).saturating_add(1);
            }
        }
    }
}

/// How many rows have a word that another one may be made of, and how many at most have one that is taken apart.
const PART: u32 = 5;
const WHOLE: u32 = 2;
/// The least letters of a word that is taken apart.
const LONG: usize = 9;

impl Gathered {
    /// Rare long words are found by the common words that they are made of too.
    fn take_apart(&mut self, counts: &[u32], demand: &[u32]) {
        let total = |texts: &[(u32, u32)], of: &[u32]| {
            texts.iter().map(|(text, _)| of[*text as usize]).fold(0, u32::saturating_add)
        };
        let mut found: Vec<(String, Vec<(u32, u32)>)> = Vec::new();
        for (word, texts) in &self.words {
            if word.len() < LONG || word.starts_with(FIRST) || total(texts, counts) > WHOLE {
                continue;
            }
            let likely = |part: &str| {
                let having = self.words.get(part).filter(|having| total(having, counts) >= PART)?;
                Some(likelihood(total(having, demand), total(having, counts)))
            };
            found.extend(parts(word, likely).into_iter().flatten().map(|part| (part, texts.clone())));
        }
        for (part, texts) in found {
            let own = self.words.entry(part).or_default();
            own.extend(texts);
            own.sort_unstable();
            own.dedup_by_key(|(text, _)| *text);
        }
    }
}

fn add(pieces: &mut Pieces, piece: &str, number: u32) {
    if !pieces.contains_key(piece) {
        pieces.insert(piece.to_owned(), Vec::new());
    }
    if let Some(texts) = pieces.get_mut(piece) {
        match texts.last_mut() {
            Some((last, count)) if *last == number => *count += 1,
            _ => texts.push((number, 1)),
        }
    }
}

fn finish(
    gathered: Gathered,
    rows: Rows,
    texts: Texts,
    (counts, demand): (&[u32], &[u32]),
    synonyms: Synonyms,
) -> Index {
    let mut postings = Postings::default();
    let mut frequencies: Vec<u32> = Vec::new();
    let mut demands: Vec<u32> = Vec::new();
    let mut keep = |pieces: Pieces| -> BTreeMap<String, u32> {
        let pieces: BTreeMap<String, Vec<(u32, u32)>> = pieces.into_iter().collect();
        let mut numbered = BTreeMap::new();
        for (piece, own) in pieces {
            numbered.insert(piece, u32::try_from(frequencies.len()).unwrap_or(u32::MAX));
            let total: u64 = own.iter().map(|(text, _)| u64::from(counts[*text as usize])).sum();
            frequencies.push(u32::try_from(total).unwrap_or(u32::MAX).min(rows.len()));
            demands.push(own.iter().map(|(text, _)| demand[*text as usize]).fold(0, u32::saturating_add));
            postings.push(&own);
        }
        numbered
    };
    let (han, words, initials) = (keep(gathered.han), keep(gathered.words), keep(gathered.initials));
    let readings = lead(&han, pinyin::readings_of);
    let stems = lead(&words, |word| vec![latin::stem(word)]);
    let (threes, spellings) = spell(&words);
    let terms = Terms {
        han: map(&han),
        words: map(&words),
        initials: map(&initials),
        readings: map(&readings),
        stems: map(&stems),
        threes: map(&threes),
        pairs: Map::from_iter(
            gathered.pairs.iter().map(|(key, (demand, at))| (key, u64::from(*demand) << 8 | *at as u64)),
        )
        .unwrap_or_default(),
    };
    Index { terms, postings, spellings, frequencies, demands, texts, rows, taken: Taken::default(), synonyms }
}

/// Keys that lead to a piece, a zero byte between.
fn lead(pieces: &BTreeMap<String, u32>, keys: impl Fn(&str) -> Vec<String>) -> BTreeMap<String, u32> {
    let pieces = pieces.iter().filter(|(piece, _)| !piece.starts_with(FIRST));
    pieces
        .flat_map(|(piece, term)| keys(piece).into_iter().map(move |key| (format!("{key}\0{piece}"), *term)))
        .collect()
}

/// Three letters each, with the words that have them.
fn spell(words: &BTreeMap<String, u32>) -> (BTreeMap<String, u32>, Postings) {
    let mut having: BTreeMap<String, Vec<(u32, u32)>> = BTreeMap::new();
    for (word, number) in words.iter().filter(|(word, _)| !word.starts_with(FIRST)) {
        let mut threes = threes(word);
        threes.sort_unstable();
        threes.dedup();
        for three in threes {
            having.entry(three).or_default().push((*number, 1));
        }
    }
    let mut postings = Postings::default();
    let mut numbered = BTreeMap::new();
    for ((three, words), number) in having.into_iter().zip(0..) {
        numbered.insert(three, number);
        postings.push(&words);
    }
    (numbered, postings)
}

fn map(pieces: &BTreeMap<String, u32>) -> Map<Vec<u8>> {
    // A tree's keys are in order and each is there once, which is all that can be wrong.
    Map::from_iter(pieces.iter().map(|(key, term)| (key, u64::from(*term)))).unwrap_or_default()
}
