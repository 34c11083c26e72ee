//! What everybody in a region has to know now (Common Alerting Protocol, OASIS CAP 1.2: the fields that a shell shows).

use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Deserializer, Serialize};

use fingertip_standard::{AlertId, DepartmentId, LocalText, RegionCode};

/// Whether it is meant (CAP 1.2, 3.2.1 `status`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AlertStatus {
    /// All concerned act on it.
    #[default]
    Actual,
    /// Those who take part in an exercise act on it: a drill.
    Exercise,
    /// For the alerting network itself.
    System,
    /// A technical test: nobody acts on it.
    Test,
    /// Not to be acted on yet.
    Draft,
    /// What a newer platform knows; kept and written back as it came.
    #[serde(untagged)]
    Unknown(String),
}

/// How bad it is (CAP 1.2, 3.2.2 `severity`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Extraordinary threat to life or property.
    Extreme,
    /// Significant threat.
    Severe,
    /// Possible threat.
    Moderate,
    /// Little or no threat.
    Minor,
    /// CAP's `Unknown`, and what a newer platform knows; kept and written back as it came. It may be severe.
    #[serde(untagged)]
    Unknown(String),
}

impl Severity {
    /// Its place among others, the worst first.
    #[must_use]
    pub fn rank(&self) -> u8 {
        match self {
            Self::Extreme => 0,
            Self::Severe => 1,
            Self::Unknown(_) => 2,
            Self::Moderate => 3,
            Self::Minor => 4,
        }
    }
}

/// CAP writes `Extreme`, this contract `extreme`.
macro_rules! read_in_any_case {
    ($name:ident: $($text:literal => $value:ident),*) => {
        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                Ok(match text.to_ascii_lowercase().as_str() {
                    $($text => Self::$value,)*
                    _ => Self::Unknown(text),
                })
            }
        }
    };
}
read_in_any_case!(Severity: "extreme" => Extreme, "severe" => Severe, "moderate" => Moderate, "minor" => Minor);
read_in_any_case!(AlertStatus: "actual" => Actual, "exercise" => Exercise, "system" => System, "test" => Test, "draft" => Draft);

/// An alert.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Alert {
    /// Its id; a person who put it away does not see it again.
    pub id: AlertId,
    /// Whether it is meant.
    #[serde(default, skip_serializing_if = "AlertStatus::is_actual")]
    pub status: AlertStatus,
    /// How bad it is.
    pub severity: Severity,
    /// What happens, in a line.
    pub headline: LocalText,
    /// What to do.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub instruction: LocalText,
    /// Where: this region and all below it; none for everybody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// Who says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub department: Option<DepartmentId>,
    /// From when; none from when it was sent (CAP 1.2: `effective` is optional).
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "time")]
    pub effective: Option<Timestamp>,
    /// Until when; none until it is taken out of the catalogue.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "time")]
    pub expires: Option<Timestamp>,
    /// Whom to call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// Where to read more.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

impl Alert {
    /// Whether it holds now.
    #[must_use]
    pub fn is_in_force(&self, now: Timestamp) -> bool {
        self.effective.is_none_or(|effective| effective <= now)
            && self.expires.is_none_or(|expires| now < expires)
    }

    /// Whether people see it, as an alert or as a drill.
    #[must_use]
    pub fn is_for_people(&self) -> bool {
        !matches!(self.status, AlertStatus::System | AlertStatus::Draft)
    }

    /// Whether nothing of it is meant: it must never look like the real thing.
    #[must_use]
    pub fn is_drill(&self) -> bool {
        matches!(self.status, AlertStatus::Exercise | AlertStatus::Test)
    }
}

impl AlertStatus {
    fn is_actual(&self) -> bool {
        *self == Self::Actual
    }
}

/// A time as CAP writes it (XML Schema `dateTime`): the end of a day may be `24:00:00`, UTC is `-00:00`. An alert whose time nobody can read is
/// no less an alert: it holds from now on, until it is taken out.
fn time<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Timestamp>, D::Error> {
    Ok(Option::<String>::deserialize(from)?.as_deref().and_then(read_time))
}

fn read_time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let Some((day, rest)) = text.split_once("T24:00") else { return text.parse().ok() };
    // Seconds, and parts of them, can only be nought.
    let zone = &rest[rest.find(['Z', '+', '-'])?..];
    let next = day.parse::<jiff::civil::Date>().ok()?.tomorrow().ok()?;
    format!("{next}T00:00:00{zone}").parse().ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn alert(with: &serde_json::Value) -> Alert {
        let mut alert = json!({"id": "a", "severity": "severe", "headline": {"en": "Storm"}});
        for (name, value) in with.as_object().expect("members") {
            alert[name] = value.clone();
        }
        serde_json::from_value(alert).expect("an alert")
    }

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn no_way_of_writing_loses_an_alert() {
        let now = at("2026-11-24T12:00:00Z");
        assert!(alert(&json!({})).is_in_force(now), "without effective");
        for (expires, end) in [
            ("2026-11-24T24:00:00-00:00", Some("2026-11-25T00:00:00Z")),
            ("2026-11-24T24:00:00+08:00", Some("2026-11-24T16:00:00Z")),
            ("2026-12-31T24:00:00Z", Some("2027-01-01T00:00:00Z")),
            ("2026-11-24T20:00:00-00:00", Some("2026-11-24T20:00:00Z")),
            ("2026-11-24T20:00:00+08:00", Some("2026-11-24T12:00:00Z")),
            ("tonight", None),
        ] {
            let read = alert(&json!({"expires": expires, "effective": "2026-11-24T00:00:00-00:00"}));
            assert_eq!(read.expires, end.map(at), "{expires}");
        }
        assert!(alert(&json!({"effective": "soon"})).is_in_force(now));
    }

    #[test]
    fn what_is_not_known_is_worse_than_moderate_and_a_drill_is_none() {
        for (written, severity) in [
            ("Extreme", Severity::Extreme),
            ("moderate", Severity::Moderate),
            ("Unknown", Severity::Unknown("Unknown".into())),
        ] {
            assert_eq!(alert(&json!({"severity": written})).severity, severity);
        }
        assert!(Severity::Severe.rank() < Severity::Unknown("Unknown".into()).rank());
        assert!(Severity::Unknown("apocalyptic".into()).rank() < Severity::Moderate.rank());
        for (status, is_drill, is_for_people) in [
            ("Actual", false, true),
            ("Exercise", true, true),
            ("Test", true, true),
            ("System", false, false),
            ("Draft", false, false),
            ("later", false, true),
        ] {
            let alert = alert(&json!({"status": status}));
            assert_eq!((alert.is_drill(), alert.is_for_people()), (is_drill, is_for_people), "{status}");
        }
        assert!(!alert(&json!({})).is_drill());
    }
}
