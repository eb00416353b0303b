/** What was set aside as furniture, each stretch with a way to put it back. */

import { make, unseen } from "../panel.js";

const EXCERPT = 160;

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
    ...removed.map((span) => ({ span, reason: span.reason, verb: "Put back", act: acts.keep })),
    ...keeps.map((span) => ({ span, reason: "Put back into the story", verb: "Undo", act: acts.undo })),
  ].sort((a, b) => a.span.start - b.span.start);
  details.hidden = rows.length === 0;
  part("set-aside-heading").textContent =
    removed.length === 1 ? "1 stretch set aside as furniture" : `${removed.length} stretches set aside as furniture`;
  // Which row has focus is kept: its button is about to be replaced.
  const list = part("removed");
  const focused = [...list.children].findIndex((row) => row.contains(document.activeElement));
  const at = list.children[focused]?.getAttribute("data-start");
  list.replaceChildren(...rows.map((entry) => row(text, entry)));
  const again = at && [...list.children].find((row) => row.getAttribute("data-start") === at);
  if (again) again.querySelector("button").focus({ preventScroll: true });
}

function row(text, { span, reason, verb, act }) {
  const row = make("li");
  const words = text.slice(span.start, span.end).replace(/\s+/g, " ");
  const excerpt = words.length > EXCERPT ? `${words.slice(0, EXCERPT).replace(/\s\S*$/, "")}…` : words;
  const button = make("button", "", verb);
  button.type = "button";
  button.append(unseen(`: ${excerpt.slice(0, 60)}`));
  button.addEventListener("click", () => act(span));
  row.dataset.start = String(span.start);
  row.append(make("p", "reason", reason), make("p", "excerpt", excerpt), button);
  return row;
}
