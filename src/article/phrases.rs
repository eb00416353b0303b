//! What pages say around stories: set phrases, by the furniture that they give away. Most are English; of other
//! languages there are those that stand over and under a story.

use std::sync::LazyLock;

use super::furniture::Furniture;
use crate::index::Index;

/// The lists, the telling ones first: where a line has phrases of two kinds in equal number, the first list names it.
const LISTS: [(Furniture, &str); 8] = [
    // Forms for readers' comments and the headings over them.
    (Furniture::Comments, include_str!("phrases/comments.txt")),
    // Headings over and labels of links to other stories.
    (Furniture::Related, include_str!("phrases/related.txt")),
    // Notices on cookies, consent and what the browser must be able to do.
    (Furniture::Cookies, include_str!("phrases/cookies.txt")),
    // Offers to sign up, subscribe, log in or give.
    (Furniture::Newsletter, include_str!("phrases/newsletter.txt")),
    // Buttons to pass the story on, print it or follow the site.
    (Furniture::Share, include_str!("phrases/share.txt")),
    // Copyright lines, terms of use and disclaimers of the site.
    (Furniture::Legal, include_str!("phrases/legal.txt")),
    // Labels of paid content.
    (Furniture::Advert, include_str!("phrases/advert.txt")),
    // Entries of menus and foot lines, and the site's words about itself.
    (Furniture::Menu, include_str!("phrases/menu.txt")),
];

/// The phrases under their first word.
pub(super) struct Phrases {
    firsts: Index,
    /// By the number of the first word: each as its other words and the index of its list.
    by_first: Vec<Vec<(Vec<String>, usize)>>,
    /// For each byte that a first word begins with, a bit for each length of such words: most words need no look-up.
    lengths: [u32; 256],
}

pub(super) static PHRASES: LazyLock<Phrases> = LazyLock::new(Phrases::read);

/// What a line has of them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// How much they say: 1 for each of one word, which prose may use as well, 2 for each longer one.
    pub weight: u32,
    /// The kind that most of them are of.
    pub kind: Option<Furniture>,
    /// The kind of the one that it begins with, and how many words that takes.
    pub opening: Option<(Furniture, u32)>,
}

impl Phrases {
    fn read() -> Self {
        let (mut firsts, mut by_first, mut lengths) = (Index::default(), Vec::new(), [0; 256]);
        for (kind, (_, list)) in LISTS.iter().enumerate() {
            for phrase in list.lines() {
                let mut words = fold(phrase).split(' ').map(str::to_owned).collect::<Vec<_>>().into_iter();
                let Some(first) = words.next() else { continue };
                let number = *firsts.number(&first, by_first.len() as u32) as usize;
                if number == by_first.len() {
                    by_first.push(Vec::new());
                }
                if let Some(phrases) = by_first.get_mut(number) {
                    phrases.push((words.collect(), kind));
                }
                if let Some(bits) = initial(&first).and_then(|initial| lengths.get_mut(initial)) {
                    *bits |= length_bit(&first);
                }
            }
        }
        Self { firsts, by_first, lengths }
    }

    /// The phrases that begin with `word`, each as its other words and the index of its list.
    fn under(&self, word: &str) -> &[(Vec<String>, usize)] {
        let bits = initial(word).and_then(|initial| self.lengths.get(initial)).copied().unwrap_or_default();
        if bits & length_bit(word) == 0 {
            return &[];
        }
        let number = self.firsts.get(word);
        number.and_then(|number| self.by_first.get(number as usize)).map_or(&[], Vec::as_slice)
    }

    /// The phrases in a line that [`fold`] has folded. Of two that begin at one word both count: `share` and `share on`.
    pub(super) fn find(&self, folded: &str) -> Found {
        let mut counts = [0_u32; LISTS.len()];
        let mut opening = None;
        let mut rest = Some(folded);
        while let Some(line) = rest {
            let end = line.bytes().position(|byte| byte == b' ');
            let parts = end.and_then(|end| Some((line.get(..end)?, line.get(end + 1..)?)));
            let (word, after) = parts.map_or((line, None), |(word, after)| (word, Some(after)));
            for (tail, kind) in self.under(word) {
                let mut words = after.unwrap_or_default().split(' ');
                if tail.iter().all(|word| words.next() == Some(word)) {
                    if let Some(count) = counts.get_mut(*kind) {
                        *count += 1 + u32::from(!tail.is_empty());
                    }
                    if line.len() == folded.len() {
                        let length = tail.len() as u32 + 1;
                        let longer = opening.is_none_or(|(_, longest)| length > longest);
                        opening = LISTS.get(*kind).map(|(kind, _)| (*kind, length)).filter(|_| longer).or(opening);
                    }
                }
            }
            rest = after;
        }
        let most = counts.iter().zip(LISTS).rev().max_by_key(|(count, _)| **count);
        let kind = most.filter(|(count, _)| **count > 0).map(|(_, (kind, _))| kind);
        Found { weight: counts.iter().sum(), kind, opening }
    }
}

fn initial(word: &str) -> Option<usize> {
    word.bytes().next().map(usize::from)
}

fn length_bit(word: &str) -> u32 {
    1 << word.len().min(31)
}

/// The words of a line in small letters, a space between them: `Editor’s  Picks!` is `editors picks`.
pub(super) fn fold(line: &str) -> String {
    let mut folded = String::with_capacity(line.len());
    let mut parted = false;
    for c in line.chars() {
        match c {
            // The sign says what the word says.
            '©' => {
                folded.push_str(if folded.is_empty() { "copyright" } else { " copyright" });
                parted = true;
            }
            _ if c.is_alphanumeric() => {
                if parted && !folded.is_empty() {
                    folded.push(' ');
                }
                parted = false;
                if c.is_ascii() {
                    folded.push(c.to_ascii_lowercase());
                } else {
                    folded.extend(c.to_lowercase());
                }
            }
            '\'' | '’' | '\u{200b}' | '\u{200d}' | '\u{feff}' => {}
            _ => parted |= !is_mark(c),
        }
    }
    folded
}

/// Is `c` a combining mark of a script that writes vowels so? They are no letters, but part no words either.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_counts_wherever_it_stands_in_a_line() {
        let found = PHRASES.find(&fold("Editor’s Picks: all rights reserved"));
        assert_eq!(found.opening, Some((Furniture::Related, 2)));
        assert_eq!(found.weight, 6, "`all rights reserved` holds `rights reserved`");
        assert_eq!(PHRASES.find(&fold("The ferry sailed at noon")), Found::default());
    }
}
