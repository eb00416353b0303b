//! Texts that could be slow to read, and how many steps reading them takes.

use std::{
    io::Write,
    process::{Command, Stdio},
};

/// Each kind, and what a text of it repeats, behind a `|` where something stands before that: `#` is another number every
/// time, `@` another name.
pub const KINDS: &[(&str, &str)] = &[
    ("accents", "a\u{301}\u{302}\u{303}\u{304}\u{305}"),
    ("capitals", "PORT AMES HARBOR NEWS "),
    ("characters", "中文句子。"),
    ("digits", "1,234.5 "),
    ("figures", "Of # boats @ lost # percent, from $# to $# million, by May 3. "),
    ("fronted", "Of 7 boats in 2019 plus "),
    ("groups", "123 "),
    ("initials", "A. B. "),
    ("interview", "Q: What is it now?\nA: It is a boat.\n\n"),
    ("line", "a harbor and so on, in words that never come to an end "),
    ("lines", "Home\n"),
    ("marks", "“(— :) "),
    ("names", "Ada Roe met Li Po of the Harbor News Agency. "),
    ("new names", "@ @ met @ @ (@) of the @ Agency. "),
    ("new words", "@\n"),
    ("numbers", "# "),
    ("paragraphs", "A boat.\n\n"),
    ("prose", "Fares rose by 12 percent in May, the harbor office said on Monday. Nobody was told before. "),
    ("quotes", "“A boat, “he said. "),
    ("rates", "The port lost 40 boats |5% "),
    ("speakers", "said 12 "),
    ("stops", ". "),
    ("stops alone", "."),
    ("story", "Fares rose by # percent in May, the @ Office said on Monday. Nobody in @ was told before.\n\n"),
];

/// The first `length` characters of the text of this kind.
pub fn text(kind: &str, length: usize) -> String {
    let (_, unit) = KINDS.iter().find(|(known, _)| *known == kind).expect("a known kind");
    let mut fresh = 0;
    let mut text = String::new();
    let mut count = 0;
    let (head, unit) = unit.split_once('|').unwrap_or(("", unit));
    for c in head.chars().chain(unit.chars().cycle()) {
        if count >= length {
            break;
        }
        fresh += usize::from(matches!(c, '#' | '@'));
        let from = text.len();
        match c {
            '#' => text += &fresh.to_string(),
            '@' => text += &name(fresh),
            c => text.push(c),
        }
        count += text[from..].chars().count();
    }
    text
}

/// A name for each number: syllables for its digits.
fn name(mut number: usize) -> String {
    let mut name = String::from("M");
    while number > 0 {
        name.push(b"aeiou"[number % 5].into());
        name.push(b"bdfklmnprstv"[number / 5 % 12].into());
        number /= 60;
    }
    name
}

/// The instructions that `program` takes to read `text`; none where valgrind is not there.
pub fn steps(program: &str, args: &[&str], text: &str) -> Option<u64> {
    let mut child = Command::new("valgrind")
        .args(["--tool=cachegrind", "--cache-sim=no", "--cachegrind-out-file=/dev/null", program])
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    child.stdin.take()?.write_all(text.as_bytes()).ok()?;
    let output = child.wait_with_output().ok()?;
    let report = String::from_utf8_lossy(&output.stderr).into_owned();
    let (_, counted) = report.lines().find_map(|line| line.split_once("refs:"))?;
    counted.trim().replace(',', "").parse().ok()
}
