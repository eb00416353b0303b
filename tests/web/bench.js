// How long the core takes for an article of 1,000 words in the browser, from string to `Summary` object.

import { readFile, readdir } from 'node:fs/promises';
import { launch, open } from './browser.js';

const WORDS = 1000;
const RUNS = 400;

const corpus = new URL('../corpus/', import.meta.url);
const slugs = (await readdir(corpus)).sort();
const stories = await Promise.all(slugs.map((slug) => readFile(new URL(`${slug}/story.txt`, corpus), 'utf8')));
const paragraphs = stories.join('\n\n').split('\n\n');
const article = [];
for (let words = 0, i = 0; words < WORDS; i = (i + 1) % paragraphs.length) {
  article.push(paragraphs[i]);
  words += paragraphs[i].split(/\s+/).length;
}

const browser = await launch();
try {
  const page = await open(browser);
  const times = await page.evaluate(
    async (text, runs) => {
      const { default: init, summarize } = await import('/www/pkg/nutgraf.js');
      await init();
      const times = [];
      for (let run = 0; run < runs; run++) {
        const start = performance.now();
        // The article is made of several: behind the foot of one, the next would be set aside and cost nothing.
        summarize(text, { sentences: 4, whole: true });
        times.push(performance.now() - start);
      }
      return times;
    },
    article.join('\n\n'),
    RUNS,
  );
  // The first runs are compiled while they run; readers see one of those, benches of others leave them out: both are told.
  const warm = times.slice(RUNS / 4).sort((a, b) => a - b);
  const at = (part) => warm[Math.floor(warm.length * part)].toFixed(2);
  console.log(`${WORDS} words in ${await browser.version()}: first ${times[0].toFixed(2)} ms, median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms`);
} finally {
  await browser.close();
}
