//! Addresses: which hosts a request may name, and which path of the site it means.

use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};

use percent_encoding::percent_decode_str;
use unicode_normalization::UnicodeNormalization;

/// Where the server is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OwnAddress {
    /// The address of this machine that is shown; never an unspecified one.
    pub ip: IpAddr,
    /// The port.
    pub port: u16,
}

impl OwnAddress {
    /// The address under which others reach a server that is bound to `bound`. For `0.0.0.0` and `::`, it is the address that
    /// this machine has on its network; no packet is sent to find it. A machine without a network has the loopback alone.
    pub(super) fn of(bound: SocketAddr) -> Self {
        let ip = if bound.ip().is_unspecified() { on_network(bound.ip()) } else { bound.ip() };
        Self { ip, port: bound.port() }
    }

    /// The address of the home page.
    pub(super) fn url(self) -> String {
        format!("http://{}:{}/", self.host(), self.port)
    }

    /// The host as addresses write it.
    fn host(self) -> String {
        match self.ip {
            IpAddr::V4(ip) => ip.to_string(),
            IpAddr::V6(ip) => format!("[{ip}]"),
        }
    }
}

fn on_network(unspecified: IpAddr) -> IpAddr {
    // Addresses for documentation, which nobody has.
    let other = if unspecified.is_ipv4() { "192.0.2.1:9" } else { "[2001:db8::1]:9" };
    let found = UdpSocket::bind((unspecified, 0)).and_then(|socket| {
        socket.connect(other)?;
        socket.local_addr()
    });
    found.map_or(Ipv4Addr::LOCALHOST.into(), |address| address.ip())
}

/// Whether `host`, as a request names it, is this server at `own`. A page of another site can make a browser send
/// requests here under a name of its own ("DNS rebinding"); it cannot make it name this one.
pub(super) fn is_own_host(host: &str, own: OwnAddress) -> bool {
    let port = own.port;
    let names = [own.host(), "127.0.0.1".to_owned(), "[::1]".to_owned(), "localhost".to_owned()];
    let is_this_machine = |name: &str| names.iter().any(|own| name.eq_ignore_ascii_case(own));
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

    const LOOPBACK: IpAddr = IpAddr::V4(Ipv4Addr::LOCALHOST);

    #[test]
    fn only_names_of_this_machine_at_this_port_are_answered() {
        for host in ["127.0.0.1:4321", "localhost:4321", "LocalHost:4321", "[::1]:4321"] {
            assert!(is_own_host(host, OwnAddress { ip: LOOPBACK, port: 4321 }), "{host}");
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
            assert!(!is_own_host(host, OwnAddress { ip: LOOPBACK, port: 4321 }), "{host}");
        }
    }

    #[test]
    fn at_the_port_of_the_protocol_browsers_name_none() {
        for host in ["localhost", "127.0.0.1", "[::1]", "localhost:80"] {
            assert!(is_own_host(host, OwnAddress { ip: LOOPBACK, port: 80 }), "{host}");
        }
        assert!(!is_own_host("evil.example", OwnAddress { ip: LOOPBACK, port: 80 }));
    }

    #[test]
    fn a_server_on_the_network_is_named_by_its_address_too() {
        let own = |ip: &str| OwnAddress { ip: ip.parse().unwrap(), port: 4321 };
        for (ip, host) in [("192.168.1.5", "192.168.1.5:4321"), ("fd00::5", "[fd00::5]:4321")] {
            assert!(is_own_host(host, own(ip)) && is_own_host("localhost:4321", own(ip)), "{host}");
            assert_eq!(own(ip).url(), format!("http://{host}/"));
        }
        for host in ["192.168.1.6:4321", "192.168.1.5", "192.168.1.5.evil.example:4321", "0.0.0.0:4321"] {
            assert!(!is_own_host(host, own("192.168.1.5")), "{host}");
        }
    }

    #[test]
    fn an_unspecified_address_is_shown_as_one_that_can_be_opened() {
        for bound in ["0.0.0.0:4321", "[::]:4321"] {
            let own = OwnAddress::of(bound.parse().unwrap());
            assert!(!own.ip.is_unspecified() && own.port == 4321, "{own:?}");
        }
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
