//! A model that broke is an error, never a panic, and what a file holds comes back as it was.

use fingertip_meaning::{Branch, Encoder, Layers, Matrix, ModelError, Norm, Pieces, Table, Vectors};

/// Where a file's checksum stands, and where what it is of begins.
const SUM: std::ops::Range<usize> = 12..16;
/// How wide a piece is in this small model; a branch, the hidden layers and the vectors are 2, 3, 4 and 2 wide.
const WIDTH: usize = 8;

/// Numbers that are the same each time and look like none in particular.
fn numbers(count: usize) -> Vec<f32> {
    (0..count).map(|n| f32::from(u8::try_from(n * 37 % 101).expect("below 101")) / 50.0 - 1.0).collect()
}

fn matrix(inputs: usize, outputs: usize) -> Matrix {
    Matrix::round(&numbers(inputs * outputs), outputs).expect("whole rows")
}

fn layers() -> Layers {
    let norm = |size| Norm { gain: numbers(size), offset: numbers(size) };
    let branch = |window: usize| Branch {
        layers: [matrix(window * 2, 2), matrix(window * 2, 2)],
        offsets: [numbers(2), numbers(2)],
    };
    Layers {
        project: matrix(WIDTH, 6),
        project_offset: numbers(6),
        project_norm: norm(6),
        branches: [2, 3, 5].map(branch),
        norm: norm(WIDTH + 6),
        sum: matrix(WIDTH + 6, 4),
        sum_offset: numbers(4),
        dense: [matrix(4, 3), matrix(3, 3), matrix(4, 3), matrix(3, 4), matrix(4, 4), matrix(3, 4)],
        shorten: matrix(4, 2),
        centre: numbers(4),
    }
}

fn small(layers: Layers, rows: usize) -> Result<Encoder, ModelError> {
    let mut table = Table::new(WIDTH)?;
    for row in 0..rows {
        table.push(&numbers(WIDTH + row)[row..])?;
    }
    Encoder::new(Pieces::new([("▁", -2.0), ("▁护", -4.0), ("照", -3.0)])?, table, layers)
}

fn model() -> Encoder {
    small(layers(), 6).expect("it fits")
}

#[test]
fn what_was_written_is_read() {
    let bytes = model().to_bytes();
    let again = Encoder::from_bytes(&bytes).expect("whole");
    assert_eq!(again.to_bytes(), bytes);
    assert_eq!(again.encode("护照"), model().encode("护照"));
    assert_ne!(again.encode("护照"), again.encode("照"));
}

#[test]
fn texts_together_have_the_vectors_that_they_have_alone() {
    let model = model();
    let texts: Vec<String> = (1..200).map(|n| "护照 ".repeat(n % 7 + 1)).collect();
    let together = model.encode_all(texts.iter().map(String::as_str));
    assert_eq!(together.len(), texts.len());
    for (text, vector) in texts.iter().zip(&together) {
        let alone = &model.encode_all([text.as_str()])[0];
        assert!(alone.iter().zip(vector).all(|(a, b)| (a - b).abs() < 1e-4), "{text}");
    }
    assert!(model.encode_all([]).is_empty());
}

#[test]
fn vectors_are_kept_for_their_own_model_only() {
    let model = model();
    let mut vectors = Vectors::new(model.width());
    for vector in model.encode_all(["护照", "照", "护"]) {
        vectors.push(&vector);
    }
    let bytes = vectors.to_bytes(&model);
    let again = Vectors::from_bytes(&bytes, &model).expect("whole");
    let asked = model.encode("护照");
    assert_eq!(again.nearness(&asked), vectors.nearness(&asked));
    let other = small(Layers { centre: vec![0.5; 4], ..layers() }, 6).expect("it fits");
    assert_eq!(Vectors::from_bytes(&bytes, &other).err(), Some(ModelError::AnotherModels));
    for end in 0..bytes.len() {
        assert!(Vectors::from_bytes(&bytes[..end], &model).is_err(), "{end}");
    }
    assert_eq!(Vectors::from_bytes(&model.to_bytes(), &model).err(), Some(ModelError::NotAModel));
}

#[test]
fn a_cut_model_and_one_of_a_changed_byte_are_refused() {
    let bytes = model().to_bytes();
    for end in 0..bytes.len() {
        assert!(Encoder::from_bytes(&bytes[..end]).is_err(), "{end}");
    }
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 0x10;
        assert!(Encoder::from_bytes(&changed).is_err(), "{at}");
    }
    assert_eq!(Encoder::from_bytes(b"").err(), Some(ModelError::NotAModel));
    let mut newer = bytes;
    newer[8] = 2;
    assert_eq!(Encoder::from_bytes(&newer).err(), Some(ModelError::Version { found: 2, known: 1 }));
}

#[test]
fn a_model_that_somebody_made_wrong_does_no_harm() {
    let bytes = model().to_bytes();
    for at in SUM.end..bytes.len() {
        for change in [0x01, 0xc0] {
            let mut changed = bytes.clone();
            changed[at] ^= change;
            let sum = crc32fast::hash(&changed[SUM.end..]);
            changed[SUM].copy_from_slice(&sum.to_le_bytes());
            // Some changes are of a weight and no fault; they may say nonsense, and nothing worse.
            if let Ok(model) = Encoder::from_bytes(&changed) {
                assert_eq!(model.encode("护照 12").len(), model.width());
            }
        }
    }
}

#[test]
fn parts_that_do_not_fit_make_no_model() {
    assert!(small(layers(), 5).is_err());
    assert!(small(layers(), 7).is_err());
    assert!(small(Layers { centre: numbers(3), ..layers() }, 6).is_err());
    assert!(small(Layers { sum: matrix(WIDTH, 4), ..layers() }, 6).is_err());
}
