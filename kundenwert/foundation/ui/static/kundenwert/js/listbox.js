/* One behaviour for search, palette and link fields: the field keeps the focus, arrows move through its list, Enter takes. */
(() => {
  const list = (field) => document.getElementById(field.dataset.listbox);
  const options = (field) => [...list(field).querySelectorAll("[role=option]:not([aria-disabled])")].filter((one) => !one.hidden && !one.closest("[hidden]"));
  kw.listOf = list;
  kw.activate = (field, option) => {
    list(field).querySelectorAll(".is-active").forEach((one) => one.classList.remove("is-active"));
    if (!option) { field.removeAttribute("aria-activedescendant"); return; }
    option.id ||= `${list(field).id}-${options(field).indexOf(option)}-${Math.random().toString(36).slice(2, 7)}`;
    option.classList.add("is-active");
    field.setAttribute("aria-activedescendant", option.id);
    option.scrollIntoView({ block: "nearest" });
  };
  kw.firstOption = (field) => kw.activate(field, options(field)[0]);
  kw.openList = (field) => {
    if (field.hasAttribute("data-listbox-static") || !list(field).querySelector("[role=option]")) return;
    if (!list(field).matches(":popover-open")) list(field).showPopover();
    kw.place(list(field), field.closest(".search, .control-wrap"), { wide: true });
    field.setAttribute("aria-expanded", "true");
  };
  kw.closeList = (field) => {
    if (field.hasAttribute("data-listbox-static") || !list(field)?.matches(":popover-open")) return;
    list(field).hidePopover();
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  kw.on("keydown", "[data-listbox]", (event, field) => {
    const open = field.hasAttribute("data-listbox-static") || list(field).matches(":popover-open");
    const all = options(field), active = list(field).querySelector(".is-active"), at = all.indexOf(active);
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return kw.openList(field);
      kw.activate(field, all.at((at + (event.key === "ArrowDown" ? 1 : at < 0 ? 0 : -1)) % all.length));
    } else if (event.key === "Enter" && open && active) {
      event.preventDefault();
      if (active.matches("a") && (event.ctrlKey || event.metaKey)) window.open(active.href); else active.click();
    } else if (event.key === "Escape" && open && !field.hasAttribute("data-listbox-static")) {
      event.preventDefault();
      kw.closeList(field);
    }
  });
  kw.on("mousedown", "[role=option]", (event) => event.preventDefault());
  document.addEventListener("focusout", (event) => { if (event.target.matches?.("[data-listbox]")) kw.closeList(event.target); });
})();
