/** Makes what is shipped of scripts: the element in one file, the npm package, the page in few files and in one. */

import { createHash } from "node:crypto";
import { cp, readFile, readdir, writeFile } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build, transform } from "esbuild";

const [, , VERSION] = process.argv;
const HERE = "xtask/dist";
const WASM = `${HERE}/pkg/nutgraf_bg.wasm`;

/** Modules that would load files of their own, and what stands for them in a bundle. */
const INSTEAD = {
  "www/core.js": "instead/core.js",
  "www/element/sheets.js": "instead/sheets.js",
};
const IN_ONE_PAGE = {
  "www/page/work.js": "instead/work.js",
  [`${HERE}/wasm.js`]: "instead/wasm.js",
};

/** What the first summary waits for, which the page asks for at once: modules that are imported late, and other files. */
const EARLY = ["www/page/drawn/draw.js", "www/page/tools/bar.js"];
const EARLY_TOO = ["www/page/drawn/drawn.css", "www/page/tools/tools.css", "www/samples/index.json"];

process.chdir(resolve(import.meta.dirname, "../.."));
const read = (file) => readFile(file, "utf8");
const [FIRST] = JSON.parse(await read("www/samples/index.json"));
const hash = (bytes, algorithm = "sha384") => `${algorithm}-${createHash(algorithm).update(bytes).digest("base64")}`;

const integrity = { "nutgraf.wasm": hash(await readFile(WASM)) };
await element();
await npm();
await site();
await page();
const json = JSON.stringify(integrity, null, 2);
await writeFile("dist/integrity.json", `${json}\n`);
console.log(json);

/** `dist/element`: one script, its wasm, and the sheet that holds the space of the element. */
async function element() {
  const define = { INTEGRITY: JSON.stringify(integrity["nutgraf.wasm"]) };
  await bundle({ entryPoints: ["www/define.js"], outfile: "dist/element/nut-graf.js", minify: true, define });
  integrity["nut-graf.js"] = hash(await readFile("dist/element/nut-graf.js"));
  await build({ absWorkingDir: process.cwd(), entryPoints: ["www/published.css"], outfile: "dist/element/published.css", bundle: true, minify: true, charset: "utf8" });
  integrity["published.css"] = hash(await readFile("dist/element/published.css"));
  await cp(WASM, "dist/element/nutgraf.wasm");
  await cp("www/nut-graf.css", "dist/element/nut-graf.css");
}

/** `dist/npm`: modules for bundlers and their types, and the element in one file for those who have none. */
async function npm() {
  await bundle({
    entryPoints: { index: `${HERE}/npm/index.js`, node: `${HERE}/npm/node.js`, element: "www/nut-graf.js", define: "www/define.js" },
    outdir: "dist/npm",
    splitting: true,
    external: ["node:fs"],
    inject: [`${HERE}/instead/server.js`],
    define: { INTEGRITY: '""' },
  });
  await bundle({ entryPoints: [`${HERE}/npm/publish.js`], outdir: "dist/npm", inject: [`${HERE}/npm/paper.js`] });
  await cp("dist/element", "dist/npm", { recursive: true });
  for (const file of ["LICENSE-APACHE", "LICENSE-MIT"]) await cp(file, `dist/npm/${file}`);
  for (const file of ["define.d.ts", "element.d.ts", "nut-graf.css.d.ts", "publish.d.ts", "published.css.d.ts", "nutgraf.wasm.d.ts"]) await cp(`${HERE}/npm/${file}`, `dist/npm/${file}`);
  const views = (await read(`${HERE}/pkg/nutgraf.d.ts`)).match(/\/\*\*\n(?: \*.*\n)+export interface [^]*?\n}\n/g);
  await writeFile("dist/npm/index.d.ts", [await read(`${HERE}/npm/index.d.ts`), ...views].join("\n"));
  await writeFile("dist/npm/types.d.ts", (await read("www/types.d.ts")).replace("./pkg/nutgraf.d.ts", "./index.js"));
  const readme = await read(`${HERE}/npm/README.md`);
  await writeFile("dist/npm/README.md", readme.replace("VERSION", VERSION).replace("INTEGRITY", integrity["nut-graf.js"]));
  const about = JSON.parse(await read(`${HERE}/npm/package.json`));
  await writeFile("dist/npm/package.json", `${JSON.stringify({ ...about, version: VERSION }, null, 2)}\n`);
}

/** `dist/site`: the page, its modules in few files, for each costs a way to the server and back. */
async function site() {
  const entryPoints = ["www/page.js", "www/worker.js"];
  const made = await bundle({ entryPoints, outdir: "dist/site/www", splitting: true, minify: true, metafile: true, define: { INTEGRITY: '""' } });
  await cp(WASM, "dist/site/www/nutgraf.wasm");
  const { outputs } = made.metafile;
  const isEarly = ({ path, kind }) => kind === "import-statement" || EARLY.includes(outputs[path].entryPoint);
  const needs = (file) => outputs[file].imports.filter(isEarly).flatMap(({ path }) => [path, ...needs(path)]);
  const modules = [...new Set(needs("dist/site/www/page.js"))].map((file) => `<link rel="modulepreload" href="${relative("dist/site", file)}" />`);
  const others = [...EARLY_TOO, `www/samples/${FIRST.file}`, `www/samples/${FIRST.summary}`].map((file) => `<link rel="preload" href="${file}" as="fetch" crossorigin />`);
  const html = await read("index.html");
  await writeFile("dist/site/index.html", html.replace(/\n *<script/, (script) => ["", ...others, ...modules].join("\n    ") + script));
}

/** `dist/nutgraf.html`: all of the page, under a policy that lets in what stands there and asks for nothing. */
async function page() {
  const html = await read("index.html");
  const sheets = [...html.matchAll(/<link rel="stylesheet" href="(.*?)" \/>/g)].map(([, file]) => file);
  const styles = await Promise.all(sheets.map(css));
  const files = { "drawn.css": await css("www/page/drawn/drawn.css"), "tools.css": await css("www/page/tools/tools.css") };
  for (const file of await readdir("www/samples")) files[file] = await read(`www/samples/${file}`);
  const made = await bundle(
    {
      entryPoints: ["www/page.js"],
      write: false,
      minify: true,
      inject: [`${HERE}/instead/fetch.js`],
      define: { FILES: JSON.stringify(JSON.stringify(files)) },
    },
    IN_ONE_PAGE,
  );
  const style = styles.join("");
  const script = made.outputFiles[0].text;
  // Either would end the script early.
  if (/<\/script|<!--/i.test(script)) throw new Error("the script cannot stand in a page");
  const policy = [
    "default-src 'none'",
    `script-src '${hash(script, "sha256")}' 'wasm-unsafe-eval'`,
    `style-src '${hash(style, "sha256")}'`,
    "img-src data:; base-uri 'none'; form-action 'none'",
    "require-trusted-types-for 'script'; trusted-types nutgraf-html",
  ];
  const whole = html
    .replace(/(http-equiv="Content-Security-Policy"\s+content=")[^"]*/, (_, start) => start + policy.join("; "))
    .replace("www/icon.svg", `data:image/svg+xml,${encodeURIComponent(await read("www/icon.svg"))}`)
    .replace(/\s*<link rel="(?:stylesheet|manifest)"[^>]*>/g, "")
    .replace(/<script type="module"[^>]*><\/script>/, () => `<style>${style}</style>\n    <script type="module">${script}</script>`);
  await writeFile("dist/nutgraf.html", whole);
}

/** @param {import("esbuild").BuildOptions} options */
function bundle(options, more = {}) {
  const instead = { ...INSTEAD, ...more };
  const parts = {
    name: "parts",
    setup({ onLoad, onResolve }) {
      onResolve({ filter: /\.js$/ }, ({ path, resolveDir }) => {
        const found = instead[relative(".", join(resolveDir, path))];
        return found && { path: resolve(HERE, found) };
      });
      // The notice of its license goes along.
      onLoad({ filter: /\/www\/vendor\/.*\.js$/ }, async ({ path }) => ({ contents: (await read(path)).replace("/*", "/*!") }));
      // What a module finds from where it stands, it finds from where its bundle stands.
      onLoad({ filter: /\/www\/page\/.*\.js$/ }, async ({ path }) => ({ contents: (await read(path)).replaceAll("import.meta.url", `new URL("${relative("www", path)}", import.meta.url)`) }));
      onLoad({ filter: /\.css$/ }, async ({ path }) => ({ contents: await css(path), loader: "text" }));
      onLoad({ filter: /\.wasm$/ }, async ({ path }) => ({ contents: gzipSync(await readFile(path), { level: 9 }), loader: "binary" }));
    },
  };
  return build({ absWorkingDir: process.cwd(), bundle: true, format: "esm", target: "es2022", charset: "utf8", logLevel: "warning", logOverride: { "commonjs-variable-in-esm": "silent" }, plugins: [parts], ...options });
}

async function css(file) {
  const { code } = await transform(await read(file), { loader: "css", minify: true, charset: "utf8" });
  return code.trim();
}
