//! Which addresses a token or a person's fact may be sent to.

use url::{Host, Url};

/// Whether nobody on the way can read or change what is sent to `address`: `https`, or plain `http` to this very device
/// (loopback, RFC 6890), where tests and demos run. RFC 6749 3.1.2.1 and 3.2, OpenID Connect Core 1.0 16.17.
#[must_use]
pub fn is_secure_address(address: &str) -> bool {
    Url::parse(address).is_ok_and(|url| url.scheme() == "https" || is_loopback_address(&url))
}

/// Whether `address` is plain `http` to this very device.
#[must_use]
pub fn is_loopback_address(address: &Url) -> bool {
    address.scheme() == "http"
        && match address.host() {
            Some(Host::Ipv4(host)) => host.is_loopback(),
            Some(Host::Ipv6(host)) => host.is_loopback(),
            // RFC 6761 6.3: resolvers answer with loopback.
            Some(Host::Domain(host)) => host == "localhost",
            None => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_http_is_for_this_device_alone() {
        for good in
            ["https://p.example", "http://127.0.0.1:8080/x", "http://[::1]:1", "http://localhost:3000/"]
        {
            assert!(is_secure_address(good), "{good}");
        }
        for bad in [
            "http://p.example",
            "http://127.0.0.1.p.example",
            "http://127.0.0.1@p.example/",
            "http://localhost.p.example",
            "http://192.168.1.2",
            "http://[::ffff:10.0.0.1]",
            "ftp://127.0.0.1",
            "file:///etc/hosts",
            "p.example",
            "",
        ] {
            assert!(!is_secure_address(bad), "{bad}");
        }
    }
}
