//! The core as JavaScript calls it.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::js_sys::Object;

use crate::{
    offsets::{Offsets, Unit},
    view::{Request, SummaryView},
};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/**
 * Finds the sentences and figures that carry the story.
 * Offsets are UTF-16, ready for `slice`. Throws an `Error` that names a wrong option and says what is allowed.
 */
export function summarize(text: string, options?: Request | null): SummaryView;
"#;

#[wasm_bindgen(skip_typescript, skip_jsdoc)]
pub fn summarize(text: &str, options: JsValue) -> Result<JsValue, JsError> {
    let asked = !options.is_null() && !options.is_undefined();
    let request = if asked { serde_wasm_bindgen::from_value(own(options))? } else { Request::default() };
    let offsets = Offsets::new(text, Unit::Utf16);
    let summary = crate::summarize(text, &request.options(&offsets));
    Ok(SummaryView::new(&summary, &offsets).serialize(&Serializer::json_compatible())?)
}

/// The options without what a page may have put on the prototype of all objects.
fn own(options: JsValue) -> JsValue {
    if options.is_object() {
        let nothing = Object::create(JsValue::NULL.unchecked_ref::<Object>());
        return Object::assign(&nothing, options.unchecked_ref::<Object>()).into();
    }
    options
}
