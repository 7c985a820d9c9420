//! Which requests are an author's.
//!
//! Whoever has the token may read and write the texts of the course. It is random, made when the server starts, and is behind `#` in
//! the address that the terminal shows: browsers send that part to no server. A page of another site can neither know it nor
//! set the header that it is sent in, and its requests name another origin.

use std::fmt::Write as _;

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};

use crate::error::Error;

/// The header with the token.
const TOKEN: &str = "x-mitate-token";

/// What lets editors in.
#[derive(Debug)]
pub(in super::super) struct Gate {
    token: String,
    /// What marks the style sheets that the editor makes: its page runs and shows nothing else.
    pub nonce: String,
}

impl Gate {
    /// A gate with a new token.
    ///
    /// # Errors
    /// When the system gives no random numbers.
    pub(in super::super) fn new() -> Result<Self, Error> {
        Ok(Self { token: random()?, nonce: random()? })
    }

    /// The token.
    pub(in super::super) fn token(&self) -> &str {
        &self.token
    }

    /// Whether a request, whose host is this server, is an author's: it shows the token, and comes from a page of this server.
    pub(super) fn lets_in(&self, headers: &HeaderMap) -> bool {
        let named = |name: &str| headers.get(name).and_then(|it| it.to_str().ok());
        let (host, origin) = (named(HOST.as_str()), named(ORIGIN.as_str()));
        let is_from_here = host.is_some() && origin.is_some_and(|it| it.strip_prefix("http://") == host);
        is_from_here && named(TOKEN).is_some_and(|it| is_same(it.as_bytes(), self.token.as_bytes()))
    }
}

/// Whether both are the same, in a time that says nothing of where they differ.
fn is_same(one: &[u8], other: &[u8]) -> bool {
    one.len() == other.len() && one.iter().zip(other).fold(0, |differs, (a, b)| differs | (a ^ b)) == 0
}

/// 128 random bits as text.
fn random() -> Result<String, Error> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_token_from_a_page_of_this_server_is_let_in() {
        let gate = Gate::new().unwrap();
        let other = Gate::new().unwrap();
        assert!(gate.token.len() == 32 && gate.token != other.token && gate.token != gate.nonce);
        let lets_in = |token: Option<&str>, host: Option<&str>, origin: Option<&str>| {
            let mut headers = HeaderMap::new();
            for (name, value) in [(TOKEN, token), ("host", host), ("origin", origin)] {
                headers.extend(
                    value.map(|it| (name.parse::<axum::http::HeaderName>().unwrap(), it.parse().unwrap())),
                );
            }
            gate.lets_in(&headers)
        };
        let (token, host, origin) = (Some(gate.token()), Some("localhost:1"), Some("http://localhost:1"));
        assert!(lets_in(token, host, origin));
        for wrong in [None, Some(""), Some(&*other.token), Some(&gate.token[1..])] {
            assert!(!lets_in(wrong, host, origin), "{wrong:?}");
        }
        for wrong in [
            "null",
            "http://localhost:2",
            "https://localhost:1",
            "http://127.0.0.1:1",
            "http://localhost:1.evil.example",
        ] {
            assert!(!lets_in(token, host, Some(wrong)), "{wrong}");
        }
        assert!(!lets_in(token, host, None) && !lets_in(token, None, origin));
    }
}
