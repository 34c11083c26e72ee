//! How often services are used, counted without anybody saying which they used.
//!
//! A device sends one report a week, whether its person used anything or not. It hashes one service that was used to one of [`BUCKETS`], and
//! then tosses a coin: on heads it says that bucket, on tails one of the others. So whatever a report says, each service is at most
//! [`BUCKETS`] - 1 times likelier than any other (local differential privacy with ε = ln 7). The platform keeps sums alone, and works
//! back from the sums of many how often a service was meant.
//!
//! Optimal local hashing (T. Wang, J. Blocki, N. Li, S. Jha, "Locally Differentially Private Protocols for Frequency Estimation", USENIX
//! Security 2017, 3.3) with a fixed family of hashes, as the Count Mean Sketch has it (Apple, "Learning with Privacy at Scale", 2017).

use fingertip_standard::ServiceId;
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// How many buckets a service is hashed to.
pub const BUCKETS: u8 = 8;
/// How many hashes there are; a device takes any of them.
pub const HASHES: u16 = 1024;
/// The least number of uses that is told: fewer are somebody's and not many people's.
pub const LEAST_USES: u64 = 100;
/// The most services of which it is reckoned how much each adds to the others.
const MOST: usize = 200;
/// By how many standard deviations an estimate stands out before it is told: by chance, among 350,000 services less than one does.
const DEVIATIONS: f64 = 5.0;

/// What one device says of one week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UseReport {
    /// The Monday of the week.
    pub week: Date,
    /// Which hash was taken, below [`HASHES`].
    pub hash: u16,
    /// The bucket that is said, below [`BUCKETS`].
    pub bucket: u8,
}

impl UseReport {
    /// What is said of `used`, or of a week in which nothing was. `random` has to be new for each report and known to nobody. A report
    /// that is sent again is the same report: two of one week would tell more than one.
    #[must_use]
    pub fn of(week: Date, used: Option<&ServiceId>, random: u64) -> Self {
        let hash = (random % u64::from(HASHES)) as u16;
        let own = bucket(name_of(used), hash);
        let is_heads = (random >> 10) & 1 == 1;
        let others = u64::from(BUCKETS - 1);
        // The upper 32 bits: what seven does not divide makes some others likelier by less than one in 600 million.
        let step = ((random >> 32) % others) as u8 + 1;
        Self { week, hash, bucket: if is_heads { own } else { (own + step) % BUCKETS } }
    }

    /// Whether it names a hash and a bucket that there are.
    #[must_use]
    pub fn is_possible(&self) -> bool {
        self.hash < HASHES && self.bucket < BUCKETS
    }
}

/// How often a service was used, as far as many people's reports tell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceUse {
    /// The service.
    pub service: ServiceId,
    /// By about how many devices, of those that said anything.
    pub uses: u64,
}

/// The sums of many reports.
#[derive(Debug, Clone)]
pub struct UseCounts {
    reports: u64,
    cells: Vec<u64>,
}

impl Default for UseCounts {
    fn default() -> Self {
        Self { reports: 0, cells: vec![0; usize::from(HASHES) * usize::from(BUCKETS)] }
    }
}

impl UseCounts {
    /// Adds `count` reports of this hash and bucket. One that there is not is left out.
    pub fn add(&mut self, hash: u16, bucket: u8, count: u64) {
        if hash < HASHES && bucket < BUCKETS {
            self.reports += count;
            self.cells[cell(hash, bucket)] += count;
        }
    }

    /// Which of `services` stand out, the most used first.
    #[must_use]
    pub fn most_used<'a>(&self, services: impl IntoIterator<Item = &'a ServiceId>) -> Vec<ServiceUse> {
        let least = (self.deviation() * DEVIATIONS).max(LEAST_USES as f64);
        let services = services.into_iter().map(Some);
        let mut found: Vec<_> = services
            .map(|service| (self.estimate(name_of(service)), service))
            .filter(|(uses, _)| *uses >= least)
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        found.truncate(MOST);
        // Weeks without use are as often meant as a service, and more often than most.
        found.push((self.estimate(name_of(None)), None));
        let uses = apart(&found.iter().map(|(uses, used)| (name_of(*used), *uses)).collect::<Vec<_>>());
        let found = found.into_iter().zip(uses).filter_map(|((_, service), uses)| {
            let service = service.filter(|_| uses >= least)?.clone();
            Some(ServiceUse { service, uses: uses.round() as u64 })
        });
        let mut found: Vec<_> = found.collect();
        found.sort_by(|a, b| b.uses.cmp(&a.uses).then_with(|| a.service.cmp(&b.service)));
        found
    }

    /// By about how many devices what has this name was meant, as if no other were meant much.
    fn estimate(&self, name: u64) -> f64 {
        let said: u64 = (0..HASHES).map(|hash| self.cells[cell(hash, bucket(name, hash))]).sum();
        // Who means it says its bucket in one of two cases; who means another, in one of eight.
        (said as f64 - self.reports as f64 / f64::from(BUCKETS)) / (1.0 / 2.0 - 1.0 / f64::from(BUCKETS))
    }

    /// The standard deviation of the estimate of a service that nobody used (Wang and others, equation 4).
    fn deviation(&self) -> f64 {
        let q = 1.0 / f64::from(BUCKETS);
        (self.reports as f64 * q * (1.0 - q)).sqrt() / (1.0 / 2.0 - q)
    }
}

/// The estimates of `all`, without what each adds to the others: two names share more or fewer of the hashes than by chance, and one that is
/// meant by very many so lifts or lowers another that is meant by nobody. Solved by going round (Jacobi), since what is shared is little.
fn apart(all: &[(u64, f64)]) -> Vec<f64> {
    const ROUNDS: usize = 20;
    let chance = 1.0 / f64::from(BUCKETS);
    // By how much a report of `b` lifts the estimate of `a`.
    let lifts = |a: u64, b: u64| {
        let same = (0..HASHES).filter(|hash| bucket(a, *hash) == bucket(b, *hash)).count() as f64;
        (same / f64::from(HASHES) - chance) / (1.0 - chance)
    };
    let lifted: Vec<Vec<f64>> = all
        .iter()
        .map(|(a, _)| all.iter().map(|(b, _)| if a == b { 0.0 } else { lifts(*a, *b) }).collect())
        .collect();
    let mut uses: Vec<f64> = all.iter().map(|(_, uses)| *uses).collect();
    for _ in 0..ROUNDS {
        let by_others = |row: &Vec<f64>| row.iter().zip(&uses).map(|(lift, uses)| lift * uses).sum::<f64>();
        uses = all.iter().zip(&lifted).map(|((_, raw), row)| raw - by_others(row)).collect();
    }
    uses
}

fn cell(hash: u16, bucket: u8) -> usize {
    usize::from(hash) * usize::from(BUCKETS) + usize::from(bucket)
}

/// A number for what was used; for nothing too.
fn name_of(used: Option<&ServiceId>) -> u64 {
    let digest = Sha256::digest(used.map_or("", ServiceId::as_str));
    digest.iter().take(8).fold(0, |name, byte| name << 8 | u64::from(*byte))
}

/// Where a name goes under a hash: the finaliser of SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014), of which the three upper bits count.
fn bucket(name: u64, hash: u16) -> u8 {
    let mut mixed = name.wrapping_add(u64::from(hash).wrapping_mul(0x9E37_79B9_7F4A_7C15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    ((mixed ^ (mixed >> 31)) >> 61) as u8
}

#[cfg(test)]
mod tests {
    use rand::{Rng, SeedableRng, rngs::StdRng};

    use super::*;

    const WEEK: Date = Date::constant(2026, 11, 23);

    fn service(number: u32) -> ServiceId {
        ServiceId::new(format!("service-{number}")).expect("an id")
    }

    /// What `people` devices say where `share` of them used each of these services and the others any of ten thousand or nothing.
    fn said(people: u32, shares: &[(u32, f64)], random: &mut StdRng) -> UseCounts {
        let mut counts = UseCounts::default();
        for _ in 0..people {
            let mut at: f64 = random.random();
            let liked = shares.iter().find(|(_, share)| {
                at -= share;
                at < 0.0
            });
            let used = match liked {
                Some((number, _)) => Some(service(*number)),
                None if random.random() => Some(service(random.random_range(100..10_000))),
                None => None,
            };
            let report = UseReport::of(WEEK, used.as_ref(), random.random());
            assert!(report.is_possible());
            counts.add(report.hash, report.bucket, 1);
        }
        counts
    }

    #[test]
    fn what_many_use_is_found_in_its_order_and_nothing_else_is() {
        let mut random = StdRng::seed_from_u64(7);
        let counts = said(60_000, &[(1, 0.20), (2, 0.10), (3, 0.05)], &mut random);
        let all: Vec<_> = (1..10_000).map(service).collect();
        let found = counts.most_used(&all);
        let names: Vec<_> = found.iter().map(|one| one.service.as_str()).collect();
        assert_eq!(names, ["service-1", "service-2", "service-3"]);
        for (one, meant) in found.iter().zip([12_000.0, 6_000.0, 3_000.0_f64]) {
            let off = (one.uses as f64 - meant).abs();
            assert!(off < 4.0 * counts.deviation() + 0.03 * 12_000.0, "{one:?} and not {meant}");
        }
    }

    #[test]
    fn of_few_people_nothing_is_told() {
        let mut random = StdRng::seed_from_u64(8);
        let counts = said(90, &[(1, 1.0)], &mut random);
        assert_eq!(counts.most_used(&[service(1)]), []);
        assert_eq!(UseCounts::default().most_used(&[service(1)]), []);
    }

    /// The promise to a person: whatever they used, what is said is at most seven times likelier than if they had used another or nothing.
    #[test]
    fn a_report_says_little_of_its_person() {
        let mut random = StdRng::seed_from_u64(9);
        let uses = [None, Some(service(1)), Some(service(2))];
        for hash in [0, 511, 1023] {
            let mut said = [[0_u32; BUCKETS as usize]; 3];
            for (used, said) in uses.iter().zip(&mut said) {
                for _ in 0..20_000 {
                    let random = random.random::<u64>() / 1024 * 1024 + u64::from(hash);
                    let report = UseReport::of(WEEK, used.as_ref(), random);
                    assert_eq!(report.hash, hash);
                    said[usize::from(report.bucket)] += 1;
                }
            }
            let all = || said.iter().flatten().map(|count| f64::from(*count));
            let (least, most) = (all().fold(f64::MAX, f64::min), all().fold(0.0, f64::max));
            assert!(least > 0.0 && most / least < 7.0 * 1.15, "{most} and {least}");
        }
    }

    #[test]
    fn every_hash_uses_every_bucket_alike() {
        let mut full = [0_u32; BUCKETS as usize];
        for number in 0..200 {
            for hash in 0..HASHES {
                full[usize::from(bucket(name_of(Some(&service(number))), hash))] += 1;
            }
        }
        let mean = 200.0 * f64::from(HASHES) / f64::from(BUCKETS);
        for count in full {
            assert!((f64::from(count) / mean - 1.0).abs() < 0.03, "{full:?}");
        }
    }

    #[test]
    fn what_there_is_not_is_not_counted() {
        let mut counts = UseCounts::default();
        counts.add(HASHES, 0, 1);
        counts.add(0, BUCKETS, 1);
        assert_eq!(counts.reports, 0);
        let wrong = UseReport { week: WEEK, hash: HASHES, bucket: 0 };
        assert!(!wrong.is_possible());
    }
}
