//! Reads an element of a page into blocks of text.

#![expect(unreachable_pub, reason = "wasm-bindgen takes only items that are `pub`")]

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, prelude::*};

mod node;
mod role;

use crate::view::SpanView;
use node::{Element, Node};
use role::{Look, MARKS, Role};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/**
 * The text of an element as a reader would copy it, nothing from menus, scripts, forms and what is hidden,
 * and what its markup says of stretches of that text, in UTF-16.
 */
export function readElement(element: Element): Reading;

/**
 * What an element is for that text: 1 where what stands in it is read, and 2 where it parts what stands around it.
 */
export function roleOf(element: Element): number;
"#;

/// What an element says, and what its markup says about it; offsets are UTF-16.
#[derive(Default, Serialize, tsify::Tsify)]
struct Reading {
    /// Blocks with an empty line between them.
    text: String,
    /// What stands in an element with `data-nutgraf="pin"`.
    pins: Vec<SpanView>,
    /// What stands in a figure, or in the caption of one.
    captions: Vec<SpanView>,
    headings: Vec<SpanView>,
    items: Vec<SpanView>,
    quotations: Vec<SpanView>,
}

// The text of `element`: blocks with an empty line between them, `<br>` and table rows as lines, cells with a tab
// between them, white space collapsed. Whether an element is a block is told by its name and, in a page that is shown,
// by its style. No doc comment says so, for that would be loaded by every reader.
#[wasm_bindgen(js_name = readElement, skip_typescript, skip_jsdoc)]
pub fn read_element(element: &Element) -> Result<JsValue, JsValue> {
    let mut text = Text::default();
    walk(element, &mut text);
    let [pins, captions, headings, items, quotations] = text.marked;
    let reading = Reading {
        text: text.written,
        pins: pins.spans,
        captions: captions.spans,
        headings: headings.spans,
        items: items.spans,
        quotations: quotations.spans,
    };
    Ok(reading.serialize(&Serializer::json_compatible())?)
}

#[wasm_bindgen(js_name = roleOf, skip_typescript, skip_jsdoc)]
pub fn role_of(element: &Element) -> u8 {
    let look = Look::of(element);
    u8::from(look.is_read()) + 2 * u8::from(look.parts())
}

/// Adds all that stands in `root`.
fn walk(root: &Node, text: &mut Text) {
    let mut open: Vec<Look> = Vec::new();
    let mut node = root.clone();
    // A walk by links instead of recursion: a page may nest ten thousand deep.
    loop {
        if node.node_type() == Node::TEXT {
            text.push(&node.text_content().unwrap_or_default());
        }
        let below = as_element(&node).and_then(|element| {
            let look = Look::of(element);
            open.push(look);
            enter(look, text);
            // Whoever asks for an `aside` by itself wants it read.
            if look.is_read() || node == *root { node.first_child() } else { None }
        });
        if let Some(child) = below {
            node = child;
            continue;
        }
        loop {
            if as_element(&node).is_some()
                && let Some(look) = open.pop()
            {
                leave(look, text);
            }
            if node == *root {
                return;
            }
            if let Some(next) = node.next_sibling() {
                node = next;
                break;
            }
            let Some(parent) = node.parent_node() else { return };
            node = parent;
        }
    }
}

/// Writes what stands before the children of an element.
fn enter(look: Look, text: &mut Text) {
    text.edge(look.role);
    if look.role == Role::Preformatted {
        text.preformatted += 1;
    }
    let at = text.units;
    for (stretches, _) in text.marked.iter_mut().zip(look.marks).filter(|(_, is_marked)| *is_marked) {
        stretches.open.push(at);
    }
}

/// Writes what stands after the children of an element.
fn leave(look: Look, text: &mut Text) {
    let at = text.units;
    for (stretches, _) in text.marked.iter_mut().zip(look.marks).filter(|(_, is_marked)| *is_marked) {
        stretches.close(at);
    }
    match look.role {
        Role::Line => {}
        Role::Preformatted => {
            text.preformatted = text.preformatted.saturating_sub(1);
            text.edge(Role::Preformatted);
        }
        role => text.edge(role),
    }
}

/// By the node's type and not by `instanceof`, which fails for an element of another frame.
fn as_element(node: &Node) -> Option<&Element> {
    (node.node_type() == Node::ELEMENT).then(|| node.unchecked_ref())
}

/// The text so far and the white space owed before its next character.
#[derive(Default)]
struct Text {
    written: String,
    /// The length of `written` in UTF-16.
    units: u32,
    gap: Gap,
    preformatted: u32,
    /// As [`Look::marks`] has them.
    marked: [Stretches; MARKS],
}

/// Stretches of the text that elements of one sort hold.
#[derive(Default)]
struct Stretches {
    spans: Vec<SpanView>,
    /// Where those begin that have not ended.
    open: Vec<u32>,
}

impl Stretches {
    fn close(&mut self, at: u32) {
        let start = self.open.pop().filter(|start| *start < at);
        self.spans.extend(start.map(|start| SpanView { start, end: at }));
    }
}

/// White space between two characters; the widest that is asked for stands.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Tab,
    Line,
    Block,
}

impl Text {
    /// Widens the gap as the edge of an element asks for.
    fn edge(&mut self, role: Role) {
        match role {
            Role::Apart | Role::Block | Role::Preformatted => self.widen(Gap::Block),
            Role::Row => self.widen(Gap::Line),
            Role::Cell => self.widen(Gap::Tab),
            Role::Line => self.break_line(),
            Role::Skipped | Role::Inline => {}
        }
    }

    fn widen(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    /// Two breaks in a row are how many pages part their paragraphs.
    fn break_line(&mut self) {
        self.gap = if self.gap < Gap::Line { Gap::Line } else { Gap::Block };
    }

    /// Adds the characters of a text node. A no-break space is no white space here, as in a browser's layout.
    fn push(&mut self, characters: &str) {
        for c in characters.chars() {
            match c {
                '\n' if self.preformatted > 0 => self.break_line(),
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => self.widen(Gap::Space),
                c => {
                    self.close_gap();
                    self.written.push(c);
                    self.units += c.len_utf16() as u32;
                }
            }
        }
    }

    fn close_gap(&mut self) {
        let gap = match std::mem::take(&mut self.gap) {
            _ if self.written.is_empty() => "",
            Gap::None => "",
            Gap::Space => " ",
            Gap::Tab => "\t",
            Gap::Line => "\n",
            Gap::Block => "\n\n",
        };
        self.written.push_str(gap);
        self.units += gap.len() as u32;
    }
}
