// What the element finds in pages written in the manner of publishers. Each template says at its top what a reader
// would expect, a line each:
//   title:       the headline
//   keeps:       stands in the story, in one block, letter by letter but for white space and soft hyphens
//   once:        stands in the story one time, however often the page sets it
//   table:       stands in a table; so with `heading`, `list-item` and `quotation`
//   leaves out:  stands in no block of the story: was not read, is a caption, or is set aside with a reason
//   picks not:   may stand in the story, but in no sentence that is picked
// What the text alone does not show yet has `not yet: ` before it; the test says where that has come to hold.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { assertCalm, host, launch } from './browser.js';

const FOLDER = new URL('./templates/', import.meta.url);
const STORY = ['heading', 'paragraph', 'quotation', 'list-item', 'table', 'note'];
const KINDS = ['table', 'heading', 'list-item', 'quotation'];
const SAYS = /^(not yet: )?(title|keeps|once|table|heading|list-item|quotation|leaves out|picks not): (.+)$/gm;

const fold = (words) => words.replace(/\u00ad/g, '').replace(/\s+/g, ' ').trim();
/** Between two cells there is no character in the page. */
const bare = (words) => words?.replace(/\s/g, '');

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const names = readdirSync(FOLDER).filter((name) => name.endsWith('.html'));

test('there are templates', () => assert.ok(names.length >= 20));

for (const name of names) {
  const html = readFileSync(new URL(name, FOLDER), 'utf8');

  test(`${name} is read as a reader reads it`, async (t) => {
    const page = await host(browser, html);
    const found = await read(page);
    if (process.env.SHOW) console.log(found.blocks.map(({ kind, words }) => `${kind.padEnd(10)} ${fold(words)}`).join('\n'), '\n', found.picks, found.reasons);
    const { said, hoped } = expectations(html);
    assert.deepEqual(wrong(said, found), []);
    const open = wrong(hoped, found);
    hoped.map((pair) => pair.join(': ')).filter((line) => !open.includes(line)).forEach((line) => t.diagnostic(`now holds: ${line}`));
    assertCalm(page);
    await page.close();
  });

  test(`${name} is marked and led to, and left as it was`, async () => {
    const page = await host(browser, html);
    await read(page);
    const { core, marker, markup, after, marks, quotes, jumps } = await page.evaluate(visit);
    assert.equal(fold(marker), fold(core), 'the core and the marks read the same words');
    assert.deepEqual(marks.map(fold), quotes.map(fold), 'the marks are the picks');
    assert.ok(jumps.length > 2);
    assert.deepEqual(jumps.filter(({ flashed, text, isSeen }) => !text || bare(flashed) !== bare(text) || !isSeen), []);
    // A jump opens the details that its words stand in.
    const close = (markup) => markup.replaceAll('<details open="">', '<details>');
    assert.equal(close(after), close(markup));
    assert.deepEqual(await page.evaluate(() => window.told.filter(({ type }) => type === 'nutgraf-error')), []);
    assertCalm(page);
    await page.close();
  });
}

/** The expectations at the top of a template, as pairs: those that hold and those that do not yet. */
function expectations(html) {
  const lines = [...html.slice(0, html.indexOf('-->')).matchAll(SAYS)];
  const pairs = (lines) => lines.map(([, , what, words]) => [what, fold(words)]);
  const said = pairs(lines.filter(([, notYet]) => !notYet));
  assert.ok(said.some(([what]) => what === 'keeps') && said.some(([what]) => what === 'leaves out'));
  return { said, hoped: pairs(lines.filter(([, notYet]) => notYet)) };
}

/** The blocks, picks and headline that the element found. */
async function read(page) {
  const event = await page.waitForFunction(() => window.told.find(({ type }) => type !== 'nutgraf-jump'));
  assert.equal(await event.evaluate(({ type }) => type), 'nutgraf-ready');
  const found = await page.evaluate(async () => {
    const { readElement } = await import('/www/core.js');
    const { article, summary } = window.ready;
    const { text } = await readElement(article);
    const words = (span) => span && text.slice(span.start, span.end);
    const blocks = summary.blocks.map((block) => ({ kind: block.kind, words: words(block) }));
    const reasons = summary.removed.map((removed) => `${removed.reason}: ${words(removed)}`);
    return { title: words(summary.title) ?? '', blocks, picks: summary.picks.map(({ text }) => text), reasons };
  });
  return found;
}

/** The expectations that do not hold. */
function wrong(says, { title, blocks, picks }) {
  const story = blocks.filter(({ kind }) => STORY.includes(kind)).map(({ kind, words }) => ({ kind, words: fold(words) }));
  const count = (words) => story.map((block) => block.words.split(words).length - 1).reduce((sum, one) => sum + one, 0);
  const picked = (words) => picks.some((pick) => fold(pick).includes(words));
  const holds = {
    title: (words) => fold(title) === words,
    keeps: (words) => count(words) > 0,
    once: (words) => count(words) === 1,
    ...Object.fromEntries(KINDS.map((kind) => [kind, (words) => story.some((block) => block.kind === kind && block.words.includes(words))])),
    'leaves out': (words) => count(words) === 0 && !picked(words),
    'picks not': (words) => !picked(words),
  };
  return says.filter(([what, words]) => !holds[what](words)).map((pair) => pair.join(': '));
}

/** Follows every link and button of the panel; runs in the page. */
async function visit() {
  const [{ readElement, roles }, { read }] = await Promise.all([import('/www/core.js'), import('/www/quote.js')]);
  const { article, element } = window.ready;
  const { shadowRoot } = element;
  const [{ text: core }, roleOf] = await Promise.all([readElement(article), roles()]);
  const marker = read(article, roleOf).text;
  const markup = article.outerHTML;
  const marks = [...CSS.highlights.get('nutgraf-pick')].map(String);
  const quotes = [...shadowRoot.querySelectorAll('.quote')].map((quote) => quote.textContent);
  const jumps = [];
  for (const piece of shadowRoot.querySelectorAll('a, .name-button')) {
    const before = window.told.length;
    piece.click();
    const [range] = CSS.highlights.get('nutgraf-flash') ?? [];
    const { top, height } = range?.getBoundingClientRect() ?? {};
    const isSeen = height > 0 && top >= 0 && top < innerHeight;
    jumps.push({ flashed: range && String(range), text: window.told[before]?.text, isSeen });
  }
  let active = document.activeElement;
  while (active.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  active.blur();
  return { core, marker, markup, after: article.outerHTML, marks, quotes, jumps };
}
