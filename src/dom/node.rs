//! Nodes as their classes have them. A form answers with a field of its own where that has the name of what is asked,
//! as `<input name="nextSibling">` has: nothing is asked of a node itself.

use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[derive(Clone, PartialEq)]
    pub type Node;

    #[wasm_bindgen(method, final, getter, js_name = nodeType)]
    pub fn node_type(this: &Node) -> u16;

    #[wasm_bindgen(method, final, getter, js_name = textContent)]
    pub fn text_content(this: &Node) -> Option<String>;

    #[wasm_bindgen(method, final, getter, js_name = firstChild)]
    pub fn first_child(this: &Node) -> Option<Node>;

    #[wasm_bindgen(method, final, getter, js_name = nextSibling)]
    pub fn next_sibling(this: &Node) -> Option<Node>;

    #[wasm_bindgen(method, final, getter, js_name = parentNode)]
    pub fn parent_node(this: &Node) -> Option<Node>;

    #[wasm_bindgen(extends = Node)]
    pub type Element;

    #[wasm_bindgen(method, final, getter, js_name = localName)]
    pub fn local_name(this: &Element) -> String;

    #[wasm_bindgen(method, final, catch)]
    pub fn matches(this: &Element, selector: &str) -> Result<bool, JsValue>;

    #[wasm_bindgen(method, final, catch, js_name = querySelector)]
    pub fn query_selector(this: &Element, selector: &str) -> Result<Option<Element>, JsValue>;
}

impl Node {
    pub const ELEMENT: u16 = 1;
    pub const TEXT: u16 = 3;
}
