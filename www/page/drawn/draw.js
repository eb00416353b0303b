/** What is drawn of a summary beside its words: reasons, figures side by side, dates in their order, points of every sentence. */

import { make } from "../../panel.js";
import { words } from "../words/language.js";
import { compared } from "./compared.js";
import { dates } from "./dates.js";
import { bars, strip } from "./heat.js";
import { filled, shape } from "./shapes.js";
import { reasons } from "./why.js";

const part = (id) => /** @type {any} */ (document.getElementById(id));

// None is drawn before the sheet is there.
const sheet = await fetch(new URL("drawn.css", import.meta.url));
document.adoptedStyleSheets.push(await new CSSStyleSheet().replace(await sheet.text()));

part("article").before(shape("svg", { id: "heat" }));
const sections = [0, 1].map(() => Object.assign(filled("section", "drawn", make("h2", "heading"), make("div")), { hidden: true }));
part("figures-section").after(...sections);

/**
 * Draws what there is to draw, and says what a choice of the reader's has changed.
 *
 * @param {string} text
 * @param {import("../../types.d.ts").Gist} gist
 * @param {import("../../types.d.ts").Acts} acts
 */
export function draw(text, gist, acts) {
  const items = part("summary").children;
  try {
    reasons(text, gist, acts).forEach((reason, index) => items[index].append(reason));
    show(sections[0], words.sideBySide, compared(text, gist, acts));
    show(sections[1], words.dates, dates(text, gist, acts));
    part("heat").replaceWith(strip(bars(text, gist, acts)));
    document.querySelectorAll(".row, .earned, summary .unseen").forEach((piece) => (piece.lang = part("article").lang));
  } catch (error) {
    // The summary stands, whatever becomes of its drawings.
    console.error(error);
  }
  return changes(text, gist.picks);
}

function show(section, title, charts) {
  section.firstElementChild.textContent = title;
  section.hidden = charts.length === 0;
  section.lastElementChild.replaceChildren(...charts);
}

let last = { text: "", focus: "", starts: [] };

/** Lets the slider show what a length came to, and says how another focus has changed the summary. */
function changes(text, picks) {
  const focus = part("focus");
  if (part("length").value !== "custom" && picks.length) part("sentences").value = part("count").textContent = picks.length;
  const before = last;
  last = { text, focus: focus.value, starts: picks.map(({ start }) => start) };
  if (before.text !== text || before.focus === last.focus) return "";
  const fresh = last.starts.filter((start) => !before.starts.includes(start)).length;
  return words.changed(focus.selectedOptions[0].text, fresh);
}
