//! JSON lines as the service catalogue of Guangdong province has them: one item a line, members after
//! GB/T 39046-2020 (TASK_CODE the item's implementation code, CATAID its basic code, DEPT_NAME the body, AREACODE the division).

use std::collections::BTreeMap;

use fingertip_contract::{
    Audience, Channel, Department, ItemKind, ItemLevel, LimitUnit, Region, RegionLevel, Service, ServiceItem,
    Theme, TimeLimit, Unread, read_item,
};
use fingertip_standard::{DepartmentId, LocalText, RegionCode, ServiceId};
use serde::Deserialize;

use super::{
    draft::{Draft, Item},
    own::without_place,
};
use crate::flaws::{above, level_of};

#[derive(Deserialize)]
struct Line {
    #[serde(rename = "TASK_CODE")]
    code: String,
    #[serde(rename = "CATAID", default)]
    basic_code: String,
    #[serde(rename = "TASK_NAME")]
    name: String,
    #[serde(rename = "TASK_TYPE_TEXT", default)]
    kind: String,
    #[serde(rename = "DEPT_NAME")]
    department: String,
    #[serde(rename = "AREACODE")]
    area: String,
    #[serde(rename = "AREA_CODE_TEXT", default)]
    area_name: String,
    #[serde(default)]
    matter_level: String,
    #[serde(default)]
    theme_category: Vec<String>,
    #[serde(default)]
    service_object_name: Vec<String>,
    #[serde(default)]
    visit_number: String,
    #[serde(default)]
    online_book: String,
    #[serde(default)]
    courier_service: String,
    #[serde(default)]
    handle_time: Option<String>,
    #[serde(default)]
    handle_time_limit: Option<String>,
    #[serde(default)]
    accept_standard: Option<String>,
    #[serde(default)]
    material_intro: Vec<String>,
    #[serde(default, rename = "subTaskName")]
    sub_task: Option<serde_json::Value>,
}

const LANGUAGE: &str = "zh-Hans";
/// How it says that something is offered.
const YES: &str = "是";

/// What is wrong with a line: the field, and why.
type Wrong = (&'static str, String);

pub(super) fn read(text: &str) -> Draft {
    let mut found = Found::default();
    for (idx, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = idx + 1;
        let read = read_item::<Line, _>(&mut serde_json::Deserializer::from_str(line));
        let read = read.map_err(|Unread { field, error }| (field, without_place(&error)));
        match read.and_then(|line| {
            found.service(line, number).map_err(|(field, reason)| (field.to_owned(), reason))
        }) {
            Ok(service) => found.draft.take(number, Item::Service(Box::new(service))),
            Err((field, reason)) => found.draft.reject(number, field, reason),
        }
    }
    found.draft
}

/// What the lines so far name.
#[derive(Default)]
struct Found {
    draft: Draft,
    regions: BTreeMap<RegionCode, String>,
    departments: BTreeMap<String, DepartmentId>,
}

impl Found {
    fn service(&mut self, line: Line, number: usize) -> Result<Service, Wrong> {
        let code = line.code.trim();
        let id = ServiceId::new(code).map_err(|error| ("TASK_CODE", error.to_string()))?;
        let region = RegionCode::new(line.area.trim()).map_err(|error| ("AREACODE", error.to_string()))?;
        let name = needed("TASK_NAME", &line.name)?;
        let department = needed("DEPT_NAME", &line.department)?;
        let (statutory_days, statutory_limit) = limit("handle_time", line.handle_time.as_deref())?;
        let (promised_days, promised_limit) = limit("handle_time_limit", line.handle_time_limit.as_deref())?;
        let item = ServiceItem { statutory_limit, promised_limit, ..item_of(&line)? };
        self.region(&region, line.area_name.trim(), number)?;
        let department = self.department(department, &region, number)?;
        let mut service = Service::new(
            id,
            LocalText::single(LANGUAGE, name),
            department,
            region,
            theme(&line.theme_category),
        );
        service.summary = text(line.sub_task.as_ref().and_then(serde_json::Value::as_str));
        service.keywords = line.theme_category.into_iter().filter(|theme| theme != "其他").collect();
        service.conditions = text(line.accept_standard.as_deref());
        service.documents =
            line.material_intro.iter().map(|name| text(Some(name))).filter(|name| !name.is_empty()).collect();
        service.statutory_days = statutory_days;
        service.promised_days = promised_days;
        service.item = item;
        Ok(service)
    }

    /// The division with this code, and those that it is in.
    fn region(&mut self, code: &RegionCode, name: &str, line: usize) -> Result<(), Wrong> {
        let level = level_of(code.as_str())
            .ok_or_else(|| ("AREACODE", "is no code of a division (GB/T 2260, GB/T 10114)".to_owned()))?;
        if self.regions.contains_key(code) {
            return Ok(());
        }
        let shown = match (name, &level) {
            ("", RegionLevel::Nation) => "全国",
            ("", _) => code.as_str(),
            (name, _) => name,
        };
        let parent = above(code.as_str()).and_then(|code| RegionCode::new(code).ok());
        if let Some(parent) = &parent {
            self.region(parent, "", line)?;
        }
        self.regions.insert(code.clone(), shown.to_owned());
        let region = Region::new(code.clone(), LocalText::single(LANGUAGE, shown), parent, level);
        self.draft.take(line, Item::Region(region));
        Ok(())
    }

    /// Bodies have names, not ids, in this format; ids are given in order of appearance.
    fn department(&mut self, name: &str, region: &RegionCode, line: usize) -> Result<DepartmentId, Wrong> {
        if let Some(id) = self.departments.get(name) {
            return Ok(id.clone());
        }
        let id = DepartmentId::new(format!("gd-{}", self.departments.len() + 1))
            .map_err(|error| ("DEPT_NAME", error.to_string()))?;
        self.departments.insert(name.to_owned(), id.clone());
        let department = Department::new(id.clone(), LocalText::single(LANGUAGE, name), region.clone());
        self.draft.take(line, Item::Department(department));
        Ok(id)
    }
}

fn needed<'a>(field: &'static str, value: &'a str) -> Result<&'a str, Wrong> {
    let value = value.trim();
    if value.is_empty() { Err((field, "is empty".to_owned())) } else { Ok(value) }
}

fn text(text: Option<&str>) -> LocalText {
    let text = text.filter(|text| !text.trim().is_empty());
    text.map(|text| LocalText::single(LANGUAGE, text)).unwrap_or_default()
}

/// What a list of the standard calls `name`; nothing where there is no name.
fn listed<T>(field: &'static str, name: &str, of_name: fn(&str) -> Option<T>) -> Result<Option<T>, Wrong> {
    match name.trim() {
        "" => Ok(None),
        name => {
            of_name(name).map(Some).ok_or_else(|| (field, format!("{name} is not in the standard's list")))
        }
    }
}

fn item_of(line: &Line) -> Result<ServiceItem, Wrong> {
    let audience = line
        .service_object_name
        .iter()
        .map(|name| listed("service_object_name", name, Audience::of_name))
        .collect::<Result<Vec<_>, _>>()?;
    let visits = match line.visit_number.trim() {
        "" => None,
        number => Some(number.parse().map_err(|_| ("visit_number", "is no number up to 255".to_owned()))?),
    };
    let channels = [(&line.online_book, Channel::Online), (&line.courier_service, Channel::Post)];
    let first = theme(&line.theme_category);
    let mut themes: Vec<Theme> = Vec::new();
    for theme in line.theme_category.iter().filter_map(|name| known_theme(name)) {
        if theme != first && !themes.contains(&theme) {
            themes.push(theme);
        }
    }
    Ok(ServiceItem {
        kind: listed("TASK_TYPE_TEXT", &line.kind, ItemKind::of_name)?,
        level: listed("matter_level", &line.matter_level, ItemLevel::of_name)?,
        basic_code: line.basic_code.trim().to_owned(),
        implementation_code: line.code.trim().to_owned(),
        audience: audience.into_iter().flatten().collect(),
        themes,
        channels: channels.into_iter().filter(|(said, _)| *said == YES).map(|(_, channel)| channel).collect(),
        visits,
        ..ServiceItem::default()
    })
}

/// A time limit: `30(工作日)` in working days, `90(自然日)` in days of the calendar, which nobody may take for working days.
fn limit(field: &'static str, text: Option<&str>) -> Result<(Option<u16>, Option<TimeLimit>), Wrong> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok((None, None)) };
    let count = |unit: &str| text.strip_suffix(unit).and_then(|count| count.trim().parse::<u16>().ok());
    match (count("(工作日)"), count("(自然日)")) {
        (Some(days), _) => Ok((Some(days), None)),
        (None, Some(count)) => Ok((None, Some(TimeLimit { count, unit: LimitUnit::Days }))),
        (None, None) => Err((field, format!("{text} is no time limit such as 20(工作日)"))),
    }
}

fn theme(names: &[String]) -> Theme {
    names.iter().find_map(|name| known_theme(name)).unwrap_or(Theme::Other)
}

fn known_theme(name: &str) -> Option<Theme> {
    const KNOWN: [(&str, Theme); 36] = [
        ("教育科研", Theme::Education),
        ("升学", Theme::Education),
        ("义务教育", Theme::Education),
        ("高校毕业生", Theme::Education),
        ("社会保障（社会保险、社会救助）", Theme::SocialSecurity),
        ("社会救助", Theme::SocialSecurity),
        ("退休", Theme::SocialSecurity),
        ("失业", Theme::SocialSecurity),
        ("医疗卫生", Theme::Healthcare),
        ("纳税", Theme::Taxation),
        ("交通出行", Theme::Transport),
        ("公用事业", Theme::Utilities),
        ("婚姻登记", Theme::CivilAffairs),
        ("结婚", Theme::CivilAffairs),
        ("生育收养", Theme::CivilAffairs),
        ("生小孩", Theme::CivilAffairs),
        ("残疾人", Theme::CivilAffairs),
        ("老年人", Theme::CivilAffairs),
        ("民族宗教", Theme::CivilAffairs),
        ("住房保障", Theme::Housing),
        ("买房子", Theme::Housing),
        ("规划建设", Theme::Housing),
        ("出境入境", Theme::PublicSecurity),
        ("户籍办理", Theme::PublicSecurity),
        ("证件办理", Theme::PublicSecurity),
        ("职业资格", Theme::Employment),
        ("找工作", Theme::Employment),
        ("就业创业", Theme::Employment),
        ("人才", Theme::Employment),
        ("创业", Theme::Business),
        ("设立变更", Theme::Business),
        ("准营准办", Theme::Business),
        ("司法公证", Theme::Justice),
        ("环保绿化", Theme::Environment),
        ("农民", Theme::Agriculture),
        ("文化体育", Theme::Culture),
    ];
    KNOWN.iter().find(|(known, _)| *known == name).map(|(_, theme)| *theme)
}
