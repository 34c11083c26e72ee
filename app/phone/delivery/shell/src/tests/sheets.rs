//! Every sheet shows what goes: nobody agrees to a blank.

use fingertip_core::{
    AskedToShow, Asker, Destination, Fit, Invitation, Offer, OfferedSet, Paper, PaperToShow, Presenting,
    Question, QuestionItem, Reminding, Scanning, Selection, Sheet, SheetId,
};
use fingertip_standard::{
    Capability, ConsentSubject, DepartmentId, LocalText, RegionCode,
    requests::{Call, CaseDraft, Payment},
    words::Money,
};

use super::*;

const ID: SheetId = SheetId(3);

fn paper(title: &str) -> Paper {
    Paper {
        title: LocalText::single("en", title),
        issuer: DepartmentId::new("hrss").expect("an id"),
        holder: "«Zhang Wei»".into(),
        number: "«7788»".into(),
        jws: title.into(),
    }
}

fn question(capability: Capability, subject: Option<ConsentSubject>) -> Question {
    let item = |subject| QuestionItem {
        subject,
        test: None,
        purpose: LocalText::single("en", "«Printed»"),
        retention: LocalText::single("en", "«Ten years»"),
    };
    Question { capability, items: subject.into_iter().map(item).collect(), is_kept: true }
}

/// Each sheet that a mini-app can bring up, with what must be read on it.
fn sheets() -> Vec<(Sheet, Vec<&'static str>)> {
    let name = fingertip_standard::ClaimName::new("name").expect("a claim");
    let claim = Some(ConsentSubject::Claim(name.clone()));
    let values = vec![(name.clone(), Some("«Zhang»".to_owned()))];
    let call = Call {
        operation: "«bills.pay»".into(),
        body: r#"{"«bill»":"«B-1»"}"#.into(),
        keep_until_online: false,
    };
    let draft = Box::new(CaseDraft {
        service: "card".into(),
        region: "440100".into(),
        body: r#"{"«street»":"«Main»"}"#.into(),
        claims: Vec::new(),
        documents: vec!["no document".into()],
        files: Vec::new(),
    });
    let web = Destination::Web("https://www.example.cn/a?b=c".parse().expect("an address"));
    let payment = Payment {
        bill_reference: "B".into(),
        payee: "«Thief»".into(),
        total: Money { currency: "CNY".into(), minor: 100 },
        purpose: 0,
    };
    let reminder = Reminding {
        at: "2026-12-04T01:30:00Z".parse().expect("a time"),
        title: "«Fetch the card»".into(),
        detail: Some("«Bring a photo»".into()),
        opens: "/".into(),
    };
    vec![
        (
            Sheet::Consent { id: ID, question: question(Capability::Claims, claim), values },
            vec!["«Zhang»", "«Printed»", "«Ten years»"],
        ),
        (
            Sheet::Region {
                id: ID,
                question: question(Capability::Locate, None),
                region: RegionCode::new("440100").ok(),
            },
            vec!["«City»"],
        ),
        (
            Sheet::Documents {
                id: ID, papers: vec![(paper("«Card A»"), false), (paper("«Card B»"), false)]
            },
            vec!["«Card A»", "«Card B»", "«7788»"],
        ),
        (Sheet::Offer { id: ID, paper: paper("«Card A»") }, vec!["«Card A»", "«Zhang Wei»", "«7788»"]),
        (Sheet::Open { id: ID, destination: web }, vec!["https://www.example.cn/a?b=c"]),
        (
            Sheet::HandIn {
                id: ID,
                draft,
                claims: [(name.clone(), "«Zhang»".to_owned())].into(),
                files: Vec::new(),
            },
            vec!["«Card»", "«City»", "«Main»", "«Zhang»"],
        ),
        (Sheet::Change { id: ID, call }, vec!["«bills.pay»", "«bill»", "«B-1»"]),
        (Sheet::Sign { id: ID, text: "«I owe nothing»".into() }, vec!["«I owe nothing»"]),
        (Sheet::Payment { id: ID, payment, words: Arc::from([]) }, vec!["«Thief»"]),
        (Sheet::Share { id: ID, text: "«Bus 7 at noon»".into() }, vec!["«Bus 7 at noon»"]),
        (Sheet::Remind { id: ID, reminder }, vec!["«Fetch the card»", "«Bring a photo»", "2026"]),
        (Sheet::Scan { id: ID, scanning: Scanning::Waiting }, vec!["fi-scan-file", "disabled"]),
        (Sheet::Scan { id: ID, scanning: Scanning::Reading }, vec!["fi-skeleton"]),
        (Sheet::Scan { id: ID, scanning: Scanning::Given("«A-1»".into()) }, vec!["«A-1»"]),
    ]
}

fn asked(language: &str, sheet: &Sheet) -> String {
    let mut model = model(language, Display::Normal);
    *model.sheets = vec![sheet.clone()];
    drawn(model, VirtualDom::new(Shell))
}

#[test]
fn every_sheet_shows_what_goes_and_the_way_out_of_the_service() {
    for (sheet, told) in sheets() {
        let html = asked("en", &sheet);
        for told in told {
            assert!(html.contains(told), "{told} is not shown by {sheet:?}:\n{html}");
        }
        assert!(html.contains("close-service"), "{sheet:?}");
    }
}

#[test]
fn no_sheet_says_anything_that_is_no_message() {
    for language in PSEUDO_LANGUAGES {
        for (sheet, _) in sheets() {
            // An address is itself.
            let html = asked(language, &sheet);
            let texts = texts(&html).into_iter().filter(|text| !text.contains("example.cn"));
            let bad: Vec<_> = texts.filter(|text| !hard_coded(text).is_empty()).collect();
            assert!(bad.is_empty(), "{sheet:?} in {language}: {bad:?}");
        }
    }
}

/// What a service outside asks to be shown: an age, or somebody's name with their number; and a name beside it, where they like.
fn outside(presenting: impl Fn(AskedToShow) -> Presenting) -> Sheet {
    let fit = |candidate, claims: &[&str]| {
        vec![Fit { candidate, claims: claims.iter().map(|&claim| claim.to_owned()).collect() }]
    };
    let fits = [
        ("age", fit(0, &["over-18"])),
        ("who", fit(1, &["name", "id-number"])),
        ("name", fit(1, &["name"])),
        ("bare", fit(0, &[])),
    ];
    let option = |id: &str| vec![id.to_owned()];
    let offer = Offer {
        fits: fits.map(|(id, fits)| (id.to_owned(), fits)).into(),
        sets: vec![
            OfferedSet { options: vec![option("age"), option("who"), option("bare")], is_required: true },
            OfferedSet { options: vec![option("name")], is_required: false },
            OfferedSet { options: vec![option("name"), option("who")], is_required: false },
        ],
    };
    let paper = |title: &str, claims: serde_json::Value| PaperToShow {
        title: LocalText::single("en", title),
        issuer: LocalText::single("en", "«Nation»"),
        claims: serde_json::from_value(claims).expect("claims"),
    };
    let papers = vec![
        paper("«Proof of age»", json!({ "over-16": "«sixteen»", "over-18": true })),
        paper(
            "«Proof of identity»",
            json!({ "name": "«Zhang»", "id-number": "«9901»", "birth-date": "«1990»" }),
        ),
    ];
    Sheet::Present {
        number: 7,
        invitation: Invitation::read(
            "openid4vp://?client_id=transport&request_uri=https%3A%2F%2Fbus.example%2F1",
        )
        .expect("an invitation"),
        presenting: presenting(AskedToShow::new(asker(), papers, offer, jiff::Timestamp::UNIX_EPOCH)),
    }
}

fn asker() -> Asker {
    Asker { department: DepartmentId::new("hrss").expect("an id"), host: "«bus.example»".to_owned() }
}

fn decided(asked: AskedToShow) -> Presenting {
    Presenting::Asked(Box::new(asked))
}

#[test]
fn what_a_service_outside_is_shown_stands_on_the_sheet_and_nothing_else() {
    let html = asked("en", &outside(decided));
    for told in [
        "«bus.example»",
        "«Proof of age»",
        "At least 18 years old",
        ">Yes<",
        "«Nation»",
        "Show this",
        "Show nothing",
    ] {
        assert!(html.contains(told), "{told} is not shown:\n{html}");
    }
    for hidden in ["«Zhang»", "«9901»", "«1990»", "«sixteen»"] {
        assert!(!html.contains(hidden), "{hidden} would not go and is shown:\n{html}");
    }
    let other = |mut asked: AskedToShow| {
        asked.chosen = Selection { options: vec![Some(1), Some(0), None], ..asked.chosen.clone() };
        decided(asked)
    };
    let html = asked("en", &outside(other));
    assert!(html.contains("«Zhang»") && html.contains("«9901»") && !html.contains("«1990»"), "{html}");
    assert!(!html.contains(">Yes<"), "{html}");
    let bare = |mut asked: AskedToShow| {
        asked.chosen = Selection { options: vec![Some(2), None, None], ..asked.chosen.clone() };
        decided(asked)
    };
    assert!(asked("en", &outside(bare)).contains("That you have it"));
    let nothing = |mut asked: AskedToShow| {
        asked.chosen = Selection { options: vec![None, None, None], ..asked.chosen.clone() };
        decided(asked)
    };
    assert!(!asked("en", &outside(nothing)).contains("Show this"), "nobody agrees to a blank");
    assert!(
        !asked("en", &outside(|asked| Presenting::Sending(asked.asker))).contains("Show nothing"),
        "it is on its way"
    );
}

#[test]
fn no_sheet_of_a_service_outside_says_anything_that_is_no_message() {
    let stages: [fn(AskedToShow) -> Presenting; 4] = [
        |_| Presenting::Looking,
        |asked| Presenting::Nothing(asked.asker),
        decided,
        |asked| Presenting::Sending(asked.asker),
    ];
    for language in PSEUDO_LANGUAGES {
        for stage in stages {
            let html = asked(language, &outside(stage));
            let bad: Vec<_> = texts(&html).into_iter().filter(|text| !hard_coded(text).is_empty()).collect();
            assert!(bad.is_empty(), "in {language}: {bad:?}");
        }
    }
}

#[test]
fn no_document_is_ticked_beforehand_and_a_tick_is_shown() {
    let shown = |is_ticked: bool| {
        asked("en", &Sheet::Documents { id: ID, papers: vec![(paper("«Card A»"), is_ticked)] })
    };
    assert!(!shown(false).contains(" checked"), "{}", shown(false));
    assert!(shown(true).contains(" checked"), "{}", shown(true));
}

#[test]
fn the_ledger_shows_all_that_went_along() {
    let line = json!({
        "at": "2026-11-27T08:00:00Z", "capability": "submit-case", "items": ["card"],
        "app": { "app": "cn.gov.hrss.card", "version": 1, "department": "hrss", "sha256": "" },
        "with": [
            { "document": { "en": "«Identity card»" } }, { "file": "«photo.jpg»" }, "place",
            { "parameter": ["«line»", "«12»"] }, { "page": "https://www.example.cn/«help»" }, "text",
        ],
    });
    let mut model = model("en", Display::Normal);
    *model.disclosures = vec![serde_json::from_value(line).expect("a line")];
    let html = at("/privacy", model);
    for told in
        ["«Identity card»", "«photo.jpg»", "A place chosen on the map", "«line»: «12»", "«help»", "A text"]
    {
        assert!(html.contains(told), "{told} is not told:\n{html}");
    }
}
