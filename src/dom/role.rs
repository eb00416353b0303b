//! What an element does to the text around and inside it.

use std::sync::LazyLock;

use wasm_bindgen::prelude::*;
use web_sys::CssStyleDeclaration;

use super::{
    as_element,
    node::{Element, Node},
};
use crate::letters::{concat, is_any};

/// What is no part of the article and parts the text around it: other landmarks, what only repeats or annotates,
/// advertisements, comments, the element that shows the summary, and what an editor leaves out.
const APART: &str = "aside,dialog,form,nav,nut-graf,[role=complementary],[role=dialog],[role=doc-endnotes],\
    [role=doc-footnote],[role=doc-pullquote],[role=form],[role=menu],[role=menubar],[role=navigation],[role=search],\
    [role=toolbar],[role=tooltip],[aria-label^=advert i],amp-ad,amp-embed,.ad,.ads,.ad-container,.ad-slot,\
    .ad-wrapper,.advert,.advertisement,.adsbygoogle,[data-ad-slot],[id^=div-gpt-ad],[id=comments],[itemprop=comment],\
    .footnotes,[data-nutgraf=skip],a[href] div,a[href] li,a[href] p";

/// Boxes that a site puts beside its paragraphs, by what their classes mostly say. One that is long or holds the
/// headline is the story itself, named for what else stands in it.
const BOX: &str = "[class*=about-author i],[class*=audio-player i],[class*=author-bio i],[class*=author-box i],\
    [class*=author-card i],[class*=breadcrumb i],[class*=comment i],[class*=consent i],[class*=feedback i],\
    [class*=newsletter i],[class*=promo i],[class*=pull-quote i],[class*=pullquote i],[class*=related i],\
    [class*=share i],[class*=social i],[class*=sponsor i]";
const NO_BOX: &str = "[data-nutgraf=pin],h1";
const SHORT: usize = 600;

/// What is skipped by its markup: what is pressed, marks of footnotes, and what only screen readers are told.
const MUTE: &str = "[role=button],[role=doc-backlink],[role=doc-noteref],sup a[href^='#'],a[href^='#'] sup,.sr-only,\
    .visually-hidden,.screen-reader-text";

/// What leads elsewhere, and what does not stand in a block of links alone.
const LINK: &str = "a[href]:not([rel~=author])";
const NO_LEAF: &str = "[data-nutgraf=pin],blockquote,div,h1,h2,h3,h4,h5,h6,li,p,table";

/// The label before links has no more letters.
const LABEL: usize = 24;

/// A headline that leads to another page; one that leads to its own place does so by a `#`.
const TEASER: &str = "h2 a[href]:not([href*='#']),h3 a[href]:not([href*='#']),h4 a[href]:not([href*='#'])";

/// What an editor wants to be picked, and what is about a picture: a caption by its name, and a figure without quotation,
/// table or list.
const PIN: &str = "[data-nutgraf=pin]";
const CAPTION: &str = "figcaption,[itemprop=caption],p[class*=caption i],span[class*=caption i],div[class$=caption i]";
const NO_CAPTION: &str = "blockquote,dl,ol,pre,table,ul";

const HIDDEN: &str = "[hidden],[aria-hidden=true]";

/// What an element does to the text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// Skipped, and a block: what stands before it and after it are two.
    Apart,
    /// Skipped as if it were not there: a script may stand inside a word.
    Skipped,
    Block,
    Preformatted,
    Row,
    Cell,
    Line,
    Inline,
}

/// How many sorts of stretches an element may mark.
pub(super) const MARKS: usize = 5;

/// What an element shows of itself.
#[derive(Clone, Copy)]
pub(super) struct Look {
    pub role: Role,
    /// Is it kept from readers? `hidden`, `hidden="until-found"`, `aria-hidden="true"` and `display: none` are;
    /// `aria-hidden="false"` and closed `details` are not.
    pub is_hidden: bool,
    /// Is it a pin, a caption, a heading, an item of a list, a quotation?
    pub marks: [bool; MARKS],
}

/// Any of them: most elements have nothing of all that, and to ask once is cheaper than to ask for each.
static NOTABLE: LazyLock<String> =
    LazyLock::new(|| concat(&[APART, ",", BOX, ",", MUTE, ",", PIN, ",", CAPTION, ",", HIDDEN]));

impl Look {
    pub(super) fn of(element: &Element) -> Self {
        let name = element.local_name();
        let is_notable = matches(element, &NOTABLE);
        let has = |selector: &str| is_notable && matches(element, selector);
        let is_pin = has(PIN);
        let named = by_name(&name);
        let is_links = is_any(&name, "div li p") && !is_pin && is_links(element);
        let is_box = named == Some(Role::Block) && name != "h1" && !is_pin && has(BOX) && is_box(element);
        let is_teaser = name == "article" && is_teaser(element);
        let display = says(element, "display");
        let role = if is_links || is_box || is_teaser || has(APART) {
            Role::Apart
        } else if is_any(&name, MUTED) || has(MUTE) {
            Role::Skipped
        } else {
            named.unwrap_or_else(|| by_style(element, &display))
        };
        let is_caption = has(CAPTION) || (name == "figure" && !holds(element, NO_CAPTION));
        let is_heading = is_any(&name, "h2 h3 h4 h5 h6");
        let marks = [is_pin, is_caption, is_heading, name == "li", name == "blockquote"];
        Self { role, is_hidden: has(HIDDEN) || display == "none", marks }
    }

    /// Whether what stands in the element is read.
    pub(super) fn is_read(self) -> bool {
        !self.is_hidden && !matches!(self.role, Role::Apart | Role::Skipped)
    }

    /// Whether what stands before the element and what comes after do not run into each other.
    pub(super) fn parts(self) -> bool {
        !matches!(self.role, Role::Skipped | Role::Inline)
    }
}

/// Elements that are never read.
const MUTED: &str = "audio button canvas datalist head iframe noembed noframes noscript object script select style svg \
    template textarea video";

const BLOCKS: &str = "address article blockquote body caption center dd details dir div dl dt fieldset figcaption figure \
    footer h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu ol p search section summary table ul";

fn by_name(name: &str) -> Option<Role> {
    let lists = [
        (BLOCKS, Role::Block),
        ("listing plaintext pre xmp", Role::Preformatted),
        ("tbody tfoot thead tr", Role::Row),
        ("td th", Role::Cell),
        ("br", Role::Line),
    ];
    lists.into_iter().find_map(|(list, role)| is_any(name, list).then_some(role))
}

/// What an element does that has no line break of its own. A letter that floats beside its word is no block;
/// what is taken out of its line, and so set as a block, is a label for screen readers or a hint over the text.
fn by_style(element: &Element, display: &str) -> Role {
    if !is_any(display, "block flex flow-root grid list-item table") {
        Role::Inline
    } else if is_any(&says(element, "position"), "absolute fixed") {
        Role::Skipped
    } else if says(element, "float") == "none" {
        Role::Block
    } else {
        Role::Inline
    }
}

/// Has `element` no headline and less text than a story? The count ends where that is known, so that boxes in boxes are
/// not measured again and again.
fn is_box(element: &Element) -> bool {
    let texts = inside(element).filter(|node| node.node_type() == Node::TEXT);
    let mut lengths = texts.map(|text| content(&text).encode_utf16().count());
    lengths.try_fold(SHORT, |left, length| left.checked_sub(length).filter(|left| *left > 0)).is_some()
        && !holds(element, NO_BOX)
}

/// Is `element` a block of links, with no more than a label before them? `<li><a>Storm closes pass</a></li>` and
/// `<p>Tags: <a>Storms</a>, <a>Alps</a></p>` are; `<li><a>Ames</a> left.</li>` and `<p>By <a>Jo Ames</a></p>` are not.
fn is_links(element: &Element) -> bool {
    if holds(element, NO_LEAF) || !holds(element, LINK) {
        return false;
    }
    let links = inside(element).filter(|node| as_element(node).is_some_and(|element| matches(element, LINK)));
    let linked: usize = links.map(|link| letters(&content(&link))).sum();
    let text = content(element);
    let rest = letters(&text).saturating_sub(linked);
    let label = || text.split(':').next().map(letters);
    linked > 0 && (rest == 0 || (rest <= LABEL && label() == Some(rest)))
}

/// The nodes inside `root`, in order.
fn inside(root: &Node) -> impl Iterator<Item = Node> {
    std::iter::successors(root.first_child(), move |node| {
        let mut node = node.clone();
        if let Some(child) = node.first_child() {
            return Some(child);
        }
        while node != *root {
            if let Some(next) = node.next_sibling() {
                return Some(next);
            }
            node = node.parent_node()?;
        }
        None
    })
}

/// Is `element` an article inside another that tells of a third?
fn is_teaser(element: &Element) -> bool {
    matches(element, "article article") && holds(element, TEASER)
}

fn letters(text: &str) -> usize {
    text.chars().filter(|c| c.is_alphanumeric()).count()
}

fn content(node: &Node) -> String {
    node.text_content().unwrap_or_default()
}

fn matches(element: &Element, selector: &str) -> bool {
    element.matches(selector).unwrap_or_default()
}

fn holds(element: &Element, selector: &str) -> bool {
    element.query_selector(selector).is_ok_and(|found| found.is_some())
}

/// What the page's style says of `element`; nothing where it is in no page.
fn says(element: &Element, property: &str) -> String {
    computed_style(element).and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = getComputedStyle)]
    fn computed_style(element: &Element) -> Option<CssStyleDeclaration>;
}
