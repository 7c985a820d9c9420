//! Messages on a stream: headers, a blank line, JSON.
//!
//! The reader of `lsp-server` ends with the first message that it does not understand, and takes as much memory as a header asks for. This
//! one goes on with the next `Content-Length`, wherever it is.

use std::io::{self, BufRead, Read as _};

use lsp_server::Message;

/// The longest message, in bytes. No text of a course is longer than a tenth of it.
const LIMIT: u64 = 64 << 20;

/// The longest line of a header, in bytes.
const LINE: u64 = 1 << 16;

/// What came.
#[derive(Debug)]
pub(super) enum Came {
    /// A message.
    Message(Message),
    /// Something else, and why it is no message.
    Malformed(String),
}

/// The next message of `reader`; `None` at its end.
///
/// # Errors
/// When it cannot be read.
pub(super) fn next(reader: &mut impl BufRead) -> io::Result<Option<Came>> {
    let mut length = None;
    loop {
        let mut line = Vec::new();
        if reader.by_ref().take(LINE).read_until(b'\n', &mut line)? == 0 {
            return Ok(None);
        }
        let line = String::from_utf8_lossy(&line).to_ascii_lowercase();
        if let Some((_, value)) = line.rsplit_once("content-length:") {
            length = value.trim().parse::<u64>().ok();
        } else if line.trim().is_empty()
            && let Some(length) = length.take()
        {
            return body(reader, length);
        }
    }
}

fn body(reader: &mut impl BufRead, length: u64) -> io::Result<Option<Came>> {
    let mut part = reader.take(length);
    if length > LIMIT {
        io::copy(&mut part, &mut io::sink())?;
        return Ok(Some(Came::Malformed(format!("a message of {length} bytes"))));
    }
    let mut bytes = Vec::new();
    part.read_to_end(&mut bytes)?;
    if (bytes.len() as u64) < length {
        return Ok(None);
    }
    Ok(Some(match serde_json::from_slice(&bytes) {
        Ok(message) => Came::Message(message),
        Err(error) => Came::Malformed(error.to_string()),
    }))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn framed(body: &str) -> String {
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    }

    /// The methods of the messages, `!` for one that is malformed.
    fn read(bytes: &[u8]) -> Vec<String> {
        let mut reader = bytes;
        let mut found = Vec::new();
        while let Some(came) = next(&mut reader).unwrap() {
            found.push(match came {
                Came::Message(Message::Request(it)) => it.method,
                Came::Message(Message::Notification(it)) => it.method,
                Came::Message(Message::Response(_)) => "response".to_owned(),
                Came::Malformed(_) => "!".to_owned(),
            });
        }
        found
    }

    #[test]
    fn what_is_no_message_costs_no_other_message() {
        let good = framed("{\"jsonrpc\":\"2.0\",\"method\":\"good\"}");
        for (wrong, reported) in [
            (framed("{"), 1),
            (framed("[]"), 1),
            (framed("{\"id\": {}}"), 1),
            (framed(&"[".repeat(100_000)), 1),
            ("Content-Length: 5\r\n\r\n\u{ff}\u{ff}x".to_owned(), 1),
            ("Content-Length: -1\r\n\r\n{}".to_owned(), 0),
            ("Content-Length: 99999999999999999999999\r\n\r\n{}".to_owned(), 0),
            ("nonsense\r\n\r\n\r\n".to_owned(), 0),
            ("X: 1\nContent-Type: a\n".to_owned(), 0),
        ] {
            let text = [&good, &wrong, &good].map(String::as_str).concat();
            let mut expected = vec!["!".to_owned(); reported];
            expected.insert(0, "good".to_owned());
            expected.push("good".to_owned());
            assert_eq!(read(text.as_bytes()), expected, "{wrong:?}");
        }
        assert_eq!(read(b"Content-Length: 9999999999\r\n\r\n{}"), ["!"]);
        assert_eq!(read(b"Content-Length: 10\r\n\r\n{}"), [] as [&str; 0]);
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_to_their_end(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
            let text = [b"Content-Length: 3\r\n", bytes.as_slice()].concat();
            read(&text);
            read(&bytes);
        }
    }
}
