/** What was set aside as furniture, each stretch with a way to put it back. */

import { make, unseen } from "../panel.js";
import { folded, shortened } from "./words.js";
import { words } from "./words/language.js";

/**
 * Lists what was set aside, and what was put back with a way to undo it, in the order of the text.
 *
 * @param {string} text
 * @param {import("../types.d.ts").Removed[]} removed
 * @param {import("../types.d.ts").Span[]} keeps what the reader put back
 * @param {{ keep: (span: import("../types.d.ts").Span) => void, undo: (span: import("../types.d.ts").Span) => void }} acts
 */
export function showRemoved(text, removed, keeps, acts) {
  const part = (id) => document.getElementById(id);
  const details = part("set-aside");
  const rows = [
    ...removed.map((span) => ({ span, reason: words.reasons[span.reason] ?? span.reason, verb: words.putBack, act: acts.keep })),
    ...keeps.map((span) => ({ span, reason: words.wasPutBack, verb: words.undo, act: acts.undo })),
  ].sort((a, b) => a.span.start - b.span.start);
  details.hidden = rows.length === 0;
  part("set-aside-heading").textContent = words.aside(removed.length);
  part("removed").replaceChildren(...rows.map((entry) => row(text, entry)));
}

function row(text, { span, reason, verb, act }) {
  const row = make("li");
  const excerpt = shortened(folded(text.slice(span.start, span.end)), 160);
  const button = make("button", "", verb);
  button.type = "button";
  button.append(unseen(`: ${excerpt.slice(0, 60)}`));
  button.addEventListener("click", () => act(span));
  row.append(make("p", "reason", reason), make("p", "excerpt", excerpt), button);
  return row;
}
