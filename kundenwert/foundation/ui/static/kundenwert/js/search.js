/* Fields that ask the server while typing: from data-min letters on; a new answer opens the list with its first entry chosen. */
(() => {
  const ask = (field) => {
    if (field.value.trim().length < Number(field.dataset.min)) { kw.closeList(field); kw.listOf(field).replaceChildren(); return; }
    htmx.process(field); // the keys may be faster than htmx's own start
    htmx.trigger(field, "kw:search");
  };
  kw.on("input", "[data-listbox][hx-get]", (event, field) => ask(field));
  kw.on("focusin", "[data-listbox][hx-get]", (event, field) => { if (kw.listOf(field).firstElementChild) kw.openList(field); else ask(field); });
  document.addEventListener("htmx:after:settle", (event) => {
    const field = event.target.id && document.querySelector(`[data-listbox="${CSS.escape(event.target.id)}"]:not([data-listbox-static])`);
    if (!field || document.activeElement !== field) return;
    if (kw.listOf(field).querySelector("[role=option]")) { kw.openList(field); kw.firstOption(field); } else kw.closeList(field);
  });
  kw.on("submit", "[data-search]", (event, form) => { if (!form.elements.q.value.trim()) event.preventDefault(); });
  kw.on("click", "[data-search-focus]", () => document.getElementById("search").focus());
  addEventListener("resize", () => { if (document.activeElement?.dataset?.listbox && kw.listOf(document.activeElement)?.matches(":popover-open")) kw.openList(document.activeElement); });
})();
