// As a site does that fetches its stories after the page.
setTimeout(() => {
  const { content } = /** @type {HTMLTemplateElement} */ (document.getElementById("later"));
  document.getElementById("page").append(content.cloneNode(true));
}, 500);
