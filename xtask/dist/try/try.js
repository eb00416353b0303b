// The package as it would be downloaded, in the hands of those who publish with it.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { after, before, test } from "node:test";
import { assertCalm, launch, open } from "../../../tests/web/browser.js";

const HERE = import.meta.dirname;
const TRY = `${HERE}/../../../dist/try`;
const TYPES = "tsc --noEmit --strict --target es2022 --skipLibCheck false";

/** What builds the page, and where it then stands; without a page the build is all. */
const CASES = [
  { name: "plain files with an import map", page: "index.html" },
  { name: "Vite", build: "vite build --base ./ --outDir vite", page: "vite/index.html" },
  { name: "webpack", build: "webpack --mode production --entry ./main.js -o webpack && cp index.html webpack", page: "webpack/index.html" },
  {
    name: "esbuild",
    build: "esbuild main.js --bundle --format=esm --outdir=esbuild && cp index.html node_modules/nutgraf/nutgraf.wasm esbuild",
    page: "esbuild/index.html",
  },
  { name: "Node.js", build: "node server.js" },
  { name: "TypeScript for bundlers", build: `${TYPES} --lib es2022,dom --module preserve reader.ts publisher.ts` },
  { name: "TypeScript for Node.js, without a browser's types", build: `${TYPES} --lib es2022 --typeRoots ../../xtask/dist/try/node_modules/@types --types node --module nodenext reader.ts` },
];

let browser;
before(async () => {
  cpSync(`${HERE}/app`, TRY, { recursive: true });
  run("npm pack --silent --pack-destination .. ../npm && npm install --silent --offline --no-audit --no-fund ../nutgraf-*.tgz");
  browser = await launch();
});
after(() => browser.close());

for (const { name, build, page: path } of CASES) {
  test(name, async () => {
    if (build) run(build);
    if (!path) return;
    const page = await open(browser, { path: `/dist/try/${path}` });
    await page.waitForFunction(() => window.picks?.length > 0 && document.querySelector("nut-graf").summary?.picks.length > 0);
    assertCalm(page);
  });
}

function run(line) {
  const PATH = `${HERE}/node_modules/.bin:${process.env.PATH}`;
  const { status, output } = spawnSync("sh", ["-c", line], { cwd: TRY, env: { ...process.env, PATH }, encoding: "utf8" });
  assert.equal(status, 0, `${line}\n${output.join("")}`);
}
