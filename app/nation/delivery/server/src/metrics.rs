//! What an operator watches: how many requests, how long they took, what was refused for being too much, what waits for departments. Routes and
//! never paths: no id, no name and no address stands in it.

use std::{sync::Arc, time::Instant};

use axum::{
    extract::{MatchedPath, Request, State},
    http::Method,
    middleware::Next,
    response::Response,
};
use fingertip_store::outbox::Waiting;
use prometheus_client::{
    encoding::{EncodeLabelSet, EncodeLabelValue, text::encode},
    metrics::{
        counter::Counter,
        family::Family,
        gauge::Gauge,
        histogram::{Histogram, exponential_buckets},
    },
    registry::{Registry, Unit},
};

/// A door and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Answered {
    route: String,
    method: &'static str,
    status: u16,
}

/// A door.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Door {
    route: String,
    method: &'static str,
}

/// Whose limit was reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EncodeLabelValue)]
pub(crate) enum Whose {
    Person,
    Address,
    Department,
    MiniApp,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Limited {
    whose: Whose,
}

#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OfDepartment {
    department: String,
}

/// Everything that is counted.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<Answered, Counter>,
    latencies: Family<Door, Histogram>,
    limited: Family<Limited, Counter>,
    waiting: Family<OfDepartment, Gauge>,
    put_aside: Family<OfDepartment, Gauge>,
}

/// From one millisecond to eight seconds.
fn latency() -> Histogram {
    Histogram::new(exponential_buckets(0.001, 2.0, 14))
}

impl Default for Metrics {
    fn default() -> Self {
        let mut registry = Registry::with_prefix("fingertip");
        let requests = Family::default();
        let latencies = Family::new_with_constructor(latency as fn() -> Histogram);
        let (limited, waiting, put_aside) = (Family::default(), Family::default(), Family::default());
        registry.register("requests", "Requests answered", requests.clone());
        let took = "How long answers took, until their head was sent";
        registry.register_with_unit("request_duration", took, Unit::Seconds, latencies.clone());
        registry.register("limited", "Requests refused because of a limit", limited.clone());
        registry.register("deliveries_waiting", "Deliveries on their way to a department", waiting.clone());
        let aside = "Deliveries that a department does not take, put aside";
        registry.register("deliveries_put_aside", aside, put_aside.clone());
        Self { registry, requests, latencies, limited, waiting, put_aside }
    }
}

impl Metrics {
    pub(crate) fn note_limited(&self, whose: Whose) {
        self.limited.get_or_create(&Limited { whose }).inc();
    }

    /// As OpenMetrics text, with what waits for departments now.
    pub(crate) fn written(&self, waiting: Vec<Waiting>) -> Result<String, std::fmt::Error> {
        self.waiting.clear();
        self.put_aside.clear();
        for Waiting { department, n_on_the_way, n_put_aside } in waiting {
            let of = OfDepartment { department };
            self.waiting.get_or_create(&of).set(n_on_the_way);
            self.put_aside.get_or_create(&of).set(n_put_aside);
        }
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        Ok(text)
    }
}

/// Counts and measures a request.
pub(crate) async fn measure(State(metrics): State<Arc<Metrics>>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    // What stands nowhere is one thing, however many addresses are tried.
    let route = route.unwrap_or_else(|| "none".to_owned());
    let method = known(request.method());
    let begin = Instant::now();
    let response = next.run(request).await;
    let status = response.status().as_u16();
    metrics
        .latencies
        .get_or_create(&Door { route: route.clone(), method })
        .observe(begin.elapsed().as_secs_f64());
    metrics.requests.get_or_create(&Answered { route, method, status }).inc();
    response
}

/// A method's name; one that somebody made up is one of the others.
fn known(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        _ => "other",
    }
}
