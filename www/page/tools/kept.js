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

/** Lets choices be as they were left, and remembers what becomes of them. @param {(HTMLSelectElement | HTMLInputElement)[]} choices */
export function keepChoices(choices) {
  for (const choice of choices) {
    const usual = choice.value;
    choice.value = recall(choice.id) ?? usual;
    // What was kept may be offered no more.
    choice.value ||= usual;
    choice.addEventListener("change", () => choices.forEach(({ id, value }) => keep(id, value)));
  }
}
