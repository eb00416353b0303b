//! `nutgraf batch`: an archive in JSON Lines, one answer for each line, in order.

use std::{
    io::{self, BufRead, Write},
    process::ExitCode,
};

use nutgraf::{
    offsets::{Offsets, Unit},
    summarize,
    view::{Request, SummaryView},
};
use serde::Serialize;
use serde_json::Value;

use crate::{ink::Tied, input::without_mark};

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    #[serde(flatten)]
    found: Tied<'a>,
}

#[derive(Serialize)]
struct Refusal {
    id: Option<String>,
    line: u64,
    error: String,
}

/// Answers every line of `input`; a bad one gets its error and the rest go on. Blank lines are passed over.
pub(crate) fn run(mut input: impl BufRead, mut output: impl Write, unit: Unit) -> io::Result<ExitCode> {
    let mut code = ExitCode::SUCCESS;
    let mut bytes = Vec::new();
    for line in 1.. {
        bytes.clear();
        let read = input.read_until(b'\n', &mut bytes);
        if read.map_err(|error| because(&error, &format!("line {line} cannot be read")))? == 0 {
            break;
        }
        let bytes = if line == 1 { without_mark(&bytes) } else { &bytes }.trim_ascii();
        if bytes.is_empty() {
            continue;
        }
        let mut written = answer(bytes, unit).or_else(|(id, error)| {
            code = ExitCode::FAILURE;
            serde_json::to_string(&Refusal { id, line, error })
        })?;
        // Written with its end in one piece: what has an end is whole, whenever the program is stopped.
        written.push('\n');
        output.write_all(written.as_bytes()).and_then(|()| output.flush()).map_err(|error| {
            because(&error, &format!("the answer to line {line} cannot be written (those before it are whole)"))
        })?;
    }
    Ok(code)
}

/// The error, after what it stopped.
fn because(error: &io::Error, what: &str) -> io::Error {
    io::Error::new(error.kind(), format!("{what}: {error}"))
}

/// The answer to one line, or its id, if that could be read, and what is wrong.
fn answer(line: &[u8], unit: Unit) -> Result<String, (Option<String>, String)> {
    let row: Value = serde_json::from_slice(line).map_err(|error| (None, not_json(&error)))?;
    let id = row["id"].as_str().map(str::to_owned);
    let refuse = |error: String| (id.clone(), error);
    if !row.is_object() {
        return Err(refuse("the line must be an object with `id` and `text`".to_owned()));
    }
    let text = row["text"].as_str().ok_or_else(|| refuse("`text` must be a string".to_owned()))?;
    let name = id.as_deref().ok_or_else(|| refuse("`id` must be a string".to_owned()))?;
    let request = Request::read(&row).map_err(refuse)?;
    let offsets = Offsets::new(text, unit);
    let summary = summarize(text, &request.options(&offsets));
    let view = SummaryView::new(&summary, &offsets);
    let answer = Answer { id: name, found: Tied::new(text, &view, unit) };
    serde_json::to_string(&answer).map_err(|error| refuse(error.to_string()))
}

/// What is wrong with a line, and where in it: which line of the archive it is stands beside the message.
fn not_json(error: &serde_json::Error) -> String {
    format!("not JSON: {error}").replace(" at line 1 column ", " at byte ")
}

#[cfg(test)]
mod tests {
    use std::io::{BufReader, Read};

    use super::*;

    fn batch(input: &[u8]) -> (Vec<Value>, bool) {
        let mut output = Vec::new();
        let code = run(input, &mut output, Unit::Utf16).unwrap();
        let lines = String::from_utf8(output).unwrap();
        (lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect(), code == ExitCode::SUCCESS)
    }

    #[test]
    fn a_bad_line_costs_only_itself() {
        let input = b"{\"id\": \"a\", \"text\": \"One fact.\"}\nnonsense\n\n{\"id\": \"c\", \"text\": 5}\n\xff\n\
            {\"id\": 7, \"text\": \"\"}\n[1]\n{\"id\": \"g\", \"text\": \"x\", \"share\": 2}\n{\"id\": \"h\", \"text\": \"\"}";
        let (answers, succeeded) = batch(input);
        let errors: Vec<(Value, Value)> = answers.iter().map(|row| (row["id"].clone(), row["line"].clone())).collect();
        let (none, lines) = (Value::Null, |n: u64| Value::from(n));
        assert_eq!(
            errors,
            [
                ("a".into(), none.clone()),
                (none.clone(), lines(2)),
                ("c".into(), lines(4)),
                (none.clone(), lines(5)),
                (none.clone(), lines(6)),
                (none.clone(), lines(7)),
                ("g".into(), lines(8)),
                ("h".into(), none),
            ]
        );
        assert_eq!(answers[6]["error"], "`share` must be a number from 0 to 1");
        assert!(!succeeded, "a bad line makes the exit status 1");
    }

    #[test]
    fn a_mark_at_the_beginning_and_a_line_cut_short_at_the_end_cost_nothing_else() {
        assert_eq!(batch(b"\xef\xbb\xbf"), (Vec::new(), true));
        let (answers, succeeded) = batch(b"\xef\xbb\xbf{\"id\": \"a\", \"text\": \"\"}\r\n{\"id\": \"b\", \"te");
        assert_eq!((&answers[0]["id"], &answers[1]["line"]), (&"a".into(), &2.into()));
        assert_eq!(answers[1]["error"], "not JSON: EOF while parsing a string at byte 15");
        assert!(!succeeded);
    }

    #[test]
    fn what_cannot_be_written_or_read_says_at_which_line() {
        let line = b"{\"id\": \"a\", \"text\": \"\"}\n";
        let one = batch(line).0[0].to_string().len() + 1;
        let mut disk = vec![0; one + 5];
        let full = run(&line.repeat(3)[..], &mut disk[..], Unit::Utf16).unwrap_err().to_string();
        assert!(full.starts_with("the answer to line 2 cannot be written (those before it are whole): "), "{full}");
        let torn = BufReader::new(line.chain(Torn));
        let error = run(torn, io::sink(), Unit::Utf16).unwrap_err().to_string();
        assert_eq!(error, "line 2 cannot be read: the disk is gone");
    }

    /// A disk that fails.
    struct Torn;

    impl Read for Torn {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the disk is gone"))
        }
    }

    #[test]
    fn an_archive_without_bad_lines_succeeds() {
        assert_eq!(batch(b""), (Vec::new(), true));
        assert!(batch(b"{\"id\": \"a\", \"text\": \"One.\", \"published\": null, \"url\": \"kept out\"}\r\n").1);
    }
}
