//! The command line as a user meets it.

use std::{
    io::{ErrorKind, Write},
    process::{Command, Output, Stdio},
};

const STORY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/border-report/story.txt");

/// Runs the program with `input` on standard input.
fn nutgraf(args: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // A program that refuses its options ends before it has read anything.
    if let Err(error) = child.stdin.take().unwrap().write_all(input) {
        assert_eq!(error.kind(), ErrorKind::BrokenPipe);
    }
    child.wait_with_output().unwrap()
}

fn stdout(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_story_is_printed_as_sentences_figures_and_names() {
    let output = nutgraf(&[STORY, "--sentences", "4"], b"");
    let text = stdout(&output);
    assert!(output.status.success());
    assert_eq!(text.lines().filter(|line| line.starts_with("• ")).count(), 4, "{text}");
    assert!(text.contains("killing 1,646 civilians and wounding 2,907."), "{text}");
    assert!(text.contains("Key figures\n") && text.contains("Names\n"), "{text}");
}

#[test]
fn lengths_have_names_and_stand_alone() {
    let count = |length| stdout(&nutgraf(&[STORY, "--length", length], b"")).matches("• ").count();
    assert_eq!([count("headline"), count("standard")], [1, 3]);
    let twice = nutgraf(&[STORY, "--length", "brief", "--words", "9"], b"");
    assert!(stderr(&twice).contains("--words") && !twice.status.success(), "{}", stderr(&twice));
}

#[test]
fn markdown_and_html_escape_what_is_theirs() {
    let story = b"The *new* <b>bridge</b> cost $40 million, the port said. It opens in May.";
    let markdown = stdout(&nutgraf(&["--format", "markdown"], story));
    assert!(markdown.contains(r"- The \*new\* \<b\>bridge\</b\> cost $40 million"), "{markdown}");
    let html = stdout(&nutgraf(&["-", "--format", "html", "--for", "#a \"b\""], story));
    assert!(html.contains(">The *new* &lt;b&gt;bridge&lt;/b&gt; cost $40 million"), "{html}");
    assert!(html.starts_with("<nut-graf for=\"#a &quot;b&quot;\"><template shadowrootmode=\"open\">"), "{html}");
    assert_eq!(html.matches("<b>").count(), 0, "{html}");
}

#[test]
fn html_says_where_the_panel_stands() {
    let place = ["--for", "#story", "--styles", "/s.css", "--heading-level", "4", "--lang", "cy"];
    let html =
        stdout(&nutgraf(&[&["-", "--format", "html"][..], &place].concat(), b"The port cost $40 million to build."));
    for part in [
        "for=\"#story\" heading-level=\"4\" lang=\"cy\"",
        "href=\"/s.css\"",
        "<h4 class=\"heading\"",
        "lang=\"cy\">The port",
    ] {
        assert!(html.contains(part), "{part}: {html}");
    }
}

#[test]
fn offsets_in_ink_come_with_a_hash_that_white_space_does_not_change() {
    let answer = |text: &str| -> serde_json::Value {
        let output = nutgraf(&["--format", "json", "--offsets", "ink"], text.as_bytes());
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let story = "The sea took 40 boats on Monday, the port of Veld said.";
    let (once, spread) = (answer(story), answer(&story.replace("Monday, ", "Monday,\r\n   ")));
    assert_eq!((&once["hash"], &once["picks"][0]["end"]), (&spread["hash"], &spread["picks"][0]["end"]));
    assert_eq!(once["picks"][0]["end"], story.replace(' ', "").len());
    assert_ne!(once["hash"], answer("The sea took 41 boats on Monday, the port of Veld said.")["hash"]);
    assert!(!stdout(&nutgraf(&["--format", "json"], story.as_bytes())).contains("hash"));
    let line = stdout(&nutgraf(
        &["batch", "--offsets", "ink"],
        format!("{{\"id\": \"a\", \"text\": \"{story}\"}}").as_bytes(),
    ));
    assert!(line.starts_with(&format!("{{\"id\":\"a\",\"hash\":{}", once["hash"])), "{line}");
}

#[test]
fn json_has_the_fields_of_the_contract_in_their_order() {
    let json = stdout(&nutgraf(&[STORY, "--format", "json"], b""));
    let keys = ["title", "byline", "dateline", "blocks", "removed", "sentences", "picks", "entities", "figures"];
    let at: Vec<usize> = keys.iter().map(|key| json.find(&format!("\"{key}\":")).unwrap()).collect();
    assert!(at.is_sorted(), "{json}");
    assert!(json.contains("\"value\":1646,\"high\":null"), "{json}");
}

#[test]
fn what_is_no_story_has_its_own_answer() {
    let furniture = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/corpus/only-furniture/story.txt");
    for (args, input, message, succeeds) in [
        (&["-"][..], &b""[..], "standard input is empty", false),
        (&["-"], b" \n\t ", "standard input is empty", false),
        (&["-"], b"PK\x03\x04\x00\x00", "binary data", false),
        (&["-"], b"caf\xe9 au lait", "byte 3 is not UTF-8", false),
        (&["-"], b"One fact stands here alone.", "one sentence, which is its own summary", true),
        (&["-"], b"Flood", "a headline at most, and no sentence", false),
        (&[furniture], b"", "page furniture only", false),
        (&["no-such-file.txt"], b"", "no-such-file.txt: No such file", false),
    ] {
        let output = nutgraf(args, input);
        assert!(stderr(&output).contains(message), "{args:?} {input:?}: {}", stderr(&output));
        assert_eq!(output.status.success(), succeeds, "{args:?} {input:?}: {}", stderr(&output));
    }
}

#[test]
fn a_wrong_option_says_which_and_what_is_allowed() {
    for (args, message) in [
        (["--sentences", "0"], "--sentences"),
        (["--share", "1.5"], "must be a number from 0 to 1"),
        (["--published", "2026-02-30"], "must be a day of the calendar as YYYY-MM-DD"),
        (["--format", "pdf"], "[possible values: text, json, markdown, html]"),
    ] {
        let output = nutgraf(&args, b"One fact.");
        assert!(stderr(&output).contains(message) && !output.status.success(), "{}", stderr(&output));
    }
}

#[test]
fn a_batch_answers_each_line_in_order_and_in_the_unit_asked_for() {
    let input = "{\"id\": \"a\", \"text\": \"🌊 The sea took 40 boats.\"}\noops\n{\"id\": \"b\", \"text\": \"\"}\n";
    for (unit, end) in [("utf16", 25), ("chars", 24), ("bytes", 27)] {
        let output = nutgraf(&["batch", "--offsets", unit], input.as_bytes());
        let lines: Vec<serde_json::Value> =
            stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(lines[0]["blocks"][0]["end"], end, "{unit}");
        assert_eq!((&lines[1]["line"], &lines[1]["id"]), (&2.into(), &serde_json::Value::Null));
        assert_eq!(lines[2]["id"], "b");
        assert_eq!(output.status.code(), Some(1));
    }
}

#[test]
fn a_batch_obeys_every_option() {
    let text =
        "One ferry sank off Bergen on Monday. Two people died in the cold water. Three boats searched until night.";
    let line = |options: &str| format!("{{\"id\": \"a\", \"text\": \"{text}\", \"whole\": true, {options}}}\n");
    let picks = |options: &str| {
        let output = nutgraf(&["batch"], line(options).as_bytes());
        let answer: serde_json::Value = serde_json::from_str(&stdout(&output)).unwrap();
        answer["picks"].as_array().unwrap().iter().map(|pick| pick["sentence"].as_u64().unwrap()).collect::<Vec<_>>()
    };
    assert_eq!(picks("\"sentences\": 3"), [0, 1, 2]);
    assert_eq!(picks("\"words\": 1").len(), 1, "one sentence is always given");
    assert_eq!(picks("\"share\": 0.5").len(), 2);
    assert_eq!(picks("\"sentences\": 1, \"pins\": [{\"start\": 80, \"end\": 81}]"), [2]);
    assert_eq!(
        picks("\"skips\": [{\"start\": 0, \"end\": 37}]"),
        [0, 1],
        "a skipped sentence is no sentence of the story"
    );
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    let mut child =
        command.arg("batch").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let line = b"{\"id\": \"a\", \"text\": \"One fact.\"}\n".repeat(1000);
    // The program may be gone before all of it is written.
    let _ = child.stdin.take().unwrap().write_all(&line);
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success() && output.stderr.is_empty(), "{}", stderr(&output));
}
