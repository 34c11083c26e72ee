use std::{net::SocketAddr, time::Duration};

use tokio::task::JoinHandle;

use super::*;

const ISSUER: &str = "https://id.example";
const OURS: &str = "GET /cb?code=c&state=s&iss=https%3A%2F%2Fid.example HTTP/1.1\r\n\r\n";
const NOT_OURS: &str = "not from this app";

type Found = Result<(Result<String, IdentityError>, Browser), IdentityError>;

/// A door that waits for the state `s`.
async fn door(names_issuer: bool) -> (SocketAddr, JoinHandle<Found>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let expected = Expected { state: "s".into(), issuer: ISSUER.into(), names_issuer };
    (address, tokio::spawn(wait(listener, expected, NOT_OURS.into())))
}

async fn knock(address: SocketAddr, words: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(address).await.expect("connected");
    stream.write_all(words).await.expect("sent");
    stream
}

/// What a visitor is told, without the head of it.
async fn told(mut stream: TcpStream) -> String {
    let mut answer = Vec::new();
    // The door may cut off who says too much.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8(answer)
        .expect("text")
        .split_once("\r\n\r\n")
        .map(|(_, page)| page.to_owned())
        .unwrap_or_default()
}

/// The answer that the door takes; a door that stands still fails the test.
async fn answer(waiting: JoinHandle<Found>) -> (Result<String, IdentityError>, Browser) {
    timeout(Duration::from_secs(60), waiting)
        .await
        .expect("the door stands still")
        .expect("no panic")
        .expect("in time")
}

/// The door turns each of these away in plain words, and still takes the person's own answer.
async fn turns_away(knocks: &[&[u8]]) {
    let (address, waiting) = door(true).await;
    for words in knocks {
        let words_shown = String::from_utf8_lossy(&words[..words.len().min(60)]);
        assert_eq!(told(knock(address, words).await).await, NOT_OURS, "{words_shown}");
        assert!(!waiting.is_finished(), "{words_shown}");
    }
    let _person = knock(address, OURS.as_bytes()).await;
    assert_eq!(answer(waiting).await.0.expect("the code"), "c");
}

#[tokio::test]
async fn the_door_waits_on_for_the_right_state() {
    turns_away(&[
        b"GET /cb?code=x&state=t&iss=https%3A%2F%2Fid.example HTTP/1.1\r\n\r\n",
        b"GET /cb?code=x&iss=https%3A%2F%2Fid.example HTTP/1.1\r\n\r\n",
        b"GET /cb?code=x&state= HTTP/1.1\r\n\r\n",
        b"GET /cb?code=x&state=S HTTP/1.1\r\n\r\n",
        b"GET /cb?code=x&state=s&state=t HTTP/1.1\r\n\r\n",
        b"GET /cb?code=x&code=y&state=s&iss=https%3A%2F%2Fid.example HTTP/1.1\r\n\r\n",
        b"GET /cb?error=access_denied HTTP/1.1\r\n\r\n",
        b"GET /cb?error=access_denied&state=t HTTP/1.1\r\n\r\n",
        b"GET /cb HTTP/1.1\r\n\r\n",
    ])
    .await;
}

#[tokio::test]
async fn other_paths_and_methods_are_turned_away() {
    turns_away(&[
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET /favicon.ico HTTP/1.1\r\n\r\n",
        b"GET /cb/?code=x&state=s&iss=https%3A%2F%2Fid.example HTTP/1.1\r\n\r\n",
        b"GET //cb?code=x&state=s&iss=https%3A%2F%2Fid.example HTTP/1.1\r\n\r\n",
        b"GET http://127.0.0.1/cb?code=x&state=s&iss=https%3A%2F%2Fid.example HTTP/1.1\r\n\r\n",
        b"GET @x/cb?code=x&state=s&iss=https%3A%2F%2Fid.example HTTP/1.1\r\n\r\n",
        b"HEAD /cb?code=x&state=s&iss=https%3A%2F%2Fid.example HTTP/1.1\r\n\r\n",
        b"OPTIONS /cb?code=x&state=s&iss=https%3A%2F%2Fid.example HTTP/1.1\r\nOrigin: https://evil.example\r\nAccess-Control-Request-Method: GET\r\nAccess-Control-Request-Private-Network: true\r\n\r\n",
        b"POST /cb?code=x&state=s&iss=https%3A%2F%2Fid.example HTTP/1.1\r\nContent-Length: 0\r\n\r\n",
        b"get /cb?code=x&state=s&iss=https%3A%2F%2Fid.example HTTP/1.1\r\n\r\n",
    ])
    .await;
}

#[tokio::test]
async fn garbage_is_turned_away() {
    turns_away(&[
        b"nonsense\r\n\r\n",
        b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET /cb?code=x&state=s&iss=https%3A%2F%2Fid.example\r\n\r\n",
        b"GET /cb?code=x&state=s&iss=https%3A%2F%2Fid.example HTTP/1.1 HTTP/1.1\r\n\r\n",
        b"GET /cb?code=\xff\xfe&state=s&iss=https%3A%2F%2Fid.example HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ])
    .await;
}

#[tokio::test]
async fn nobody_says_more_than_the_door_hears() {
    let (address, waiting) = door(true).await;
    let long = format!("GET /cb?code={}&state=s HTTP/1.1\r\n", "x".repeat(2 * MOST_BYTES));
    let many = format!("GET /cb?code=x&state=t HTTP/1.1\r\n{}", "x: y\r\n".repeat(MOST_BYTES));
    for words in [long, many] {
        let mut stream = TcpStream::connect(address).await.expect("connected");
        // The door hangs up before everything is said.
        let _ = stream.write_all(words.as_bytes()).await;
        drop(told(stream).await);
        assert!(!waiting.is_finished());
    }
    let _person = knock(address, OURS.as_bytes()).await;
    assert_eq!(answer(waiting).await.0.expect("the code"), "c");
}

#[tokio::test]
async fn a_browser_comes_through_with_the_cookies_of_every_port() {
    let (address, waiting) = door(true).await;
    let cookies = "Cookie: name=value; ".repeat(2000);
    let _person =
        knock(address, OURS.replace("\r\n\r\n", &format!("\r\n{cookies}\r\n\r\n")).as_bytes()).await;
    assert_eq!(answer(waiting).await.0.expect("the code"), "c");
}

#[tokio::test]
async fn who_says_nothing_or_little_keeps_nobody_out() {
    let (address, waiting) = door(true).await;
    // One after the other these would take longer than anybody has patience.
    let mut silent = Vec::new();
    for n in 0..200 {
        silent.push(knock(address, if n % 2 == 0 { b"" } else { b"GET /cb?code=x" }).await);
    }
    let mut slow = knock(address, b"G").await;
    let trickle = tokio::spawn(async move {
        for byte in b"ET /cb?code=x&state=t".iter().cycle() {
            sleep(Duration::from_secs(1)).await;
            if slow.write_all(&[*byte]).await.is_err() {
                break;
            }
        }
    });
    let _person = knock(address, OURS.as_bytes()).await;
    assert_eq!(answer(waiting).await.0.expect("the code"), "c");
    trickle.abort();
}

#[tokio::test]
async fn the_person_comes_through_a_crowd_at_the_door() {
    let (address, waiting) = door(true).await;
    let crowd: Vec<_> = (0..50)
        .map(|_| {
            tokio::spawn(async move {
                while let Ok(mut stream) = TcpStream::connect(address).await {
                    if stream.write_all(b"GET /cb?code=x&state=t HTTP/1.1\r\n\r\n").await.is_err() {
                        break;
                    }
                    drop(told(stream).await);
                }
            })
        })
        .collect();
    let _person = knock(address, OURS.as_bytes()).await;
    assert_eq!(answer(waiting).await.0.expect("the code"), "c");
    crowd.iter().for_each(JoinHandle::abort);
}

/// What becomes of an answer with the right state and the rest of `query`.
async fn became(names_issuer: bool, query: &str) -> Result<String, IdentityError> {
    let (address, waiting) = door(names_issuer).await;
    let _person = knock(address, format!("GET /cb?state=s&{query} HTTP/1.1\r\n\r\n").as_bytes()).await;
    answer(waiting).await.0
}

// RFC 9207 2.4: the issuer is compared as it stands.
#[tokio::test]
async fn an_answer_of_another_issuer_is_refused() {
    for issuer in [
        "https://evil.example",
        "https://id.example/",
        "HTTPS://id.example",
        "https%3A%2F%2Fid.example%00",
        "",
    ] {
        for names_issuer in [true, false] {
            for rest in ["code=c", "error=access_denied"] {
                let found = became(names_issuer, &format!("{rest}&iss={issuer}")).await;
                assert!(matches!(found, Err(IdentityError::Refused { .. })), "{issuer} {rest}: {found:?}");
            }
        }
    }
    assert!(became(false, "code=c&iss=https://id.example").await.is_ok());
}

#[tokio::test]
async fn a_provider_that_announces_its_issuer_names_it() {
    for rest in ["code=c", "error=access_denied"] {
        let found = became(true, rest).await;
        assert!(matches!(found, Err(IdentityError::Refused { .. })), "{rest}: {found:?}");
    }
    assert_eq!(became(false, "code=c").await.expect("it announces nothing"), "c");
}

#[tokio::test]
async fn cancelling_is_told_apart_from_an_error_whose_words_are_not_repeated() {
    assert!(matches!(became(false, "error=access_denied").await, Err(IdentityError::Cancelled)));
    for (error, reason) in [
        ("server_error", "server_error"),
        ("11010119900101001X", "an unknown error"),
        ("%3Cscript%3E", "an unknown error"),
    ] {
        let found = became(false, &format!("error={error}&error_description=11010119900101001X")).await;
        assert!(matches!(&found, Err(IdentityError::Refused { reason: own }) if *own == reason), "{found:?}");
    }
    assert!(matches!(became(false, "code=c&error=server_error").await, Err(IdentityError::Refused { .. })));
    assert!(matches!(became(false, "").await, Err(IdentityError::Refused { .. })));
}

#[tokio::test]
async fn the_browser_is_told_nothing_before_it_is_known() {
    let (address, waiting) = door(false).await;
    let mut person = knock(address, b"GET /cb?state=s&code=c HTTP/1.1\r\n\r\n").await;
    let (_, browser) = answer(waiting).await;
    let mut first = [0; 1];
    let early = timeout(Duration::from_millis(200), person.read(&mut first)).await;
    assert!(early.is_err(), "a page came before the end: {early:?}");
    browser.show(true, "signed in").await;
    assert_eq!(told(person).await, "signed in");
}
