// The words of the page: one catalog, and what stands in the document is in it.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import en from '../../www/page/words/en.js';
import { assertCalm, launch, open } from './browser.js';

let browser;
before(async () => (browser = await launch()));
after(() => browser.close());

/** What stands in the document where the catalog says that words stand. */
const standing = (page, places) =>
  page.evaluate(
    (places) =>
      places.map((place) => {
        const [selector, attribute] = place.split('@');
        const element = document.querySelector(selector);
        return [place, attribute ? element?.getAttribute(attribute) : element?.textContent];
      }),
    places,
  );

test('the document holds the English words of the catalog, each where it says', async () => {
  const page = await open(browser);
  await page.evaluateOnNewDocument(() => (navigator.share = async () => {}));
  await page.reload();
  await page.waitForSelector('#tools');
  assert.deepEqual(Object.fromEntries(await standing(page, Object.keys(en.page))), en.page);
  assertCalm(page);
});
