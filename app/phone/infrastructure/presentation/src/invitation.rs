//! The link that brings a request: an authorization request by reference (OpenID4VP 5.4; RFC 9101, 5).

use fingertip_contract::is_secure_address;
use fingertip_standard::DepartmentId;
use url::Url;

use crate::PresentationError;

/// The scheme of such links (OpenID4VP 9, 13.1.2).
pub const SCHEME: &str = "openid4vp";
/// The same behind the app's own scheme, which no other wallet claims: `fingertip://openid4vp?...`.
const OWN: (&str, &str) = ("fingertip", "openid4vp");
/// The longest link, and the longest address in one, in bytes.
const MOST_BYTES: usize = 4 << 10;

/// How the request is fetched (`request_uri_method`, OpenID4VP 5.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestMethod {
    /// It stands at its address.
    Get,
    /// It is made for this wallet, with a nonce of the wallet's (OpenID4VP 5.10).
    Post,
}

/// An invitation to answer a request: who asks, by their own word, and where the request stands. Nothing of it is believed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    /// Who asks (`client_id`): the id under which the nation has registered them.
    pub asker: DepartmentId,
    /// Where the request stands (`request_uri`).
    pub request_uri: Url,
    /// How it is fetched.
    pub method: RequestMethod,
}

impl Invitation {
    /// Whether `link` is one, well-formed or not.
    #[must_use]
    pub fn is_one(link: &str) -> bool {
        let scheme = |scheme: &str| {
            let (own, rest) = link.split_at_checked(scheme.len())?;
            own.eq_ignore_ascii_case(scheme).then(|| rest.strip_prefix(':')).flatten()
        };
        let own = || {
            let rest = scheme(OWN.0)?.strip_prefix("//")?.strip_prefix(OWN.1)?;
            Some(rest.is_empty() || rest.starts_with(['?', '/', '#']))
        };
        scheme(SCHEME).is_some() || own() == Some(true)
    }

    /// Reads a link. What stands in it beside the three parameters is not looked at (RFC 9101, 6.3).
    ///
    /// # Errors
    /// [`PresentationError::Link`]: no link of this kind, one that carries its request in itself, a parameter twice, an address that is
    /// neither `https` nor this device; [`PresentationError::UnknownAsker`] for whoever is named otherwise than as a registered department;
    /// [`PresentationError::Request`] for a method that there is not.
    pub fn read(link: &str) -> Result<Self, PresentationError> {
        let broken = |why| Err(PresentationError::Link(why));
        if link.len() > MOST_BYTES {
            return broken("it is too long");
        }
        if !Self::is_one(link) || !link.bytes().all(|byte| byte.is_ascii_graphic()) {
            return broken("it is no such link");
        }
        let Ok(url) = Url::parse(link) else { return broken("it is no address") };
        let once = |name: &str| {
            let mut values = url.query_pairs().filter(|(own, _)| own == name).map(|(_, value)| value);
            match (values.next(), values.next()) {
                (value, None) => Ok(value.map(std::borrow::Cow::into_owned)),
                (_, Some(_)) => Err(PresentationError::Link("a parameter stands twice")),
            }
        };
        let Some(client) = once("client_id")? else { return broken("it names nobody") };
        let Some(address) = once("request_uri")? else { return broken("it names no request") };
        if once("request")?.is_some() {
            return broken("the request stands in it");
        }
        // OpenID4VP 5.9.2: without a prefix a client is one that is known beforehand. No id of a department has a colon.
        let asker = DepartmentId::new(client).map_err(|_| PresentationError::UnknownAsker)?;
        let method = match once("request_uri_method")?.as_deref() {
            None | Some("get") => RequestMethod::Get,
            Some("post") => RequestMethod::Post,
            Some(_) => return Err(PresentationError::Request("it is fetched by another method")),
        };
        let request_uri = address_of(&address).ok_or(PresentationError::Link("the request's address"))?;
        Ok(Self { asker, request_uri, method })
    }
}

/// An address to which something may be sent: `https`, or plain to this very device, with nobody's name in it.
pub(crate) fn address_of(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok()?;
    let is_plain = url.username().is_empty() && url.password().is_none() && url.fragment().is_none();
    (text.len() <= MOST_BYTES && is_secure_address(text) && is_plain).then_some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "openid4vp://?client_id=taxation&request_uri=https%3A%2F%2Ftax.example%2Frequests%2F1";

    #[test]
    fn a_link_names_who_asks_and_where_the_request_stands() {
        let read = Invitation::read(GOOD).expect("read");
        assert_eq!((read.asker.as_str(), read.method), ("taxation", RequestMethod::Get));
        assert_eq!(read.request_uri.as_str(), "https://tax.example/requests/1");
        let own = GOOD.replace("openid4vp://", "fingertip://openid4vp");
        assert_eq!(Invitation::read(&own).expect("read"), read);
        let authorize =
            GOOD.replace("openid4vp://", "OpenID4VP://authorize") + "&request_uri_method=post&x=1";
        assert_eq!(Invitation::read(&authorize).expect("read").method, RequestMethod::Post);
    }

    #[test]
    fn each_hostile_link_is_refused() {
        let with = |more: &str| format!("{GOOD}&{more}");
        for (link, refused) in [
            (GOOD.replace("client_id=taxation&", ""), PresentationError::Link("it names nobody")),
            ("openid4vp://?client_id=taxation".to_owned(), PresentationError::Link("it names no request")),
            (with("client_id=transport"), PresentationError::Link("a parameter stands twice")),
            (with("request_uri=https://evil.example"), PresentationError::Link("a parameter stands twice")),
            (with("request=eyJ"), PresentationError::Link("the request stands in it")),
            (with("request_uri_method=POST"), PresentationError::Request("it is fetched by another method")),
            (GOOD.replace("https", "http"), PresentationError::Link("the request's address")),
            (GOOD.replace("https", "file"), PresentationError::Link("the request's address")),
            (GOOD.replace("%2Ftax", "%2Ftaxation%40evil"), PresentationError::Link("the request's address")),
            (with(&"x".repeat(5000)), PresentationError::Link("it is too long")),
            (with("a\u{202e}"), PresentationError::Link("it is no such link")),
            ("https://tax.example/".to_owned(), PresentationError::Link("it is no such link")),
            (
                "fingertip://miniapp/cn.example.tax.form".to_owned(),
                PresentationError::Link("it is no such link"),
            ),
        ] {
            assert_eq!(Invitation::read(&link), Err(refused), "{link}");
        }
    }

    #[test]
    fn no_other_client_identifier_is_taken() {
        for client in [
            "redirect_uri:https://tax.example/post",
            "x509_san_dns:tax.example",
            "x509_hash:Uvo3HtuIxuhC92rShpgqcT3YXwrqRxWEviRiA0OZszk",
            "verifier_attestation:taxation",
            "decentralized_identifier:did:web:tax.example",
            "openid_federation:https://tax.example",
            "origin:https://tax.example",
            "https://tax.example",
            "pre-registered:taxation",
            "Taxation",
            "",
        ] {
            let link = Url::parse_with_params(
                "openid4vp://",
                [("client_id", client), ("request_uri", "https://tax.example/1")],
            );
            let refused = Invitation::read(link.expect("a link").as_str());
            assert_eq!(refused, Err(PresentationError::UnknownAsker), "{client}");
        }
    }

    #[test]
    fn links_to_mini_apps_are_none() {
        for link in
            ["fingertip://miniapp/x", "fingertip://openid4vpx?a", "https://openid4vp/", "openid4vp", ""]
        {
            assert!(!Invitation::is_one(link), "{link}");
        }
        assert!(Invitation::is_one("openid4vp://") && Invitation::is_one("fingertip://openid4vp"));
    }
}
