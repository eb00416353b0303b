//! The story as it comes in, and what to say where it is none.

use std::{
    fs,
    io::{self, IsTerminal, Read},
};

use nutgraf::view::SummaryView;

/// Reads the file, or standard input for `-` and for nothing; returns what to call it and its text.
pub(crate) fn read(file: Option<&str>) -> io::Result<(String, String)> {
    let (name, bytes) = match file {
        Some(path) if path != "-" => {
            (path.to_owned(), fs::read(path).map_err(|error| io::Error::new(error.kind(), format!("{path}: {error}")))?)
        }
        _ => {
            let mut stdin = io::stdin().lock();
            if stdin.is_terminal() {
                eprintln!(
                    "nutgraf: type or paste the story, then press Ctrl-D on a line of its own (--help shows the options)"
                );
            }
            let mut bytes = Vec::new();
            stdin.read_to_end(&mut bytes)?;
            ("standard input".to_owned(), bytes)
        }
    };
    let text = decode(&bytes).map_err(|why| io::Error::new(io::ErrorKind::InvalidData, format!("{name}: {why}")))?;
    Ok((name, text))
}

/// The bytes as text, or why they are none and what to do about it.
fn decode(bytes: &[u8]) -> Result<String, String> {
    let bytes = without_mark(bytes);
    if bytes.contains(&0) {
        return Err("this is no text but binary data; save the story as plain UTF-8 text".to_owned());
    }
    String::from_utf8(bytes.to_vec()).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        format!(
            "byte {at} is not UTF-8; if this is text in an older encoding, convert it: iconv -f WINDOWS-1252 -t UTF-8"
        )
    })
}

/// What stands behind the mark that some programs begin UTF-8 with.
pub(crate) fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)
}

/// What a reader should know about a story that has little or nothing to summarize.
pub(crate) fn remark(name: &str, text: &str, view: &SummaryView<'_>) -> Option<String> {
    match (view.sentences.len(), view.removed.len()) {
        _ if text.trim().is_empty() => Some(format!("{name} is empty: there is nothing to summarize")),
        (0, 0) => Some(format!("{name} has a headline at most, and no sentence of a story")),
        (0, _) => Some(format!("{name} looks like page furniture only; --whole reads all of it as the story")),
        (1, _) => Some(format!("{name} has one sentence, which is its own summary")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_is_read_and_the_message_says_what_to_do() {
        assert_eq!(decode(b"\xef\xbb\xbfHello").as_deref(), Ok("Hello"));
        assert!(decode(b"PK\x03\x04\x00").unwrap_err().contains("binary data"));
        assert!(decode(b"caf\xe9").unwrap_err().starts_with("byte 3 is not UTF-8"));
    }
}
