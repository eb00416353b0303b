/** What an element does to the text around and inside it. The core says the same, with the reasons (src/dom/role.rs). */

const APART =
  "aside,dialog,form,nav,nut-graf,[role=complementary],[role=dialog],[role=doc-endnotes],[role=doc-footnote]," +
  "[role=doc-pullquote],[role=form],[role=menu],[role=menubar],[role=navigation],[role=search],[role=toolbar]," +
  "[role=tooltip],[aria-label^=advert i],amp-ad,amp-embed,[class~=ad],[class~=ads],[class~=ad-container]," +
  "[class~=ad-slot],[class~=ad-wrapper],[class~=advert],[class~=advertisement],[class~=adsbygoogle],[data-ad-slot]," +
  "[id^=div-gpt-ad],[id=comments],[itemprop=comment],[class~=footnotes],[data-nutgraf=skip],a[href] div,a[href] li," +
  "a[href] p";
const BOX =
  "[class*=about-author i],[class*=audio-player i],[class*=author-bio i],[class*=author-box i]," +
  "[class*=author-card i],[class*=breadcrumb i],[class*=comment i],[class*=consent i],[class*=feedback i]," +
  "[class*=newsletter i],[class*=promo i],[class*=pull-quote i],[class*=pullquote i],[class*=related i]," +
  "[class*=share i],[class*=social i],[class*=sponsor i]";
const SHORT = 600;
const MUTE =
  "audio,button,canvas,datalist,head,iframe,noembed,noframes,noscript,object,script,select,style,svg,template," +
  "textarea,video,[role=button],[role=doc-backlink],[role=doc-noteref],sup a[href^='#'],a[href^='#'] sup," +
  "[class~=sr-only],[class~=visually-hidden],[class~=screen-reader-text]";
const HIDDEN = "[hidden],[aria-hidden=true]";
const BLOCK =
  "address,article,blockquote,body,br,caption,center,dd,details,dir,div,dl,dt,fieldset,figcaption,figure,footer,h1," +
  "h2,h3,h4,h5,h6,header,hgroup,hr,legend,li,listing,main,menu,ol,p,plaintext,pre,search,section,summary,table,tbody," +
  "td,tfoot,th,thead,tr,ul,xmp";
const LEAF = "div,li,p";
const LINK = "a[href]:not([rel~=author])";
const NO_LEAF = "[data-nutgraf=pin],blockquote,div,h1,h2,h3,h4,h5,h6,li,p,table";
const LABEL = 24;
const TEASER = "h2 a[href]:not([href*='#']),h3 a[href]:not([href*='#']),h4 a[href]:not([href*='#'])";

/**
 * Whether what stands in `element` is read, and whether it parts what stands before it from what comes after.
 *
 * @param {Element} element
 */
export function roleOf(element) {
  if (isApart(element)) return { isRead: false, parts: true };
  if (element.matches(MUTE)) return { isRead: false, parts: false };
  const { display, position, float } = getComputedStyle(element);
  const isShown = !element.matches(HIDDEN) && display !== "none";
  if (element.matches(BLOCK)) return { isRead: isShown, parts: true };
  if (/^(absolute|fixed)$/.test(position)) return { isRead: false, parts: false };
  return { isRead: isShown, parts: /^(block|flex|flow-root|grid|list-item|table)$/.test(display) && float === "none" };
}

function isApart(element) {
  return element.matches(APART) || isBox(element) || isLinks(element) || isTeaser(element);
}

function isBox(element) {
  return element.matches(BOX) && isShort(element);
}

function isShort(element) {
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let left = SHORT;
  while (left > 0 && texts.nextNode()) left -= texts.currentNode.data.length;
  return left > 0;
}

function isLinks(element) {
  if (!element.matches(LEAF) || element.querySelector(NO_LEAF) || element.matches("[data-nutgraf=pin]")) return false;
  const linked = [...element.querySelectorAll(LINK)].reduce((sum, link) => sum + letters(link.textContent), 0);
  if (linked === 0) return false;
  const text = element.textContent;
  const rest = letters(text) - linked;
  return rest === 0 || (rest <= LABEL && rest === letters(text.split(":")[0]));
}

function isTeaser(element) {
  return element.matches("article article") && element.querySelector(TEASER) !== null;
}

/** @param {string} text */
function letters(text) {
  return text.match(/[\p{Alphabetic}\p{N}]/gu)?.length ?? 0;
}
