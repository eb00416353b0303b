/** Single keys for what one does all day. None counts while the reader types, and all can be put to rest. */

import { keep, recall } from "./kept.js";

const part = (id) => /** @type {any} */ (document.getElementById(id));
const TYPING = "textarea, select, [contenteditable], input:not([type=range], [type=file], [type=checkbox])";

/** Are single keys no shortcuts? */
export const rests = () => recall("keys") === "rest";
export const rest = (really) => keep("keys", really ? "rest" : "");

/** @param {import("../types.d.ts").Desk} desk */
export function keys(desk) {
  let at = -1;
  let walked = null;
  const walk = (step) => {
    const sentences = document.querySelectorAll("#summary .quote");
    if (!sentences.length) return;
    if (walked !== desk.shown()) [walked, at] = [desk.shown(), step > 0 ? -1 : 0];
    at = (at + step + sentences.length) % sentences.length;
    /** @type {HTMLElement} */ (sentences[at]).click();
  };
  const acts = {
    j: () => walk(1),
    k: () => walk(-1),
    "+": () => change(part("sentences"), (slider) => slider.stepUp()),
    "-": () => change(part("sentences"), (slider) => slider.stepDown()),
    f: () => change(part("focus"), (focus) => (focus.selectedIndex = (focus.selectedIndex + 1) % focus.length)),
    p: () => part("paste").focus(),
    c: () => part("copy").click(),
    u: desk.undo,
    "?": () => part("help").click(),
  };
  document.addEventListener("keydown", (event) => {
    const { target, key } = event;
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey || document.querySelector("dialog[open]")) return;
    if (target === part("paste") && key === "Escape") part("paste").blur();
    // A keyboard of another script has the letters in the same place.
    const act = acts[/^[!-~]$/.test(key) ? key : event.code.replace("Key", "").toLowerCase()];
    if (!act || rests() || /** @type {Element} */ (target).closest(TYPING)) return;
    event.preventDefault();
    act();
  });
}

/** As a reader would change it. */
function change(choice, by) {
  by(choice);
  for (const type of ["input", "change"]) choice.dispatchEvent(new Event(type, { bubbles: true }));
}
