//! Numbers in their formats.

use super::FormatPart;

/// A number above zero by its digits.
pub(super) struct Decimal {
    digits: Vec<u8>,
    /// How many of them are before the point; less than zero for noughts behind it.
    point: i32,
}

impl Decimal {
    /// The 15 digits that Excel keeps.
    pub(super) fn of(number: f64) -> Self {
        let text = format!("{number:.14e}");
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let digits = digits.bytes().filter(u8::is_ascii_digit).map(|it| it - b'0').collect();
        Self { digits, point: exponent.parse().unwrap_or(0) + 1 }
    }

    /// The digits before and behind the point, with so many behind it. A five is rounded up.
    fn rounded(&self, decimals: usize) -> (String, String) {
        let decimals = i32::try_from(decimals).unwrap_or(0);
        let digit =
            |at: i32| usize::try_from(at).ok().and_then(|at| self.digits.get(at)).copied().unwrap_or(0);
        let mut all: Vec<u8> = (self.point.min(0)..self.point + decimals).map(digit).collect();
        let mut carry = digit(self.point + decimals) >= 5;
        for digit in all.iter_mut().rev() {
            if !carry {
                break;
            }
            carry = *digit == 9;
            *digit = if carry { 0 } else { *digit + 1 };
        }
        if carry {
            all.insert(0, 1);
        }
        let text: String = all.iter().map(|digit| char::from(b'0' + digit)).collect();
        let at = text.len().saturating_sub(usize::try_from(decimals).unwrap_or(0));
        let (whole, behind) = text.split_at(at);
        (whole.trim_start_matches('0').to_owned(), behind.to_owned())
    }

    /// The number without a format.
    pub(super) fn to_words(&self) -> String {
        let (whole, behind) = self.rounded(usize::try_from(15 - self.point).unwrap_or(0));
        let whole = if whole.is_empty() { "0".to_owned() } else { whole };
        let behind = behind.trim_end_matches('0');
        if behind.is_empty() { whole } else { format!("{whole}.{behind}") }
    }
}

/// A number in the parts of a section; `None` if words are between digits and a point, which no format for people has.
pub(super) fn numbered(parts: &[FormatPart], number: f64) -> Option<String> {
    let is_digit = |part: &FormatPart| matches!(part, FormatPart::Digit(_));
    let mut value = Decimal::of(number);
    value.point += 2 * i32::try_from(parts.iter().filter(|it| **it == FormatPart::Percent).count()).ok()?;
    let first = parts.iter().position(is_digit);
    let last = parts.iter().rposition(is_digit);
    let point = parts.iter().position(|it| *it == FormatPart::Point);
    let before_point = point.unwrap_or(parts.len());
    let wholes: Vec<usize> = (0..before_point).filter(|at| is_digit(&parts[*at])).collect();
    let behind: Vec<&FormatPart> =
        parts[before_point.min(parts.len())..].iter().filter(|it| is_digit(it)).collect();
    // Commas between digits divide thousands; each behind them divides by a thousand.
    let last_whole = wholes.last().copied();
    let commas = parts.iter().enumerate().filter(|(_, it)| **it == FormatPart::Comma).map(|(at, _)| at);
    let (between, after): (Vec<usize>, Vec<usize>) =
        commas.partition(|at| last_whole.is_some_and(|last| *at < last));
    value.point -= 3 * i32::try_from(after.len()).ok()?;
    let (whole, fraction) = value.rounded(behind.len());
    let needed_whole = wholes.iter().filter(|at| parts[**at] == FormatPart::Digit('0')).count();
    let mut whole = format!("{whole:0>needed_whole$}");
    if !between.is_empty() {
        whole = in_thousands(&whole);
    }
    let needed = behind.iter().rposition(|it| **it == FormatPart::Digit('0')).map_or(0, |at| at + 1);
    let kept = fraction.trim_end_matches('0').len().max(needed);
    let fraction = &fraction[..kept.min(fraction.len())];
    let has_words_within = first
        .zip(last)
        .is_some_and(|(first, last)| parts[first..last].iter().any(|it| matches!(it, FormatPart::Words(_))));
    if has_words_within && (point.is_some() || !between.is_empty()) {
        return None;
    }
    let mut words = String::new();
    let mut rest: Vec<char> = whole.chars().collect();
    for (at, part) in parts.iter().enumerate() {
        match part {
            FormatPart::Words(it) => words += it,
            FormatPart::Percent => words.push('%'),
            FormatPart::General => words += &Decimal::of(number).to_words(),
            FormatPart::Text => return None,
            // Each place has a digit, the first all that are left: `000-0000`.
            FormatPart::Digit(_) if at < before_point => {
                let later = wholes.iter().filter(|other| **other > at).count();
                let count = if has_words_within { rest.len().saturating_sub(later) } else { rest.len() };
                words.extend(rest.drain(..count));
            }
            FormatPart::Point if first.is_some() && (!fraction.is_empty() || needed > 0) => {
                words.extend(rest.drain(..));
                words.push('.');
                words += fraction;
            }
            _ => {}
        }
    }
    Some(words)
}

/// Digits with a comma before each three.
fn in_thousands(digits: &str) -> String {
    let mut words = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}
