//! The whole run: a million views, a hundred thousand manifests and a million links, or as many as are named.

use std::time::Instant;

use fingertip_fuzz::{Tally, Verdict, link, manifest, run, view};

fn main() {
    let mut counts = std::env::args().skip(1).map(|count| count.parse::<usize>());
    let mut next = |otherwise| counts.next().and_then(Result::ok).unwrap_or(otherwise);
    tell("views", view, next(1_000_000));
    tell("manifests", manifest, next(100_000));
    tell("links", link, next(1_000_000));
}

fn tell(name: &str, target: fn(&[u8]) -> Verdict, count: usize) {
    let started = Instant::now();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let tally = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads)
            .map(|at| {
                let share = count / threads + usize::from(at < count % threads);
                scope.spawn(move || run(target, at as u64 + 1, share))
            })
            .collect();
        running.into_iter().fold(Tally::new(), |mut all, thread| {
            // A broken property is told by the thread itself; the process must then fail.
            let own = thread.join().unwrap_or_else(|broken| std::panic::resume_unwind(broken));
            own.into_iter().for_each(|(verdict, times)| *all.entry(verdict).or_default() += times);
            all
        })
    });
    println!("{name}: {count} in {:.1} s", started.elapsed().as_secs_f64());
    for (verdict, times) in tally {
        println!("{times:>9}  {verdict}");
    }
}
