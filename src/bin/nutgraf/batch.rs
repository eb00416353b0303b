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
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::ink::Tied;

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
        if input.read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        let written = answer(&bytes, unit).or_else(|(id, error)| {
            code = ExitCode::FAILURE;
            serde_json::to_string(&Refusal { id, line, error })
        })?;
        writeln!(output, "{written}")?;
        output.flush()?;
    }
    Ok(code)
}

/// The answer to one line, or its id, if that could be read, and what is wrong.
fn answer(line: &[u8], unit: Unit) -> Result<String, (Option<String>, String)> {
    let row: Value = serde_json::from_slice(line).map_err(|error| (None, format!("not JSON: {error}")))?;
    let id = row["id"].as_str().map(str::to_owned);
    let refuse = |error: String| (id.clone(), error);
    if !row.is_object() {
        return Err(refuse("the line must be an object with `id` and `text`".to_owned()));
    }
    let text = row["text"].as_str().ok_or_else(|| refuse("`text` must be a string".to_owned()))?;
    let name = id.as_deref().ok_or_else(|| refuse("`id` must be a string".to_owned()))?;
    let request = Request::deserialize(&row).map_err(|error| refuse(error.to_string()))?;
    let offsets = Offsets::new(text, unit);
    let summary = summarize(text, &request.options(&offsets));
    let view = SummaryView::new(&summary, &offsets);
    let answer = Answer { id: name, found: Tied::new(text, &view, unit) };
    serde_json::to_string(&answer).map_err(|error| refuse(error.to_string()))
}

#[cfg(test)]
mod tests {
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
        assert_eq!(answers[6]["error"], "`share` must be a number from 0 to 1, not 2");
        assert!(!succeeded, "a bad line makes the exit status 1");
    }

    #[test]
    fn an_archive_without_bad_lines_succeeds() {
        assert_eq!(batch(b""), (Vec::new(), true));
        assert!(batch(b"{\"id\": \"a\", \"text\": \"One.\", \"published\": null, \"url\": \"kept out\"}\r\n").1);
    }
}
