/** Finds a verbatim slice of an article in its DOM by its words, white space collapsed, whatever its markup. */

// As the core says what an element is for the text: it and the marks must read the same words.
export const READ = 1;
export const PARTS = 2;

/**
 * The text nodes of an element that a reader reads, in order, and their characters.
 *
 * @typedef {{ nodes: Text[], starts: number[], text: string }} Reading
 * @param {Element} root
 * @param {(element: Element) => number} [roleOf] may be left out where all in `root` is one block
 * @returns {Reading}
 */
export function read(root, roleOf = () => READ) {
  const { SHOW_ELEMENT, SHOW_TEXT, FILTER_ACCEPT, FILTER_REJECT, FILTER_SKIP } = NodeFilter;
  const nodes = [];
  const starts = [];
  const pieces = [];
  let length = 0;
  let last = null;
  const add = (piece) => {
    pieces.push(piece);
    length += piece.length;
  };
  /** The block that a node stands in, by the element around it. */
  const blocks = new Map([[root, root]]);
  const walker = root.ownerDocument.createTreeWalker(root, SHOW_ELEMENT | SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return FILTER_ACCEPT;
    const role = roleOf(/** @type {Element} */ (node));
    blocks.set(node, role & PARTS ? node : blocks.get(node.parentNode));
    // What is skipped may still part what stands before it from what comes after.
    if (role & PARTS) add("\n");
    return role & READ ? FILTER_SKIP : FILTER_REJECT;
  });
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const block = blocks.get(node.parentNode);
    if (last && block !== last) add("\n");
    last = block;
    nodes.push(/** @type {Text} */ (node));
    starts.push(length);
    add(/** @type {Text} */ (node).data);
  }
  return { nodes, starts, text: pieces.join("") };
}

/** The block that a node stands in. @param {Node} node @param {(element: Element) => number} roleOf @returns {HTMLElement | null} */
export function blockOf(node, roleOf) {
  let block = node.parentElement;
  while (block && !(roleOf(block) & PARTS)) block = block.parentElement;
  return block;
}

/**
 * The range of the `occurrence`-th time that `slice` stands in what was read, or `null`.
 *
 * @param {Reading} reading
 * @param {string} slice
 * @param {number} [occurrence] from 1
 * @returns {Range | null}
 */
export function quote(reading, slice, occurrence = 1) {
  const found = find(reading.text, slice, occurrence);
  if (!found) return null;
  const range = reading.nodes[0].ownerDocument.createRange();
  const [first, from] = place(reading, found.start);
  // The end belongs to the node of the last character, not to the beginning of the next one.
  const [last, to] = place(reading, found.end - 1);
  range.setStart(first, from);
  range.setEnd(last, to + 1);
  return range;
}

/**
 * Where the `occurrence`-th `slice` stands in `text`, white space collapsed in both; offsets are those of `text`.
 *
 * @param {string} text
 * @param {string} slice
 * @param {number} occurrence from 1
 * @returns {{ start: number, end: number } | null}
 */
export function find(text, slice, occurrence) {
  const wanted = collapse(slice).trim();
  if (!wanted) return null;
  const collapsed = collapse(text);
  let at = -wanted.length;
  for (let count = 0; count < occurrence; count += 1) {
    at = collapsed.indexOf(wanted, at + wanted.length);
    if (at === -1) return null;
  }
  const start = expand(text, at);
  return { start, end: start + expand(text.slice(start), wanted.length - 1) + 1 };
}

/**
 * Which occurrence of its words the slice `start..end` of `text` is, from 1.
 *
 * @param {string} text
 * @param {number} start
 * @param {number} end
 */
export function occurrenceAt(text, start, end) {
  const wanted = collapse(text.slice(start, end)).trim();
  const before = collapse(text.slice(0, start) + "\u0000");
  let count = 1;
  for (let at = before.indexOf(wanted); at !== -1; at = before.indexOf(wanted, at + wanted.length)) count += 1;
  return count;
}

/** A link to the very words of a slice, for those who copy it or open it elsewhere. */
export function address(text, { start, end }) {
  const words = text.slice(start, end).match(/\P{White_Space}+/gu);
  const ends = words.length > 10 ? [words.slice(0, 5), words.slice(-5)] : [words];
  return `#:~:text=${ends.map((part) => encodeURIComponent(part.join(" ")).replaceAll("-", "%2D")).join(",")}`;
}

/** @param {string} text */
function collapse(text) {
  return text.replace(/\s+/g, " ");
}

/** The offset in `text` of the character that stands at `offset` once white space is collapsed. */
function expand(text, offset) {
  let lost = 0;
  for (const run of text.matchAll(/\s{2,}/g)) {
    // A run collapses to one space, which stands where the run begins.
    if (run.index - lost >= offset) break;
    lost += run[0].length - 1;
  }
  return offset + lost;
}

/** The text node and the offset in it of one character. */
function place({ nodes, starts }, offset) {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return [nodes[low], offset - starts[low]];
}
