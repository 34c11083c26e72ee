//! What the standard says of an item of government service beside what every [`crate::Service`] says: GB/T 39046-2020 (government service
//! platform, basic data). The code lists are as the national platform's catalogue and the provinces' data carry them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use fingertip_standard::LocalText;

use crate::Theme;

mod lists;

pub use lists::{
    Audience, Channel, HandlingScope, ItemKind, ItemLevel, LimitUnit, MaterialSource, OnlineDepth,
};

/// The standard's fields of an item; all empty where the catalogue was written without them. Their standard names stand in brackets.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ServiceItem {
    /// What the authority does (事项类型).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ItemKind>,
    /// At which level of government it is done (行使层级).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<ItemLevel>,
    /// Its code in the basic catalogue (基本编码): the same item has the same one everywhere.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub basic_code: String,
    /// Its code where this body does it (实施编码, 业务办理项编码): the body's credit code, the level and the basic code, and two digits more
    /// where one item is done as several.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub implementation_code: String,
    /// Who may ask for it (服务对象).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub audience: Vec<Audience>,
    /// What else it is about beside [`crate::Service::theme`] (主题分类).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub themes: Vec<Theme>,
    /// How it can be asked for (办理形式).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub channels: Vec<Channel>,
    /// What of it is done online (网上办理深度).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub online_depth: Vec<OnlineDepth>,
    /// Between which regions it does not matter where one asks (通办范围).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<HandlingScope>,
    /// How often one has to come (到办事现场次数).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub visits: Option<u8>,
    /// What is known of the documents beside their names (申请材料). Who reads only [`crate::Service::documents`] has every name.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub materials: Vec<Material>,
    /// What it costs, charge by charge (收费项目信息). What a person reads is [`crate::Service::fee`].
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub charges: Vec<Charge>,
    /// What one gets (结果名称).
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub result: LocalText,
    /// What the law allows (法定办结时限) where it does not count working days; those are [`crate::Service::statutory_days`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub statutory_limit: Option<TimeLimit>,
    /// What the body promises (承诺办结时限) where it does not count working days; those are [`crate::Service::promised_days`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promised_limit: Option<TimeLimit>,
}

impl ServiceItem {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A document that is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Material {
    /// Its name, as it stands in [`crate::Service::documents`].
    pub name: LocalText,
    /// Who issues it.
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub issuer: LocalText,
    /// Where it comes from (来源渠道).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<MaterialSource>,
    /// Which kind of document it is, as [`crate::Document::kind`] names it; empty where it is none of those.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// Whether the body can fetch it from its issuer: nobody need bring it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub is_fetchable: bool,
}

/// One charge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Charge {
    /// What for (收费项目名称).
    pub name: LocalText,
    /// How much, a decimal number: `12.50`; empty where it depends.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub amount: String,
    /// In which currency (ISO 4217).
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub currency: String,
    /// Which rule sets it (收费依据).
    #[serde(default, skip_serializing_if = "LocalText::is_empty")]
    pub basis: LocalText,
}

/// How long something may take.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TimeLimit {
    /// How many.
    pub count: u16,
    /// Of what.
    pub unit: LimitUnit,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_not_said_takes_no_room_and_what_is_newer_is_kept() {
        assert_eq!(serde_json::to_value(ServiceItem::default()).expect("JSON"), json!({}));
        assert!(serde_json::from_value::<ServiceItem>(json!({})).expect("an item").is_empty());
        let newer = json!({ "kind": "benediction", "level": "village", "audience": ["person", "robot"] });
        let item: ServiceItem = serde_json::from_value(newer.clone()).expect("an item");
        assert_eq!(item.kind.as_ref().map(ItemKind::code), Some("benediction"));
        assert_eq!(serde_json::to_value(&item).expect("JSON"), newer);
    }

    #[test]
    fn codes_and_names_lead_back_to_what_they_are_of() {
        for kind in ItemKind::ALL {
            assert_eq!(ItemKind::of_code(kind.code()).as_ref(), Some(kind));
            assert_eq!(ItemKind::of_name(kind.name()).as_ref(), Some(kind));
        }
        assert_eq!(ItemLevel::of_name("省级"), Some(ItemLevel::Province));
        assert_eq!(ItemLevel::of_code("9"), None);
    }
}
