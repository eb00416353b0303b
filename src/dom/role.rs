//! What an element does to the text around and inside it. `www/role.js` says the same.

use web_sys::{Element, Node};

/// What is no part of the article and parts the text around it: other landmarks, what only repeats or annotates,
/// advertisements, comments, the element that shows the summary, and what an editor leaves out.
const APART: &str = "aside,dialog,form,nav,nut-graf,[role=complementary],[role=dialog],[role=doc-endnotes],[role=doc-footnote],\
    [role=doc-pullquote],[role=form],[role=menu],[role=menubar],[role=navigation],[role=search],[role=toolbar],\
    [role=tooltip],[aria-label^=advert i],amp-ad,amp-embed,[class~=ad],[class~=ads],[class~=ad-container],\
    [class~=ad-slot],[class~=ad-wrapper],[class~=advert],[class~=advertisement],[class~=adsbygoogle],[data-ad-slot],\
    [id^=div-gpt-ad],[id=comments],[itemprop=comment],[class~=footnotes],[data-nutgraf=skip],a[href] div,a[href] li,\
    a[href] p";

/// Boxes that a site puts beside its paragraphs, by what their classes mostly say. A long one holds the story itself:
/// it is named for what stands in it, too.
const BOX: &str = "[class*=about-author i],[class*=audio-player i],[class*=author-bio i],[class*=author-box i],\
    [class*=author-card i],[class*=breadcrumb i],[class*=comment i],[class*=consent i],[class*=feedback i],\
    [class*=newsletter i],[class*=promo i],[class*=pull-quote i],[class*=pullquote i],[class*=related i],[class*=share i],\
    [class*=social i],[class*=sponsor i]";
const SHORT: usize = 600;

/// What is skipped by its markup: what is pressed, marks of footnotes, and what only screen readers are told.
const MUTE: &str = "[role=button],[role=doc-backlink],[role=doc-noteref],sup a[href^='#'],a[href^='#'] sup,[class~=sr-only],\
    [class~=visually-hidden],[class~=screen-reader-text]";

/// What may be nothing but links, and what then stands in it.
const LEAF: &str = "div,li,p";
const LINK: &str = "a[href]:not([rel~=author])";
const NO_LEAF: &str = "[data-nutgraf=pin],blockquote,div,h1,h2,h3,h4,h5,h6,li,p,table";

/// The label before links has no more letters.
const LABEL: usize = 24;

/// A headline that leads to another page; one that leads to its own place does so by a `#`.
const TEASER: &str = "h2 a[href]:not([href*='#']),h3 a[href]:not([href*='#']),h4 a[href]:not([href*='#'])";

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

impl Role {
    pub(super) fn of(element: &Element) -> Self {
        if matches(element, APART) || is_box(element) || is_links(element) || is_teaser(element) {
            return Self::Apart;
        }
        match element.local_name().as_str() {
            "audio" | "button" | "canvas" | "datalist" | "head" | "iframe" | "noembed" | "noframes" | "noscript"
            | "object" | "script" | "select" | "style" | "svg" | "template" | "textarea" | "video" => Self::Skipped,
            _ if matches(element, MUTE) => Self::Skipped,
            "address" | "article" | "blockquote" | "body" | "caption" | "center" | "dd" | "details" | "dir" | "div"
            | "dl" | "dt" | "fieldset" | "figcaption" | "figure" | "footer" | "h1" | "h2" | "h3" | "h4" | "h5"
            | "h6" | "header" | "hgroup" | "hr" | "legend" | "li" | "main" | "menu" | "ol" | "p" | "search"
            | "section" | "summary" | "table" | "ul" => Self::Block,
            "listing" | "plaintext" | "pre" | "xmp" => Self::Preformatted,
            "tbody" | "tfoot" | "thead" | "tr" => Self::Row,
            "td" | "th" => Self::Cell,
            "br" => Self::Line,
            _ => Self::by_style(element),
        }
    }

    /// What an element does that has no line break of its own. A letter that floats beside its word is no block;
    /// what is taken out of its line is a label for screen readers or a hint over the text.
    fn by_style(element: &Element) -> Self {
        let block = ["block", "flex", "flow-root", "grid", "list-item", "table"];
        match style(element, "position").as_str() {
            "absolute" | "fixed" => Self::Skipped,
            _ if block.contains(&style(element, "display").as_str()) && style(element, "float") == "none" => {
                Self::Block
            }
            _ => Self::Inline,
        }
    }
}

/// Is `element` kept from readers? `hidden`, `hidden="until-found"`, `aria-hidden="true"` and `display: none` are;
/// `aria-hidden="false"` and closed `details` are not.
pub(super) fn is_hidden(element: &Element) -> bool {
    matches(element, "[hidden],[aria-hidden=true]") || style(element, "display") == "none"
}

/// Does an editor want the last word on `element`? `data-nutgraf="pin"` does.
pub(super) fn is_pin(element: &Element) -> bool {
    matches(element, "[data-nutgraf=pin]")
}

/// Is `element` about a picture? A caption by its name is, and a figure without quotation, table or list.
pub(super) fn is_caption(element: &Element) -> bool {
    matches(element, "figcaption,[itemprop=caption],p[class*=caption i],span[class*=caption i],div[class$=caption i]")
        || (element.local_name() == "figure" && !holds(element, "blockquote,dl,ol,pre,table,ul"))
}

fn is_box(element: &Element) -> bool {
    matches(element, BOX) && content(element).encode_utf16().count() < SHORT
}

/// Is `element` a block of links, with no more than a label before them? `<li><a>Storm closes pass</a></li>` and
/// `<p>Tags: <a>Storms</a>, <a>Alps</a></p>` are; `<li><a>Ames</a> left.</li>` and `<p>By <a>Jo Ames</a></p>` are not.
fn is_links(element: &Element) -> bool {
    if !matches(element, LEAF) || !holds(element, LINK) || holds(element, NO_LEAF) || is_pin(element) {
        return false;
    }
    let Ok(links) = element.query_selector_all(LINK) else { return false };
    let linked: usize =
        (0..links.length()).filter_map(|index| links.get(index)).map(|link| letters(&content(&link))).sum();
    let text = content(element);
    let rest = letters(&text).saturating_sub(linked);
    let label = || text.split(':').next().map(letters);
    linked > 0 && (rest == 0 || (rest <= LABEL && label() == Some(rest)))
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

/// What the page's style says; nothing where the element is in no page.
fn style(element: &Element, property: &str) -> String {
    let style = web_sys::window().and_then(|window| window.get_computed_style(element).ok().flatten());
    style.and_then(|style| style.get_property_value(property).ok()).unwrap_or_default()
}
