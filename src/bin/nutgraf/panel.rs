//! The panel of the element as static HTML: what `www/element/shell.js` and `www/panel.js` make in a browser, piece by
//! piece. `tests/web/published.test.js` holds that both are the same.

use clap::Args;
use nutgraf::{
    offsets::{Offsets, Unit},
    view::{EntityView, FigureView, PickView, SpanView, SummaryView},
};

use crate::{direction, ink::Tied};

const MOST_FIGURES: usize = 8;
const MOST_NAMES: usize = 24;

/// Where the panel will stand, with `--format html`.
#[derive(Args)]
pub(crate) struct Place {
    /// With `--format html`, a selector of the article in its page
    #[arg(long = "for", value_name = "SELECTOR")]
    article: Option<String>,
    /// With `--format html`, where its page finds `published.css`
    #[arg(long, value_name = "ADDRESS", default_value = "/nutgraf/published.css")]
    styles: String,
    /// With `--format html`, the level of the headings [default: 2]
    #[arg(long, value_name = "LEVEL", value_parser = clap::value_parser!(u8).range(1..=6))]
    heading_level: Option<u8>,
    /// With `--format html`, the language of the story
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
}

/// The element with its panel in declarative shadow DOM, and with what it needs to take the panel over.
/// `offsets` and `view` count ink.
pub(crate) fn html(
    text: &str,
    offsets: &Offsets<'_>,
    view: &SummaryView<'_>,
    place: &Place,
) -> serde_json::Result<String> {
    let level = place.heading_level.map(|level| level.to_string());
    let attributes = [
        place.article.as_deref().map(|selector| ("for", selector)),
        level.as_deref().map(|level| ("heading-level", level)),
        place.lang.as_deref().map(|lang| ("lang", lang)),
    ];
    let link = void("link", &[("rel", "stylesheet"), ("href", &place.styles)]);
    let panel = Panel { text, offsets, lang: place.lang.as_deref() }.whole(view, level.as_deref().unwrap_or("2"));
    // Nothing else could end the script early.
    let json = serde_json::to_string(&Tied::new(text, view, Unit::Ink))?.replace('<', "\\u003c");
    let data = tag("script", &[("type", "application/json")], &json);
    let root = tag("template", &[("shadowrootmode", "open")], &(link + &panel + &data));
    let attributes: Vec<_> = attributes.into_iter().flatten().collect();
    Ok(tag("nut-graf", &attributes, &root) + "\n")
}

struct Panel<'t> {
    text: &'t str,
    offsets: &'t Offsets<'t>,
    /// The language of the story's words.
    lang: Option<&'t str>,
}

impl Panel<'_> {
    fn whole(&self, view: &SummaryView<'_>, level: &str) -> String {
        let mut key: Vec<_> = view.figures.iter().filter(|figure| figure.rank.is_some()).collect();
        key.sort_by_key(|figure| figure.rank);
        let picks: String = view.picks.iter().map(|pick| self.pick(pick)).collect();
        let figures: String = key.iter().take(MOST_FIGURES).map(|figure| self.figure(figure)).collect();
        let names: String = view.entities.iter().take(MOST_NAMES).map(|entity| self.name(entity)).collect();
        let body = [
            tag("slot", &[("name", "heading")], ""),
            section("summary", "Summary", "ol", level, &picks),
            section("figures", "Key figures", "ul", level, &figures),
            section("names", "Names", "ul", level, &names),
            tag("slot", &[("name", "footnote")], ""),
        ];
        let closed = [("class", "toggle needless"), ("part", "toggle"), ("type", "button"), ("aria-expanded", "false")];
        let toggle = tag("button", &[&closed[..], &[("disabled", "")]].concat(), "Show all");
        let title = view.title.map(|title| format!("Summary: {}", self.slice(title)));
        let label = title.as_deref().unwrap_or("Summary and key figures");
        let about = [("id", "panel"), ("lang", "en"), ("aria-label", label)];
        piece("section", "panel", &about, &(piece("div", "body", &[], &body.concat()) + &toggle))
    }

    fn pick(&self, pick: &PickView<'_>) -> String {
        let href = self.address(SpanView { start: pick.start, end: pick.end });
        item("sentence", &self.verbatim("a", "quote", pick.text, &[("href", &href)]))
    }

    fn figure(&self, figure: &FigureView<'_>) -> String {
        let FigureView { text, .. } = *figure;
        let number = number(text);
        let bare = text.chars().take_while(|c| !c.is_alphabetic()).any(|c| c.is_ascii_digit());
        let change = match (figure.change, figure.reached) {
            ("up", true) => Some("risen to"),
            ("down", true) => Some("fallen to"),
            ("none", _) => None,
            (change, _) => Some(change),
        };
        let bound = match figure.bound {
            "more" if bare => Some("at least"),
            "less" if bare => Some("at most"),
            "about" if bare => Some("about"),
            _ => None,
        };
        let lead: Vec<_> = [change, bound].into_iter().flatten().collect();
        let said = figure.label.as_deref().or(figure.concept.as_deref()).filter(|said| !text.contains(said));
        let period = figure.period.as_ref().map(|period| period.text).filter(|period| *period != text);
        let facts = [("When", period), ("Source", figure.source.map(|source| source.text))];
        let facts: String = facts
            .into_iter()
            .filter_map(|(term, fact)| Some(words("dt", "term", term) + &self.verbatim("dd", "fact", fact?, &[])))
            .collect();
        let size = if number.encode_utf16().count() > 11 { "number wide" } else { "number" };
        let value = words("span", size, number) + &escape(&text[number.len()..]);
        let dir = [("dir", direction::of(text))];
        let value = piece("p", "value", &[&dir[..], &self.lang()].concat(), &value);
        let name: Vec<_> = [Some(text), said].into_iter().flatten().collect();
        let href = self.address(SpanView { start: figure.start, end: figure.end });
        let way = [("dir", "ltr"), ("href", &*href), ("aria-label", &format!("In the story: {}", name.join(", ")))];
        let pieces = [
            if lead.is_empty() { String::new() } else { words("p", "lead", &lead.join(" ")) },
            value,
            said.map(|said| self.verbatim("p", "label", said, &[])).unwrap_or_default(),
            if facts.is_empty() { facts } else { piece("dl", "facts", &[], &facts) },
            piece("a", "way", &way, "In the story"),
        ];
        item("figure", &pieces.concat())
    }

    fn name(&self, entity: &EntityView<'_>) -> String {
        let count = entity.mentions.len();
        let mentions = if count == 1 { "1 mention".to_owned() } else { format!("{count} mentions") };
        let short = entity.short.filter(|short| *short != entity.name);
        let pieces = [
            self.verbatim("span", "name", entity.name, &[]),
            short.map(|short| format!(" {}", self.verbatim("span", "short", short, &[]))).unwrap_or_default(),
            " ".to_owned(),
            piece("span", "times", &[("dir", "ltr"), ("aria-hidden", "true")], &format!("×{count}")),
            piece("span", "unseen", &[], &format!(", {mentions}: go to the first")),
        ];
        // It does nothing before the element is there.
        item("entity", &piece("button", "name-button", &[("type", "button"), ("disabled", "")], &pieces.concat()))
    }

    fn slice(&self, span: SpanView) -> &str {
        self.offsets.to_bytes(span.start, span.end).of(self.text).trim_start()
    }

    /// A link to the very words, as `address` in `www/quote.js` has it.
    fn address(&self, span: SpanView) -> String {
        let words: Vec<_> = self.slice(span).split_whitespace().collect();
        let ends = match words.len() {
            0..=10 => vec![words.join(" ")],
            count => vec![words[..5].join(" "), words[count - 5..].join(" ")],
        };
        format!("#:~:text={}", ends.iter().map(|part| percent(part)).collect::<Vec<_>>().join(","))
    }

    /// Words of the story, in its language.
    fn verbatim(&self, name: &str, class: &str, text: &str, more: &[(&str, &str)]) -> String {
        let dir = [("dir", direction::of(text))];
        piece(name, class, &[&dir[..], more, &self.lang()].concat(), &escape(text))
    }

    fn lang(&self) -> Vec<(&str, &str)> {
        self.lang.map(|lang| ("lang", lang)).into_iter().collect()
    }
}

fn section(name: &str, title: &str, list: &str, level: &str, items: &str) -> String {
    let id = format!("{name}-section");
    let hidden = if items.is_empty() { &[("hidden", "")][..] } else { &[] };
    let heading = words(&format!("h{level}"), "heading", title);
    let list = piece(list, "list", &[("id", name), ("role", "list")], items);
    piece("section", "section", &[&[("id", &*id)], hidden].concat(), &(heading + &list))
}

/// The number that `text` begins with, with its sign of currency or percent: it is set large. All where there is none.
fn number(text: &str) -> &str {
    let bare = text.chars().take_while(|c| !c.is_alphabetic()).map(char::len_utf8).sum();
    let Some(digit) = text[..bare].rfind(|c: char| c.is_ascii_digit()) else { return text };
    let rest = text[digit + 1..].trim_start_matches(['.', ',', ':']);
    let sign = rest.chars().next().filter(|c| *c == '%' || is_currency(*c)).map_or(0, char::len_utf8);
    &text[..text.len() - rest.len() + sign]
}

/// Is `c` one of Unicode's signs of currency?
fn is_currency(c: char) -> bool {
    matches!(c, '$' | '¢'..='¥' | '֏' | '؋' | '߾' | '߿' | '৲' | '৳' | '৻' | '૱' | '௹' | '฿' | '៛' | '₠'..='⃀' | '꠸' | '﷼' | '﹩' | '＄' | '￠' | '￡' | '￥' | '￦')
}

/// As `encodeURIComponent` has it, and a dash, which would be a sign of the link's own.
fn percent(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_' | b'.' | b'!' | b'~' | b'*' | b'\'' | b'(' | b')' => {
                out.push(byte.into());
            }
            _ => out += &format!("%{byte:02X}"),
        }
    }
    out
}

fn item(class: &str, inner: &str) -> String {
    piece("li", class, &[], inner)
}

/// A piece of words, with their direction.
fn words(name: &str, class: &str, text: &str) -> String {
    piece(name, class, &[("dir", direction::of(text))], &escape(text))
}

/// An element of the panel, which style finds by its class from inside and by its part from outside.
fn piece(name: &str, class: &str, more: &[(&str, &str)], inner: &str) -> String {
    tag(name, &[&[("class", class), ("part", class)], more].concat(), inner)
}

fn tag(name: &str, attributes: &[(&str, &str)], inner: &str) -> String {
    format!("{}{inner}</{name}>", void(name, attributes))
}

/// The start of an element, which is all of one that holds nothing.
fn void(name: &str, attributes: &[(&str, &str)]) -> String {
    let mut out = format!("<{name}");
    for (name, value) in attributes {
        out += &format!(" {name}=\"{}\"", escape(value));
    }
    out + ">"
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn the_number_that_is_set_large_ends_before_the_words() {
        for (text, large) in [
            ("$4.2 million", "$4.2"),
            ("38 %", "38"),
            ("12,000 €", "12,000"),
            ("40% of voters", "40%"),
            ("between 3 and 5", "between 3 and 5"),
            ("1:30 p.m.", "1:30"),
            ("30£ a head", "30£"),
        ] {
            assert_eq!(number(text), large, "{text}");
        }
    }
}
