// The three engines behind one face: `open` a path of the page, enter a frame of it, and call functions there.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import puppeteer from 'puppeteer-core';
import { launch } from './browser.js';

const ADDRESS = process.env.NUTGRAF_PAGE;
const FIREFOX = process.env.FIREFOX ?? '/usr/bin/firefox-esr';
const WEBKIT = process.env.WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';

/** By name, whether it is installed and how to start it. */
export const ENGINES = {
  Chromium: { isThere: true, start: async () => driven(await launch()) },
  Firefox: {
    isThere: existsSync(FIREFOX),
    start: async () => driven(await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true })),
  },
  WebKit: { isThere: existsSync(WEBKIT), start: webkit },
};

async function driven(browser) {
  const page = await browser.newPage();
  let frame;
  return {
    async open(path) {
      await page.goto(ADDRESS + path);
      frame = page.mainFrame();
    },
    async enterFrame() {
      [frame] = frame.childFrames();
    },
    call: (what, ...args) => frame.evaluate(what, ...args),
    close: () => browser.close(),
  };
}

/** WebKit by the protocol that every browser has a driver for; it draws on a screen that is none. */
async function webkit() {
  const port = await freePort();
  const driver = spawn('xvfb-run', ['-a', WEBKIT, `--port=${port}`], { stdio: 'ignore', detached: true });
  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(value.message || value.error);
    return value;
  };
  const alive = async () => {
    for (let waited = 0; waited < 100; waited += 1) {
      if (await ask('GET', '/status').catch(() => null)) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`${WEBKIT} does not answer`);
  };
  try {
    await alive();
    const { sessionId } = await ask('POST', '/session', { capabilities: { alwaysMatch: {} } });
    const session = `/session/${sessionId}`;
    return {
      open: (path) => ask('POST', `${session}/url`, { url: ADDRESS + path }),
      enterFrame: () => ask('POST', `${session}/frame`, { id: 0 }),
      async call(what, ...args) {
        const script = `const done = arguments[arguments.length - 1];
          Promise.resolve((${what})(...[...arguments].slice(0, -1))).then((value) => done([value]), (error) => done({ error: String(error) }));`;
        const value = await ask('POST', `${session}/execute/async`, { script, args });
        if (value.error) throw new Error(value.error);
        return value[0];
      },
      async close() {
        await ask('DELETE', session).catch(() => {});
        process.kill(-driver.pid);
      },
    };
  } catch (error) {
    process.kill(-driver.pid);
    throw error;
  }
}

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
