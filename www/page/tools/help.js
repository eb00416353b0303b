/** The list of shortcuts, in a dialog. */

import { make } from "../../panel.js";
import { words } from "../words/language.js";
import { rest, rests } from "./keys.js";

export function help() {
  const dialog = make("dialog");
  const heading = Object.assign(make("h2", "", words.page["#help@aria-label"]), { id: "keys-heading" });
  dialog.setAttribute("aria-labelledby", heading.id);
  const list = make("dl");
  for (const [key, said] of Object.entries(words.keys)) {
    const term = make("dt");
    term.append(make("kbd", "", key));
    list.append(term, make("dd", "", said));
  }
  const box = Object.assign(make("input"), { type: "checkbox", checked: !rests() });
  box.addEventListener("change", () => rest(!box.checked));
  const choice = make("label");
  choice.append(box, ` ${words.keysCount}`);
  const close = Object.assign(make("button", "", words.close), { type: "button", autofocus: true });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  dialog.append(heading, list, choice, close);
  document.body.append(dialog);
  dialog.showModal();
}
