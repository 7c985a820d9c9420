//! Style sheets without comments and needless blanks.
//!
//! The tokens come from a CSS reader, so that strings, addresses and escapes stay as they are. A blank goes only where it
//! means nothing in any place: beside `{`, `}`, `;` and `,`, and behind `:`.

use cssparser::{ParseError, Parser, Token};

/// Appends `css` to `out`, without comments and needless blanks.
pub(super) fn compact(css: &str, out: &mut String) {
    tokens(&mut Parser::new(css), out);
    out.push('\n');
}

/// The place of the first bracket of `css` that nothing closes: the rules behind it are inside of it.
pub(super) fn unclosed(css: &str) -> Option<usize> {
    open_block(&mut Parser::new(css))
}

fn open_block(parser: &mut Parser<'_>) -> Option<usize> {
    loop {
        let token = parser.next_including_whitespace_and_comments().cloned().ok()?;
        let behind = parser.position().byte_index();
        let is_block = matches!(
            token,
            Token::CurlyBracketBlock
                | Token::SquareBracketBlock
                | Token::ParenthesisBlock
                | Token::Function(_)
        );
        if !is_block {
            continue;
        }
        let (mut found, mut end) = (None, 0);
        let _: Result<(), ParseError<()>> = parser.parse_nested_block(|inner| {
            found = open_block(inner);
            end = inner.position().byte_index();
            Ok(())
        });
        // Behind the inside of a block that is closed comes its bracket.
        let is_closed = found.is_none() && parser.position().byte_index() > end;
        if !is_closed {
            return found.or(Some(behind - 1));
        }
    }
}

fn tokens(parser: &mut Parser<'_>, out: &mut String) {
    loop {
        let start = parser.position();
        let Ok(token) = parser.next_including_whitespace_and_comments().cloned() else { return };
        match token {
            Token::Comment(_) => {}
            Token::WhiteSpace(_) => {
                if !out.is_empty() && !out.ends_with(['{', '}', ';', ',', ':', ' ', '\n']) {
                    out.push(' ');
                }
            }
            token => {
                if matches!(token, Token::CurlyBracketBlock | Token::Semicolon | Token::Comma) {
                    trim(out, ' ');
                }
                out.push_str(parser.slice_from(start));
                nested(&token, parser, out);
            }
        }
    }
}

/// Appends what is inside of a block, and its end.
fn nested(token: &Token<'_>, parser: &mut Parser<'_>, out: &mut String) {
    let end = match token {
        Token::CurlyBracketBlock => '}',
        Token::SquareBracketBlock => ']',
        Token::ParenthesisBlock | Token::Function(_) => ')',
        _ => return,
    };
    let result: Result<(), ParseError<()>> = parser.parse_nested_block(|inner| {
        tokens(inner, out);
        Ok(())
    });
    debug_assert!(result.is_ok());
    if end == '}' {
        trim(out, ' ');
        trim(out, ';');
    }
    out.push(end);
}

/// Removes `c` from the end, if it is there.
fn trim(out: &mut String, c: char) {
    if out.ends_with(c) {
        out.pop();
    }
}

#[cfg(test)]
mod tests {
    use super::{compact, unclosed};

    #[test]
    fn a_bracket_that_nothing_closes_is_found() {
        for (css, at) in [
            ("p { color: red;\n", Some(2)),
            ("@media print { p { color: red; }\nq { color: blue; }", Some(13)),
            ("p { color: rgb(1 2 3; }", Some(14)),
            ("q::before { content: \"/* { \"; } /* { */", None),
            ("p { color: red }", None),
        ] {
            assert_eq!(unclosed(css), at, "{css}");
        }
    }

    #[test]
    fn strings_and_the_blanks_of_selectors_and_sums_stay() {
        let css = "/* a */ p :hover , q::before { content: \"/* note */ ; x\" / \"\" ; }\n\
                   .kept { inline-size: min(1em, 100cqi + 2 * var(--gap)) !important; }\n\
                   @media screen and (max-width: 40em) { a { b: c; } }";
        let mut out = String::new();
        compact(css, &mut out);
        assert_eq!(
            out,
            "p :hover,q::before{content:\"/* note */ ; x\" / \"\"}\
             .kept{inline-size:min(1em,100cqi + 2 * var(--gap)) !important}\
             @media screen and (max-width:40em){a{b:c}}\n"
        );
    }
}
