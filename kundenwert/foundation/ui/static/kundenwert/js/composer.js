/* The composer shows the fields that belong to the chosen kind: data-kinds="call visit". */
(() => {
  const show = (form) => {
    const kind = form.querySelector("[name=kind]:checked")?.value;
    form.querySelectorAll("[data-kinds]").forEach((part) => {
      part.hidden = !part.dataset.kinds.split(" ").includes(kind);
      part.querySelectorAll("input, select, textarea").forEach((one) => { one.disabled = part.hidden; });
    });
  };
  const all = () => document.querySelectorAll("[data-composer]").forEach(show);
  kw.on("change", "[data-composer] [name=kind]", (event, input) => { show(input.form); input.form.querySelector("textarea")?.focus(); });
  document.addEventListener("DOMContentLoaded", all);
  document.addEventListener("htmx:after:settle", all);
})();
