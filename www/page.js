/** The page: which story is open, what was found in it, and every way from one to the other. */

import { roles } from "./core.js";
import { flashes, marks } from "./highlight.js";
import { draw } from "./page/article.js";
import { listen } from "./page/input.js";
import { showRemoved } from "./page/removed.js";
import { sources } from "./page/sources.js";
import { keepChoices } from "./page/tools/kept.js";
import { describe, megabytes } from "./page/words.js";
import { words } from "./page/words/language.js";
import { LONG, work } from "./page/work.js";
import { show } from "./panel.js";
import { keepFocus, reveal } from "./reveal.js";

const part = (/** @type {string} */ id) => /** @type {any} */ (document.getElementById(id));
const [article, back, box, chooser, count, focus, length, panel, select, slider] = [
  "article", "back", "paste", "file", "count", "focus", "length", "panel", "source", "sentences",
].map(part);

const NOTHING = { blocks: [], removed: [], sentences: [], picks: [], figures: [], key: [], entities: [], names: [] };
/** What the choice of a length asks for; else the slider does. */
const LENGTHS = { headline: { sentences: 1 }, brief: { sentences: 30, words: 50 }, standard: { sentences: 3 }, long: { sentences: 30, share: 0.1 } };
const picked = marks("nutgraf-pick");
const flash = flashes();

/** The open story and what the reader decided about it. */
let story = null;
/** What stands in the article: whose it is, and where each span of its text is. */
let drawn = null;
/** Draws what stands beside the words of a summary. */
let illustrate = null;
/** Ends with the next turn, so that late answers are dropped. */
let turn = new AbortController();

function begin() {
  turn.abort();
  turn = new AbortController();
  return turn.signal;
}

/** Says what is going on, with buttons for what can be done about it. */
function tell(message, actions = [], trouble = false) {
  const status = part("status");
  status.textContent = message;
  status.classList.toggle("trouble", trouble);
  const buttons = actions.map(([label, act]) => {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: label });
    button.addEventListener("click", act);
    return button;
  });
  const focused = part("actions").contains(document.activeElement);
  part("actions").replaceChildren(...buttons);
  if (focused) (buttons[0] ?? select).focus();
}

const complain = (message, actions) => tell(message, actions, true);

/** Opens the story that is chosen. */
async function open() {
  const signal = begin();
  try {
    const source = await stories.open();
    if (signal.aborted) return;
    story = { source, keeps: [], whole: false, choice: select.value, before: null };
    // The address would name another story than the one that is open.
    if (isLink() && source.fragment !== location.hash) history.replaceState(null, "", location.pathname + location.search);
  } catch (error) {
    if (!signal.aborted) complain(words.notOpened(error.message), [[words.again, open]]);
    return;
  }
  await update();
}

/** Reads the open story again, after a choice of the reader's. */
async function update() {
  const signal = begin();
  const asked = story;
  const { text } = asked.source;
  if (!text.trim()) return showNothing(words.nothing);
  if (text.length >= LONG) {
    const ariaLabel = words.reading(megabytes(text.length));
    tell(ariaLabel, [[words.cancel, cancel]]);
    part("actions").append(Object.assign(document.createElement("progress"), { ariaLabel }));
  }
  panel.ariaBusy = "true";
  try {
    const asks = LENGTHS[length.value] ?? { sentences: Number(slider.value) };
    const options = { ...asked.source.options, ...asks, focus: focus.value, keeps: asked.keeps, whole: asked.whole };
    const made = !asked.keeps.length && !asked.whole && chosen() === usual && asked.source.gist;
    const [gist] = await Promise.all([made || work(text, options, signal), besides]);
    // To find and to show are a task each.
    await new Promise((resolve) => setTimeout(resolve));
    if (!signal.aborted) await present(asked, gist, signal);
  } catch (error) {
    if (!signal.aborted) showBroken(text, error);
  }
  if (!signal.aborted) panel.ariaBusy = "false";
}

/** The same, where a story is open. */
const again = () => story && update();

async function present(asked, gist, signal) {
  const { source, keeps, whole } = asked;
  let change;
  keepFocus(document, () => {
    redraw(asked, gist.blocks);
    change = fill(source.text, gist, keeps);
  });
  drawn.gist = gist;
  const { message, nothing } = describe(source.text, gist);
  const actions = [];
  if (nothing && !whole) actions.push([words.readAll, () => decide({ whole: true })]);
  if (whole) actions.push([words.setAsideAgain, () => decide({ whole: false })]);
  if (source.other) actions.push([source.other[0], () => decide({ source: source.other[1], keeps: [], whole: false })]);
  if (asked.before) actions.push([words.undo, takeBack]);
  tell([message, change, source.remark].filter(Boolean).join(" "), actions, nothing);
  if (nothing && !article.firstChild) hint(words.noStory);
  await drawn.done;
  if (!signal.aborted) picked.set(gist.picks.flatMap(placesOf).map(({ range }) => range));
}

/** Fills the panel, and says what there changed. */
function fill(text, gist, keeps) {
  const acts = { jump, address };
  showRemoved(text, gist.removed, keeps, { keep, undo: leave });
  show(document, gist, acts, article.lang);
  return illustrate?.(text, gist, acts);
}

/** Draws the article, unless it is what already stands there: a longer summary leaves the article in peace. */
function redraw(asked, blocks) {
  if (drawn?.of === asked) return;
  const height = document.documentElement.scrollTop;
  const sameText = drawn?.of.source.text === asked.source.text;
  drawn?.pen.abort();
  picked.clear();
  const pen = new AbortController();
  article.lang = asked.source.lang;
  drawn = { of: asked, source: asked.source, pen, ...draw(article, asked.source.text, blocks, pen.signal) };
  back.hidden = true;
  if (sameText) document.documentElement.scrollTop = height;
}

const placesOf = (span) => drawn.rangesOf(span);

/** The story with another decision about what belongs to it, or read in another way. */
const decide = (decision) => turnTo({ ...story, ...decision, before: story });

function takeBack() {
  if (story?.before) turnTo(story.before);
}

function turnTo(other) {
  story = other;
  select.value = story.choice;
  update();
}

const isSame = (a, b) => a.start === b.start && a.end === b.end;
const keep = ({ start, end }) => decide({ keeps: [...story.keeps, { start, end }] });
const leave = (span) => decide({ keeps: story.keeps.filter((kept) => !isSame(kept, span)) });

const address = () => "#article";

/** Leads to a span of the story, and remembers the way back. */
async function jump(span, from) {
  await drawn.done;
  const places = placesOf(span);
  if (places.length === 0) return;
  reveal(places[0].range, places[0].element);
  flash(places.map(({ range }) => range));
  back.hidden = false;
  back.onclick = (event) => {
    event.preventDefault();
    back.hidden = true;
    const home = from.isConnected ? from : part("summary").querySelector("a");
    home?.focus();
    home?.scrollIntoView({ block: "center" });
  };
}

/** Ends the reading; what was shown before stays. */
function cancel() {
  begin();
  const given = story;
  if (drawn) story = drawn.of;
  else showNothing("");
  select.value = story.choice;
  panel.ariaBusy = "false";
  tell(words.cancelled, [[words.readAfterAll, () => turnTo(given)]]);
}

/** The empty state: it says what to do. */
function showNothing(message) {
  clear();
  hint(words.hint);
  tell(message);
}

/** The text without a summary, where none could be made. */
function showBroken(text, error) {
  clear();
  if (text.length < LONG) hint(text, "plain");
  complain(words.broken(error.message), [[words.again, update]]);
}

/** Words of the page where the story would stand. */
function hint(textContent, className = "empty") {
  article.append(Object.assign(document.createElement("p"), { className, textContent }));
}

function clear() {
  drawn?.pen.abort();
  drawn = null;
  picked.clear();
  article.replaceChildren();
  back.hidden = true;
  panel.ariaBusy = "false";
  fill("", NOTHING, []);
}

const isLink = () => /^#(?:text=|shared$)/.test(location.hash);

/** Opens the story that the address brings, if it brings one. */
async function arrive() {
  if (!isLink()) return false;
  try {
    const { arrived } = await import("./page/tools/link.js");
    hold(await arrived(location.hash));
  } catch (error) {
    if (!drawn) await open();
    complain(error.message);
  }
  return true;
}

function hold(source) {
  stories.hold(source);
  open();
}

// On their way before the story is; a summary does without.
const besides = Promise.allSettled([
  import("./page/drawn/draw.js").then((drawn) => (illustrate = drawn.draw)),
  import("./page/tools/bar.js").then(({ bar }) => bar({ shown: () => drawn, undo: takeBack, update: again })),
  isLink() && roles(),
]);
const choices = [slider, length, focus];
const chosen = () => choices.map(({ value }) => value).join();
const usual = chosen();
keepChoices(choices);
count.textContent = slider.value;
const stories = await sources(select, box);
select.addEventListener("change", open);
slider.addEventListener("input", () => {
  count.textContent = slider.value;
  length.value = "custom";
  again();
});
for (const choice of [focus, length]) choice.addEventListener("change", again);
listen({
  box,
  chooser,
  complain,
  typed() {
    stories.chooseOwn();
    open();
  },
  hold,
});
addEventListener("hashchange", arrive);
if (!(await arrive())) await open();
// Once the sample is seen.
requestAnimationFrame(() => setTimeout(() => roles().catch(() => {})));
