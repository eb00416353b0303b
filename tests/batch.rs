//! `nutgraf batch` on its long way: any number of lines, and whatever stops it.

use std::{
    fs::{self, File},
    io::{BufRead, BufReader, Write},
    process::{Child, ChildStdin, Command, Stdio},
    thread::{self, JoinHandle},
};

/// How many bytes the long archive has at least, where `NUTGRAF_ARCHIVE` does not say it: unoptimized, a second for every 100 KB.
const ARCHIVE: usize = 300_000;

/// How much more memory the program may have taken at the end of it than after its first tenth, in KB.
const GROWTH: u64 = 256;

#[test]
fn a_long_archive_is_answered_line_by_line_in_constant_memory() {
    let bytes = std::env::var("NUTGRAF_ARCHIVE").map_or(ARCHIVE, |bytes| bytes.parse().expect("a number of bytes"));
    let count = bytes / line(0).len();
    let (bad, first) = (count / 2, count / 10);
    let (mut child, mut answers) = batch();
    let feed = feed(&mut child, move |n| match n {
        n if n == count => None,
        n if n == bad => Some("{\"id\": \"cut short".to_owned()),
        n => Some(line(n)),
    });
    let mut after_first = None;
    for n in 0..count {
        let answer = answers.next().expect("an answer");
        let expected = if n == bad { format!("\"line\":{},", n + 1) } else { format!("{{\"id\":\"{n}\",\"title\":") };
        assert!(answer.contains(&expected) && answer.ends_with('}'), "{n}: {answer}");
        if n == first {
            after_first = most_memory(&child);
        }
    }
    if let (Some(first), Some(all)) = (after_first, most_memory(&child)) {
        assert!(all - first <= GROWTH, "{first} KB after {} lines, {all} KB after {count}", count / 10);
    }
    drop(feed.join().unwrap());
    assert_eq!(answers.next(), None, "a line is answered twice");
    assert_eq!(child.wait().unwrap().code(), Some(1), "a bad line is told by the status");
}

#[cfg(unix)]
#[test]
fn an_interrupted_archive_has_whole_answers_to_the_first_lines() {
    use std::os::unix::process::ExitStatusExt;

    let (mut child, mut answers) = batch();
    if ignores_interrupts(&child) {
        child.kill().unwrap();
        eprintln!("skipped: whoever runs the tests in the background has them ignore interrupts");
        return;
    }
    let feed = feed(&mut child, |n| Some(line(n)));
    let before: Vec<String> = answers.by_ref().take(20).collect();
    let interrupt = Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    assert!(interrupt.success());
    for (n, answer) in before.into_iter().chain(answers).enumerate() {
        assert!(answer.starts_with(&format!("{{\"id\":\"{n}\",")) && answer.ends_with('}'), "{n}: {answer}");
    }
    assert_eq!(child.wait().unwrap().signal(), Some(2), "the shell is to know that it was interrupted");
    drop(feed.join().unwrap());
}

#[test]
fn a_full_disk_is_told_with_the_line_it_stopped_at() {
    let Ok(full) = File::options().write(true).open("/dev/full") else {
        eprintln!("skipped: there is no /dev/full");
        return;
    };
    for (args, message) in [(&["batch"][..], "the answer to line 1 cannot be written"), (&[], "No space left")] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
        command.args(args).stdin(Stdio::piped()).stdout(full.try_clone().unwrap()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        child.stdin.take().unwrap().write_all((line(0) + "\n").as_bytes()).unwrap();
        let output = child.wait_with_output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.contains(message) && told.contains("No space left on device"), "{args:?}: {told}");
        assert_eq!(output.status.code(), Some(1), "{args:?}");
    }
}

/// A story and its number as a line of an archive, always of the same length within a few digits.
fn line(n: usize) -> String {
    let text =
        format!("The port lost {n} boats to the storm, Ada Roe of the Harbor Office said. It opens again in {n} days.");
    format!("{{\"id\": \"{n}\", \"text\": \"{text}\"}}")
}

/// The program, and the whole lines it answers with; a last one that was cut short is left out.
fn batch() -> (Child, impl Iterator<Item = String>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_nutgraf"));
    let mut child = command.arg("batch").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut output = BufReader::new(child.stdout.take().unwrap());
    let answers = std::iter::from_fn(move || {
        let mut answer = String::new();
        output.read_line(&mut answer).unwrap();
        answer.strip_suffix('\n').map(str::to_owned)
    });
    (child, answers)
}

/// Writes lines until there is none or nobody reads them; then hands back what is still open.
fn feed(child: &mut Child, line: impl FnMut(usize) -> Option<String> + Send + 'static) -> JoinHandle<ChildStdin> {
    let mut input = child.stdin.take().unwrap();
    thread::spawn(move || {
        let lines = (0..).map_while(line);
        for line in lines {
            if writeln!(input, "{line}").is_err() {
                break;
            }
        }
        input
    })
}

/// The most memory that the program ever had, in KB, where the system tells.
fn most_memory(child: &Child) -> Option<u64> {
    status(child, "VmHWM:")?.trim_end_matches("kB").trim().parse().ok()
}

/// Is SIGINT ignored, as in what a shell starts with `&`? It is the second bit of those that are.
#[cfg(unix)]
fn ignores_interrupts(child: &Child) -> bool {
    let ignored = status(child, "SigIgn:").and_then(|bits| u64::from_str_radix(&bits, 16).ok());
    ignored.is_some_and(|bits| bits & 0b10 != 0)
}

/// What the system tells of the program under a name, where it does.
fn status(child: &Child, name: &str) -> Option<String> {
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    status.lines().find_map(|line| Some(line.strip_prefix(name)?.trim().to_owned()))
}
