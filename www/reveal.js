/**
 * Brings `range` into view and moves focus to `block`, the element that holds it. A closed `details` around it opens, as
 * it does for a link to a place inside.
 *
 * @param {Range} range
 * @param {HTMLElement} block
 */
export function reveal(range, block) {
  const boxes = around(block);
  boxes.filter((box) => box.localName === "details").forEach((details) => details.setAttribute("open", ""));
  focus(block);
  const view = block.ownerDocument.defaultView;
  const below = (top, height) => range.getBoundingClientRect().top - top - height / 3;
  boxes.filter(scrolls).forEach((box) => (box.scrollTop += below(box.getBoundingClientRect().top, box.clientHeight)));
  const distance = () => below(0, view.innerHeight);
  const still = view.matchMedia("(prefers-reduced-motion: reduce)").matches || Math.abs(distance()) > 4 * view.innerHeight;
  view.scrollBy({ top: distance(), behavior: still ? "instant" : "smooth" });
  // Blocks that were never drawn take their true height only now.
  if (still) view.requestAnimationFrame(() => view.scrollBy({ top: distance(), behavior: "instant" }));
}

/**
 * Has `replace` change `root`; what says the same as the piece in focus has focus then, else what stands in its place.
 *
 * @param {Document | ShadowRoot} root
 * @param {() => void} replace
 */
export function keepFocus(root, replace) {
  const had = root.activeElement;
  // What is folded away can have none.
  const alike = `#${had?.closest("[id]")?.id} :is(a, ${had?.localName}):not(details:not([open]) > :not(summary) *)`;
  const pieces = () => [...root.querySelectorAll(alike)];
  const at = pieces().indexOf(had);
  // Two sentences may hold the same words.
  const said = (piece) => piece?.textContent + piece?.closest("li")?.firstChild.textContent;
  replace();
  const now = pieces();
  const next = [now[at], ...now].find((piece) => said(piece) === said(had)) ?? now[at] ?? now.at(-1);
  if (next && !had.isConnected) focus(next);
}

/** @param {HTMLElement} block */
function focus(block) {
  if (!block.hasAttribute("tabindex")) {
    block.tabIndex = -1;
    block.addEventListener("blur", () => block.removeAttribute("tabindex"), { once: true });
  }
  block.focus({ preventScroll: true });
}

/** `element` and the elements that it stands in, out of shadow roots too. @param {Element} element */
function around(element) {
  const boxes = [];
  for (let box = element; box; box = box.parentElement ?? /** @type {ShadowRoot} */ (box.getRootNode()).host) boxes.push(box);
  return boxes;
}

/** Does `box` scroll by itself? The page as a whole is left to its window. @param {Element} box */
function scrolls(box) {
  const { overflowY } = getComputedStyle(box);
  return box !== box.ownerDocument.scrollingElement && /auto|scroll/.test(overflowY) && box.scrollHeight > box.clientHeight;
}
