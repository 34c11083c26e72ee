//! The console of a department's officers: who gets in, what they see and do there, and what comes from elsewhere is refused.

use fingertip_contract::{Case, CaseState};
use reqwest::{Response, StatusCode};
use serde_json::json;

use super::{
    desk::{Desk, Officer, act},
    nation::{Nation, until},
};

/// An officer's browser.
struct Browser<'a> {
    nation: &'a Nation,
    cookie: String,
    language: &'static str,
}

impl<'a> Browser<'a> {
    fn new(nation: &'a Nation, language: &'static str) -> Self {
        Self { nation, cookie: String::new(), language }
    }

    async fn sign_in(nation: &'a Nation, department: &str, language: &'static str) -> Self {
        let mut browser = Self::new(nation, language);
        let token = Officer { nation }.token(department);
        let answer = browser.post("/console/sign-in", &[("department", department), ("token", &token)]).await;
        assert_eq!(answer.status(), StatusCode::SEE_OTHER);
        let cookie = answer.headers()["set-cookie"].to_str().expect("text").to_owned();
        for part in ["HttpOnly", "SameSite=Strict", "Path=/console"] {
            assert!(cookie.contains(part), "{cookie}");
        }
        cookie.split(';').next().expect("a pair").clone_into(&mut browser.cookie);
        browser
    }

    async fn get(&self, path: &str) -> Response {
        let request = self.nation.client.get(self.nation.at(path)).header("cookie", &self.cookie);
        request.header("accept-language", self.language).send().await.expect("answered")
    }

    async fn page(&self, path: &str) -> String {
        let answer = self.get(path).await;
        assert_eq!(answer.status(), StatusCode::OK, "{path}");
        let policy = answer.headers()["content-security-policy"].to_str().expect("text");
        assert!(policy.starts_with("default-src 'none';") && policy.contains("frame-ancestors 'none'"));
        assert_eq!(answer.headers()["cache-control"], "no-store");
        answer.text().await.expect("text")
    }

    async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Response {
        let origin = self.nation.running.platform_url.clone();
        self.post_from(path, fields, &origin).await
    }

    async fn post_from(&self, path: &str, fields: &[(&str, &str)], origin: &str) -> Response {
        let request = self.nation.client.post(self.nation.at(path)).header("cookie", &self.cookie);
        let request = request.header("origin", origin).header("accept-language", self.language).form(fields);
        request.send().await.expect("answered")
    }

    /// Sends a form as the page has it.
    async fn send(&self, page: &str, path: &str, fields: &[(&str, &str)]) -> Response {
        let token = value_of(&self.page(page).await, "form");
        let all: Vec<(&str, &str)> = fields.iter().copied().chain([("form", token.as_str())]).collect();
        self.post(path, &all).await
    }
}

/// The value of a hidden field.
fn value_of(page: &str, name: &str) -> String {
    let field = page.split_once(&format!("name=\"{name}\" value=\"")).expect("the field").1;
    field.split('"').next().expect("its value").to_owned()
}

async fn at_work(desk: &Desk) -> (Nation, String, Case) {
    let nation = Nation::start_elsewhere("human-resources", desk.url()).await;
    let access = nation.log_in("zhang-wei").await.access;
    let case = nation.submit(&access, "k").await;
    (nation, access, case)
}

#[tokio::test]
async fn an_officer_works_a_case_asks_and_replies_and_the_person_reads_it() {
    let desk = Desk::open().await;
    let (nation, access, case) = at_work(&desk).await;
    let browser = Browser::sign_in(&nation, "human-resources", "en").await;
    let queue = browser.page("/console/cases").await;
    let path = format!("/console/cases/{}", case.id);
    assert!(queue.contains(&format!("href=\"{path}\"")) && queue.contains("<html lang=\"en\" dir=\"ltr\">"));

    let asked = [
        ("state", "correction-asked"),
        ("kind-1", "words"),
        ("label-1", "Which street & number?"),
        ("required-1", "yes"),
        ("until", "2099-01-01"),
        ("asked", "One thing\r\nis missing."),
    ];
    let answer = browser.send(&path, &format!("{path}/asks"), &asked).await;
    assert_eq!(
        (answer.status(), answer.headers()["location"].to_str().expect("text")),
        (StatusCode::SEE_OTHER, path.as_str())
    );
    let now = nation.case(&access, &case).await;
    assert_eq!(
        (&now.state, now.asked[0].label.in_language("en")),
        (&CaseState::CorrectionAsked, "Which street & number?")
    );
    assert_eq!(now.steps[1].note.as_ref().expect("a note").in_language("en"), "One thing\nis missing.");
    assert!(browser.page(&path).await.contains("Which street &amp; number?"));

    let answer = json!({"kind": "answer", "answers": {"ask-1": "<script>alert(1)</script>"}});
    act(&nation, &access, &case.id, "a", &answer).await;
    let page = browser.page(&path).await;
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && !page.contains("<script"));
    let key = value_of(&page, "key");
    for _ in 0..2 {
        browser.send(&path, &format!("{path}/replies"), &[("key", &key), ("words", "Thank you.")]).await;
    }
    let now = nation.case(&access, &case).await;
    assert_eq!(now.entries.len(), 2, "the same form twice is one reply");
    assert_eq!(now.entries[1].words.in_language("en"), "Thank you.");

    for state in ["accepted", "review", "rejected"] {
        let fields = [("state", state), ("note", "As you asked."), ("office", "Card office")];
        let done = browser.send(&path, &format!("{path}/steps"), &fields).await;
        assert_eq!(done.status(), StatusCode::SEE_OTHER, "{state}");
    }
    let now = nation.case(&access, &case).await;
    assert_eq!(
        (now.state, now.office.expect("an office").in_language("en")),
        (CaseState::Rejected, "Card office")
    );
}

#[tokio::test]
async fn what_is_not_done_is_said_and_what_was_written_stays() {
    let desk = Desk::open().await;
    let (nation, _, case) = at_work(&desk).await;
    let browser = Browser::sign_in(&nation, "human-resources", "en").await;
    let path = format!("/console/cases/{}", case.id);
    let fields = [("state", "delivered"), ("note", "Kept \"words\"")];
    let refused = browser.send(&path, &format!("{path}/steps"), &fields).await;
    assert_eq!(refused.status(), StatusCode::CONFLICT);
    let page = refused.text().await.expect("text");
    assert!(page.contains("role=\"alert\"") && page.contains("has changed meanwhile"));
    assert!(page.contains("Kept &quot;words&quot;"));
    let empty = browser.send(&path, &format!("{path}/replies"), &[("key", "k"), ("words", "  ")]).await;
    assert_eq!(empty.status(), StatusCode::UNPROCESSABLE_ENTITY);
    let long = "x".repeat(2001);
    let long = browser.send(&path, &format!("{path}/replies"), &[("key", "k"), ("words", &long)]).await;
    assert!(long.text().await.expect("text").contains("too long"));
    assert_eq!(browser.get("/console/cases/HU-20261124-7KQ2X9").await.status(), StatusCode::NOT_FOUND);
    assert_eq!(browser.get("/console/cases/%3Cscript%3E").await.status(), StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn nobody_gets_in_without_the_departments_token_and_no_form_from_elsewhere_is_taken() {
    let desk = Desk::open().await;
    let (nation, access, case) = at_work(&desk).await;
    let stranger = Browser::new(&nation, "en");
    for path in ["/console/cases", "/console/ratings", "/console/dead-letters", "/console/statistics"] {
        let answer = stranger.get(path).await;
        assert_eq!(
            (answer.status(), answer.headers()["location"].to_str().expect("text")),
            (StatusCode::SEE_OTHER, "/console/sign-in")
        );
    }
    let token = Officer { nation: &nation }.token("taxation");
    for (department, token) in [
        ("human-resources", token.as_str()),
        ("human-resources", ""),
        ("nobody", "x"),
        ("<b>", "x"),
        ("human-resources", access.as_str()),
    ] {
        let answer = stranger.post("/console/sign-in", &[("department", department), ("token", token)]).await;
        assert_eq!(answer.status(), StatusCode::UNPROCESSABLE_ENTITY);
        assert!(!answer.headers().contains_key("set-cookie"));
        let page = answer.text().await.expect("text");
        assert!(page.contains("aria-invalid=\"true\"") && !page.contains("<b>"));
        assert!(token.is_empty() || token == "x" || !page.contains(token), "a token is never shown");
    }

    let browser = Browser::sign_in(&nation, "human-resources", "en").await;
    let path = format!("/console/cases/{}", case.id);
    let form = value_of(&browser.page(&path).await, "form");
    let fields = [("state", "refused"), ("form", form.as_str())];
    let steps = format!("{path}/steps");
    let foreign = browser.post_from(&steps, &fields, "https://elsewhere.example").await;
    assert_eq!(foreign.status(), StatusCode::UNAUTHORIZED);
    for wrong in ["", "0"] {
        let answer = browser.post(&steps, &[("state", "refused"), ("form", wrong)]).await;
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    }
    assert_eq!(nation.case(&access, &case).await.state, CaseState::Received, "nothing of that was done");

    // Another department's officer sees nothing of it, and a session that has ended none at all.
    let other = Browser::sign_in(&nation, "taxation", "en").await;
    assert_eq!(other.get(&path).await.status(), StatusCode::NOT_FOUND);
    let foreign = other.send("/console/cases", &steps, &[("state", "refused")]).await;
    assert_eq!(foreign.status(), StatusCode::NOT_FOUND);
    let ended = browser.send("/console/cases", "/console/sign-out", &[]).await;
    assert_eq!(ended.status(), StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/console/cases").await.status(), StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn ratings_dead_letters_and_figures_have_pages_in_every_language() {
    let desk = Desk::open().await;
    let (nation, access, case) = at_work(&desk).await;
    let officer = Officer { nation: &nation };
    officer.to(&case, &["refused", "closed"]).await;
    let rating = json!({"level": "dissatisfied", "text": "<i>Slow</i>", "reasons": ["slow"]});
    let request =
        nation.client.put(nation.at(&fingertip_contract::api::rating(&case.id))).bearer_auth(&access);
    assert_eq!(request.json(&rating).send().await.expect("answered").status(), 200);
    desk.until_taken(1).await;
    desk.refuse(&case.id, Some(422));
    act(&nation, &access, &case.id, "q", &json!({"kind": "ask", "words": "Why?"})).await;

    for (language, direction, slow) in
        [("zh-Hans", "ltr", "慢"), ("zh-Hant", "ltr", "慢"), ("ug", "rtl", "ئاستا"), ("en", "ltr", "Slow")]
    {
        let browser = Browser::sign_in(&nation, "human-resources", language).await;
        let frame = format!("<html lang=\"{language}\" dir=\"{direction}\">");
        let ratings = browser.page("/console/ratings").await;
        assert!(ratings.contains(&frame) && ratings.contains(slow) && ratings.contains("&lt;i&gt;Slow"));
        let letters = until("it is put aside", || async {
            let page = browser.page("/console/dead-letters").await;
            page.contains("422").then_some(page)
        })
        .await;
        assert!(letters.contains(&format!("/console/cases/{}", case.id)));
        let figures = browser.page("/console/statistics").await;
        for page in [&ratings, &letters, &figures] {
            assert!(!page.contains("console-"), "no page says what is no message: {page}");
            assert_eq!((page.matches("<h1>").count(), page.matches("<main").count()), (1, 1));
            assert!(page.contains("aria-current=\"page\""));
        }
    }
    let browser = Browser::sign_in(&nation, "human-resources", "en").await;
    let page = browser.page("/console/ratings").await;
    let reply =
        page.split_once("action=\"/console/ratings/").expect("a form").1.split_once('"').expect("its end").0;
    let path = format!("/console/ratings/{reply}");
    let done = browser.send("/console/ratings", &path, &[("words", "We are sorry.")]).await;
    assert_eq!(done.status(), StatusCode::SEE_OTHER);
    let told = nation.case(&access, &case).await.follow_up.expect("a follow-up");
    assert_eq!(told.reply.expect("a reply").in_language("en"), "We are sorry.");
    let page = browser.page("/console/dead-letters").await;
    let retry = page
        .split_once("action=\"/console/dead-letters/")
        .expect("a form")
        .1
        .split_once('"')
        .expect("its end")
        .0;
    desk.refuse(&case.id, None);
    let done = browser.send("/console/dead-letters", &format!("/console/dead-letters/{retry}"), &[]).await;
    assert_eq!(done.status(), StatusCode::SEE_OTHER);
    desk.until_taken(2).await;
}
