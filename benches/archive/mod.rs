//! Articles to time by.

#[path = "../../tests/fixtures/mod.rs"]
pub mod fixtures;

/// Articles are read by themselves, so many bytes of them and so many words in each.
const ARCHIVE: usize = 1_000_000;
const WORDS: usize = 1_000;

/// Articles as long as those of papers: the paragraphs of the tests' stories, one story behind the other, again and again.
pub fn articles() -> Vec<String> {
    let stories: Vec<String> = fixtures::stories().into_iter().map(|(_, text)| text).collect();
    let mut paragraphs = stories.iter().flat_map(|text| text.split("\n\n")).cycle();
    let article = || {
        let (mut article, mut words) = (String::new(), 0);
        for paragraph in paragraphs.by_ref() {
            words += paragraph.split_whitespace().count();
            article += paragraph;
            article += "\n\n";
            if words >= WORDS {
                break;
            }
        }
        article
    };
    let mut length = 0;
    std::iter::repeat_with(article)
        .take_while(|article| {
            length += article.len();
            length <= ARCHIVE
        })
        .collect()
}
