//! What a neighbour on the same machine can do at the port of the browser entry: nothing.

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
};

use dioxus::prelude::*;
use fingertip_serve::{Page, Parameters, Site, serve};
use fingertip_ui::IndexOptions;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// A site with a first page, another that stands in frames, and one of markup alone. It counts what was opened.
#[derive(Default)]
struct Own(AtomicUsize);

impl Site for Own {
    fn page(&self, name: &str, _: &Parameters) -> Option<Page> {
        self.0.fetch_add(1, Ordering::SeqCst);
        match name {
            "" | "pane" => Some(Page::Live(Box::new(IndexOptions {
                head_extra: "<style>p { color: red }</style>".into(),
                ..IndexOptions::default()
            }))),
            "markup" => {
                Some(Page::Html("<!doctype html><style>p { color: red }</style><p>Markup</p>".into()))
            }
            _ => None,
        }
    }

    fn dom(&self, _: &str, _: &Parameters) -> VirtualDom {
        self.0.fetch_add(1, Ordering::SeqCst);
        VirtualDom::new(|| rsx! { p { "Drawn" } })
    }
}

/// A site that is served, and the browser that it was opened with.
struct Served {
    site: Arc<Own>,
    /// The address, as it was told.
    address: String,
    host: String,
    path: String,
}

/// What came back: status, headers by their names in small letters, body.
struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map(String::as_str).unwrap_or_default()
    }

    /// The cookie as a browser sends it back.
    fn cookie(&self) -> String {
        self.header("set-cookie").split(';').next().unwrap_or_default().to_owned()
    }
}

impl Served {
    async fn start() -> Self {
        let site = Arc::new(Own::default());
        let (told, hears) = tokio::sync::oneshot::channel();
        let own = site.clone();
        tokio::spawn(async move {
            serve(own, |address| told.send(address.to_owned()).expect("somebody hears"))
                .await
                .expect("it is served");
        });
        let address = hears.await.expect("an address");
        let (host, rest) =
            address.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("http");
        let path = format!("/{}", rest.split('?').next().unwrap_or_default());
        Self { site, host: host.to_owned(), path, address: address.clone() }
    }

    /// The address as a browser asks for it.
    fn target(&self) -> &str {
        self.address
            .strip_prefix("http://")
            .and_then(|rest| rest.strip_prefix(&self.host))
            .expect("its own host")
    }

    /// Opens the address as its browser does; gives the cookie.
    async fn open(&self) -> String {
        let answer = self.ask("GET", self.target(), &[("Host", &self.host)]).await;
        assert_eq!(answer.status, 303);
        answer.cookie()
    }

    /// Asks with exactly these headers.
    async fn ask(&self, method: &str, target: &str, headers: &[(&str, &str)]) -> Answer {
        let mut stream = TcpStream::connect(&self.host).await.expect("connected");
        let headers: String = headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let close = if headers.contains("Connection: ") { "" } else { "Connection: close\r\n" };
        stream
            .write_all(format!("{method} {target} HTTP/1.1\r\n{headers}{close}\r\n").as_bytes())
            .await
            .expect("sent");
        let (mut came, mut part) = (Vec::new(), [0; 4096]);
        // A web socket stays open, and what was refused as one too.
        while !is_whole(&came) {
            let read = stream.read(&mut part).await.expect("an answer");
            came.extend_from_slice(&part[..read]);
            if read == 0 {
                break;
            }
        }
        let came = String::from_utf8_lossy(&came).into_owned();
        let (head, body) = came.split_once("\r\n\r\n").expect("a head");
        let mut lines = head.lines();
        let status =
            lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        Answer {
            status: status.expect("a status"),
            headers: headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect(),
            body: body.to_owned(),
        }
    }

    fn opened(&self) -> usize {
        self.site.0.load(Ordering::SeqCst)
    }
}

/// Whether all of an answer has come, as far as it says how long it is.
fn is_whole(came: &[u8]) -> bool {
    let came = String::from_utf8_lossy(came).to_ascii_lowercase();
    let Some((head, body)) = came.split_once("\r\n\r\n") else { return false };
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
    head.starts_with("http/1.1 101")
        || length.is_some_and(|length| length.parse().is_ok_and(|length: usize| body.len() >= length))
}

/// What a browser sends to open a web socket.
const SOCKET: [(&str, &str); 4] = [
    ("Connection", "Upgrade"),
    ("Upgrade", "websocket"),
    ("Sec-WebSocket-Version", "13"),
    ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
];

#[tokio::test]
async fn the_address_works_once_and_only_when_it_is_opened() {
    let served = Served::start().await;
    let host = [("Host", served.host.as_str())];
    for (method, target) in [
        ("HEAD", served.target()),
        ("OPTIONS", served.target()),
        ("POST", served.target()),
        ("GET", &format!("{}?token=wrong", served.path)),
        ("GET", &format!("{}?token=", served.path)),
        ("GET", &served.path),
        ("GET", &served.target().replacen(&served.path, &format!("{}ws", served.path), 1)),
        ("GET", &format!("/?{}", served.target().split('?').nth(1).expect("a token"))),
    ] {
        assert_eq!(served.ask(method, target, &host).await.status, 403, "{method} {target}");
    }
    let cookie = served.open().await;
    assert_eq!(served.ask("GET", served.target(), &host).await.status, 403, "it works once");
    let with_cookie = [host[0], ("Cookie", cookie.as_str())];
    assert_eq!(served.ask("GET", &served.path, &with_cookie).await.status, 200);
    assert_eq!(served.opened(), 1);
}

#[tokio::test]
async fn a_cookie_is_of_its_port_and_its_folder() {
    let (one, other) = (Served::start().await, Served::start().await);
    let answer = one.ask("GET", one.target(), &[("Host", &one.host)]).await;
    let port = one.host.rsplit(':').next().expect("a port");
    let cookie = answer.cookie();
    assert!(cookie.starts_with(&format!("fingertip-{port}=")), "{cookie}");
    let rest: Vec<_> = answer.header("set-cookie").split("; ").skip(1).collect();
    let path = format!("Path={}", one.path);
    assert_eq!(rest, ["HttpOnly", "SameSite=Strict", path.as_str()]);
    assert!(one.path.len() > 40 && one.path != other.path, "nobody guesses the folder");

    // The browser keeps both side by side, and shows each port its own only.
    let both = format!("{}; {cookie}; theme=dark", other.open().await);
    for served in [&one, &other] {
        let own = [("Host", served.host.as_str()), ("Cookie", both.as_str())];
        assert_eq!(served.ask("GET", &served.path, &own).await.status, 200);
        for path in
            ["/", "/ws", "/pane", &served.path[..served.path.len() - 1], &format!("/x{}", served.path)]
        {
            assert_eq!(served.ask("GET", path, &own).await.status, 403, "{path}");
        }
    }
    for wrong in [
        format!("fingertip-{port}=x"),
        format!("x{cookie}"),
        cookie[..cookie.len() - 1].to_owned(),
        String::new(),
    ] {
        let own = [("Host", one.host.as_str()), ("Cookie", wrong.as_str())];
        assert_eq!(one.ask("GET", &one.path, &own).await.status, 403, "{wrong}");
    }
}

#[tokio::test]
async fn every_answer_tells_the_browser_to_keep_and_hand_on_nothing() {
    let served = Served::start().await;
    let began = served.ask("GET", served.target(), &[("Host", &served.host)]).await;
    let cookie = began.cookie();
    let own = [("Host", served.host.as_str()), ("Cookie", cookie.as_str())];
    let origin = format!("http://{}", served.host);
    let socket: Vec<_> = own.into_iter().chain([("Origin", origin.as_str())]).chain(SOCKET).collect();
    let at = |name: &str| format!("{}{name}", served.path);
    let answers = [
        (303, began),
        (200, served.ask("GET", &served.path, &own).await),
        (200, served.ask("GET", &at("markup"), &own).await),
        (403, served.ask("GET", &served.path, &own[..1]).await),
        (403, served.ask("GET", "/", &own).await),
        (404, served.ask("GET", &at("nothing"), &own).await),
        (404, served.ask("GET", &at("deeper/nothing"), &own).await),
        (405, served.ask("DELETE", &served.path, &own).await),
        (400, served.ask("GET", &at("ws"), &own).await),
        (101, served.ask("GET", &at("ws"), &socket).await),
    ];
    for (status, answer) in answers {
        assert_eq!(answer.status, status, "{}", answer.body);
        for (name, value) in [
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.header(name), value, "{status}");
        }
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; "), "{status}: {policy}");
        for closed in ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"] {
            let is_framed = answer.body.contains("Markup") && closed.starts_with("frame");
            assert!(is_framed || policy.contains(closed), "{status}: {policy}");
        }
    }
}

#[tokio::test]
async fn a_page_runs_and_loads_only_what_it_was_served_with() {
    let served = Served::start().await;
    let cookie = served.open().await;
    let own = [("Host", served.host.as_str()), ("Cookie", cookie.as_str())];
    let mut nonces = Vec::new();
    for name in ["", "pane", "markup"] {
        let page = served.ask("GET", &format!("{}{name}?look=%22%3Cscript%3E", served.path), &own).await;
        let policy = page.header("content-security-policy").to_owned();
        let nonce = policy
            .split("style-src 'nonce-")
            .nth(1)
            .and_then(|rest| rest.split('\'').next())
            .expect("a nonce");
        for tag in ["script", "style"] {
            let all = page.body.matches(&format!("<{tag}>")).count()
                + page.body.matches(&format!("<{tag} ")).count();
            let sealed = page.body.matches(&format!("<{tag} nonce=\"{nonce}\">")).count();
            assert_eq!(all, sealed, "{name}: every <{tag}> is one that was served");
        }
        let sources: Vec<_> = policy.split([' ', ';']).collect();
        for open in ["'unsafe-inline'", "*", "http:", "https:", "ws:", "'strict-dynamic'"] {
            assert!(!sources.contains(&open), "{policy}");
        }
        if name != "markup" {
            let below = if name.is_empty() { String::new() } else { format!("/{name}") };
            assert!(
                policy.contains(&format!("connect-src ws://{}{}ws{below};", served.host, served.path)),
                "{policy}"
            );
            assert!(policy.contains(&format!("script-src 'nonce-{nonce}' 'unsafe-eval';")), "{policy}");
        } else {
            assert!(!policy.contains("script-src"), "it has none: {policy}");
        }
        let holders = if name.is_empty() { "frame-ancestors 'none'" } else { "frame-ancestors 'self'" };
        assert!(policy.ends_with(holders), "{policy}");
        nonces.push(nonce.to_owned());
    }
    nonces.sort();
    nonces.dedup();
    assert_eq!(nonces.len(), 3, "each answer has one of its own");
}

#[tokio::test]
async fn a_foreign_name_of_this_machine_opens_nothing() {
    let served = Served::start().await;
    let port = served.host.rsplit(':').next().expect("a port").to_owned();
    let own_host = served.host.clone();
    let foreign: Vec<Vec<String>> = vec![
        vec![],
        vec![String::new()],
        vec!["evil.example".into()],
        vec![format!("evil.example:{port}")],
        vec![format!("127.0.0.1.evil.example:{port}")],
        vec![format!("localhost:{port}")],
        vec!["127.0.0.1".into()],
        vec!["127.0.0.1:1".into()],
        vec![format!("127.0.0.1:{port}0")],
        vec![format!("user@127.0.0.1:{port}")],
        vec![own_host.clone(), "evil.example".into()],
        vec!["evil.example".into(), own_host.clone()],
    ];
    let check = async |cookie: Option<&str>| {
        for hosts in &foreign {
            let mut headers: Vec<_> = hosts.iter().map(|host| ("Host", host.as_str())).collect();
            headers.extend(cookie.map(|cookie| ("Cookie", cookie)));
            let target = if cookie.is_some() { served.path.as_str() } else { served.target() };
            // Some are refused before they reach us.
            let status = served.ask("GET", target, &headers).await.status;
            assert!([400, 403].contains(&status), "{hosts:?}: {status}");
        }
    };
    check(None).await;
    let cookie = served.open().await;
    check(Some(&cookie)).await;
    assert_eq!(served.opened(), 0);
}

#[tokio::test]
async fn another_page_of_this_machine_opens_nothing() {
    let served = Served::start().await;
    let own = format!("http://{}", served.host);
    // Another port's page is of the same site to a browser, which sends the strict cookie along.
    let others = [
        ("Sec-Fetch-Site", "same-site"),
        ("Sec-Fetch-Site", "cross-site"),
        ("Sec-Fetch-Site", "nonsense"),
        ("Origin", "http://127.0.0.1:1"),
        ("Origin", "http://127.0.0.1"),
        ("Origin", "https://evil.example"),
        ("Origin", "null"),
        ("Origin", ""),
    ];
    for other in others {
        let status = served.ask("GET", served.target(), &[("Host", &served.host), other]).await.status;
        assert_eq!(status, 403, "{other:?} uses the address up");
    }
    let cookie = served.open().await;
    let ours = [("Host", served.host.as_str()), ("Cookie", cookie.as_str())];
    let follow = format!("{}?open=fingertip%3A%2F%2Fservice%2Fx", served.path);
    for other in others {
        let status = served.ask("GET", &follow, &[ours[0], ours[1], other]).await.status;
        assert_eq!(status, 403, "{other:?}");
    }
    let twice = [ours[0], ours[1], ("Origin", own.as_str()), ("Origin", "https://evil.example")];
    assert_eq!(served.ask("GET", &follow, &twice).await.status, 403);
    assert_eq!(served.opened(), 0);
    for own in [("Sec-Fetch-Site", "none"), ("Sec-Fetch-Site", "same-origin"), ("Origin", own.as_str())] {
        assert_eq!(served.ask("GET", &follow, &[ours[0], ours[1], own]).await.status, 200, "{own:?}");
    }
}

#[tokio::test]
async fn only_a_page_of_this_port_opens_its_web_socket() {
    let served = Served::start().await;
    let cookie = served.open().await;
    let own = format!("http://{}", served.host);
    for path in ["ws", "ws/pane"] {
        let target = format!("{}{path}", served.path);
        let check = async |given: &[(&str, &str)]| {
            let headers: Vec<_> = [("Host", served.host.as_str())]
                .into_iter()
                .chain(SOCKET)
                .chain(given.iter().copied())
                .collect();
            served.ask("GET", &target, &headers).await.status
        };
        let ours = ("Cookie", cookie.as_str());
        assert_eq!(check(&[ours]).await, 403, "a browser says whose page it is");
        for origin in ["http://127.0.0.1:1", "http://localhost", "null", "https://evil.example", "file://"] {
            assert_eq!(check(&[ours, ("Origin", origin)]).await, 403, "{origin}");
        }
        assert_eq!(check(&[("Origin", &own)]).await, 403, "without the cookie");
        assert_eq!(check(&[ours, ("Origin", &own), ("Sec-Fetch-Site", "same-site")]).await, 403);
        assert_eq!(check(&[ours, ("Origin", &own)]).await, 101);
    }
}
