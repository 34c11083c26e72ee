#!/usr/bin/env bash
# Uyghur words in order, with the collation of `ug` in icu_collator 2.4.0 (Rust) and in the Intl of JavaScript. The alphabet of 32 letters begins
# ئا ئە ب پ ت and has the other vowels behind ھ: ئو ئۇ ئۆ ئۈ ۋ ئې ئى ي. A vowel at the beginning is written with a hamza seat (ئ), which is no
# letter. CLDR has rules for Uyghur, so one would expect the order of the alphabet. They set the vowels in order among themselves, but the seat
# counts as a letter before ب: every word that begins with any vowel stands before every word that begins with a consonant. So in a list of
# departments or places ئۈرۈمچى (Urumqi) stands before بانكا, where a reader looks for it near the end. Leave out the seat before comparing.
# Seen: the four vowels first in both; the order of the alphabet where the seat is left out. Intl is that of the node at hand (seen with ICU 78.2).
# Needs cargo, node.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"; mkdir src
cat > Cargo.toml <<'T'
[package]
name = "order"
version = "0.1.0"
edition = "2024"
[dependencies]
icu_collator = "=2.4.0"
icu_locale_core = "2"
T
cat > src/main.rs <<'R'
use icu_collator::Collator;
use icu_locale_core::locale;

fn main() {
    let collator = Collator::try_new(locale!("ug").into(), Default::default()).unwrap();
    let words: Vec<String> = std::env::args().skip(1).collect();
    let mut sorted = words.clone();
    sorted.sort_by(|a, b| collator.compare(a, b));
    println!("as it is: {}", sorted.join(" "));
    sorted.sort_by(|a, b| collator.compare(&a.replace('ئ', ""), &b.replace('ئ', "")));
    println!("without the seat: {}", sorted.join(" "));
}
R
cat > sort.mjs <<'J'
const { compare } = new Intl.Collator('ug');
const words = process.argv.slice(2);
const bare = (word) => word.replaceAll('ئ', '');
console.log('as it is:', words.sort(compare).join(' '));
console.log('without the seat:', words.sort((a, b) => compare(bare(a), bare(b))).join(' '));
J
words=(ئورگان بانكا ئاپتونوم ھۆكۈمەت ئېلان كارتا ئۈرۈمچى ۋىزا)
cargo run --quiet -- "${words[@]}" | tee rust
node sort.mjs "${words[@]}" | tee javascript
cat > expected <<'E'
as it is: ئاپتونوم ئورگان ئۈرۈمچى ئېلان بانكا كارتا ھۆكۈمەت ۋىزا
without the seat: ئاپتونوم بانكا كارتا ھۆكۈمەت ئورگان ئۈرۈمچى ۋىزا ئېلان
E
diff expected rust && diff expected javascript || { echo "the behaviour has changed"; exit 1; }
