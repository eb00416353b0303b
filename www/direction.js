/** Characters that decide are looked for this far. */
const ENOUGH = 2000;

/**
 * The direction in which `text` runs: that of most of its letters. `dir="auto"` goes by the first letter alone, and
 * would turn an English sentence that opens with an Arabic quotation.
 *
 * @param {string} text
 */
export function directionOf(text) {
  const letters = text.slice(0, ENOUGH).match(/\p{L}/gu) ?? [];
  const rightward = letters.filter((letter) => !RIGHT_TO_LEFT.test(letter)).length;
  return rightward * 2 >= letters.length ? "ltr" : "rtl";
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/u;
