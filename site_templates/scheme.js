// What the Material theme keeps in each page as inline scripts, as a file, so that a site can forbid inline scripts: where the
// site begins, what the reader chose, and their light or dark scheme before the first paint. It is loaded twice: in the head,
// and again once the choices stand in the page.
(function () {
  "use strict";

  var root = document.currentScript.dataset.root;
  if (root !== undefined) {
    window.__md_scope = new URL(root, location);
    window.__md_hash = function (text) {
      return Array.from(text).reduce(function (hash, letter) { return (hash << 5) - hash + letter.charCodeAt(0); }, 0);
    };
    window.__md_get = function (key, storage, scope) {
      return JSON.parse((storage || localStorage).getItem((scope || window.__md_scope).pathname + "." + key));
    };
    window.__md_set = function (key, value, storage, scope) {
      try {
        (storage || localStorage).setItem((scope || window.__md_scope).pathname + "." + key, JSON.stringify(value));
      } catch (error) {
        // No storage, or a full one: the choice lasts as long as the page.
      }
    };
    return;
  }

  var chosen = window.__md_get("__palette");
  if (!chosen || !chosen.color) return;
  var colour = chosen.color;
  if (colour.media === "(prefers-color-scheme)") {
    var light = matchMedia("(prefers-color-scheme: light)").matches;
    var option = document.querySelector("[data-md-color-media='(prefers-color-scheme: " + (light ? "light" : "dark") + ")']");
    ["media", "scheme", "primary", "accent"].forEach(function (name) { colour[name] = option.getAttribute("data-md-color-" + name); });
  }
  Object.keys(colour).forEach(function (name) { document.body.setAttribute("data-md-color-" + name, colour[name]); });
})();
