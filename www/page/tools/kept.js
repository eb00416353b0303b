/** What the reader has chosen, kept by the browser where it keeps anything. */

const name = (key) => `nutgraf-${key}`;

export function recall(key) {
  try {
    return localStorage.getItem(name(key));
  } catch {
    return null;
  }
}

export function keep(key, value) {
  try {
    localStorage.setItem(name(key), value);
  } catch {
    // Denied or full: it holds until the page is left.
  }
}
