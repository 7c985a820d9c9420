//! Addresses: which hosts a request may name, and which path of the site it means.

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

/// Whether `host`, as a request names it, is this server at `port`. A page of another site can make a browser send
/// requests here under a name of its own ("DNS rebinding"); it cannot make it name this one.
pub(super) fn is_own_host(host: &str, port: u16) -> bool {
    let is_this_machine =
        |name: &str| name == "127.0.0.1" || name == "[::1]" || name.eq_ignore_ascii_case("localhost");
    match host.rsplit_once(':') {
        Some((name, given)) if !given.ends_with(']') => is_this_machine(name) && given == port.to_string(),
        // Browsers leave the port of the protocol out.
        _ => port == 80 && is_this_machine(host),
    }
}

/// The path of the site that the path of an address means: a folder means its page. `None` if it is no text. It is only
/// looked up among the paths of the site, never in the file system.
pub(super) fn site_path(address: &str) -> Option<String> {
    let path = percent_decode_str(address.strip_prefix('/').unwrap_or(address)).decode_utf8().ok()?;
    let page = if path.is_empty() || path.ends_with('/') { "index.html" } else { "" };
    Some(path.nfc().chain(page.chars()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_this_machine_at_this_port_are_answered() {
        for host in ["127.0.0.1:4321", "localhost:4321", "LocalHost:4321", "[::1]:4321"] {
            assert!(is_own_host(host, 4321), "{host}");
        }
        let others = [
            "",
            "localhost",
            "127.0.0.1",
            "[::1]",
            "localhost:",
            "localhost:80",
            "localhost:04321",
            "localhost:4321:4321",
            "evil.example:4321",
            "evil.example",
            "localhost.evil.example:4321",
            "127.0.0.1.evil.example:4321",
            "127.0.0.1:4321.evil.example",
            "evil@localhost:4321",
            "0.0.0.0:4321",
            "127.0.0.2:4321",
            "::1:4321",
        ];
        for host in others {
            assert!(!is_own_host(host, 4321), "{host}");
        }
    }

    #[test]
    fn at_the_port_of_the_protocol_browsers_name_none() {
        for host in ["localhost", "127.0.0.1", "[::1]", "localhost:80"] {
            assert!(is_own_host(host, 80), "{host}");
        }
        assert!(!is_own_host("evil.example", 80));
    }

    #[test]
    fn a_folder_means_its_page() {
        assert_eq!(site_path("/").as_deref(), Some("index.html"));
        assert_eq!(site_path("/cases/").as_deref(), Some("cases/index.html"));
        assert_eq!(site_path("/cases/a.html").as_deref(), Some("cases/a.html"));
    }

    #[test]
    fn a_path_is_decoded_once_and_composed() {
        assert_eq!(site_path("/files/%E5%9B%B3%201.png").as_deref(), Some("files/図 1.png"));
        assert_eq!(site_path("/%E3%81%8B%E3%82%99").as_deref(), Some("が"));
        assert_eq!(site_path("/a%252e").as_deref(), Some("a%2e"));
        assert_eq!(site_path("/a+b").as_deref(), Some("a+b"));
    }

    #[test]
    fn what_is_no_text_means_nothing() {
        assert_eq!(site_path("/%ff"), None);
    }

    #[test]
    fn a_code_that_is_none_stays_as_it_is() {
        for path in ["%", "%4", "%zz", "%+1"] {
            assert_eq!(site_path(&format!("/{path}")).as_deref(), Some(path));
        }
    }

    #[test]
    fn a_way_out_of_the_site_is_only_a_path_that_no_site_has() {
        assert_eq!(site_path("/../course.yaml").as_deref(), Some("../course.yaml"));
        assert_eq!(site_path("/%2e%2e%2fcourse.yaml").as_deref(), Some("../course.yaml"));
        assert_eq!(site_path("//etc/passwd").as_deref(), Some("/etc/passwd"));
    }
}
