//! What an operator should know of a catalogue that has no fault: what stands in it twice, and what is not the same everywhere.

use fingertip_catalogue::{
    duplicates::duplicates,
    same_item::{Difference, SameItem, same_items},
};
use fingertip_contract::Catalogue;

/// So many are named; of the others there is the number.
const MOST_NAMED: usize = 20;

pub(super) fn tell(catalogue: &Catalogue) {
    let found = duplicates(catalogue);
    println!("likely there twice: {}", found.len());
    for duplicate in found.iter().take(MOST_NAMED) {
        let ids: Vec<&str> = duplicate.services.iter().map(|id| id.as_str()).collect();
        println!("  {}: {}", duplicate.by.text(), ids.join(", "));
    }
    tell_of_more(found.len());
    let items = same_items(catalogue);
    let differ: Vec<&SameItem<'_>> = items.iter().filter(|item| !item.differences.is_empty()).collect();
    println!("the same item in several regions: {}, not the same everywhere: {}", items.len(), differ.len());
    for item in differ.iter().take(MOST_NAMED) {
        let fields = |is_of_standard: bool| {
            let own = item.differences.iter().filter(|one| one.is_of_standard == is_of_standard);
            own.map(|Difference { field, .. }| field.as_str()).collect::<Vec<_>>().join(", ")
        };
        println!("  {}: of the place {}; of the standard {}", item.basic_code, fields(false), fields(true));
    }
    tell_of_more(differ.len());
}

fn tell_of_more(count: usize) {
    if count > MOST_NAMED {
        println!("  and {} more", count - MOST_NAMED);
    }
}
