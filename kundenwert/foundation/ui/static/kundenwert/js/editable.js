/* A value edited in place: click, Enter or F2 opens the field, Enter saves, Escape brings back what stood there; the focus returns. */
(() => {
  const shown = new Map();
  const field = (form) => form.querySelector("input:not([type=hidden]), select, textarea");
  kw.on("click", "[data-edit]", (event, button) => {
    const box = button.closest("[data-editable]");
    shown.set(box.id, box.outerHTML);
  }, true);
  const cancel = (form) => {
    const before = shown.get(form.id);
    if (!before) return location.reload();
    const parent = form.parentElement, template = document.createElement("template");
    template.innerHTML = before;
    const box = template.content.firstElementChild;
    box.removeAttribute("data-htmx-powered");
    box.querySelectorAll("[data-htmx-powered]").forEach((one) => one.removeAttribute("data-htmx-powered"));
    box.classList.remove("htmx-request");
    form.replaceWith(box);
    htmx.process(parent);
    box.querySelector("[data-edit]").focus();
  };
  kw.on("click", "[data-edit-cancel]", (event, button) => cancel(button.closest("form")));
  kw.on("keydown", "[data-editable-form]", (event, form) => {
    if (event.key === "Escape" && !form.querySelector("[popover]:popover-open") && !event.defaultPrevented) { event.preventDefault(); cancel(form); }
  });
  document.addEventListener("keydown", (event) => {
    const button = event.key === "F2" && document.activeElement?.closest(".fact, [data-editable]")?.querySelector("[data-edit]");
    if (button) { event.preventDefault(); button.click(); }
  });
  document.addEventListener("htmx:after:swap", (event) => {
    const id = event.detail.ctx?.sourceElement?.closest?.("[data-editable]")?.id || event.detail.ctx?.target?.id;
    const box = id && shown.has(id) && document.getElementById(id);
    if (!box) return;
    if (box.matches("form")) { const input = field(box); input?.focus(); if (input?.type === "text") input.select(); return; }
    if (event.detail.ctx.request.method === "GET") return;
    box.classList.add("is-saved");
    box.querySelector("[data-edit]")?.focus();
    shown.delete(id);
  });
})();
