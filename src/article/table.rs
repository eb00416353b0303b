//! Rows of tables, as they come along when a page is pasted.

use super::labels::Page;
use crate::letters::any_is;

/// A row of figures is no longer than this, in words and in bytes.
const WORDS: usize = 12;
const BYTES: usize = 120;

/// Is the block part of a table: two rows of cells or more, or three of figures and the line over them?
pub(super) fn is_part(page: Page<'_>, index: usize) -> bool {
    let cells = |index: usize| is_cells(line(page, index));
    let figures = |index: usize| is_figures(line(page, index));
    let before = |n: usize| index.checked_sub(n);
    cells(index) && (cells(index + 1) || before(1).is_some_and(cells))
        || figures(index)
            && (before(1).is_some_and(figures) && (figures(index + 1) || before(2).is_some_and(figures))
                || figures(index + 1) && figures(index + 2))
        || is_head(page, index)
}

/// Is the block the head of a table of figures, a word over each column?
fn is_head(page: Page<'_>, index: usize) -> bool {
    let words = |index: usize| line(page, index).split_whitespace().take(WORDS + 1).count();
    !line(page, index).ends_with(super::evidence::is_stop)
        && (1..=3).all(|row| is_figures(line(page, index + row)) && words(index) == words(index + row))
}

/// Does such a part hold figures, or stand over one that does? A row of a menu does not.
pub(super) fn tells_figures(page: Page<'_>, index: usize) -> bool {
    let holds = |index: usize| line(page, index).bytes().any(|byte| byte.is_ascii_digit());
    is_part(page, index) && (holds(index) || is_part(page, index + 1) && holds(index + 1))
}

fn line(page: Page<'_>, index: usize) -> &str {
    page.blocks.get(index).map(|block| block.of(page.text)).unwrap_or_default()
}

/// Three cells or more, parted by tabs or bars.
fn is_cells(line: &str) -> bool {
    let cells = |mark: char| line.split(mark).filter(|cell| !cell.trim_start().is_empty()).take(3).count();
    cells('\t') == 3 || cells('|') == 3
}

/// A short line of which two words or more, and half of all, are figures: `2024 120,000 $4`; not `3 ferries sail.`
fn is_figures(line: &str) -> bool {
    let is_figure = |word: &&str| {
        any_is(word, |c| c.is_ascii_digit()) && word.chars().filter(|c| c.is_alphabetic()).take(3).count() < 3
    };
    if line.len() > BYTES {
        return false;
    }
    let words = || line.split_whitespace();
    let figures = words().filter(is_figure).count();
    figures >= 2
        && (figures..=WORDS.min(2 * figures)).contains(&words().count())
        && !line.ends_with(super::evidence::is_stop)
}
