//! Lines and when the next bus comes; a timetable computed from the clock.

use fingertip_kit::ApiError;
use fingertip_standard::LocalText;
use fingertip_store::StoreError;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::{
    department::{Call, reply},
    said::said,
};

#[derive(Deserialize)]
struct Line {
    id: String,
    /// Minutes between two buses.
    headway: i64,
    /// Its stops, by their ids.
    stops: Vec<String>,
}

fn name_of_line(id: &str) -> LocalText {
    said(&format!("line-{id}"))
}

fn name_of_stop(id: &str) -> LocalText {
    said(&format!("stop-{id}"))
}

/// Minutes from one stop to the next.
const HOP: i64 = 4;

fn lines() -> Result<Vec<Line>, ApiError> {
    serde_json::from_str(include_str!("lines.json"))
        .map_err(|_| StoreError::Damaged { table: "lines" }.into())
}

#[derive(Deserialize)]
struct Search {
    query: String,
}

/// Lines whose name or a stop holds the query; all for an empty one.
pub(crate) fn search(call: &Call) -> Result<String, ApiError> {
    let asked: Search = call.read("请提供查询文字。 / Give the words to look for.")?;
    let query = asked.query.trim().to_lowercase();
    let is_hit = |name: LocalText| name.all().any(|text| text.to_lowercase().contains(&query));
    let hits = lines()?.into_iter().filter(|line| {
        line.id == query
            || is_hit(name_of_line(&line.id))
            || line.stops.iter().any(|stop| is_hit(name_of_stop(stop)))
    });
    let rows: Vec<Value> = hits.map(|line| row(&line)).collect();
    reply(&json!({ "lines": rows }))
}

fn row(line: &Line) -> Value {
    let end = |stop: Option<&String>| stop.map(|stop| name_of_stop(stop)).unwrap_or_default();
    let (from, to) = (end(line.stops.first()), end(line.stops.last()));
    json!({ "id": line.id, "name": name_of_line(&line.id), "from": from, "to": to })
}

#[derive(Deserialize)]
struct NextBus {
    line: String,
}

/// The next two buses at every stop of a line, in minutes from now.
pub(crate) fn next_bus(call: &Call) -> Result<String, ApiError> {
    const OTHERWISE: &str = "没有这条线路。 / There is no such line.";
    let asked: NextBus = call.read(OTHERWISE)?;
    let line =
        lines()?.into_iter().find(|line| line.id == asked.line).ok_or_else(|| ApiError::input(OTHERWISE))?;
    let now = call.now.as_second() / 60;
    let stop = |(idx, id): (i64, &String)| {
        let next = (idx * HOP - now).rem_euclid(line.headway);
        json!({ "id": id, "name": name_of_stop(id), "minutes": [next, next + line.headway] })
    };
    let stops: Vec<Value> = (0..).zip(&line.stops).map(stop).collect();
    reply(&json!({ "line": line.id, "stops": stops }))
}
