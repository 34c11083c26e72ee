//! What people asked before they took a service, out of a nation's own counts: a table of question, service and how many.
//!
//! It promises that nothing is published that few asked, nor what looks like somebody's number or address, whoever counted it; and that
//! each line that is not taken is named by its line and field, without what stands there: that may be a person's.

use std::collections::{BTreeMap, HashMap, HashSet};

use fingertip_contract::{Asked, Catalogue, Rejected};
use fingertip_standard::ServiceId;

/// The fewest who must have asked alike and taken the same service, where an operator does not want more.
pub const LEAST: u32 = 10;
/// What no operator can go below.
pub const LEAST_OF_ALL: u32 = 5;
/// The columns, in any order.
const COLUMNS: [&str; 3] = ["query", "service", "count"];
/// The most characters of a question.
const MOST_CHARACTERS: usize = 200;
/// The most questions that are published of a service: the most frequent.
const MOST_QUESTIONS: usize = 100;
/// So many digits in a row are no year, no sum and no article of a law: they may be a telephone or an identity card.
const DIGITS: usize = 7;

/// What came of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AskedImport {
    /// How many questions were taken, each with a service.
    pub n_taken: usize,
    /// How many were left out because too few asked.
    pub n_rare: usize,
    /// The lines that were not read.
    pub rejected: Vec<Rejected>,
}

/// Why a file is no such table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AskedError {
    /// A column is missing.
    #[error(
        "line 1: the column {column} is missing; a table of what people asked has query, service and count"
    )]
    Column {
        /// Which.
        column: &'static str,
    },
}

/// Takes what people asked into the services of `catalogue`, in place of what was counted before; questions that differ in blanks and
/// capitals alone are one. `table` is CSV (RFC 4180) with a header. What fewer than `least` asked is left out.
///
/// # Errors
/// [`AskedError`]: it has other columns. Then nothing is changed.
pub fn take_asked(catalogue: &mut Catalogue, table: &str, least: u32) -> Result<AskedImport, AskedError> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(table.as_bytes());
    let header = reader.headers().cloned().unwrap_or_default();
    let place = |column| {
        let at = header.iter().position(|own| own.trim().trim_start_matches('\u{feff}') == column);
        at.ok_or(AskedError::Column { column })
    };
    let [query, service, count] = COLUMNS.map(place);
    let places = [query?, service?, count?];
    let known: HashSet<&str> = catalogue.services.iter().map(|service| service.id.as_str()).collect();
    let mut import = AskedImport::default();
    // By service and by what counts as one question: each spelling with its number.
    let mut counted: HashMap<String, BTreeMap<String, BTreeMap<String, u32>>> = HashMap::new();
    for (number, record) in reader.records().enumerate() {
        let line = |record: &csv::StringRecord| {
            record.position().and_then(|place| usize::try_from(place.line()).ok()).unwrap_or(number + 2)
        };
        let read = match &record {
            Ok(record) => read(record, places, &known).map_err(|wrong| (line(record), wrong)),
            Err(error) => {
                let at = error.position().and_then(|place| usize::try_from(place.line()).ok());
                Err((at.unwrap_or(number + 2), ("", "is no line of a table".to_owned())))
            }
        };
        match read {
            Ok((text, service, count)) => {
                let spellings = counted.entry(service).or_default().entry(same(&text)).or_default();
                let own = spellings.entry(text).or_default();
                *own = own.saturating_add(count);
            }
            Err((line, (field, reason))) => {
                import.rejected.push(Rejected { line, field: field.to_owned(), reason });
            }
        }
    }
    for service in &mut catalogue.services {
        let Some(questions) = counted.remove(service.id.as_str()) else { continue };
        service.asked = published(questions, least.max(LEAST_OF_ALL), &mut import);
    }
    Ok(import)
}

/// What is wrong with a line: the field, and why.
type Wrong = (&'static str, String);

fn read(
    record: &csv::StringRecord,
    [query, service, count]: [usize; 3],
    known: &HashSet<&str>,
) -> Result<(String, String, u32), Wrong> {
    let field =
        |place: usize, name: &'static str| record.get(place).ok_or_else(|| (name, "is missing".to_owned()));
    let text = field(query, "query")?.split_whitespace().collect::<Vec<_>>().join(" ");
    let service = field(service, "service")?.trim();
    let count = field(count, "count")?.trim();
    if text.is_empty() {
        return Err(("query", "is empty".into()));
    }
    if text.chars().count() > MOST_CHARACTERS {
        return Err(("query", format!("has more than {MOST_CHARACTERS} characters")));
    }
    if text.chars().any(char::is_control) {
        return Err(("query", "has signs that nobody types".into()));
    }
    if is_personal(&text) {
        return Err(("query", "may hold somebody's number or address, and is not published".into()));
    }
    ServiceId::new(service).map_err(|error| ("service", error.to_string()))?;
    if !known.contains(service) {
        return Err(("service", "is not in the catalogue".into()));
    }
    let count: u32 =
        count.parse().map_err(|_| ("count", format!("is no whole number up to {}", u32::MAX)))?;
    if count == 0 {
        return Err(("count", "nobody asked it".into()));
    }
    Ok((text, service.to_owned(), count))
}

/// What counts as the same question.
fn same(text: &str) -> String {
    text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether somebody's number or address may stand in it: digits with at most a blank or a dash between, or an at sign.
fn is_personal(text: &str) -> bool {
    let mut digits = 0;
    for sign in text.chars() {
        match sign {
            '@' | '＠' => return true,
            // Of any script, in any width.
            sign if sign.is_numeric() => digits += 1,
            ' ' | '-' => {}
            _ => digits = 0,
        }
        if digits >= DIGITS {
            return true;
        }
    }
    false
}

/// The questions of one service that enough people asked, the most frequent first, each as most of them typed it.
fn published(
    questions: BTreeMap<String, BTreeMap<String, u32>>,
    least: u32,
    import: &mut AskedImport,
) -> Vec<Asked> {
    let mut asked: Vec<Asked> = Vec::new();
    for spellings in questions.into_values() {
        let count = spellings.values().fold(0_u32, |sum, own| sum.saturating_add(*own));
        let most = spellings.into_iter().max_by_key(|(_, own)| *own);
        match most {
            Some((text, _)) if count >= least => asked.push(Asked { text, count }),
            _ => import.n_rare += 1,
        }
    }
    asked.sort_by(|one, other| other.count.cmp(&one.count).then_with(|| one.text.cmp(&other.text)));
    asked.truncate(MOST_QUESTIONS);
    import.n_taken += asked.len();
    asked
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn catalogue() -> Catalogue {
        let service = |id: &str| json!({ "id": id, "name": { "en": id }, "department": "taxation", "region": "100000", "theme": "taxation" });
        serde_json::from_value(json!({
            "regions": [{ "code": "100000", "name": { "en": "All" }, "level": "nation" }],
            "departments": [{ "id": "taxation", "name": { "en": "T" }, "region": "100000" }],
            "services": [service("card"), service("tax")],
        }))
        .expect("a catalogue")
    }

    fn asked(catalogue: &Catalogue, place: usize) -> Vec<(&str, u32)> {
        catalogue.services[place].asked.iter().map(|asked| (asked.text.as_str(), asked.count)).collect()
    }

    #[test]
    fn what_enough_people_asked_alike_is_published_as_most_of_them_typed_it() {
        let mut catalogue = catalogue();
        let table = "count,query,service,more\n6,Card  Lost,card,x\n9,card lost,card\n9,rare,card\n\
                     12,\"tax, and fee\",tax\n40,卡丢了,card\n";
        let import = take_asked(&mut catalogue, table, LEAST).expect("a table");
        assert_eq!((import.n_taken, import.n_rare, import.rejected), (3, 1, Vec::new()));
        assert_eq!(asked(&catalogue, 0), [("卡丢了", 40), ("card lost", 15)]);
        assert_eq!(asked(&catalogue, 1), [("tax, and fee", 12)]);
        // Nobody publishes what three asked, however few an operator wants.
        let import = take_asked(&mut catalogue, "query,service,count\nmine,tax,3\n", 1).expect("a table");
        assert_eq!((import.n_taken, import.n_rare), (0, 1));
        assert!(asked(&catalogue, 1).is_empty());
    }

    #[test]
    fn each_fault_is_named_by_line_and_field_and_quotes_nobody() {
        let mut catalogue = catalogue();
        let long = "长".repeat(201);
        let table = format!(
            "query,service,count\n,card,50\ncard,nowhere,50\ncard,No Id,50\ncard,card,many\ncard,card,0\ncard,card\n\
             my card 138-0013 8000,card,50\nme@example.org,card,50\n{long},card,50\nbell\u{7},card,50\n１２３４５６７,card,99\n\
             2026 card,card,50\n"
        );
        let import = take_asked(&mut catalogue, &table, LEAST).expect("a table");
        let faults: Vec<_> = import.rejected.iter().map(|one| (one.line, one.field.as_str())).collect();
        assert_eq!(
            faults,
            [
                (2, "query"),
                (3, "service"),
                (4, "service"),
                (5, "count"),
                (6, "count"),
                (7, "count"),
                (8, "query"),
                (9, "query"),
                (10, "query"),
                (11, "query"),
                (12, "query"),
            ]
        );
        assert!(
            import.rejected.iter().all(|one| !one.reason.contains("138") && !one.reason.contains("example"))
        );
        assert_eq!(asked(&catalogue, 0), [("2026 card", 50)], "a year is nobody's number");
        assert_eq!(
            take_asked(&mut catalogue, "query,service\na,b\n", LEAST),
            Err(AskedError::Column { column: "count" })
        );
        for nonsense in ["", "\u{0}", "\"", "query,service,count\n\"never ended"] {
            drop(take_asked(&mut catalogue, nonsense, LEAST));
        }
    }
}
