// Peers that run in Node, and Nutgraf's wasm beside them. `PEERS` is the folder of the texts and of the packages.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import init, { summarize } from '../../www/pkg/nutgraf.js';

const folder = process.env.PEERS;
const { articles, runs, seconds } = JSON.parse(readFileSync(`${folder}/texts.json`, 'utf8'));
const require = createRequire(`${folder}/`);

await init({ module_or_path: readFileSync(new URL('../../www/pkg/nutgraf_bg.wasm', import.meta.url)) });
time('nutgraf, wasm in Node', (text) => summarize(text, { whole: true }));

const wink = require('wink-nlp')(require('wink-eng-lite-web-model'));
time('wink-nlp', (text) => {
  const doc = wink.readDoc(text);
  return [doc.sentences().out(), doc.entities().out()];
});

const compromise = require('compromise');
time('compromise', (text) => {
  const doc = compromise(text);
  return [doc.sentences().out('array'), doc.topics().out('array'), doc.numbers().out('array')];
});

/** Prints the milliseconds that all articles took together, and those of each run over the first. */
function time(name, read) {
  const archive = clock(() => articles.forEach(read));
  const begun = performance.now();
  const article = [];
  while (article.length < runs && performance.now() - begun < seconds * 1000) article.push(clock(() => read(articles[0])));
  console.log(JSON.stringify({ name, archive, article }));
}

function clock(work) {
  const start = performance.now();
  work();
  return performance.now() - start;
}
