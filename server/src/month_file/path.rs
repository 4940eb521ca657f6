//! The way to a field of the file, and the line it stands in.

/// A step on the way to a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Field(&'static str),
    Index(usize),
}

use Step::{Field, Index};

/// `assistants[0].shifts[2].start`.
pub(super) fn written(path: &[Step]) -> String {
    let mut text = String::new();
    for step in path {
        match step {
            Field(name) => {
                if !text.is_empty() {
                    text.push('.');
                }
                text.push_str(name);
            }
            Index(index) => text.push_str(&format!("[{index}]")),
        }
    }
    text
}

/// The line, from 1, of the field at `path` in a text that is known to be
/// JSON of our shape; the line of the last step that was found.
pub(super) fn line_of(text: &str, path: &[Step]) -> usize {
    let bytes = text.as_bytes();
    let mut at = blank(bytes, 0);
    for step in path {
        let found = match step {
            Field(name) => field_at(bytes, at, name),
            Index(index) => (0..*index)
                .try_fold(blank(bytes, at + 1), |at, _| next_item(bytes, skip(bytes, at))),
        };
        match found {
            Some(next) => at = next,
            None => break,
        }
    }
    1 + bytes.iter().take(at).filter(|byte| **byte == b'\n').count()
}

/// Where the value of `name` begins in the object that begins at `at`.
fn field_at(bytes: &[u8], at: usize, name: &str) -> Option<usize> {
    let mut key = blank(bytes, at + 1);
    loop {
        let colon = skip(bytes, key);
        let value = blank(bytes, blank(bytes, colon) + 1);
        let text = bytes.get(key + 1..colon.checked_sub(1)?)?;
        if text == name.as_bytes() {
            return Some(value);
        }
        key = next_item(bytes, skip(bytes, value))?;
    }
}

/// After a value: where the next item of the same list or object begins.
fn next_item(bytes: &[u8], at: usize) -> Option<usize> {
    let at = blank(bytes, at);
    (bytes.get(at) == Some(&b',')).then(|| blank(bytes, at + 1))
}

/// The first byte from `at` on that is no white space.
fn blank(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at).is_some_and(u8::is_ascii_whitespace) {
        at += 1;
    }
    at
}

/// The first byte after the value that begins at `at`.
fn skip(bytes: &[u8], mut at: usize) -> usize {
    let mut depth = 0_usize;
    loop {
        match bytes.get(at) {
            Some(b'"') => {
                at += 1;
                while let Some(byte) = bytes.get(at).filter(|byte| **byte != b'"') {
                    at += if *byte == b'\\' { 2 } else { 1 };
                }
                at += 1;
            }
            Some(b'{' | b'[') => {
                depth += 1;
                at += 1;
                continue;
            }
            Some(b'}' | b']') => {
                depth = depth.saturating_sub(1);
                at += 1;
            }
            Some(b',' | b':') if depth > 0 => {
                at += 1;
                continue;
            }
            Some(byte) if byte.is_ascii_whitespace() => {
                at += 1;
                continue;
            }
            Some(_) => {
                while bytes.get(at).is_some_and(|b| !b",:]} \n\r\t".contains(b)) {
                    at += 1;
                }
            }
            None => return at,
        }
        if depth == 0 {
            return at;
        }
    }
}
