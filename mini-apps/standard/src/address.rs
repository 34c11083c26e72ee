//! Addresses of places in mini-apps, after the W3C MiniApp Addressing working draft of 31 January 2024:
//! `fingertip://miniapp/cn.example.transport.bus-card/lines?line=7`, or the same behind the host of the nation's platform:
//! `https://platform.example/miniapp/cn.example.transport.bus-card/lines?line=7`.
//!
//! An address opens and never submits. Reading one says nothing of whether the place is there and open: see
//! [`Manifest::admit`](crate::Manifest::admit).

use std::{collections::HashSet, fmt};

use url::{Host, Url};

use crate::{AppId, Fault, FaultClass, limits};

/// The scheme of addresses of mini-apps (`custom-scheme` of the draft).
pub const SCHEME: &str = "fingertip";
/// What stands before the id (`uri-infix` of the draft).
const INFIX: &str = "miniapp";

/// A place in a mini-app.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// Which mini-app (`id` of the draft, which does not tell upper from lower case).
    pub app: AppId,
    /// Which version of it, its code or its name, where the address names one.
    pub version: Option<String>,
    /// The route, `/` where the address names none.
    pub route: String,
    /// The parameters, in order.
    pub params: Vec<(String, String)>,
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Link {
    /// A place in a mini-app.
    MiniApp(Address),
    /// A page of the web, which the system's browser opens.
    Web(Url),
}

/// Why a text is no link that may be followed. No error holds the text: it may be a person's, or made to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum AddressError {
    /// Longer than [`limits::ADDRESS_BYTES`].
    #[error("the link is longer than the limit")]
    TooLong,
    /// Spaces or characters that cannot be seen.
    #[error("the link holds a space or a character that cannot be seen")]
    Unseen,
    /// Not a link at all.
    #[error("the link is not a URI")]
    NotAUri,
    /// Neither an address of a mini-app nor a secure web page.
    #[error("the link is neither an address of a mini-app nor a secure web page")]
    Scheme,
    /// A user name, password or port where none belongs: they make a link look like another.
    #[error("the link carries a user name, a password or a port")]
    Authority,
    /// Not of the form `fingertip://miniapp/ID/...`.
    #[error("the link does not name a mini-app")]
    NoMiniApp,
    /// A path that is not plainly written: dots, escapes, backslashes, empty parts.
    #[error("the path of the link is not plain")]
    Path,
    /// Too many parameters, or one named twice.
    #[error("the parameters of the link are too many, or one comes twice")]
    Params,
}

impl AddressError {
    /// The code by which a mini-app that asked for it is told.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Scheme => "link-scheme",
            _ => "link-malformed",
        }
    }
}

impl Fault for AddressError {
    fn class(&self) -> FaultClass {
        FaultClass::Person
    }
    fn message_id(&self) -> &'static str {
        match self {
            Self::Scheme => "fault-link-scheme",
            _ => "fault-link-malformed",
        }
    }
}

impl Link {
    /// Reads a link. `hosts` are those at whose `/miniapp/` the nation's own addresses stand.
    ///
    /// # Errors
    /// [`AddressError`]: what is wrong with it.
    pub fn parse(text: &str, hosts: &[&str]) -> Result<Self, AddressError> {
        if text.len() > limits::ADDRESS_BYTES {
            return Err(AddressError::TooLong);
        }
        // The URL standard drops tabs and line ends without a word, and spaces around it: what is read would be another link.
        if !text.bytes().all(|b| b.is_ascii_graphic()) {
            return Err(AddressError::Unseen);
        }
        let url = Url::parse(text).map_err(|_| AddressError::NotAUri)?;
        if !url.username().is_empty() || url.password().is_some() {
            return Err(AddressError::Authority);
        }
        match url.scheme() {
            SCHEME => {
                if url.host_str() != Some(INFIX) {
                    return Err(AddressError::NoMiniApp);
                }
                if url.port().is_some() {
                    return Err(AddressError::Authority);
                }
                Address::read(&url, path_of(text), 0).map(Self::MiniApp)
            }
            "https" => {
                let is_own = matches!(url.host(), Some(Host::Domain(host)) if hosts.contains(&host))
                    && url.port().is_none();
                if is_own && url.path_segments().and_then(|mut parts| parts.next()) == Some(INFIX) {
                    return Address::read(&url, path_of(text), 1).map(Self::MiniApp);
                }
                url.host().map(|_| Self::Web(url.clone())).ok_or(AddressError::NotAUri)
            }
            _ => Err(AddressError::Scheme),
        }
    }
}

/// The path as it is written: the URL standard has already resolved `..` where a parsed one is asked.
fn path_of(text: &str) -> &str {
    let end = text.find(['?', '#']).unwrap_or(text.len());
    let text = &text[..end];
    let authority = text.find("//").map_or(0, |at| at + 2);
    text[authority..].find('/').map_or("", |at| &text[authority + at..])
}

impl Address {
    /// Reads the rest of an address: `path` as written, of which `skip` parts stand before the id.
    fn read(url: &Url, path: &str, skip: usize) -> Result<Self, AddressError> {
        let parts: Vec<&str> = path.split('/').skip(1 + skip).collect();
        let Some((identity, route)) = parts.split_first() else { return Err(AddressError::NoMiniApp) };
        let (id, version) = match identity.split_once(";version=") {
            Some((id, version)) => (id, Some(version.to_owned())),
            None => (*identity, None),
        };
        let app = AppId::new(id.to_ascii_lowercase()).map_err(|_| AddressError::NoMiniApp)?;
        if version.as_ref().is_some_and(|version| !is_plain(version, "-._~")) {
            return Err(AddressError::NoMiniApp);
        }
        let route = match route {
            // One stroke at the end of the id is the first page.
            [] | [""] => "/".to_owned(),
            parts
                if parts
                    .iter()
                    .all(|part| is_plain(part, "-") && !part.bytes().any(|b| b.is_ascii_uppercase())) =>
            {
                format!("/{}", parts.join("/"))
            }
            _ => return Err(AddressError::Path),
        };
        let params: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let mut names = HashSet::new();
        if params.len() > limits::PARAMS || !params.iter().all(|(name, _)| names.insert(name)) {
            return Err(AddressError::Params);
        }
        Ok(Self { app, version, route, params })
    }
}

/// ASCII letters and digits, and what else is allowed.
fn is_plain(part: &str, more: &str) -> bool {
    !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{SCHEME}://{INFIX}/{}", self.app)?;
        if let Some(version) = &self.version {
            write!(f, ";version={version}")?;
        }
        if self.route != "/" {
            f.write_str(&self.route)?;
        }
        if !self.params.is_empty() {
            let mut query = url::form_urlencoded::Serializer::new(String::new());
            write!(f, "?{}", query.extend_pairs(&self.params).finish())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOSTS: [&str; 1] = ["platform.example"];

    fn address(text: &str) -> Address {
        match Link::parse(text, &HOSTS) {
            Ok(Link::MiniApp(address)) => address,
            other => panic!("{text} is no address: {other:?}"),
        }
    }

    #[test]
    fn addresses_are_read_and_written_as_the_draft_has_them() {
        for (text, route, version, params) in [
            ("fingertip://miniapp/cn.example.bus", "/", None, &[][..]),
            ("fingertip://miniapp/cn.example.bus/", "/", None, &[]),
            ("fingertip://miniapp/cn.example.bus/lines/next-bus", "/lines/next-bus", None, &[]),
            ("fingertip://miniapp/CN.Example.Bus?a=b#section-3", "/", None, &[("a", "b")]),
            (
                "FINGERTIP://miniapp/cn.example.bus;version=1.0.1-trial/lines?q=%E8%B7%AF+1",
                "/lines",
                Some("1.0.1-trial"),
                &[("q", "路 1")],
            ),
            (
                "https://platform.example/miniapp/cn.example.bus/lines?line=7",
                "/lines",
                None,
                &[("line", "7")],
            ),
        ] {
            let own = address(text);
            assert_eq!(
                (own.app.as_str(), own.route.as_str(), own.version.as_deref()),
                ("cn.example.bus", route, version),
                "{text}"
            );
            let pairs: Vec<(&str, &str)> =
                own.params.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            assert_eq!(pairs, params, "{text}");
            assert_eq!(address(&own.to_string()), own, "read as it was written");
        }
    }

    #[test]
    fn the_web_stays_the_web() {
        for text in [
            "https://www.example.cn/a?b#c",
            "https://platform.example/help",
            "https://platform.example:8443/miniapp/cn.example.bus",
        ] {
            assert!(matches!(Link::parse(text, &HOSTS), Ok(Link::Web(_))), "{text}");
        }
        assert!(
            matches!(Link::parse("https://other.example/miniapp/cn.example.bus", &HOSTS), Ok(Link::Web(_))),
            "another host's own"
        );
    }

    #[test]
    fn tricks_are_refused_each_for_its_reason() {
        use AddressError::{Authority, NoMiniApp, NotAUri, Params, Path, Scheme, TooLong, Unseen};
        let many = format!(
            "fingertip://miniapp/cn.example.bus?{}",
            (0..17).map(|n| format!("p{n}=1")).collect::<Vec<_>>().join("&")
        );
        let long = format!("fingertip://miniapp/cn.example.bus?q={}", "x".repeat(limits::ADDRESS_BYTES));
        for (text, error) in [
            ("", NotAUri),
            ("bus-card", NotAUri),
            ("javascript:alert(1)", Scheme),
            ("JaVaScRiPt://miniapp/cn.example.bus", Scheme),
            ("java\tscript:alert(1)", Unseen),
            ("http://www.example.cn/", Scheme),
            ("file:///etc/passwd", Scheme),
            ("data:text/html,hello", Scheme),
            ("tel:12345", Scheme),
            (" fingertip://miniapp/cn.example.bus", Unseen),
            ("fingertip://miniapp/cn.example.bus?q=a\nb", Unseen),
            ("fingertip://miniapp/cn.example.b\u{fc}s", Unseen),
            ("fingertip:miniapp/cn.example.bus", NoMiniApp),
            ("fingertip://other/cn.example.bus", NoMiniApp),
            ("fingertip://miniapp", NoMiniApp),
            ("fingertip://miniapp/", NoMiniApp),
            ("fingertip://miniapp/bus", NoMiniApp),
            ("fingertip://miniapp/cn.example.bus;version=1 0", Unseen),
            ("fingertip://miniapp/cn.example.bus;version=%31", NoMiniApp),
            ("fingertip://miniapp/cn.example.bus;other=1/lines", NoMiniApp),
            ("fingertip://miniapp/cn.example.one/../cn.example.bus", Path),
            ("fingertip://miniapp/../cn.example.bus", NoMiniApp),
            ("fingertip://miniapp/cn.example.bus/%2e%2e/pay", Path),
            ("fingertip://miniapp/cn.example.bus/./lines", Path),
            ("fingertip://miniapp/cn.example.bus/lines/", Path),
            ("fingertip://miniapp/cn.example.bus//lines", Path),
            ("fingertip://miniapp/cn.example.bus/li%6Ees", Path),
            ("fingertip://miniapp/cn.example.bus\\..\\lines", NoMiniApp),
            ("fingertip://miniapp/cn.example.bus/Lines", Path),
            ("fingertip://bank@miniapp/cn.example.bus", Authority),
            ("fingertip://miniapp:81/cn.example.bus", Authority),
            ("https://www.gov.cn@evil.example/", Authority),
            ("https://platform.example/miniapp/../miniapp/cn.example.bus", NoMiniApp),
            ("fingertip://miniapp/cn.example.bus?a=1&a=2", Params),
            (&many, Params),
            (&long, TooLong),
        ] {
            assert_eq!(Link::parse(text, &HOSTS), Err(error), "{text:?}");
        }
    }
}
