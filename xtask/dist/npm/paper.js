/** A document that can only be printed: what `www/panel.js` asks of one, where there is no browser. */

const REFLECTED = {
  ariaExpanded: "aria-expanded",
  ariaHidden: "aria-hidden",
  ariaLabel: "aria-label",
  className: "class",
  dir: "dir",
  href: "href",
  id: "id",
  lang: "lang",
  name: "name",
  role: "role",
  type: "type",
};

/** In a script nothing is escaped; what would end it early is data there. */
const written = (name, text) => (name === "script" ? text.replaceAll("<", "\\u003c") : escaped(text));
const escaped = (text) => text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign]);

class Piece {
  attributes = new Map();
  children = [];

  constructor(name) {
    this.localName = name;
  }

  set textContent(text) {
    this.children = [text];
  }

  set hidden(hidden) {
    if (hidden) this.attributes.set("hidden", "");
  }

  get firstChild() {
    return this.children[0];
  }

  setAttribute(name, value) {
    this.attributes.set(name, value);
  }

  append(...children) {
    this.children.push(...children);
  }

  replaceChildren(...children) {
    this.children = children;
  }

  /** Nothing happens on paper: a button waits for the element. */
  addEventListener() {}

  /** @param {string} selector of an id */
  querySelector(selector) {
    return this.#all().find((piece) => `#${piece.id}` === selector);
  }

  /** @param {string} selector of classes */
  querySelectorAll(selector) {
    const classes = selector.split(", ");
    return this.#all().filter((piece) => classes.includes(`.${piece.className}`));
  }

  #all() {
    const below = this.children.filter((child) => child instanceof Piece);
    return [this, ...below.flatMap((child) => child.#all())];
  }

  toString() {
    if (this.localName === "button") this.setAttribute("disabled", "");
    const attributes = [...this.attributes].map(([name, value]) => ` ${name}="${escaped(value)}"`);
    const start = `<${this.localName}${attributes.join("")}>`;
    const inner = this.children.map((child) => (child instanceof Piece ? String(child) : written(this.localName, child)));
    return this.localName === "link" ? start : `${start}${inner.join("")}</${this.localName}>`;
  }
}

for (const [property, attribute] of Object.entries(REFLECTED)) {
  Object.defineProperty(Piece.prototype, property, {
    get() {
      return this.attributes.get(attribute) ?? "";
    },
    set(value) {
      this.attributes.set(attribute, value);
    },
  });
}

export const document = { createElement: (name) => new Piece(name) };
