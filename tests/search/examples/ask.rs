//! Temp.
use fingertip_eval::{data::Data, sets};
use fingertip_search::{Index, Query, Synonyms};
fn main() {
    let data = Data::find(None);
    let c = sets::govuk(&data).unwrap().unwrap();
    let index = Index::with_synonyms(c.rows.iter().cloned(), Synonyms::new(&c.synonyms));
    for q in std::env::args().skip(1) {
        let a = index.find(&Query { text: &q, limit: 8 }, |_| 1.0);
        println!("== {q} -> {:?}", a.correction);
        for h in a.hits { println!("   {:.3} d{} {}", h.score, c.rows[h.row].demand, h.key); }
    }
}
