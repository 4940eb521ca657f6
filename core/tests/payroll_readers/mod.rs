//! Strict readers of payroll files, written from the tables of the formats.
//! They share no code with the writers.

pub(crate) mod addison;
pub(crate) mod csv;
pub(crate) mod lexware;
pub(crate) mod lodas;
pub(crate) mod lohnag;
pub(crate) mod lug;

/// A plain account of what is wrong with a file.
pub(crate) type Read<T> = Result<T, String>;

/// Windows-1252, 0x80–0x9F, from Microsoft's table; `None` is undefined.
const UPPER_CONTROL: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// Bytes in Windows-1252 as text. Refuses a byte order mark, undefined bytes
/// and control bytes other than tabulator and line ends.
pub(crate) fn ansi(bytes: &[u8]) -> Read<String> {
    if bytes.starts_with(&[0xef, 0xbb, 0xbf]) {
        return Err("a byte order mark".into());
    }
    bytes
        .iter()
        .enumerate()
        .map(|(at, byte)| match byte {
            b'\t' | b'\r' | b'\n' | 0x20..=0x7e => Ok(char::from(*byte)),
            0x80..=0x9f => UPPER_CONTROL[usize::from(*byte) - 0x80]
                .ok_or_else(|| format!("undefined byte {byte:02x} at {at}")),
            0xa0..=0xff => Ok(char::from(*byte)),
            0x00..=0x1f | 0x7f => Err(format!("control byte {byte:02x} at {at}")),
        })
        .collect()
}

/// The lines of a text whose lines all end with CRLF. Without `open_end` the
/// last one does too.
pub(crate) fn lines(text: &str, open_end: bool) -> Read<Vec<&str>> {
    let body = match (text.strip_suffix("\r\n"), open_end) {
        (Some(body), false) => body,
        (None, true) => text,
        (Some(_), true) => return Err("a line end at the end of the file".into()),
        (None, false) => return Err("no CRLF at the end of the file".into()),
    };
    let lines: Vec<&str> = body.split("\r\n").collect();
    for line in &lines {
        if line.contains(['\r', '\n', '\t']) {
            return Err(format!("a lone line end or a tabulator in {line:?}"));
        }
    }
    Ok(lines)
}

/// A whole number without sign or leading zeros, in a range.
pub(crate) fn number(text: &str, from: u64, to: u64) -> Read<u64> {
    let fine = !text.is_empty()
        && text.bytes().all(|b| b.is_ascii_digit())
        && (text == "0" || !text.starts_with('0'));
    let value: u64 = text.parse().map_err(|_| format!("not a number: {text:?}"))?;
    if !fine || value < from || value > to {
        return Err(format!("{text:?} is not between {from} and {to}"));
    }
    Ok(value)
}

/// A number with a decimal comma and exactly so many decimals, in hundredths.
pub(crate) fn decimal(text: &str, mark: char, decimals: usize) -> Read<i64> {
    let wrong = || format!("not a decimal: {text:?}");
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, part) = rest.split_once(mark).ok_or_else(wrong)?;
    if part.len() != decimals || !part.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong());
    }
    let whole = i64::try_from(number(whole, 0, 999_999_999)?).map_err(|_| wrong())?;
    let scale = if decimals == 1 { 10 } else { 1 };
    let part: i64 = part.parse().map_err(|_| wrong())?;
    if sign == -1 && whole == 0 && part == 0 {
        return Err(wrong());
    }
    Ok(sign * (whole * 100 + part * scale))
}

/// `TT.MM.JJJJ` as (year, month, day), an existing day.
pub(crate) fn date(text: &str) -> Read<(u64, u64, u64)> {
    let wrong = || format!("not a date: {text:?}");
    let digits = |part: &str, length: usize| {
        (part.len() == length && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<u64>().ok())
            .flatten()
            .ok_or_else(wrong)
    };
    let parts: Vec<&str> = text.split('.').collect();
    let [day, month, year] = parts[..] else { return Err(wrong()) };
    let (day, month, year) = (digits(day, 2)?, digits(month, 2)?, digits(year, 4)?);
    let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    let length = match month {
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        1..=12 => 31,
        _ => return Err(wrong()),
    };
    if day == 0 || day > length { Err(wrong()) } else { Ok((year, month, day)) }
}

/// A cost centre: visible ASCII, no separator, no quote.
pub(crate) fn cost_centre(text: &str, longest: usize) -> Read<Option<String>> {
    if text.is_empty() {
        return Ok(None);
    }
    if text.len() > longest
        || !text.bytes().all(|b| b.is_ascii_graphic() && !matches!(b, b';' | b'"' | b'\''))
    {
        return Err(format!("not a cost centre: {text:?}"));
    }
    Ok(Some(text.to_owned()))
}
