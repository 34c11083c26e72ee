//! Places seen from above.

use dioxus::prelude::*;

const WIDTH: f64 = 320.0;
const HEIGHT: f64 = 200.0;
const EDGE: f64 = 24.0;

/// Where places lie to each other, north up, each with its number; the list beside it says the same. No tiles: it
/// works without a network and tells nobody where the person looks.
#[component]
pub fn PlaceMap(
    /// Latitude and longitude in degrees.
    points: Vec<(f64, f64)>,
) -> Element {
    let places = placed(&points);
    rsx! {
        svg { class: "fi-place-map", view_box: "0 0 {WIDTH} {HEIGHT}", "aria-hidden": "true",
            for (at, (x, y)) in places.into_iter().enumerate() {
                g { key: "{at}", class: "fi-place-map__point", transform: "translate({x:.1} {y:.1})",
                    circle { r: "14" }
                    text { text_anchor: "middle", dominant_baseline: "central", "{at + 1}" }
                }
            }
        }
    }
}

/// Where each point is drawn: the same scale both ways, a degree of longitude shortened as it is at that latitude.
fn placed(points: &[(f64, f64)]) -> Vec<(f64, f64)> {
    let middle = points.iter().map(|(latitude, _)| latitude).sum::<f64>() / (points.len().max(1) as f64);
    let shortened = middle.to_radians().cos().max(0.01);
    let flat: Vec<(f64, f64)> = points.iter().map(|(latitude, longitude)| (longitude * shortened, -latitude)).collect();
    let range = |pick: fn(&(f64, f64)) -> f64| {
        let least = flat.iter().map(pick).fold(f64::INFINITY, f64::min);
        let most = flat.iter().map(pick).fold(f64::NEG_INFINITY, f64::max);
        ((least + most) / 2.0, most - least)
    };
    let ((x_middle, x_range), (y_middle, y_range)) = (range(|point| point.0), range(|point| point.1));
    let scale = ((WIDTH - 2.0 * EDGE) / x_range.max(1e-9)).min((HEIGHT - 2.0 * EDGE) / y_range.max(1e-9));
    flat.into_iter().map(|(x, y)| (WIDTH / 2.0 + (x - x_middle) * scale, HEIGHT / 2.0 + (y - y_middle) * scale)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_keep_their_directions_and_stay_inside() {
        let drawn = placed(&[(23.0, 113.0), (23.2, 113.0), (23.0, 113.4)]);
        assert!(drawn[1].1 < drawn[0].1, "north is up");
        assert!(drawn[2].0 > drawn[0].0, "east is right");
        assert!(drawn.iter().all(|&(x, y)| (0.0..=WIDTH).contains(&x) && (0.0..=HEIGHT).contains(&y)), "{drawn:?}");
        assert_eq!(placed(&[(23.0, 113.0)]), [(WIDTH / 2.0, HEIGHT / 2.0)], "a single one is in the middle");
        assert!(placed(&[]).is_empty());
    }
}
