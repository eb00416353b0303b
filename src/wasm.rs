//! The core as JavaScript calls it.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Array, Object, Reflect};

use crate::{
    offsets::{Offsets, Unit},
    view::{Request, Source, SummaryView},
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
pub fn summarize(text: &str, options: &JsValue) -> Result<JsValue, JsValue> {
    let request = if options.is_null_or_undefined() {
        Request::default()
    } else {
        Request::read(options).map_err(|wrong| JsError::new(&wrong))?
    };
    let offsets = Offsets::new(text, Unit::Utf16);
    let summary = crate::summarize(text, &request.options(&offsets));
    Ok(SummaryView::new(&summary, &offsets).serialize(&Serializer::json_compatible())?)
}

impl Source for JsValue {
    fn is_object(&self) -> bool {
        self.is_object()
    }

    /// Its own field: what a page may have put on the prototype of all objects was not asked for.
    fn field(&self, name: &str) -> Option<Self> {
        let name = name.into();
        let own = self.is_object() && Object::has_own(self.unchecked_ref::<Object>(), &name);
        own.then(|| Reflect::get(self, &name).ok()).flatten().filter(|value| !value.is_null_or_undefined())
    }

    fn items(&self) -> Option<Vec<Self>> {
        self.dyn_ref::<Array>().map(Array::to_vec)
    }

    fn text(&self) -> Option<String> {
        self.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn flag(&self) -> Option<bool> {
        self.as_bool()
    }
}
