/* A link field: what is chosen goes into the hidden value; leaving with half a word brings the last choice back. */
(() => {
  const parts = (inside) => {
    const box = inside.closest("[data-combobox]") || document.querySelector(`[aria-controls="${CSS.escape(inside.closest("[role=listbox]").id)}"]`).closest("[data-combobox]");
    return { box, field: box.querySelector("[role=combobox]"), value: box.querySelector("[data-combobox-value]"), clear: box.querySelector("[data-combobox-clear]") };
  };
  const choose = (inside, id, text) => {
    const { field, value, clear } = parts(inside);
    field.value = field.dataset.chosen = text;
    value.value = id;
    clear.hidden = !id;
    kw.closeList(field);
    value.dispatchEvent(new Event("change", { bubbles: true }));
  };
  kw.on("click", "[role=option][data-value]", (event, option) => {
    if (option.closest("[role=listbox]")) choose(option, option.dataset.value, option.querySelector("[data-option-text]").textContent.trim());
  });
  kw.on("click", "[data-combobox-clear]", (event, button) => { choose(button, "", ""); parts(button).field.focus(); });
  kw.on("focusin", "[data-combobox] [role=combobox]", (event, field) => { field.dataset.chosen ??= field.value; field.select(); });
  kw.on("focusout", "[data-combobox] [role=combobox]", (event, field) => {
    if (field.value.trim() === "" && field.dataset.chosen) choose(field, "", "");
    else field.value = field.dataset.chosen ?? field.value;
  });
})();
