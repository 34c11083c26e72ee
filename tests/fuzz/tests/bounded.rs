//! The bounded run that every `cargo test` does; `cargo xtask fuzz` does the whole one.

#[path = "../fuzz_targets/link.rs"]
mod link_target;
#[path = "../fuzz_targets/manifest.rs"]
mod manifest_target;
#[path = "../fuzz_targets/view.rs"]
mod view_target;

use std::thread;

use fingertip_fuzz::{link, manifest, run, view};

#[test]
fn twenty_thousand_wild_views_are_judged_rightly() {
    let halves = [1, 2].map(|seed| thread::spawn(move || run(view, seed, 10_000)));
    for half in halves {
        let tally = half.join().expect("every property holds");
        assert!(tally.len() > 15, "many rules are met: {tally:#?}");
        assert!(tally["accepted"] > 4_000, "many are taken: {tally:#?}");
    }
}

#[test]
fn five_thousand_wild_manifests_are_judged_rightly() {
    let tally = run(manifest, 1, 5_000);
    assert!(tally.len() > 8, "many rules are met: {tally:#?}");
    assert!(tally["accepted"] > 500, "many are taken: {tally:#?}");
}

#[test]
fn twenty_thousand_wild_links_are_judged_rightly() {
    let tally = run(link, 1, 20_000);
    assert!(tally.len() > 7, "every reason is met: {tally:#?}");
    assert!(tally["accepted"] > 500 && tally["the web"] > 20, "some are taken: {tally:#?}");
}

#[test]
fn no_bytes_and_all_alike_are_input_too() {
    for data in [vec![], vec![0; 4096], vec![255; 4096], vec![127; 64]] {
        view_target::view(&data);
        manifest_target::manifest(&data);
        link_target::link(&data);
    }
}
