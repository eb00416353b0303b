/** Importing this makes `<nut-graf>` known to the page. */
import "./element.js";
