// Takes the picture of the page that the README begins with.

import { launch, open } from './browser.js';

const browser = await launch();
try {
  const page = await open(browser, { viewport: { width: 1440, height: 1280, deviceScaleFactor: 1 } });
  await page.waitForSelector('#figures li');
  await page.waitForFunction(() => CSS.highlights.has('nutgraf-pick'));
  await page.screenshot({ path: new URL('../../docs/page.png', import.meta.url).pathname });
} finally {
  await browser.close();
}
