// The article is filled anew for each story; nobody tells the element.
function show() {
  const { content } = /** @type {HTMLTemplateElement} */ (document.querySelector(`template${location.hash || "#seals"}`));
  document.getElementById("story").replaceChildren(content.cloneNode(true));
}

addEventListener("hashchange", show);
show();
