/** Makes `<nut-graf>` known to the page; `nut-graf.js` alone is for those who register it themselves. */

import { NutGraf } from "./nut-graf.js";

if (!customElements.get("nut-graf")) customElements.define("nut-graf", NutGraf);
