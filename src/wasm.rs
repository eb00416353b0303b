//! The core as JavaScript calls it.

use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use web_sys::js_sys::{Array, Object, Reflect};

use std::{cell::RefCell, pin::Pin, task::Poll};

use crate::{
    offsets::{Offsets, Unit},
    steps::{at_once, rest, step},
    summary::summarize_in_steps,
    view::{Request, Source, SummaryView},
};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"
/**
 * Finds the sentences and figures that carry the story.
 * Offsets are UTF-16, ready for `slice`. Throws an `Error` that names a wrong option and says what is allowed.
 */
export function summarize(text: string, options?: Request | null): SummaryView;

/**
 * Begins what `advance` goes on with; what was begun before and is not done is dropped.
 * Throws as `summarize` does.
 */
export function begin(text: string, options?: Request | null): void;

/** Goes on for about a sentence; `undefined` until all is found. Throws an `Error` where nothing was begun. */
export function advance(): SummaryView | undefined;
"#;

type Found = Result<JsValue, JsValue>;

thread_local! {
    /// What was begun.
    static WORK: RefCell<Option<Pin<Box<dyn Future<Output = Found>>>>> = const { RefCell::new(None) };
}

#[wasm_bindgen(skip_typescript, skip_jsdoc)]
pub fn summarize(text: String, options: &JsValue) -> Found {
    at_once(find(text, request(options)?))
}

#[wasm_bindgen(skip_typescript, skip_jsdoc)]
pub fn begin(text: String, options: &JsValue) -> Result<(), JsValue> {
    WORK.set(Some(Box::pin(find(text, request(options)?))));
    Ok(())
}

#[wasm_bindgen(skip_typescript, skip_jsdoc)]
pub fn advance() -> Found {
    WORK.with_borrow_mut(|work| match work.as_mut().map(|work| step(work.as_mut())) {
        Some(Poll::Ready(found)) => {
            *work = None;
            found
        }
        Some(Poll::Pending) => Ok(JsValue::UNDEFINED),
        None => Err(JsError::new("Nothing was begun.").into()),
    })
}

fn is_nothing(value: &JsValue) -> bool {
    [JsValue::UNDEFINED, JsValue::NULL].contains(value)
}

fn request(options: &JsValue) -> Result<Request, JsError> {
    if is_nothing(options) {
        return Ok(Request::default());
    }
    Request::read(options).map_err(|wrong| JsError::new(&wrong))
}

async fn find(text: String, request: Request) -> Found {
    let offsets = Offsets::new(&text, Unit::Utf16);
    let summary = summarize_in_steps(&text, &request.options(&offsets)).await;
    rest().await;
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
        own.then(|| Reflect::get(self, &name).ok()).flatten().filter(|value| !is_nothing(value))
    }

    fn items(&self) -> Option<Vec<Self>> {
        self.dyn_ref::<Array>().map(|items| items.iter().collect())
    }

    fn text(&self) -> Option<String> {
        self.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn flag(&self) -> Option<bool> {
        // Compared, as all else is: each question of its own would be a function for the glue to carry.
        [JsValue::FALSE, JsValue::TRUE].iter().position(|flag| flag == self).map(|index| index == 1)
    }
}
