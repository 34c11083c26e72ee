//! The saved state: enough to come back to the same question with the same answers.

use fingertip_sdk::{Date, File, Json, LocalText};

use crate::model::{Answers, Delivery, Facts, Handed, Model, Options, PhotoSource, Place, Question, Screen};

pub(crate) fn save(model: &Model) -> Json {
    let screen: String = match model.screen {
        Screen::Intro => "intro".to_owned(),
        Screen::Help => "help".to_owned(),
        Screen::Form(question) => question.key().to_owned(),
        Screen::Check => "check".to_owned(),
        Screen::Sent => "sent".to_owned(),
        Screen::Kept => "kept".to_owned(),
    };
    let handed = model.handed.as_ref().map(|handed| {
        let state =
            |(state, at): &(String, i64)| Json::object().with("state", state.as_str()).with("at", *at).into();
        Json::from(
            Json::object()
                .with("case", handed.reference.as_str())
                .with("states", handed.states.iter().map(state).collect::<Vec<Json>>()),
        )
    });
    Json::object()
        .with("screen", screen)
        .with("returns", model.returns_to_check)
        .with("answers", answers(&model.answers))
        .with_some("name", model.facts.name.as_deref())
        .with_some("id", model.facts.id_number.as_deref())
        .with("banks", places(&model.options.banks))
        .with("offices", places(&model.options.offices))
        .with_some("handed", handed)
        .into()
}

pub(crate) fn restore(saved: &Json) -> Option<Model> {
    let handed = saved.get("handed").and_then(|handed| {
        let state = |state: &Json| Some((state.text("state")?.to_owned(), state.integer("at")?));
        let states = handed.list("states").iter().filter_map(state).collect();
        Some(Handed { reference: handed.text("case")?.to_owned(), states })
    });
    let screen = match saved.text("screen")? {
        "help" => Screen::Help,
        "check" => Screen::Check,
        "sent" if handed.is_some() => Screen::Sent,
        "kept" => Screen::Kept,
        key => Question::of_key(key).map_or(Screen::Intro, Screen::Form),
    };
    Some(Model {
        screen,
        returns_to_check: saved.bool("returns") == Some(true),
        answers: restored_answers(saved.get("answers")?),
        facts: Facts {
            name: saved.text("name").map(str::to_owned),
            id_number: saved.text("id").map(str::to_owned),
        },
        options: options(saved),
        handed,
        ..Model::default()
    })
}

/// The banks and offices in a reply of the department or in the saved state.
pub(crate) fn options(json: &Json) -> Options {
    let place = |place: &Json| {
        let text = |name| LocalText::of(place.get(name));
        Some(Place { id: place.text("id")?.to_owned(), name: text("name"), address: text("address") })
    };
    let places = |name| json.list(name).iter().filter_map(place).collect();
    Options { banks: places("banks"), offices: places("offices") }
}

fn places(places: &[Place]) -> Json {
    let one = |place: &Place| {
        let members = Json::object().with("id", place.id.as_str()).with("name", &place.name);
        members.with("address", &place.address).into()
    };
    Json::List(places.iter().map(one).collect())
}

/// The name of a photo's source in the saved state and in the case.
pub(crate) fn photo_id(source: PhotoSource) -> &'static str {
    match source {
        PhotoSource::IdentityCard => "identity-card",
        PhotoSource::Upload => "upload",
    }
}

/// The photo's source with this name.
pub(crate) fn photo_of(id: &str) -> Option<PhotoSource> {
    [PhotoSource::IdentityCard, PhotoSource::Upload].into_iter().find(|&source| photo_id(source) == id)
}

/// The name of a way of delivery in the saved state and in the case.
pub(crate) fn delivery_id(delivery: Delivery) -> &'static str {
    match delivery {
        Delivery::Post => "post",
        Delivery::PickUp => "pick-up",
    }
}

/// The way of delivery with this name.
pub(crate) fn delivery_of(id: &str) -> Option<Delivery> {
    [Delivery::Post, Delivery::PickUp].into_iter().find(|&delivery| delivery_id(delivery) == id)
}

fn answers(answers: &Answers) -> Json {
    let file = |file: &File| {
        let (handle, name, kind) = (file.handle.as_str(), file.name.as_str(), file.media_type.as_str());
        Json::object()
            .with("handle", handle)
            .with("name", name)
            .with("type", kind)
            .with("bytes", file.bytes as i64)
            .into()
    };
    Json::object()
        .with("name", answers.name.as_str())
        .with("id", answers.id_number.as_str())
        .with("phone", answers.phone.as_str())
        .with_some("photo", answers.photo.map(photo_id))
        .with("files", answers.photo_files.iter().map(file).collect::<Vec<Json>>())
        .with("bank", answers.bank.as_str())
        .with_some("delivery", answers.delivery.map(delivery_id))
        .with("office", answers.office.as_str())
        .with_some("pick_up", answers.pick_up)
        .with("address", answers.address.as_str())
        .with_some("courier", answers.courier_minute.map(i64::from))
        .with("news", answers.news.as_slice())
        .with("true", answers.is_true)
        .into()
}

fn restored_answers(json: &Json) -> Answers {
    let text = |name| json.text(name).unwrap_or_default().to_owned();
    let file = |file: &Json| {
        let text = |name| file.text(name).map(str::to_owned);
        Some(File {
            handle: text("handle")?,
            name: text("name")?,
            media_type: text("type")?,
            bytes: file.integer("bytes")? as u64,
        })
    };
    let pick_up: Option<Date> = json.date("pick_up");
    Answers {
        name: text("name"),
        id_number: text("id"),
        phone: text("phone"),
        photo: json.text("photo").and_then(photo_of),
        photo_files: json.list("files").iter().filter_map(file).collect(),
        bank: text("bank"),
        delivery: json.text("delivery").and_then(delivery_of),
        office: text("office"),
        pick_up,
        address: text("address"),
        courier_minute: json.integer("courier").and_then(|minute| u16::try_from(minute).ok()),
        news: json.texts("news"),
        is_true: json.bool("true") == Some(true),
    }
}
