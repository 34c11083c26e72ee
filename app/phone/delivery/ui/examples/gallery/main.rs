//! Writes the components and the made-up views to static pages, to look at them: `cargo run -p fingertip-ui --example
//! gallery -- target/gallery`.

mod sample;

use std::{path::PathBuf, rc::Rc};

use dioxus::prelude::*;
use fingertip_contract::{Occasion, RatingLevel, Theme};
use fingertip_locale::direction;
use fingertip_standard::view::{Progress, Tone, Weight};
use fingertip_ui::{CodeLists, Display, IndexOptions, Scheme, ViewTree, components::*, index_html};

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned()));
    std::fs::create_dir_all(&folder)?;
    for (name, mode, scheme) in [
        ("normal", Display::Normal, Scheme::Light),
        ("seniors", Display::Seniors, Scheme::Light),
        ("dark", Display::Normal, Scheme::Dark),
    ] {
        for language in ["zh-Hans", "en"] {
            for view in ["form", "inputs", "reading", "places", "end"] {
                let page = VirtualDom::new_with_props(ViewPage, ViewPageProps { view, language });
                std::fs::write(
                    folder.join(format!("{view}-{language}-{name}.html")),
                    whole(page, language, mode, scheme),
                )?;
            }
        }
        std::fs::write(
            folder.join(format!("home-{name}.html")),
            whole(VirtualDom::new(Home), "zh-Hans", mode, scheme),
        )?;
        std::fs::write(
            folder.join(format!("parts-{name}.html")),
            whole(VirtualDom::new(Parts), "en", mode, scheme),
        )?;
    }
    Ok(())
}

fn whole(mut dom: VirtualDom, language: &str, mode: Display, scheme: Scheme) -> String {
    dom.rebuild_in_place();
    // Only a live page knows the first values of uncontrolled inputs.
    let body = dioxus_ssr::render(&dom).replace("initial_value=", "value=");
    let options = IndexOptions {
        language: language.to_owned(),
        direction: direction(language),
        mode,
        scheme,
        title: "Fingertip".to_owned(),
        ..IndexOptions::default()
    };
    index_html(&options).replace("<div id=\"main\"></div>", &format!("<div id=\"main\">{body}</div>"))
}

#[component]
fn ViewPage(view: &'static str, language: &'static str) -> Element {
    let sample = match view {
        "form" => sample::form(language),
        "inputs" => sample::inputs(language),
        "reading" => sample::reading(language),
        "places" => sample::places(language),
        _ => sample::end(language),
    };
    let is_chinese = language.starts_with("zh");
    let (title, department, verified) = if is_chinese {
        ("社会保障卡", "人力资源和社会保障局", "已核验")
    } else {
        ("Social security card", "Human resources department", "Verified")
    };
    let action =
        |label: &str, icon| BarAction { label: label.to_owned(), icon, on_press: EventHandler::new(|()| {}) };
    rsx! {
        PhoneFrame {
            TopBar {
                title, subtitle: department, verified_label: verified,
                crest: rsx! { Crest { name: department } },
                close: action(if is_chinese { "关闭" } else { "Close" }, IconName::Close),
                IconButton { icon: IconName::More, label: if is_chinese { "菜单" } else { "Menu" }, on_press: |()| {} }
            }
            main {
                ViewTree { view: sample.view, words: sample.words, inputs: sample.inputs, claims: sample.claims, code_lists: regions(), on_event: |_| {} }
            }
        }
    }
}

fn regions() -> CodeLists {
    CodeLists(Rc::new(|_| (1..=40).map(|number| (number.to_string(), format!("{number}"))).collect()))
}

#[component]
fn Home() -> Element {
    let tiles = [
        ("社保卡", Theme::SocialSecurity),
        ("公交卡", Theme::Transport),
        ("个税", Theme::Taxation),
        ("医保", Theme::Healthcare),
        ("公积金", Theme::Housing),
        ("户籍", Theme::PublicSecurity),
        ("入学", Theme::Education),
        ("生活缴费", Theme::Utilities),
    ];
    let rows = [
        ("社会保障卡申领", "审核中，承诺 11月12日 前办结", Progress::InProgress, "办理中"),
        ("个人所得税退税", "请补充银行账号", Progress::WaitingForYou, "待您办理"),
    ];
    rsx! {
        PhoneFrame {
            div { class: "fi-view",
                h1 { "秀英，上午好" }
                SearchBox { id: "search", label: "搜索服务", clear_label: "清除", on_input: |_| {},
                    IconButton { icon: IconName::Microphone, label: "语音", on_press: |()| {} }
                    IconButton { icon: IconName::Scan, label: "扫一扫", on_press: |()| {} }
                }
                Card { kicker: "下一步", heading: "个人所得税退税：请补充银行账号", tone: Tone::Warning, on_press: |()| {}, p { "请在 11月8日 前完成，逾期需重新申请。" } }
                TileGrid { label: "高频服务",
                    for (label, theme) in tiles {
                        Tile { key: "{label}", label, icon: IconName::from(theme), on_press: |()| {} }
                    }
                }
                section { class: "fi-group", h2 { "我的办件" }
                List {
                    for (title, detail, progress, word) in rows {
                        ListRow { key: "{title}", title, detail, on_press: |()| {}, Tag { label: word, tone: progress_look(progress).1, icon: progress_look(progress).0 } }
                    }
                } }
                section { class: "fi-group", h2 { "我的证照" }
                DocumentCard { kind: "社会保障卡", holder: "王秀英", number: "4401 **** **** 2846", issuer: "人力资源和社会保障局", validity: "有效期至 2034年5月6日", state: ("有效".to_owned(), Tone::Success), holder_label: "持有人", number_label: "号码", on_press: |()| {} } }
                EmptyState { icon: IconName::Bell, title: "还没有提醒", body: "有新进展时会显示在这里。" }
            }
            BottomBar { label: "主菜单",
                NavItem { label: "首页", icon: IconName::Home, href: "/", is_current: true, on_press: |()| {} }
                NavItem { label: "服务", icon: IconName::Services, href: "/services", on_press: |()| {} }
                NavItem { label: "办件", icon: IconName::Cases, href: "/cases", waiting: "1 件待办", on_press: |()| {} }
                NavItem { label: "档案", icon: IconName::Records, href: "/records", on_press: |()| {} }
                NavItem { label: "我的", icon: IconName::Person, href: "/me", on_press: |()| {} }
            }
        }
    }
}

#[component]
fn Parts() -> Element {
    let levels = RatingLevel::ALL
        .into_iter()
        .zip(["Very satisfied", "Satisfied", "Fairly satisfied", "Dissatisfied", "Very dissatisfied"])
        .map(|(level, label)| (level, label.to_owned()))
        .collect::<Vec<_>>();
    rsx! {
        PhoneFrame {
            div { class: "fi-view",
                h1 { "Parts" }
                div { class: "fi-row",
                    for weight in [Weight::Primary, Weight::Secondary, Weight::Destructive, Weight::Quiet] {
                        Button { label: "Go on", weight, on_press: |()| {} }
                    }
                    Button { label: "At work", weight: Weight::Primary, is_busy: true, on_press: |()| {} }
                    Button { label: "Not now", is_disabled: true, on_press: |()| {} }
                }
                div { class: "fi-row", Chip { label: "Near me", is_on: true, on_press: |()| {} } Chip { label: "Online", is_on: false, on_press: |()| {} } Avatar { name: "Wang" } }
                for tone in [Tone::Neutral, Tone::Information, Tone::Success, Tone::Warning, Tone::Urgent] {
                    Notice { tone, tone_label: "Tone", title: "A notice", p { "What it says, in a sentence." } }
                }
                RatingInput { id: "rating", legend: "How was it?", levels, chosen: Some(RatingLevel::Satisfied), on_change: |_| {} }
                Skeleton { label: "Loading" }
                ProgressLine { share: 60.0, label: "Under review" }
                EventCards { label: "Life events",
                    for occasion in Occasion::ALL {
                        EventCard { key: "{occasion:?}", title: "{occasion:?}", detail: "What there is to do", occasion, on_press: |()| {} }
                    }
                }
                HomeCards { label: "My cards",
                    HomeCard { title: "Bus card", value: "¥23.50", details: vec!["Line 7 in 4 minutes".to_owned()], progress: (40.0, "40%".to_owned()), as_of: "As of 08:00", remove_label: "Take it off home", on_press: |()| {}, on_remove: |()| {} }
                }
                Sheet { id: "sheet", title: "Share your name?", close_label: "Close", seal: "Fingertip asks", on_close: |()| {},
                    actions: rsx! { Button { label: "Agree", weight: Weight::Primary, is_wide: true, on_press: |()| {} } Button { label: "Decline", is_wide: true, on_press: |()| {} } },
                    p { "Human resources department would like to see:" }
                    List { ListRow { title: "Name", detail: "To print it on the card", icon: IconName::Person } }
                }
            }
        }
    }
}
