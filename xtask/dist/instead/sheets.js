/** Stands for `www/element/sheets.js`: the sheets are in the script. */

import element from "../../../www/element/element.css";
import panel from "../../../www/panel.css";

let made = null;

export async function sheets() {
  made ??= [panel, element].map((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  return made;
}
