//! Every line of any bytes has one answer, in order, and each is JSON; only blank lines have none.

#![no_main]

#[path = "../../src/bin/nutgraf/batch.rs"]
mod batch;
#[path = "../../src/bin/nutgraf/ink.rs"]
mod ink;
#[path = "../../src/bin/nutgraf/input.rs"]
#[expect(dead_code, reason = "of the rest an archive needs nothing")]
mod input;

use std::process::ExitCode;

use libfuzzer_sys::fuzz_target;
use nutgraf::offsets::Unit;
use serde_json::Value;

fuzz_target!(|input: &[u8]| {
    let mut output = Vec::new();
    let code = batch::run(input, &mut output, Unit::Utf16).expect("nothing is read from a disk");
    let answers: Vec<Value> =
        output.split_inclusive(|byte| *byte == b'\n').map(|line| serde_json::from_slice(line).expect("JSON")).collect();
    // A byte order mark is no part of the first line.
    let asked = input.strip_prefix(b"\xef\xbb\xbf").unwrap_or(input);
    let asked = asked.split(|byte| *byte == b'\n').zip(1..).filter(|(line, _)| !line.trim_ascii().is_empty());
    let lines: Vec<u64> = asked.map(|(_, line)| line).collect();
    assert_eq!(answers.len(), lines.len(), "lines have answers");
    for (answer, line) in answers.iter().zip(lines) {
        let refused = answer.get("error").is_some();
        assert_eq!(answer.get("line"), refused.then(|| line.into()).as_ref(), "a refusal names its line");
        assert_eq!(answer.get("picks").is_some(), !refused, "a line is answered or refused");
    }
    let all_answered = answers.iter().all(|answer| answer.get("error").is_none());
    assert_eq!(code == ExitCode::SUCCESS, all_answered, "the exit status tells of refusals");
});
