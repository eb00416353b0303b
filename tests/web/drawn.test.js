// What the page draws of a summary: figures side by side, dates, reasons, the strip of sentences.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { assertCalm, launch, open, paste } from './browser.js';

const STORY = `Corvane unemployment falls as the port hires

CORVANE, March 4, 2026 (Northern Wire) - The unemployment rate fell from 4.1 percent to 3.9 percent in February, the labor office said on Wednesday.

The number of jobs rose from 40,000 to 58,000 in two years. Exports grew from $1.2 billion in 2024 to $1.9 billion in 2025.

Rents range from $450 to $900 a month. Participants were aged from 18 to 25.

The storm killed 212 people and injured 87. Growers in the two states lost fruit, and the company runs stores in five states.

Revenue stood at $1,096 million, up from $934 million. The margin of the bank was 12 basis points in 2024 and 15 basis points in 2025.

The temperature was 12 degrees Celsius in 2024 and 15 degrees Celsius in 2025.

The port opened on May 3, 1998. It was closed in June 2004 and opened again on April 12, 2011. He will be back on October 28.`;

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** Opens the page with a story pasted, in the language of a reader. */
async function opened(text, { locale = 'en-US', ...options } = {}) {
  const page = await open(browser, options);
  const session = await page.createCDPSession();
  await session.send('Emulation.setLocaleOverride', { locale });
  await page.waitForSelector('#summary a');
  if (text) await paste(page, text);
  return page;
}

/** The charts below a heading: their titles, the words of each row, how long each bar is in percent, and the table below. */
const charts = async (page, heading) => {
  await page.$$eval('.chart details', (folds) => folds.forEach((fold) => (fold.open = true)));
  await page.waitForFunction(() => [...document.querySelectorAll('.chart')].every((chart) => chart.querySelector('td')));
  return page.evaluate((heading) => {
    const section = [...document.querySelectorAll('#panel section')].find(({ hidden, firstElementChild: head }) => !hidden && head.textContent === heading);
    return [...(section?.querySelectorAll('figure') ?? [])].map((chart) => ({
      title: chart.querySelector('figcaption').textContent,
      rows: [...chart.querySelectorAll('li')].map((row) => row.textContent.replace(/\s+/g, ' ').trim()),
      bars: [...chart.querySelectorAll('li svg')].map((svg) => Math.round((100 * svg.querySelector('.bar')?.getBoundingClientRect().width) / svg.getBoundingClientRect().width)),
      table: [...chart.querySelectorAll('tr')].slice(1).map((row) => [...row.children].map((cell) => cell.textContent)),
    }));
  }, heading);
};

const flashed = (page, words) =>
  page.waitForFunction((words) => [...(CSS.highlights.get('nutgraf-flash') ?? [])].join('') === words, {}, words);

test('figures of one thing stand side by side from zero, in the words of the story, and each leads to its place', async () => {
  const page = await opened(STORY);
  const drawn = await charts(page, 'Side by side');
  const revenue = drawn.find(({ title }) => title === 'Revenue');
  assert.deepEqual(revenue.rows, ['Revenue stood at $1,096 million', 'up from $934 million']);
  assert.deepEqual(revenue.bars, [100, 85]);
  assert.deepEqual(revenue.table, [['Revenue stood at $1,096 million', '1,096,000,000'], ['up from $934 million', '934,000,000']]);
  const exports = drawn.find(({ title }) => title === 'Exports');
  assert.deepEqual(exports.rows, ['$1.2 billion in 2024', '$1.9 billion in 2025']);
  const margin = drawn.find(({ title }) => title === 'margin of the bank');
  assert.deepEqual(margin.table.map(([, number]) => number), ['12', '15'], 'a basis point is no percent');
  for (const row of await page.$$('.chart a')) {
    const words = await row.$eval('.amount', (amount) => amount.textContent);
    await row.click();
    await flashed(page, words);
  }
  assert.ok(await page.$$eval('.chart svg[role=img]', (svgs) => svgs.length > 0 && svgs.every((svg) => /\d/.test(svg.ariaLabel))));
  assertCalm(page);
});

test('no summary waits for the browser to learn to write numbers; who opens a table finds them written', async () => {
  const page = await open(browser);
  await page.evaluateOnNewDocument(() => {
    window.made = 0;
    Intl.NumberFormat = new Proxy(Intl.NumberFormat, { construct: (format, given) => (window.made++, new format(...given)) });
    Number.prototype.toLocaleString = () => (window.made++, '');
  });
  await page.reload();
  await page.waitForSelector('#summary .why');
  await paste(page, STORY);
  assert.equal(await page.evaluate(() => window.made), 0);
  await page.click('.chart summary');
  await page.waitForFunction(() => document.querySelector('.chart details[open] td'));
  assert.equal(await page.evaluate(() => window.made), 1);
  await page.click('.chart summary');
  await page.click('.chart summary');
  const figures = await page.$eval('.chart', (chart) => [chart.querySelectorAll('li').length, chart.querySelectorAll('td').length]);
  assert.equal(figures[0], figures[1], 'a table that opens again has each figure once');
  assertCalm(page);
});

test('a change is drawn from one value to the other, a range and figures of unlike things are not drawn at all', async () => {
  const page = await opened(STORY);
  const drawn = await charts(page, 'Side by side');
  const rows = drawn.flatMap(({ rows }) => rows);
  assert.ok(rows.includes('4.1 percent to 3.9 percent in February'), rows.join(' | '));
  assert.ok(rows.includes('40,000 to 58,000 in two years'), rows.join(' | '));
  assert.doesNotMatch(rows.join(' | '), /\$450|18 to 25|212|states|Celsius/);
  const ends = await page.evaluate(() => {
    const row = [...document.querySelectorAll('.chart li')].find((row) => row.textContent.includes('40,000'));
    return ['.from', '.to'].map((end) => row.querySelector(end).getBoundingClientRect().x);
  });
  assert.ok(ends[0] < ends[1], 'a rise leads to the right');
  assertCalm(page);
});

test('dates of which the year is known stand in the order of time, in the story’s words and the reader’s', async () => {
  const page = await opened(STORY, { locale: 'de-DE' });
  const [line] = await charts(page, 'Dates');
  const dates = await page.$$eval('.chart li a[dir]:has(.when) .amount', (words) => words.map((word) => word.textContent));
  assert.deepEqual(dates, ['May 3, 1998', 'June 2004', 'April 12, 2011', '2024', '2025', 'Wednesday']);
  assert.match(line.rows[0], /^May 3, 1998 3\. Mai 1998 The port opened/);
  assert.deepEqual(line.table.at(-1), ['Wednesday', '4. März 2026']);
  const places = await page.$$eval('.when', (marks) => marks.map((mark) => parseFloat(mark.getAttribute('x1'))));
  assert.deepEqual(places, places.toSorted((a, b) => a - b));
  await page.$eval('.chart li a:has(.when)', (date) => date.click());
  await flashed(page, 'May 3, 1998');
  assertCalm(page);
});

test('where nothing is worth drawing, nothing is drawn', async () => {
  const page = await opened('Bridge closed\n\nThe bridge was closed on March 3 after a storm. It will open again on June 9. Forty workers are to mend it by October 28.');
  assert.deepEqual(await charts(page, 'Side by side'), []);
  assert.deepEqual(await charts(page, 'Dates'), []);
  await page.$eval('#paste', (box) => {
    box.value = '';
    box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
  });
  await page.waitForFunction(() => document.querySelectorAll('#summary li').length === 0);
  assert.equal(await page.$$eval('#heat a', (bars) => bars.length), 0);
  assertCalm(page);
});

test('each chosen sentence tells why: parts that add up to its score, and what earned them', async () => {
  const page = await opened(STORY);
  const reasons = await page.$$eval('#summary .why', (folds) =>
    folds.map((fold) => ({
      name: fold.querySelector('summary').textContent,
      points: [...fold.querySelectorAll('tr td:last-child')].map((cell) => Number(cell.textContent.replace(/[^\d-]/g, ''))),
    })),
  );
  assert.equal(reasons.length, 4);
  for (const { name, points } of reasons) {
    assert.match(name, /^Why this sentence: (?:The|Exports) /);
    assert.equal(points.slice(0, -1).reduce((sum, part) => sum + part), points.at(-1));
  }
  await page.click('#summary .why summary');
  const earned = await page.$$('#summary .why[open] .earned');
  assert.ok(earned.length > 1);
  for (const way of earned) {
    const words = await way.evaluate((way) => way.textContent);
    await way.click();
    await flashed(page, words);
  }
  assert.deepEqual(
    await page.$$eval('.why tr:has(svg)', (rows) => rows.filter((row) => row.lastElementChild.textContent.startsWith('-') !== Boolean(row.querySelector('.open'))).length),
    0,
    'what was lost is an outline, what was earned is not',
  );
  await page.focus('#sentences');
  await page.keyboard.press('ArrowRight');
  await page.waitForFunction(() => document.querySelectorAll('#summary .why').length === 5);
  assert.equal(await page.$$eval('#summary .why[open]', (open) => open.length), 1, 'a longer summary leaves open what was open');
  assertCalm(page);
});

test('what folds away is named after its sentence or its figures, in every language', async () => {
  for (const path of ['/', '/?lang=hi']) {
    const page = await opened(STORY, { path });
    const names = await page.$$eval('#panel .fold > summary', (summaries) => summaries.map(({ textContent }) => textContent));
    assert.ok(names.length > 7);
    assert.deepEqual([...new Set(names)], names);
    assert.ok(names.some((name) => name.endsWith(': Exports')), names.join(' | '));
    assertCalm(page);
  }
});

test('a longer or shorter summary leaves open what was open, and focus in the sentence that had it', async () => {
  const page = await opened();
  const third = 'The operator and the board knew';
  const has = (tag, words) => page.waitForFunction(
    (tag, words, third) => {
      const { activeElement: piece } = document;
      const sentence = piece.closest('.sentence');
      return piece.localName === tag && piece.textContent.startsWith(words) && sentence?.textContent.startsWith(third) && sentence.querySelector('.why').open;
    },
    {}, tag, words, third,
  );
  const count = (many) => page.waitForFunction((many) => document.querySelectorAll('.sentence').length === many, {}, many);
  await page.select('#length', 'standard');
  await count(3);
  await page.click('.sentence:nth-child(3) .why > summary');
  await has('summary', 'Why this');
  await page.keyboard.press('+');
  await count(4);
  await has('summary', 'Why this');
  await page.keyboard.press('-');
  await count(3);
  await page.$$eval('.why[open] .earned', (ways) => ways.find(({ textContent }) => textContent === 'two years').focus());
  await page.keyboard.press('+');
  await count(4);
  await has('button', 'two years');
  await page.select('#length', 'headline');
  await count(1);
  assert.ok(await page.evaluate(() => document.querySelector('.sentence').contains(document.activeElement)), 'what is gone leaves focus beside it');
  assertCalm(page);
});

test('the strip has a bar for every sentence, is one stop of the Tab key, and the arrow keys lead through it', async () => {
  const page = await opened(STORY);
  const names = await page.$$eval('#heat a', (bars) => bars.map((bar) => bar.querySelector('title').textContent));
  assert.match(names[0], /^Sentence 1 of \d+, \d+ points, in the summary: The unemployment rate fell/);
  assert.equal(names.length, Number(names[0].match(/of (\d+)/)[1]));
  assert.equal(await page.$$eval('#heat .chosen', (marks) => marks.length), 4);
  assert.equal(await page.$$eval('#heat [tabindex="0"]', (stops) => stops.length), 1);
  const at = () => page.evaluate(() => [...document.querySelectorAll('#heat a')].indexOf(document.activeElement));
  await page.$eval('#heat a:nth-child(3)', (bar) => bar.focus());
  assert.deepEqual(await page.$$eval('#heat a', (bars) => bars.flatMap((bar, at) => (bar.tabIndex === 0 ? at : []))), [2], 'the bar in focus is the one stop');
  await page.$eval('#heat a', (bar) => bar.focus());
  for (const [key, place] of [['ArrowDown', 1], ['End', names.length - 1], ['ArrowUp', names.length - 2], ['Home', 0], ['ArrowRight', 1]]) {
    await page.keyboard.press(key);
    assert.equal(await at(), place, key);
  }
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => [...(CSS.highlights.get('nutgraf-flash') ?? [])].join('').startsWith('The number of jobs'));
  assert.ok(await page.evaluate(() => document.querySelector('#article').contains(document.activeElement)));
  await page.$eval('#back', (back) => back.click());
  assert.equal(await at(), 1, 'the way back leads to the bar');
  const display = () => page.$eval('#heat', (strip) => getComputedStyle(strip).display);
  await page.emulateMediaType('print');
  assert.equal(await display(), 'none', 'not on paper');
  await page.emulateMediaType('screen');
  await page.setViewport({ width: 320, height: 700 });
  assert.equal(await display(), 'none', 'not where there is no room');
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false);
  assertCalm(page);
});

test('of a long story, which a worker reads, each bar stands for a stretch of sentences, and the reasons are told as well', async () => {
  const day = (at) => `Dock ${at} of the port of Corvane moved ${1000 + at} tonnes of coal and grain, the harbor master Ruta Veldkamp said.`;
  const page = await opened(`${STORY}\n\n${Array.from({ length: 2500 }, (_, at) => day(at)).join('\n\n')}`);
  await page.waitForFunction(() => document.querySelectorAll('#heat a').length > 100);
  const names = await page.$$eval('#heat a', (bars) => bars.map((bar) => bar.querySelector('title').textContent));
  assert.ok(names.length <= 240, `${names.length} bars`);
  assert.match(names[0], /^Sentence \d+ of 25\d\d,/);
  assert.ok(await page.$$eval('#heat .chosen', (marks) => marks.length > 0), 'a chosen sentence stands for its stretch');
  assert.ok(await page.$$eval('.why .earned', (ways) => ways.length > 4));
  assert.ok((await charts(page, 'Dates'))[0].rows.length >= 6);
  assertCalm(page);
});

test('a length moves the slider, the slider sets the length to its own, and a focus says what it changed', async () => {
  const page = await opened();
  const count = (many) => page.waitForFunction((many) => document.querySelectorAll('#summary a').length === many, {}, many);
  await page.select('#length', 'headline');
  await count(1);
  assert.equal(await page.$eval('#sentences', (slider) => slider.value), '1');
  await page.select('#length', 'standard');
  await count(3);
  await page.select('#length', 'brief');
  await page.waitForFunction(() => document.querySelectorAll('#summary a').length < 3);
  const words = await page.$$eval('#summary a', (links) => links.map((link) => link.textContent).join(' ').split(/\s+/).length);
  assert.ok(words <= 50, `${words} words`);
  await page.select('#length', 'standard');
  await count(3);
  await page.focus('#sentences');
  await page.keyboard.press('ArrowRight');
  await count(4);
  assert.equal(await page.$eval('#length', (length) => length.value), 'custom');
  const before = await page.$$eval('#summary a', (links) => links.map((link) => link.textContent));
  await page.select('#focus', 'figures');
  await page.waitForFunction(() => /Focus: figures/.test(document.querySelector('#status').textContent));
  const after = await page.$$eval('#summary a', (links) => links.map((link) => link.textContent));
  const fresh = after.filter((words) => !before.includes(words)).length;
  assert.match(await page.$eval('#status', (status) => status.textContent), new RegExp(`figures, ${fresh || 'none'} of these sentences`));
  await page.select('#source', 'cold-chain.txt');
  await page.waitForFunction(() => document.querySelector('#article').textContent.includes('Himshakti'));
  assert.equal(await page.$eval('#focus', (focus) => focus.value), 'figures', 'a choice is kept across stories');
  assertCalm(page);
});

test('axe finds nothing in the drawings, light and dark, wide and narrow', async () => {
  for (const scheme of ['light', 'dark']) {
    for (const width of [320, 1440]) {
      const page = await opened(STORY, { viewport: { width, height: 900 } });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
      await page.$$eval('#panel details', (folds) => folds.forEach((fold) => (fold.open = true)));
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => window.axe.run());
      assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), [], `${scheme}, ${width} px`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `nothing is wider than ${width} px`);
    }
  }
});

test('without its drawings a summary is a summary', async () => {
  const page = await open(browser);
  await page.setRequestInterception(true);
  page.on('request', (request) => (/drawn\/draw\.js$/.test(request.url()) ? request.abort() : request.continue()));
  await page.reload();
  await page.waitForFunction(() => document.querySelectorAll('#summary a').length === 4);
  assert.equal(await page.$('#heat'), null);
  const other = await open(browser);
  await other.evaluateOnNewDocument(() => (Map.groupBy = () => { throw new Error('mine'); }));
  await other.reload();
  await other.waitForFunction(() => /^4 of 24 sentences/.test(document.querySelector('#status').textContent));
  assert.equal(await other.$$eval('#summary a.quote', (links) => links.length), 4, 'nor with drawings that fail');
});
