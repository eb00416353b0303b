/** Has the browser keep the page for where there is no network. */

const address = () => new URL("../../../offline.js", import.meta.url).href;

export function install() {
  // A copy of the page that is an app of its own names no manifest.
  if (!("serviceWorker" in navigator) || !document.querySelector("[rel=manifest]")) return;
  const policy = globalThis.trustedTypes?.createPolicy("nutgraf-offline", { createScriptURL: address }) ?? { createScriptURL: address };
  // Where the browser refuses, the page needs the network.
  navigator.serviceWorker.register(/** @type {any} */ (policy.createScriptURL("")), { updateViaCache: "none" }).catch(() => {});
}
