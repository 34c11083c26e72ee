//! What the tests of a whole catalogue share.

use fingertip_contract::Catalogue;
use serde_json::json;

/// A catalogue in which every field stands that others have a place for.
pub(crate) fn full() -> Catalogue {
    let text = |english: &str, chinese: &str| json!({ "en": english, "zh-Hans": chinese });
    serde_json::from_value(json!({
        "regions": [
            { "code": "100000", "name": text("China", "全国"), "level": "nation" },
            { "code": "440000", "name": text("Guangdong", "广东省"), "parent": "100000", "level": "province" },
            { "code": "440100", "name": text("Guangzhou", "广州市"), "parent": "440000", "level": "prefecture", "valid_from": "1949-10-14" },
            { "code": "440112", "name": text("Huangpu", "黄埔区"), "parent": "440100", "level": "county", "valid_until": "2014-01-24", "successor": "440100" },
            { "code": "440106001", "name": text("Wushan", "五山街道"), "parent": "440100", "level": "township" },
        ],
        "departments": [
            { "id": "taxation", "name": text("Taxation", "税务局"), "region": "100000", "phone": "12366" },
            { "id": "prices", "name": text("Prices", "发展和改革委员会"), "region": "440000" },
        ],
        "services": [
            {
                "id": "prices-1", "name": text("Price rise", "提价申报"), "summary": text("Ask to raise a price.", "申请提价。"),
                "department": "prices", "region": "440000", "theme": "business", "keywords": ["price", "涨价"],
                "conditions": text("Prices are controlled.", "价格干预期间。"),
                "documents": [text("Identity card", "身份证"), text("Application", "申请报告")], "fee": text("12.50 yuan", "12.50元"),
                "statutory_days": 30, "promised_days": 7,
                "legal_basis": [{ "title": text("Price Law, art. 30", "《价格法》第三十条"), "url": "https://law.example/prices" }, { "title": text("A rule", "办法") }],
                "item": {
                    "kind": "licence", "level": "province", "basic_code": "440101007000", "implementation_code": "11440000006939756B2440101007000",
                    "audience": ["person", "enterprise"], "themes": ["agriculture", "taxation"], "channels": ["window", "online", "post"],
                    "online_depth": ["acceptance", "handling"], "scope": "across-cities", "visits": 0,
                    "materials": [{ "name": text("Identity card", "身份证"), "issuer": text("Police", "公安机关"), "source": "authority", "is_fetchable": true }],
                    "charges": [{ "name": text("Review", "审查费"), "amount": "12.50", "currency": "CNY" }],
                    "result": text("A permit", "批复")
                }
            },
            {
                "id": "tax.2", "name": text("Tax certificate", "完税证明"), "department": "taxation", "region": "100000", "theme": "taxation",
                "item": { "statutory_limit": { "count": 90, "unit": "days" }, "promised_limit": { "count": 30, "unit": "days" } }
            },
        ],
        "life_events": [
            { "id": "opening-a-shop", "name": text("Opening a shop", "开店"), "summary": text("Much.", "很多。"), "occasion": "business", "services": ["tax.2", "prices-1"] },
        ],
    }))
    .expect("a catalogue")
}
