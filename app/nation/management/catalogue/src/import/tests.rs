//! Broken files: each fault is named by its line and field, and nothing is half imported.

use serde_json::{Value, json};

use super::*;

const GOOD: &str = r#"{"TASK_CODE":"11440000006940116U2440102002003","CATAID":"440102002003","TASK_NAME":"中小学地方课程教材初审","TASK_TYPE_TEXT":"行政许可","DEPT_NAME":"广东省教育厅","AREACODE":"440000","AREA_CODE_TEXT":"广东省","matter_level":"省级","handle_time":"70(工作日)","handle_time_limit":"90(自然日)","visit_number":"1","online_book":"是","courier_service":"否","theme_category":["教育科研","升学","人才","其他"],"service_object_name":["自然人","企业法人"],"material_intro":["申请表"]}"#;

/// Line and field of each fault.
#[track_caller]
fn faults(bytes: impl AsRef<[u8]>) -> Vec<(usize, String)> {
    match import(bytes.as_ref()) {
        Err(ImportError::Faulty(rejected)) => rejected.into_iter().map(|one| (one.line, one.field)).collect(),
        other => panic!("it is not refused: {other:?}"),
    }
}

#[track_caller]
fn check(bytes: impl AsRef<[u8]>, expected: &[(usize, &str)]) {
    let found = faults(bytes);
    assert_eq!(found.iter().map(|(line, field)| (*line, field.as_str())).collect::<Vec<_>>(), expected);
}

fn whole() -> Value {
    json!({
        "regions": [{"code": "100000", "name": {"en": "N"}, "level": "nation"}],
        "departments": [{"id": "d", "name": {"en": "D"}, "region": "100000"}],
        "services": [{"id": "s", "name": {"en": "S"}, "department": "d", "region": "100000", "theme": "other"}],
    })
}

#[test]
fn a_line_of_guangdong_has_the_fields_of_the_standard() {
    let catalogue = import(GOOD.as_bytes()).expect("a catalogue").catalogue;
    let service = &catalogue.services[0];
    assert_eq!((service.statutory_days, service.promised_days), (Some(70), None));
    let item = serde_json::to_value(&service.item).expect("JSON");
    let expected = json!({
        "kind": "licence", "level": "province", "basic_code": "440102002003", "implementation_code": "11440000006940116U2440102002003",
        "audience": ["person", "enterprise"], "themes": ["employment"], "channels": ["online"], "visits": 1,
        "promised_limit": {"count": 90, "unit": "days"},
    });
    assert_eq!(item, expected, "calendar days are no working days");
    // It stands alone: the nation is there though no line names it.
    let codes: Vec<_> = catalogue.regions.iter().map(|region| region.code.as_str()).collect();
    assert_eq!(codes, ["100000", "440000"]);
    let county = GOOD.replace("440000\"", "440106\"").replace("广东省\"", "\"");
    let regions = import(county.as_bytes()).expect("a catalogue").catalogue.regions;
    assert_eq!(
        regions.iter().map(|region| region.code.as_str()).collect::<Vec<_>>(),
        ["100000", "440000", "440100", "440106"]
    );
}

#[test]
fn an_import_is_whole_or_nothing_and_who_wants_the_good_part_says_so() {
    // Each a part of its own of one item, so that only what was changed is wrong.
    let part = |number: u8, from: &str, to: &str| {
        GOOD.replace(from, to).replace("U2440102002003\"", &format!("U2440102002003{number:02}\""))
    };
    let text = [
        GOOD,
        "{\"TASK_CODE\": 7}",
        "nonsense",
        "",
        GOOD,
        &part(1, "\"440000\"", "\"4400\""),
        &part(2, "行政许可", "行政魔法"),
        &part(3, "70(工作日)", "seventy"),
        &part(4, "省级", "市级"),
        &part(5, "中小学地方课程教材初审", ""),
        &part(6, "中小学地方课程教材初审", &"长".repeat(501)),
        &part(7, "440102002003\",\"TASK_NAME", "440102002009\",\"TASK_NAME"),
        &part(8, "自然人", "超人"),
        &part(9, "\"visit_number\":\"1\"", "\"visit_number\":\"-1\""),
        &part(10, "教育科研", "人才"),
    ]
    .join("\n");
    let expected = [
        (2, "TASK_CODE"),
        (3, ""),
        (5, "id"),
        (6, "AREACODE"),
        (7, "TASK_TYPE_TEXT"),
        (8, "handle_time"),
        (9, "item.level"),
        (10, "TASK_NAME"),
        (11, "name.zh-Hans"),
        (12, "item.implementation_code"),
        (13, "service_object_name"),
        (14, "visit_number"),
    ];
    check(&text, &expected);
    let imported = import_without_faulty(text.as_bytes()).expect("what is good of it");
    let taken: Vec<_> = imported.catalogue.services.iter().map(|service| service.id.as_str()).collect();
    assert_eq!(taken, ["11440000006940116U2440102002003", "11440000006940116U244010200200310"]);
    let left_out: Vec<_> = imported.rejected.iter().map(|one| (one.line, one.field.as_str())).collect();
    assert_eq!(left_out, expected);
}

#[test]
fn what_is_below_a_region_that_is_left_out_goes_with_it_and_who_wants_everything_has_it() {
    let name = json!({ "en": "Somewhere" });
    let region = |code: &str, name: &Value, parent: Value, level: &str| json!({ "code": code, "name": name, "parent": parent, "level": level });
    let text = json!({
        "regions": [
            region("100000", &name, Value::Null, "nation"), region("220000", &json!({}), json!("100000"), "province"),
            region("220100", &name, json!("220000"), "prefecture"), region("220102", &name, json!("220100"), "county"),
        ],
        "departments": [{ "id": "tax", "name": name, "region": "100000" }],
        "services": [
            { "id": "near", "name": name, "department": "tax", "region": "220102", "theme": "taxation" },
            { "id": "all", "name": name, "department": "tax", "region": "100000", "theme": "taxation" },
        ],
    });
    let text = text.to_string();
    let good = import_without_faulty(text.as_bytes()).expect("what is good of it").catalogue;
    let codes: Vec<_> = good.regions.iter().map(|region| region.code.as_str()).collect();
    let services: Vec<_> = good.services.iter().map(|service| service.id.as_str()).collect();
    assert_eq!((codes, services), (vec!["100000"], vec!["all"]));
    let everything = import_unjudged(text.as_bytes()).expect("all that can be read").catalogue;
    assert_eq!((everything.regions.len(), everything.services.len()), (4, 2));
}

#[test]
fn our_own_format_names_lines_of_the_file_and_fields_of_the_item() {
    let pretty = |change: &dyn Fn(&mut Value)| {
        let mut value = whole();
        change(&mut value);
        serde_json::to_string_pretty(&value).expect("JSON")
    };
    assert!(import(pretty(&|_| ()).as_bytes()).is_ok());
    let line_of =
        |text: &str, mark: &str| 1 + text.lines().position(|line| line.contains(mark)).expect("it is there");
    let text = pretty(&|v| v["services"][0]["promised_days"] = "soon".into());
    check(&text, &[(line_of(&text, "soon"), "promised_days")]);
    let text = pretty(&|v| v["services"][0]["legal_basis"] = json!([{"title": {"en": "A"}}, {"title": 7}]));
    check(&text, &[(line_of(&text, ": 7"), "legal_basis[1].title")]);
    let text = pretty(&|v| drop(v["services"][0].as_object_mut().expect("one").remove("department")));
    assert_eq!(faults(&text)[0].1, "department");
    let text = pretty(&|v| v["regions"][0]["parent"] = "100000".into());
    assert_eq!(faults(&text)[0].1, "parent");
    // A list under a name that nobody reads would be lost without a word, and so would all of an empty file.
    let text = pretty(&|v| v["life-events"] = json!([]));
    check(&text, &[(line_of(&text, "life-events"), "life-events")]);
    let empty = import(b"{\"services\": []}");
    assert!(matches!(empty, Err(ImportError::UnknownFormat { .. })), "{empty:?}");
    // A text that is cut off, and one that goes down too deep.
    let text = pretty(&|_| ());
    let cut = &text[..text.len() - 20];
    assert_eq!(faults(cut), [(cut.lines().count(), String::new())]);
    let deep = format!("{{\"services\": {}", "[".repeat(100_000));
    assert_eq!(faults(&deep).len(), 1);
}

#[test]
fn what_is_written_line_by_line_is_read_back() {
    let mut value = whole();
    value["life_events"] = json!([{"id": "e", "name": {"en": "E"}, "occasion": "birth", "services": ["s"]}]);
    value["best_bets"] = json!([{"question": "q", "services": ["s"]}]);
    value["synonyms"] = "- search: a => b".into();
    let catalogue: Catalogue = serde_json::from_value(value).expect("a catalogue");
    let lines = crate::export::json_lines(&catalogue).expect("lines");
    assert_eq!(import(lines.as_bytes()).expect("a catalogue").catalogue, catalogue);
    let broken = lines
        .replace("\"occasion\":\"birth\"", "\"occasion\":7")
        .replace("\"theme\":\"other\"", "\"theme\":[]");
    check(&broken, &[(3, "theme"), (4, "occasion"), (5, "services[0]")]);
    check(
        "{\"service\": {}}\n{\"unicorn\": {}}\n{\"region\": 1, \"service\": 2}",
        &[(1, "id"), (2, "unicorn"), (3, "")],
    );
}

#[test]
fn wrong_encodings_are_named_by_line_and_field() {
    // 广 in GB 18030 where UTF-8 should be.
    let mut bytes = GOOD.as_bytes().to_vec();
    bytes.extend(b"\n{\"TASK_CODE\": \"1\", \"TASK_NAME\": \"\xb9\xe3\"}");
    check(&bytes, &[(2, "TASK_NAME")]);
    check(b"\xff\xfe{\0", &[(1, "")]);
    let told = GOOD.replace("中小学", "\u{fffd}\u{fffd}");
    check(&told, &[(1, "name.zh-Hans")]);
    assert!(matches!(import(b"  \n"), Err(ImportError::UnknownFormat { .. })));
    assert!(matches!(import("名字,代码\n".as_bytes()), Err(ImportError::UnknownFormat { .. })));
    assert!(matches!(import(b"{}\nnonsense"), Err(ImportError::UnknownFormat { .. })));
}

#[test]
fn the_tables_of_local_services_and_authorities_are_read_by_their_columns() {
    let services = "LGSL,Description,Providing Tier\n1,Home education,county/unitary\n831,\"Groups, and families\",all\n";
    let catalogue = import(services.as_bytes()).expect("services").catalogue;
    let read: Vec<_> = catalogue
        .services
        .iter()
        .map(|service| {
            (service.id.as_str(), service.item.basic_code.as_str(), service.name.in_language("en"))
        })
        .collect();
    assert_eq!(read, [("lgsl-1", "1", "Home education"), ("lgsl-831", "831", "Groups, and families")]);
    let broken = "LGSL,Description,Providing Tier\n1,A,moon\nx,B,all\n2,,all\n1,C,all\n1,D,all\n3\n";
    check(
        broken,
        &[(2, "Providing Tier"), (3, "LGSL"), (4, "Description"), (6, "id"), (7, "Providing Tier")],
    );
    check("LGSL,Description\n1,A\n", &[(1, "Providing Tier")]);
    let authorities = "id,gss,tier_id,parent_local_authority_id,slug,country_name,name\n\
                       1,E10000001,1,,countyshire,England,Countyshire\n2,E07000001,2,1,adur,England,Adur\n";
    let catalogue = import(authorities.as_bytes()).expect("authorities").catalogue;
    let adur = catalogue.regions.iter().find(|region| region.code.as_str() == "E07000001").expect("Adur");
    assert_eq!(adur.parent.as_ref().map(|code| code.as_str()), Some("E10000001"));
    assert_eq!((adur.level.clone(), catalogue.regions.len()), (fingertip_contract::RegionLevel::County, 7));
    let broken = authorities
        .replace("2,E07000001,2,1,", "2,E07000001,9,1,")
        .replace("England,Countyshire", "Narnia,Countyshire");
    check(&broken, &[(2, "country_name"), (3, "tier_id")]);
    check(authorities.replace(",2,1,adur", ",2,9,adur"), &[(3, "parent_local_authority_id")]);
}

#[test]
fn linked_data_is_read_in_whichever_form_it_comes_and_its_faults_are_named() {
    let whole = json!({
        "@context": {"cpsv": "http://purl.org/vocab/cpsv#", "dct": "http://purl.org/dc/terms/", "cv": "http://data.europa.eu/m8g/", "skos": "http://www.w3.org/2004/02/skos/core#"},
        "@id": "https://a.example/services/1", "@type": "cpsv:PublicService", "dct:identifier": "https://a.example/services/1",
        "dct:title": [{"@language": "nl", "@value": "Paspoort"}, {"@language": "zh-Hans", "@value": "护照"}],
        "dct:description": {"@language": "nl", "@value": "Een paspoort."},
        "cv:processingTime": {"@type": "http://www.w3.org/2001/XMLSchema#duration", "@value": "P7D"},
        "cv:hasCompetentAuthority": {
            "@id": "https://a.example/bodies/1", "@type": "cv:PublicOrganisation", "dct:identifier": "Stad Gent",
            "skos:prefLabel": {"@language": "nl", "@value": "Gent"},
            "dct:spatial": {"@id": "http://publications.europa.eu/resource/authority/country/BEL"}
        }
    });
    let catalogue = import(whole.to_string().as_bytes()).expect("a catalogue").catalogue;
    let service = &catalogue.services[0];
    assert_eq!(
        (service.id.as_str(), service.region.as_str(), service.department.as_str()),
        ("1", "BEL", "cpsv-1")
    );
    assert_eq!((service.name.0.len(), service.name.in_language("zh-Hans")), (2, "护照"));
    assert_eq!(service.promised_days, None, "days of the calendar are no working days");
    assert_eq!(service.item.promised_limit.as_ref().map(|limit| limit.count), Some(7));
    let without = |member: &str| {
        let mut whole = whole.clone();
        whole.as_object_mut().expect("one").remove(member);
        serde_json::to_string_pretty(&whole).expect("JSON")
    };
    for (member, field) in [
        ("dct:title", "PublicService.name"),
        ("dct:identifier", "PublicService.identifier"),
        ("cv:hasCompetentAuthority", "PublicService.hasCompetentAuthority"),
    ] {
        let text = without(member);
        let line = 1 + text
            .lines()
            .position(|line| line.contains("\"@id\": \"https://a.example/services/1\""))
            .expect("its name");
        assert!(faults(&text).contains(&(line, field.to_owned())), "{member}: {:?}", faults(&text));
    }
    let slow = whole.to_string().replace("P7D", "a week");
    assert_eq!(faults(&slow), [(1, "PublicService.processingTime".to_owned())]);
    let remote =
        json!({"@context": "https://elsewhere.example/context.jsonld", "@type": "PublicService"}).to_string();
    assert_eq!(faults(&remote).len(), 1);
    check("{\n\"@context\": {},\n\"@graph\": [,]}", &[(3, "")]);
}

#[test]
fn nonsense_of_any_kind_is_refused_and_breaks_nothing() {
    for nonsense in [
        "\u{0}",
        "{",
        "[",
        "[]",
        "null",
        "7",
        "\"services\"",
        "{\"services\": 7}",
        "{\"services\": [null]}",
        "{\"regions\": {}}",
        "{\"@context\": 7}",
        "{\"@graph\": [{\"@id\": 7}]}",
        "LGSL",
        "gss\n\"",
        "{\"service\": null}",
        "{\"TASK_CODE\": \"\\ud800\"}",
    ] {
        drop(import(nonsense.as_bytes()));
        drop(import_without_faulty(nonsense.as_bytes()));
    }
}

#[test]
fn wherever_a_file_is_cut_off_nothing_of_a_broken_part_is_imported() {
    let other = GOOD.replace("U2440102002003\"", "U244010200200301\"");
    let lines = format!("{GOOD}\n{other}\n");
    for end in 0..lines.len() {
        let cut = &lines.as_bytes()[..end];
        if let Ok(imported) = import(cut) {
            // What is cut between two lines is a shorter file.
            let n_lines = lines[..end].lines().count();
            assert_eq!(imported.catalogue.services.len(), n_lines, "cut at byte {end}");
        }
    }
    let native = whole().to_string();
    let catalogue = serde_json::from_str::<Catalogue>(&native).expect("a catalogue");
    let linked = crate::export::cpsv_ap(&catalogue, "https://platform.example").to_string();
    for whole in [native, linked] {
        assert!(import(whole.as_bytes()).is_ok());
        assert!((0..whole.len()).all(|end| import(&whole.as_bytes()[..end]).is_err()));
    }
}

#[test]
fn where_a_byte_is_another_the_importers_say_so_or_read_on() {
    let linked = {
        let catalogue = serde_json::from_value::<Catalogue>(whole()).expect("a catalogue");
        crate::export::cpsv_ap(&catalogue, "https://platform.example").to_string()
    };
    let table = "LGSL,Description,Providing Tier\n1,\"A, B\",all\n".to_owned();
    for text in [GOOD.to_owned(), whole().to_string(), linked, table] {
        for at in (0..text.len()).step_by(1 + text.len() / 200) {
            for byte in [0, b'"', b'{', b'7', 0xff] {
                let mut bytes = text.clone().into_bytes();
                bytes[at] = byte;
                // One of both; what is taken can be written and read again.
                if let Ok(imported) = import(&bytes) {
                    let lines = crate::export::json_lines(&imported.catalogue).expect("lines");
                    assert_eq!(import(lines.as_bytes()).expect("a catalogue").catalogue, imported.catalogue);
                }
            }
        }
    }
}
