// Web pages as a reader hands them over, in a real browser: the story is found, and nothing of the page comes to life.

import assert from 'node:assert/strict';
import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { assertCalm, launch, open } from './browser.js';

/** What the page needs for web pages alone. */
const FOR_HTML = /\/www\/(page\/html|vendor)\//;

/** What every page asks for once it has stood a while. */
const LATER = '/www/page/tools/install.js';

const PAGES = {
  agency: {
    title: 'Crack shuts Pellow harbor bridge',
    byline: 'By Ada Roe, March 12, 2026',
    first: /^PELLOW, March 12 \(Coastal Wire\) - The harbor bridge of Pellow was shut on Thursday/,
    last: /a detour of 31 miles\.$/,
    furniture: /cookies|Subscribe|Weather|Advertisement|Ferry fares|Harbor Letter|Most read|lighthouse|rights reserved/,
  },
  graph: {
    title: 'Bakers & millers at odds over the price of rye',
    byline: 'By Tom Arkwright and Mina Sule, January 8, 2026',
    first: /^Bakers in Dunmere say/,
    last: /in the corn hall\.$/,
    furniture: /Farming|Rovers|comments|Crusty64|Tweet|skate|Copyright|cruise/,
  },
  reportage: {
    title: 'The last winter of the Orrin glacier',
    byline: 'By Samir Ode and Lotte Brand, November 30, 2025',
    first: /^(For 40 years one woman|Every November since 1985)/,
    last: /vote on it in March\.$/,
    furniture: /Science|3 of your 5|Subscribe|Snow guns|Imprint|Skip|Someone/,
  },
  meta: {
    title: 'Zoo counts its geckos twice',
    byline: 'By Åsa Lönn, July 2, 2024',
    first: /^The zoo in Västby counted 412 geckos/,
    last: /a voucher for the aquarium\.$/,
    furniture: /Schedule|Morning show|studio|Webmaster/,
  },
  lazy: {
    title: 'El puerto de Calera estrena grúas eléctricas',
    byline: 'By Inés Cobo',
    first: /^Calera, 5 feb\. El puerto de Calera/,
    last: /tres millones en 2030\.$/,
    furniture: /Portada|suscriba|tampoco|playas|Aviso/,
  },
};

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

const fixture = (name) => fileURLToPath(new URL(`pages/${name}.html`, import.meta.url));

/** Opens the page and waits for its summary and its core; `page.asked` then holds the path of every request that the test makes. */
async function opened(options) {
  const page = await open(browser, options);
  await page.waitForSelector('#summary a');
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name, responseEnd }) => name.endsWith('.wasm') && responseEnd));
  page.asked = [];
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    if (path !== LATER) page.asked.push(path);
  });
  return page;
}

/** Fails where anything was asked for but the scripts that web pages need, or where a script of the fixture ran. */
async function assertInert(page) {
  assert.deepEqual(page.asked.filter((path) => !FOR_HTML.test(path)), []);
  assert.equal(await page.evaluate(() => window.ran), undefined, 'no script of the page runs');
  assert.equal(await page.$$eval('#article :is(img, script, iframe, a, svg, [style])', (live) => live.length), 0);
  assert.match(await page.title(), /^Nutgraf/);
  assertCalm(page);
}

/** Hands over as a browser does: `event` is `paste` or `drop`. */
async function hand(page, event, data, target = 'body') {
  await page.evaluate(
    (event, data, target) => {
      const transfer = new DataTransfer();
      for (const [type, value] of Object.entries(data)) transfer.setData(type, value);
      const init = { bubbles: true, cancelable: true, clipboardData: transfer, dataTransfer: transfer };
      const made = event === 'paste' ? new ClipboardEvent('paste', init) : new DragEvent('drop', init);
      document.querySelector(target).focus();
      if (document.querySelector(target).dispatchEvent(made) && event === 'paste') {
        document.execCommand('insertText', false, transfer.getData('text/plain'));
      }
    },
    event,
    data,
    target,
  );
}

const says = (page, pattern) =>
  page.waitForFunction((source) => new RegExp(source, 'i').test(document.querySelector('#status').textContent), {}, pattern.source);

const status = (page) => page.$eval('#status', (status) => status.textContent);

/** The blocks of the article as they are drawn: what each is and its words. */
const blocks = (page) => page.$$eval('#article :is(h2, h3, p, blockquote, li)', (blocks) => blocks.map((block) => [block.className, block.textContent]));

const press = (page, words) =>
  page.evaluate((words) => [...document.querySelectorAll('#actions button')].find((button) => button.textContent === words).click(), words);

/** A file of this name for the reader to choose. */
async function written(name, data) {
  const file = join(await mkdtemp(join(tmpdir(), 'nutgraf-')), name);
  await writeFile(file, data);
  return file;
}

test('a web page opens as its article, under the headline and byline that it names', async () => {
  for (const [name, expected] of Object.entries(PAGES)) {
    const page = await opened();
    const loaded = await page.evaluate(() => performance.getEntriesByType('resource').map((entry) => entry.name));
    assert.ok(!loaded.some((path) => FOR_HTML.test(path)), 'what reads web pages is loaded for them alone');
    await (await page.$('#file')).uploadFile(fixture(name));
    await says(page, /web page/);
    assert.ok(page.asked.includes('/www/vendor/readability.js'));
    const drawn = await blocks(page);
    const words = drawn.map(([, text]) => text).join('\n');
    assert.deepEqual(drawn[0], ['title', expected.title], name);
    assert.equal(drawn.find(([kind]) => kind === 'byline')?.[1], expected.byline, `${name}\n${words}`);
    const paragraphs = drawn.filter(([kind, text]) => !['title', 'byline', 'caption'].includes(kind) && text.length > 40);
    assert.match(paragraphs[0][1], expected.first, name);
    assert.match(paragraphs.at(-1)[1], expected.last, name);
    assert.doesNotMatch(words, expected.furniture, name);
    assert.match(await status(page), /Read as a web page; menus and scripts were left out\./);
    await assertInert(page);
    await page.close();
  }
});

test('what a page shows as a caption is one, and the article has the language of the page', async () => {
  const page = await opened();
  await (await page.$('#file')).uploadFile(fixture('lazy'));
  await says(page, /web page/);
  assert.equal(await page.$eval('#article', (article) => article.lang), 'es');
  assert.equal(await page.$eval('#article .caption', (caption) => caption.textContent), 'Las grúas nuevas pesan 900 toneladas cada una.');
  await assertInert(page);
});

test('headline and byline that the story has are not written again, and markup keeps its words', async () => {
  const page = await opened();
  const headed = (text, head) =>
    page.evaluate(
      async (text, head) => {
        const { headed } = await import('/www/page/html/head.js');
        const start = text.indexOf('A boat');
        const given = headed({ text, captions: [{ start, end: start + 6 }] }, { shown: '', published: '2026-03-12', ...head });
        return [given.text, given.captions.map(({ start, end }) => given.text.slice(start, end)).join()];
      },
      text,
      head,
    );
  const head = { title: 'Ice holds forty boats', names: 'Ada Roe and Li Po' };
  const story = 'A boat\n\nThe harbor froze on Tuesday.\n';
  const signed = 'By Ada Roe and Li Po, March 12, 2026';
  assert.deepEqual(await headed(story, head), [`Ice holds forty boats\n\n${signed}\n\n${story}`, 'A boat']);
  assert.deepEqual(await headed(`“Ice Holds Forty Boats”\n\n${story}`, head), [`“Ice Holds Forty Boats”\n\n${signed}\n\n${story}`, 'A boat']);
  const whole = `Forty boats in the ice\n\nAda Roe, Li Po, 12 March\n\n${story}`;
  assert.deepEqual(await headed(whole, { ...head, shown: ' Forty boats in the ice ' }), [whole, 'A boat']);
  assert.deepEqual(await headed(story, { title: '', names: '' }), [story, 'A boat']);
});

test('the plain text can be read instead, and the web page again', async () => {
  const page = await opened();
  await (await page.$('#file')).uploadFile(fixture('agency'));
  await says(page, /web page/);
  const drawn = await blocks(page);
  await press(page, 'Use the plain text instead');
  await says(page, /read as plain text/);
  const everything = await page.$$eval('#article, #removed', (parts) => parts.map((part) => part.textContent).join());
  assert.match(everything, /Most read|rights reserved/, 'what had been left out is there');
  await press(page, 'Read it as a web page again');
  await says(page, /read as a web page/);
  assert.deepEqual(await blocks(page), drawn);
  await assertInert(page);
});

test('a page that only its scripts would fill is named as such', async () => {
  const page = await opened();
  const drawn = await blocks(page);
  await (await page.$('#file')).uploadFile(fixture('empty'));
  await says(page, /without text: its scripts or frames fill it/);
  assert.deepEqual(await blocks(page), drawn, 'the story before stays');
  await assertInert(page);
});

test('a page of endless boxes inside boxes is read whole, and soon', { timeout: 20_000 }, async () => {
  const file = await written('endless.html', `<title>Endless</title>${`<div>${'<p>The tide rose by 3 meters on Monday, the port said.</p>'.repeat(80)}`.repeat(400)}`);
  const page = await opened();
  await (await page.$('#file')).uploadFile(file);
  await says(page, /no article was found/);
  assertCalm(page);
});

test('an older page is read in the encoding that it names', async () => {
  const words = [...'Η γέφυρα άνοιξε'].map((c) => (c === ' ' ? 0x20 : c.codePointAt(0) - 0x370 + 0xc0 - 0x20));
  const file = await written('greek.html', Buffer.concat([Buffer.from('<meta charset="iso-8859-7"><p>'), Buffer.from(words), Buffer.from(', 12.')]));
  const page = await opened();
  await (await page.$('#file')).uploadFile(file);
  await page.waitForFunction(() => document.querySelector('#article').textContent.includes('Η γέφυρα άνοιξε, 12.'));
  assert.doesNotMatch(await status(page), /Windows-1252/);
  assertCalm(page);
});

test('every file that only looks like a web page has its own answer, and the story before stays', async () => {
  const page = await opened();
  const drawn = await blocks(page);
  const part = '\r\nContent-Type: text/html\r\n\r\n<p>The tide rose by 3 meters on Monday, the port said.</p>';
  for (const [name, data, answer] of [
    ['saved.mhtml', `From: <Saved by Blink>\r\nMIME-Version: 1.0${part}`, /saved\.mhtml.*a web archive/],
    ['mailed.mht', `MIME-Version: 1.0${part}`, /mailed\.mht.*a web archive/],
    ['packed.html', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]), /packed\.html.*binary data/],
    ['nameless.html', Buffer.from(part, 'utf16le'), /nameless\.html.*binary data/],
    ['frames.html', '<title>Frames</title><frameset><frame src="menu.html"><frame src="story.html"></frameset>', /frames\.html.*scripts or frames fill it/],
    ['nothing.html', '', /nothing\.html.*without text/],
  ]) {
    await (await page.$('#file')).uploadFile(await written(name, data));
    await says(page, answer);
    assert.deepEqual(await blocks(page), drawn, name);
  }
  await assertInert(page);
});

test('a web page in UTF-16, cut off in a tag, or whose fields have the names of what a form is asked, is read', async () => {
  const story = `<article><h1>Port counts its tides</h1>${'<p>The tide rose by 3 meters on Monday, the port said in a statement.</p>'.repeat(3)}</article>`;
  const names = ['childNodes', 'firstChild', 'getAttribute', 'localName', 'matches', 'nextSibling', 'parentNode', 'tagName'];
  for (const [name, data] of [
    ['wide.html', Buffer.from(`\ufeff<title>Port counts its tides</title>${story}`, 'utf16le')],
    ['cut.html', `<title>Port counts its tides</title>${story}<p>Read <a href="https://exam`],
    ['fields.html', `<title>Port counts its tides</title><form>${names.map((name) => `<input name="${name}"><output id=${name}></output>`).join('')}${story}</form>`],
  ]) {
    const page = await opened();
    await (await page.$('#file')).uploadFile(await written(name, data));
    await says(page, /read as a web page/);
    assert.equal((await blocks(page))[0][1], 'Port counts its tides', name);
    await assertInert(page);
    await page.close();
  }
});

test('a web page too long for the page itself is read in the worker', { timeout: 60_000 }, async () => {
  const rows = Array.from({ length: 6000 }, (_, row) => `<p>The tide rose by ${row} meters on Monday, the port said.</p>`);
  const page = await opened();
  await (await page.$('#file')).uploadFile(await written('long.html', `<title>Tides</title><article><h1>Port counts its tides</h1>${rows.join('')}</article>`));
  await says(page, /of 6000 sentences/);
  assertCalm(page);
});

test('a pasted or dragged page gives its story, and the box keeps what was typed', async () => {
  const html = (await readFile(fixture('agency'), 'utf8')).replace(/^[^]*<body[^>]*>|<\/body>[^]*$/g, '');
  const text = html.replace(/<(script|style)[^]*?<\/\1>/g, '').replace(/<[^>]+>/g, '\n').replace(/\n\s+/g, '\n\n');
  for (const [event, target] of [['paste', 'body'], ['paste', '#paste'], ['drop', 'body'], ['drop', '#paste']]) {
    const page = await opened();
    await page.$eval('#paste', (box) => (box.value = 'A note of my own.'));
    await hand(page, event, { 'text/html': html, 'text/plain': text }, target);
    await says(page, /web page/);
    const drawn = await blocks(page);
    assert.equal(drawn[0][1], 'Crack shuts Pellow harbor bridge');
    assert.doesNotMatch(drawn.join(), PAGES.agency.furniture);
    assert.equal(await page.$eval('#paste', (box) => box.value), 'A note of my own.');
    assert.match(await page.$eval('#source option:checked', (option) => option.textContent), /^Pasted: Crack shuts/);
    await press(page, 'Use the plain text instead');
    await says(page, /read as plain text/);
    await assertInert(page);
  }
});

test('of two drops in a row the later is shown, though the first takes longer to read', async () => {
  const page = await opened();
  const later = ['Forty boats are stuck in the ice of Veld, the harbor office said on Tuesday.', 'It will send 2 icebreakers.'].join(' ');
  const html = await readFile(fixture('agency'), 'utf8');
  for (const [type, text] of [['drop', later], ['paste', `${later} They come from Lund.`]]) {
    await Promise.all([hand(page, 'drop', { 'text/plain': html }), hand(page, type, { 'text/plain': text })]);
    await page.waitForFunction(() => [...document.querySelectorAll('#source option')].some((option) => option.textContent.startsWith('Pasted: Crack')));
    await page.waitForFunction((text) => document.querySelector('#article').textContent.includes(text), {}, text);
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.match(await page.$eval('#article', (article) => article.textContent), /Forty boats/);
  }
});

test('the source of a page, pasted as text, is read as the page', async () => {
  const page = await opened();
  await hand(page, 'paste', { 'text/plain': await readFile(fixture('graph'), 'utf8') });
  await says(page, /web page/);
  assert.deepEqual((await blocks(page))[0], ['title', PAGES.graph.title]);
  await assertInert(page);
});

test('a few pasted paragraphs stay text, with their paragraphs, and load nothing', async () => {
  const paragraphs = [
    'The harbor froze on Tuesday, for the first time in 31 years, the coast guard said.',
    'Forty boats are stuck in the ice. “We walk to work now,” said Nils Aas, who fishes for cod.',
    'The thaw is expected on Sunday.',
  ];
  const html = `<meta charset="utf-8">${paragraphs.map((text) => `<p style="color: red"><span>${text}</span></p>`).join('')}`;
  const page = await opened();
  await hand(page, 'paste', { 'text/html': html, 'text/plain': paragraphs.join('\n\n') });
  await page.waitForFunction(() => document.querySelector('#article').textContent.includes('Forty boats'));
  assert.deepEqual((await blocks(page)).map(([, text]) => text), paragraphs);
  assert.equal(await page.$eval('#paste', (box) => box.value), paragraphs.join('\n\n'));
  assert.deepEqual(page.asked, []);
  assertCalm(page);
});

test('a dragged link is not followed', async () => {
  const page = await opened();
  const address = 'https://elsewhere.example/story';
  await hand(page, 'drop', { 'text/uri-list': address, 'text/plain': address, 'text/html': `<a href="${address}">Story</a>` });
  await says(page, /address.*nothing is fetched/);
  await assertInert(page);
});

test('a plain string reaches no sink of the page', async () => {
  const page = await opened();
  const refused = await page.evaluate(() => {
    const tries = [
      () => (document.createElement('div').innerHTML = '<b>x</b>'),
      () => new DOMParser().parseFromString('<b>x</b>', 'text/html'),
      () => new Worker('/www/worker.js'),
      () => trustedTypes.createPolicy('another', { createHTML: (html) => html }),
    ];
    return tries.filter((attempt) => {
      try {
        attempt();
        return false;
      } catch {
        return true;
      }
    }).length;
  });
  assert.equal(refused, 4);
});

test('Readability is as it was published', async () => {
  const [ours, published] = await Promise.all(
    ['../../www/vendor/readability.js', 'node_modules/@mozilla/readability/Readability.js'].map((path) => readFile(new URL(path, import.meta.url), 'utf8')),
  );
  assert.equal(ours, `${published}\nexport { Readability };\n`);
});
