// Each of `www/examples` as it is opened: one page for each way of use.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import axe from 'axe-core';
import { assertCalm, launch, open } from './browser.js';

const EXAMPLES = (await readdir(new URL('../../www/examples/', import.meta.url))).filter((name) => name.endsWith('.html'));
/** Its policy refuses every script; what the site put into the element is all there is, and the console says so. */
const SILENT = 'no-script.html';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** The elements of a page, those in shadow roots among them, once they have a panel. */
const ready = (frame) =>
  frame.waitForFunction(() => {
    const all = (root) => [...root.querySelectorAll('*')].flatMap((element) => [element, ...(element.shadowRoot ? all(element.shadowRoot) : [])]);
    window.panels = all(document).filter(({ localName }) => localName === 'nut-graf');
    return window.panels.every((element) => element.summary);
  }, { polling: 50 });

for (const name of EXAMPLES) {
  test(name, { timeout: 60_000 }, async () => {
    const page = await open(browser, { path: `/www/examples/${name}` });
    for (const frame of name === SILENT ? [] : page.frames()) {
      await ready(frame);
      const led = await frame.evaluate(() =>
        window.panels.map((element) => {
          element.shadowRoot.querySelector('.quote').click();
          const article = element.getRootNode().activeElement.closest('article');
          return article.textContent.includes(element.summary.picks[0].text.slice(0, 40));
        }),
      );
      assert.ok(led.every(Boolean), 'the first sentence leads to the article');
    }
    if (name !== SILENT) assertCalm(page);
  });

  test(`axe finds nothing on ${name}, light and dark, wide and narrow`, { timeout: 60_000 }, async () => {
    const page = await open(browser, { path: `/www/examples/${name}` });
    await page.setBypassCSP(true);
    for (const [scheme, width] of [['light', 360], ['dark', 360], ['light', 1280], ['dark', 1280]]) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.setViewport({ width, height: 900 });
      for (const frame of page.frames()) {
        if (name !== SILENT) await ready(frame);
        await frame.evaluate(axe.source);
        const { violations } = await frame.evaluate(() => window.axe.run({ iframes: false }));
        assert.deepEqual(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`), [], `${scheme}, ${width} px`);
        assert.equal(await frame.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `no wider than ${width} px`);
      }
    }
    await page.close();
  });
}

test('where the site of one page changes its story, the panel follows', async () => {
  const page = await open(browser, { path: '/www/examples/single-page.html' });
  for (const [link, words] of [['Lighthouse', '$310,000'], ['Seals', '63 grey seals']]) {
    await page.click(`::-p-text(${link})`);
    await page.waitForFunction((words) => document.querySelector('nut-graf').summary?.picks[0].text.includes(words), {}, words);
    assert.equal(await page.$eval('nut-graf', ({ shadowRoot }) => shadowRoot.querySelectorAll('#panel').length), 1);
  }
  assertCalm(page);
});

test('the README leads to every example', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  for (const name of EXAMPLES) assert.ok(readme.includes(`(www/examples/${name})`), name);
});
