/** What a web page says of its article in JSON-LD. */

import { parse } from "./parse.js";

/** `NewsArticle`, `https://schema.org/Report`, `LiveBlogPosting`; not `WebPage`, nor `ItemList`. */
const ARTICLE = /(?:^|[/:])(?:\w*(?:Article|BlogPosting)|Report)$/;

/**
 * The article that a document describes, or `null`. Of several it is the one that the document shows the headline of,
 * since some describe the articles that they link to.
 *
 * @param {Document} document
 * @returns {{ headline: string, authors: string[], published: string } | null} each empty where it is not said
 */
export function articleIn(document) {
  const things = [...document.querySelectorAll('script[type="application/ld+json" i]')].flatMap(thingsIn);
  const articles = things.filter((thing) => listed(thing["@type"]).some((type) => ARTICLE.test(type)));
  const shown = [...document.querySelectorAll("h1, title")].map(({ textContent }) => plain(textContent));
  const isShown = ({ headline }) => string(headline) && shown.some((words) => words.includes(plain(string(headline))));
  const article = articles.find(isShown) ?? (articles.length === 1 ? articles[0] : null);
  if (!article) return null;
  return {
    headline: string(article.headline) || string(article.name),
    authors: [...new Set(listed(article.author).flatMap((author) => names(author, things)))],
    published: string(article.datePublished),
  };
}

/** All that one script describes; nothing where it is not JSON. */
function thingsIn({ textContent }) {
  try {
    return [...things(JSON.parse(textContent.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|(?:\/\/\s*)?\]\]>\s*$/g, "")))];
  } catch {
    return [];
  }
}

/** The things in `value` and in what gathers them. */
function* things(value) {
  if (Array.isArray(value)) for (const each of value) yield* things(each);
  else if (value && typeof value === "object") {
    yield value;
    yield* things(value["@graph"]);
    yield* things(value.mainEntity);
  }
}

/** The names of an author, who may be described elsewhere. */
function names(author, things) {
  const known = author?.name ?? things.find((thing) => author?.["@id"] && thing["@id"] === author["@id"] && thing.name)?.name;
  const said = listed(typeof author === "string" ? author : known).map(string);
  return said.map((name) => name.replace(/^by\s+/i, "")).filter((name) => name && !/^https?:|^@/i.test(name));
}

const listed = (value) => [value ?? []].flat();

/** Many publishers write their strings as HTML. */
function string(value) {
  if (typeof value !== "string") return "";
  const words = /&#?\w+;|<\/\w/.test(value) ? parse(value).body.textContent : value;
  return words.replace(/\s+/g, " ").trim();
}

/** Letters and digits alone, by which two spellings of a headline are the same. @param {string} text */
export function plain(text) {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
