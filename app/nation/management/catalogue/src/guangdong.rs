//! JSON lines as the service catalogue of Guangdong province has them: one item a line, members after
//! GB/T 39046-2020 (TASK_CODE the item's code, DEPT_NAME the department, AREACODE the division).

use std::collections::{BTreeMap, HashSet};

use fingertip_contract::{Catalogue, Department, Region, RegionLevel, Rejected, Service, Theme};
use fingertip_standard::{DepartmentId, LocalText, RegionCode, ServiceId};
use serde::Deserialize;

use crate::imported::Imported;

#[derive(Deserialize)]
struct Line {
    #[serde(rename = "TASK_CODE")]
    code: String,
    #[serde(rename = "TASK_NAME")]
    name: String,
    #[serde(rename = "DEPT_NAME")]
    department: String,
    #[serde(rename = "AREACODE")]
    area: String,
    #[serde(rename = "AREA_CODE_TEXT", default)]
    area_name: String,
    #[serde(default)]
    theme_category: Vec<String>,
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

pub(crate) fn import(text: &str) -> Imported {
    let mut imported = Imported::default();
    let mut regions: BTreeMap<RegionCode, Region> = BTreeMap::new();
    let mut departments: BTreeMap<String, Department> = BTreeMap::new();
    let mut seen = HashSet::new();
    for (index, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match read(line, &mut regions, &mut departments) {
            Ok(service) if seen.insert(service.id.clone()) => imported.catalogue.services.push(service),
            Ok(service) => imported
                .rejected
                .push(Rejected { line: index + 1, reason: format!("service {} comes twice", service.id) }),
            Err(reason) => imported.rejected.push(Rejected { line: index + 1, reason }),
        }
    }
    imported.catalogue = Catalogue {
        regions: regions.into_values().collect(),
        departments: departments.into_values().collect(),
        services: imported.catalogue.services,
        ..Catalogue::default()
    };
    imported
}

fn read(
    line: &str,
    regions: &mut BTreeMap<RegionCode, Region>,
    departments: &mut BTreeMap<String, Department>,
) -> Result<Service, String> {
    let line: Line = serde_json::from_str(line).map_err(|error| error.to_string())?;
    let id = ServiceId::new(line.code.trim()).map_err(|error| error.to_string())?;
    let code = RegionCode::new(line.area.trim()).map_err(|error| error.to_string())?;
    if line.name.trim().is_empty() {
        return Err(format!("service {id} has no name"));
    }
    if line.department.trim().is_empty() {
        return Err(format!("service {id} has no department"));
    }
    regions.entry(code.clone()).or_insert_with(|| region(&code, &line.area_name));
    let count = departments.len() + 1;
    let department = departments.entry(line.department.clone()).or_insert_with(|| Department {
        // Departments have names, not ids, in this format; ids are given in order of appearance.
        id: DepartmentId::new(format!("gd-{count}")).expect("a label"),
        name: LocalText::single(LANGUAGE, line.department.trim()),
        region: code.clone(),
        prefix: String::new(),
        phone: None,
        answers_for_all: false,
    });
    let text = |text: Option<String>| {
        text.filter(|text| !text.trim().is_empty())
            .map(|text| LocalText::single(LANGUAGE, text))
            .unwrap_or_default()
    };
    let summary = line.sub_task.and_then(|value| value.as_str().map(str::to_owned));
    Ok(Service {
        id,
        name: LocalText::single(LANGUAGE, line.name.trim()),
        summary: text(summary),
        department: department.id.clone(),
        region: code,
        theme: theme(&line.theme_category),
        keywords: line.theme_category.iter().filter(|theme| *theme != "其他").cloned().collect(),
        asked: Vec::new(),
        conditions: text(line.accept_standard),
        documents: line.material_intro.into_iter().map(|name| LocalText::single(LANGUAGE, name)).collect(),
        fee: LocalText::default(),
        statutory_days: line.handle_time.as_deref().and_then(days),
        promised_days: line.handle_time_limit.as_deref().and_then(days),
        legal_basis: Vec::new(),
        demand: 0,
        is_high_demand: false,
        is_never_high_demand: false,
        mini_app: None,
        outage: None,
    })
}

/// `30(工作日)` is 30. Calendar days are not promised as working days.
fn days(text: &str) -> Option<u16> {
    text.strip_suffix("(工作日)")?.trim().parse().ok()
}

/// A division by its code (GB/T 2260): the last four digits are zero for a province, the last two for a city.
fn region(code: &RegionCode, name: &str) -> Region {
    let digits = code.as_str();
    let (level, parent) = match digits {
        _ if digits.ends_with("0000") => (RegionLevel::Province, "100000".to_owned()),
        _ if digits.ends_with("00") && digits.len() == 6 => {
            (RegionLevel::Prefecture, format!("{}0000", &digits[..2]))
        }
        // GB/T 2260: 90 in place of a city is a county directly under its province.
        _ if digits.len() == 6 && digits.get(2..4) == Some("90") => {
            (RegionLevel::County, format!("{}0000", &digits[..2]))
        }
        _ if digits.len() == 6 => (RegionLevel::County, format!("{}00", &digits[..4])),
        _ => (RegionLevel::County, "100000".to_owned()),
    };
    let shown = if name.is_empty() { digits } else { name };
    Region {
        code: code.clone(),
        name: LocalText::single(LANGUAGE, shown),
        parent: RegionCode::new(parent).ok(),
        level,
        valid_from: None,
        valid_until: None,
        successor: None,
    }
}

fn theme(names: &[String]) -> Theme {
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
    names
        .iter()
        .find_map(|name| KNOWN.iter().find(|(known, _)| known == name).map(|(_, theme)| *theme))
        .unwrap_or(Theme::Other)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"{"TASK_CODE":"11440000006940116U2440102002003","TASK_NAME":"中小学地方课程教材初审","DEPT_NAME":"广东省教育厅","AREACODE":"440000","AREA_CODE_TEXT":"广东省","handle_time":"70(工作日)","handle_time_limit":"18(工作日)","theme_category":["教育科研"],"material_intro":["申请表"]}"#;

    #[test]
    fn a_line_becomes_a_service() {
        let imported = import(GOOD);
        let service = &imported.catalogue.services[0];
        assert_eq!(
            (service.theme, service.statutory_days, service.promised_days),
            (Theme::Education, Some(70), Some(18))
        );
        assert_eq!(
            imported.catalogue.department(&service.department).map(|d| d.name.in_language("zh")),
            Some("广东省教育厅")
        );
        assert_eq!(imported.catalogue.regions[0].level, RegionLevel::Province);
    }

    #[test]
    fn broken_lines_are_counted_and_named() {
        let text = format!(
            "{GOOD}\n{{\"TASK_CODE\": 7}}\nnonsense\n\n{GOOD}\n{}",
            GOOD.replace("440000\"", "x\"").replace("2003", "2004")
        );
        let imported = import(&text);
        assert_eq!(imported.catalogue.services.len(), 1);
        assert_eq!(imported.rejected.iter().map(|rejected| rejected.line).collect::<Vec<_>>(), [2, 3, 5, 6]);
        assert!(imported.rejected[2].reason.contains("comes twice"));
    }

    #[test]
    fn calendar_days_are_not_working_days() {
        assert_eq!(days("90(自然日)"), None);
        assert_eq!(days("20(工作日)"), Some(20));
    }
}
