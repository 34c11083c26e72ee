//! A loaded model.

use crate::{
    Layers, ModelError, Pieces, Table,
    file::{MODEL, Reader, Writer},
    pieces::RESERVED,
};

/// How much of a text is read, in characters: what comes later changes little and costs time.
pub const MAX_CHARS: usize = 400;
/// How many pieces are computed at once: enough that the weights' way through the memory counts little.
const BATCH: usize = 384;
/// The most pieces that a model may have.
const MOST_PIECES: usize = 1 << 18;
/// How much of the questions' middle is taken away from a question. Questions have much in common (how, where, I want) that says
/// nothing of their matter. Chosen on `tests/search/citizens-tuning.jsonl`; all of it is worse for questions of another kind.
const CENTRE: f32 = 0.5;

/// Turns texts into vectors. It holds the whole model in memory, some 12 MB.
#[derive(Debug, Clone)]
pub struct Encoder {
    pieces: Pieces,
    table: Table,
    layers: Layers,
    id: u32,
}

impl Encoder {
    /// Joins a model's parts; the converter's side. It is written and read again, so what a file could not hold is found here.
    ///
    /// # Errors
    /// The table has not a row for each piece and three more, or some part is not as wide as its neighbours want.
    pub fn new(pieces: Pieces, table: Table, layers: Layers) -> Result<Self, ModelError> {
        Self::from_bytes(&Self { pieces, table, layers, id: 0 }.to_bytes())
    }

    /// Loads the file that `cargo xtask model` makes.
    ///
    /// # Errors
    /// The bytes are no model, one of another version, damaged, or their parts do not fit.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, ModelError> {
        let mut file = Reader::new(bytes, MODEL)?;
        let layers = Layers::read(&mut file)?;
        let count = file.count(MOST_PIECES, "pieces")?;
        let pieces = Pieces::read(&mut file, count)?;
        let table = Table::read(&mut file, layers.piece_width(), count + RESERVED)?;
        file.end()?;
        Ok(Self { pieces, table, layers, id: file.sum() })
    }

    /// The file's bytes, which [`Encoder::from_bytes`] reads.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut file = Writer::default();
        self.layers.write(&mut file);
        file.count(self.pieces.len());
        self.pieces.write(&mut file);
        self.table.write(&mut file);
        file.finish(MODEL)
    }

    /// Tells this model from another one: vectors of two models say nothing of each other.
    #[must_use]
    pub fn id(&self) -> u32 {
        self.id
    }

    /// How many numbers a vector has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.layers.vector_width()
    }

    /// The vector of a question, one long; of no text the vector of nothing, which is near to nothing in particular.
    #[must_use]
    pub fn encode(&self, question: &str) -> Vec<f32> {
        self.run(&[self.rows(question)], CENTRE).pop().unwrap_or_default()
    }

    /// The vectors of the texts that are searched, each one long, in their order. They are computed together, which takes a third of
    /// the time.
    pub fn encode_all<'a>(&self, texts: impl IntoIterator<Item = &'a str>) -> Vec<Vec<f32>> {
        let (mut vectors, mut batch, mut pieces) = (Vec::new(), Vec::new(), 0);
        for text in texts {
            let rows = self.rows(text);
            pieces += rows.len();
            batch.push(rows);
            if pieces >= BATCH {
                vectors.extend(self.run(&batch, 0.0));
                (batch, pieces) = (Vec::new(), 0);
            }
        }
        vectors.extend(self.run(&batch, 0.0));
        vectors
    }

    /// How much of a question's letters is text that the encoder knows, 0 to 1: all of Chinese and most of English; nothing of
    /// pinyin, initials, slips and Uyghur, of which its vectors say nothing.
    #[must_use]
    pub fn knows(&self, question: &str) -> f32 {
        self.pieces.known(cut(question))
    }

    /// The network's own vector of a text, neither centred nor shortened: what the Python package gives.
    #[must_use]
    pub fn encode_whole(&self, text: &str) -> Vec<f32> {
        self.layers.run(&self.table, &[self.rows(text)]).into_iter().collect()
    }

    fn rows(&self, text: &str) -> Vec<usize> {
        self.pieces.rows(cut(text))
    }

    fn run(&self, texts: &[Vec<usize>], centre: f32) -> Vec<Vec<f32>> {
        if texts.is_empty() {
            return Vec::new();
        }
        let vectors = self.layers.run(&self.table, texts);
        self.layers.shorten(&vectors, centre).rows().into_iter().map(|row| row.to_vec()).collect()
    }
}

/// The text's first [`MAX_CHARS`] characters.
fn cut(text: &str) -> &str {
    text.char_indices().nth(MAX_CHARS).map_or(text, |(end, _)| &text[..end])
}
