/* The ground of all behaviours: listeners stand on the document, so content that htmx swaps in needs no set-up. */
window.kw = {
  on(type, selector, act, options) {
    document.addEventListener(type, (event) => {
      const element = event.target.closest?.(selector);
      if (element) act(event, element);
    }, options);
  },
  typing(target) {
    return target.closest?.("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]") != null;
  },
  token() {
    return JSON.parse(document.body.getAttribute("hx-headers:inherited") || "{}")["X-CSRFToken"] || "";
  },
  post(url, values = {}) {
    const body = new URLSearchParams(values);
    return fetch(url, { method: "POST", headers: { "X-CSRFToken": kw.token(), "HX-Request": "true" }, body });
  },
  remember(name, value) {
    document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`;
  },
};
