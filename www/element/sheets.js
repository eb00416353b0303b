/** The sheets of the shadow roots, loaded once for all elements. They are constructed, so no policy forbids them. */

const FILES = ["../panel.css", "./element.css"];

/** @type {Promise<CSSStyleSheet[]> | null} */
let loading = null;

export function sheets() {
  loading ??= Promise.all(FILES.map(load)).catch((error) => {
    // The next call tries again.
    loading = null;
    throw error;
  });
  return loading;
}

/** @param {string} file */
async function load(file) {
  const answer = await fetch(new URL(file, import.meta.url));
  if (!answer.ok) throw new Error(`${file}: ${answer.status} ${answer.statusText}`);
  return new CSSStyleSheet().replace(await answer.text());
}
