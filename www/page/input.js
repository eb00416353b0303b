/** The ways in beside the list of stories: the paste box, a paste anywhere, files chosen and dropped. */

import { LIMIT, Unreadable, readFile } from "./files.js";
import { words } from "./words/language.js";
import { folded, megabytes, shortened } from "./words.js";
import { LONG } from "./work.js";

/** Typing rests this long before the story is read again. */
const PAUSE_MS = 250;
const MOST = megabytes(LIMIT);

/**
 * @typedef {object} Desk
 * @property {HTMLTextAreaElement} box
 * @property {HTMLInputElement} chooser
 * @property {() => void} typed the paste box has changed
 * @property {(source: import("./types.d.ts").Source) => void} hold a text is to be read that the box does not hold
 * @property {(message: string, actions?: [string, () => void][]) => void} complain
 */

/** Settles when all that was taken so far is read. */
let taken = Promise.resolve();

/**
 * Reads when all before is read: of two stories the later is shown, however long the first takes.
 *
 * @param {() => any} read
 */
function inTurn(read) {
  return (taken = taken.then(read, read));
}

/** @param {Desk} desk */
export function listen(desk) {
  const { box, chooser, typed } = desk;
  let rest = 0;
  box.addEventListener("input", (event) => {
    clearTimeout(rest);
    const whole = event.inputType === "insertFromPaste" || event.inputType === "insertFromDrop";
    rest = setTimeout(() => inTurn(typed), whole ? 0 : PAUSE_MS);
  });
  chooser.addEventListener("change", () => {
    const [file] = chooser.files;
    // The same file may be chosen again after it was edited.
    if (file) inTurn(() => takeFile(desk, file)).finally(() => (chooser.value = ""));
  });
  document.addEventListener("paste", (event) => {
    if (take(desk, event.clipboardData, event.target === box)) event.preventDefault();
  });
  listenForDrops(desk);
}

function listenForDrops(desk) {
  const drag = (event) => {
    if (event.target === desk.box && !event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.toggle("dropping", event.type === "dragover");
  };
  document.addEventListener("dragover", drag);
  document.addEventListener("dragleave", drag);
  document.addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    if (take(desk, event.dataTransfer, event.target === desk.box)) event.preventDefault();
  });
}

/**
 * Takes what was pasted or dropped, and says whether it did: what a field can hold by itself is left to it.
 *
 * @param {Desk} desk
 * @param {DataTransfer} data
 * @param {boolean} inBox
 */
function take(desk, data, inBox) {
  const [file, ...more] = data.files;
  const text = data.getData("text/plain");
  if (file && !text) {
    inTurn(() => takeFile(desk, file, more.length ? words.firstOf(more.length + 1) : ""));
    return true;
  }
  const html = pageIn(data, text);
  if (html) {
    inTurn(() => takePage(desk, html, text));
    return true;
  }
  if (inBox && text.length < LONG) return false;
  if (!text.trim()) {
    desk.complain(words.noText);
    return true;
  }
  const roomInBox = !inBox && desk.box.value === "" && text.length < LONG;
  if (roomInBox) {
    desk.box.value = text;
    inTurn(desk.typed);
    return true;
  }
  inTurn(() => takeText(desk, text));
  return true;
}

/**
 * The HTML of a whole web page, copied by its landmarks or pasted as source; nothing where the plain text tells as
 * much, as of a few paragraphs or of a document of an office.
 *
 * @param {DataTransfer} data
 * @param {string} text
 */
function pageIn(data, text) {
  if (/^\s*<(?:!doctype html|html)\b/i.test(text)) return text;
  const html = data.getData("text/html");
  return text.length >= PAGE && LANDMARK.test(html) ? html : "";
}

/** A page with less text has no menus worth the trouble. */
const PAGE = 600;
const LANDMARK = /<(?:article|aside|footer|header|main|nav)\b|<[a-z][^<>]*\srole=["']?(?:banner|contentinfo|main|navigation)\b/i;

/** @param {Desk} desk @param {string} html @param {string} text */
async function takePage(desk, html, text) {
  if (Math.max(html.length, text.length) > LIMIT) return takeText(desk, text);
  try {
    const { readPage } = await import("./html/read.js");
    const page = await readPage(html, text);
    desk.hold({ ...page, title: pasted(page.title || page.text) });
  } catch {
    takeText(desk, text);
  }
}

const pasted = (text) => words.pasted(shortened(folded(text.slice(0, 400))));

/** @param {Desk} desk @param {string} text */
function takeText(desk, text) {
  const read = (text) => desk.hold({ title: pasted(text), text, lang: "", remark: "" });
  if (text.length <= LIMIT) return read(text);
  const first = text.slice(0, LIMIT).replace(/[\uD800-\uDBFF]$/, "");
  desk.complain(words.pasteTooLong(megabytes(text.length), MOST), [[words.readFirst(MOST), () => read(first)]]);
}

/** @param {Desk} desk @param {File} file @param {string} [remark] */
async function takeFile(desk, file, remark = "") {
  const read = async () => {
    try {
      const found = await readFile(file);
      desk.hold({ ...found, remark: remark + found.remark });
    } catch (error) {
      desk.complain(error instanceof Unreadable ? error.message : words.unreadable(file.name, error.message));
    }
  };
  if (file.size <= LIMIT) return read();
  desk.complain(words.fileTooLong(file.name, megabytes(file.size), MOST), [[words.readFirst(MOST), read]]);
}
