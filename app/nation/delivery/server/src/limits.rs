//! How much is answered: a bucket a person, an address, a department and a mini-app, each refilled steadily (GCRA). Whoever empties theirs is
//! told when to come back, and nobody else notices.

use std::{
    hash::Hash,
    net::{IpAddr, Ipv6Addr, SocketAddr},
    num::NonZeroU32,
    sync::Arc,
    time::Duration,
};

use axum::{
    extract::{ConnectInfo, Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use fingertip_contract::ProblemCode;
use fingertip_kit::{ApiError, body::text_header};
use fingertip_standard::{AppId, DepartmentId};
use governor::{
    Quota, RateLimiter,
    clock::{Clock, DefaultClock},
    state::keyed::HashMapStateStore,
};
use tokio::sync::watch;

use crate::metrics::{Metrics, Whose};

/// How often buckets that are full again are forgotten.
const SWEEP: Duration = Duration::from_secs(60);

/// How much somebody may ask for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rate {
    /// How many requests in a minute, steadily.
    pub per_minute: NonZeroU32,
    /// How many at once, after a time without any.
    pub at_once: NonZeroU32,
}

impl Rate {
    /// So many in a minute, and so many at once. None where either is nought: then it is not limited.
    #[must_use]
    pub const fn new(per_minute: u32, at_once: u32) -> Option<Self> {
        match (NonZeroU32::new(per_minute), NonZeroU32::new(at_once)) {
            (Some(per_minute), Some(at_once)) => Some(Self { per_minute, at_once }),
            _ => None,
        }
    }
}

/// How much is answered; none is without a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Of one person, by whatever device.
    pub person: Option<Rate>,
    /// Of one address; of IPv6, of one /64, which is one household's. Many citizens share one behind a carrier.
    pub address: Option<Rate>,
    /// Of one department's programs.
    pub department: Option<Rate>,
    /// Of one mini-app, by all persons together: its calls to its department.
    pub mini_app: Option<Rate>,
}

impl Limits {
    /// Nothing is limited.
    pub const NONE: Self = Self { person: None, address: None, department: None, mini_app: None };
}

impl Default for Limits {
    /// A person some ten a second, an address and a department a hundred, a mini-app three hundred.
    fn default() -> Self {
        Self {
            person: Rate::new(600, 200),
            address: Rate::new(6_000, 2_000),
            department: Rate::new(6_000, 1_000),
            mini_app: Rate::new(18_000, 3_000),
        }
    }
}

type Bucket<K> = Option<RateLimiter<K, HashMapStateStore<K>, DefaultClock>>;

/// The buckets.
#[derive(Debug)]
pub(crate) struct Gates {
    person: Bucket<(String, String)>,
    address: Bucket<IpAddr>,
    department: Bucket<DepartmentId>,
    mini_app: Bucket<AppId>,
    /// How many proxies stand before the platform, each of which says from whom it was asked.
    n_proxies: usize,
    clock: DefaultClock,
    metrics: Arc<Metrics>,
}

impl Gates {
    pub(crate) fn new(limits: Limits, n_proxies: usize, metrics: Arc<Metrics>) -> Self {
        Self {
            person: bucket(limits.person),
            address: bucket(limits.address),
            department: bucket(limits.department),
            mini_app: bucket(limits.mini_app),
            n_proxies,
            clock: DefaultClock::default(),
            metrics,
        }
    }

    /// Lets through whom `issuer` calls `subject`: another issuer may call somebody else so.
    ///
    /// # Errors
    /// `too-many-requests`, with the time after which it is worth asking again; so of the others.
    pub(crate) fn let_person(&self, issuer: &str, subject: &str) -> Result<(), ApiError> {
        self.let_through(&self.person, &(issuer.to_owned(), subject.to_owned()), Whose::Person)
    }

    pub(crate) fn let_department(&self, department: &DepartmentId) -> Result<(), ApiError> {
        self.let_through(&self.department, department, Whose::Department)
    }

    pub(crate) fn let_mini_app(&self, app: &AppId) -> Result<(), ApiError> {
        self.let_through(&self.mini_app, app, Whose::MiniApp)
    }

    fn let_through<K: Hash + Eq + Clone>(
        &self,
        bucket: &Bucket<K>,
        key: &K,
        whose: Whose,
    ) -> Result<(), ApiError> {
        let Some(bucket) = bucket else { return Ok(()) };
        bucket.check_key(key).map_err(|not_until| {
            self.metrics.note_limited(whose);
            // Whole seconds, and never less than is left (RFC 9110, 10.2.3).
            let wait = not_until.wait_time_from(self.clock.now()).as_secs() + 1;
            ApiError::from(ProblemCode::TooManyRequests).after(Duration::from_secs(wait))
        })
    }

    /// Forgets who asked so long ago that their bucket is full again: what is kept is bounded by who asked lately.
    fn forget(&self) {
        fn of<K: Hash + Eq + Clone>(bucket: &Bucket<K>) {
            if let Some(bucket) = bucket {
                bucket.retain_recent();
                bucket.shrink_to_fit();
            }
        }
        of(&self.person);
        of(&self.address);
        of(&self.department);
        of(&self.mini_app);
    }
}

fn bucket<K: Hash + Eq + Clone>(rate: Option<Rate>) -> Bucket<K> {
    let quota = rate.map(|rate| Quota::per_minute(rate.per_minute).allow_burst(rate.at_once));
    quota.map(RateLimiter::hashmap)
}

/// Forgets who has not asked lately, each minute until `stop` turns true.
pub(crate) async fn sweep(gates: Arc<Gates>, mut stop: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            _ = stop.wait_for(|&is_stopping| is_stopping) => return,
            () = tokio::time::sleep(SWEEP) => gates.forget(),
        }
    }
}

/// Lets an address through, or answers in its place: before anything of the request is looked at.
pub(crate) async fn let_address(State(gates): State<Arc<Gates>>, request: Request, next: Next) -> Response {
    let Some(address) = address_of(&request, gates.n_proxies) else { return next.run(request).await };
    match gates.let_through(&gates.address, &address, Whose::Address) {
        Ok(()) => next.run(request).await,
        Err(refusal) => refusal.into_response(),
    }
}

/// From whom it was asked. Of what proxies say (`X-Forwarded-For`), as many as there are count, from the end: what stands before was written by
/// whoever asked.
fn address_of(request: &Request, n_proxies: usize) -> Option<IpAddr> {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| peer.ip());
    let said = text_header(request.headers(), "x-forwarded-for").unwrap_or_default();
    let hop = n_proxies.checked_sub(1).and_then(|n| said.rsplit(',').nth(n));
    let address = hop.and_then(|hop| hop.trim().parse().ok()).or(peer)?;
    Some(household(address))
}

/// An IPv6 address stands for its /64 (RFC 6177), and one that is an IPv4 address in other clothes for that.
fn household(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let network = u128::from(address) & !u128::from(u64::MAX);
            IpAddr::V6(Ipv6Addr::from(network))
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use axum::body::Body;

    use super::*;

    fn asked_by(peer: &str, forwarded: Option<&str>, n_proxies: usize) -> String {
        let mut request = Request::builder();
        if let Some(said) = forwarded {
            request = request.header("x-forwarded-for", said);
        }
        let mut request = request.body(Body::empty()).expect("a request");
        let peer: SocketAddr = peer.parse().expect("an address");
        request.extensions_mut().insert(ConnectInfo(peer));
        address_of(&request, n_proxies).expect("an address").to_string()
    }

    #[test]
    fn nobody_chooses_their_own_address() {
        let peer = "192.0.2.1:7";
        assert_eq!(asked_by(peer, None, 0), "192.0.2.1");
        assert_eq!(asked_by(peer, Some("198.51.100.9"), 0), "192.0.2.1", "nobody stands in between");
        assert_eq!(asked_by(peer, Some("198.51.100.9"), 1), "198.51.100.9");
        assert_eq!(asked_by(peer, Some("203.0.113.7, 198.51.100.9"), 1), "198.51.100.9");
        assert_eq!(asked_by(peer, Some("x, 203.0.113.7, 198.51.100.9"), 2), "203.0.113.7");
        assert_eq!(asked_by(peer, Some("203.0.113.7"), 2), "192.0.2.1", "not all of them said something");
        assert_eq!(asked_by(peer, Some("nonsense"), 1), "192.0.2.1");
    }

    #[test]
    fn a_household_is_one_however_many_addresses_it_has() {
        assert_eq!(asked_by("[2001:db8:1:2:3:4:5:6]:7", None, 0), "2001:db8:1:2::");
        assert_eq!(asked_by("[2001:db8:1:2:ffff::9]:7", None, 0), "2001:db8:1:2::");
        assert_eq!(asked_by("[::ffff:192.0.2.1]:7", None, 0), "192.0.2.1");
    }

    #[test]
    fn who_empties_their_bucket_waits_and_nobody_else_does() {
        let limits = Limits { person: Rate::new(1, 2), ..Limits::NONE };
        let gates = Gates::new(limits, 0, Arc::default());
        assert!(gates.let_person("here", "a").is_ok() && gates.let_person("here", "a").is_ok());
        let refusal = gates.let_person("here", "a").expect_err("two at once");
        assert_eq!(refusal.code(), &ProblemCode::TooManyRequests);
        assert!(gates.let_person("here", "b").is_ok() && gates.let_person("elsewhere", "a").is_ok());
        let app = AppId::new("cn.example.taxation.app").expect("an id");
        assert!((0..100).all(|_| gates.let_mini_app(&app).is_ok()), "what is not limited is not");
        gates.forget();
        assert!(gates.let_person("here", "a").is_err(), "who has just asked is not forgotten");
    }
}
