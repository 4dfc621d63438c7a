/* Selecting rows: one, a range with Shift, all that are shown; the bulk bar counts and sends the boxes as "ids". */
(() => {
  let last = null;
  const boxes = (table) => [...table.querySelectorAll("[data-row-check]")];
  const refresh = (table) => {
    const all = boxes(table), chosen = all.filter((box) => box.checked), bar = document.querySelector(`[data-bulk="${CSS.escape(table.id)}"]`);
    const head = table.querySelector("[data-check-all]");
    if (head) { head.checked = Boolean(chosen.length) && chosen.length === all.length; head.indeterminate = chosen.length > 0 && chosen.length < all.length; }
    if (!bar) return;
    all.forEach((box) => box.setAttribute("form", bar.id));
    bar.hidden = chosen.length === 0;
    bar.querySelector("[data-bulk-count]").textContent = chosen.length;
  };
  kw.on("click", "[data-row-check]", (event, box) => {
    const table = box.closest("[data-table]"), all = boxes(table);
    if (event.shiftKey && last && all.includes(last)) {
      const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
      all.slice(from, to + 1).forEach((one) => { one.checked = box.checked; });
    }
    last = box;
    refresh(table);
  });
  kw.on("change", "[data-check-all]", (event, head) => {
    const table = head.closest("[data-table]");
    boxes(table).forEach((box) => { box.checked = head.checked; });
    refresh(table);
  });
  kw.on("click", "[data-bulk-clear]", (event, button) => {
    const table = document.getElementById(button.closest("[data-bulk]").dataset.bulk);
    boxes(table).forEach((box) => { box.checked = false; });
    refresh(table);
    table.querySelector("[data-check-all]")?.focus();
  });
  const all = () => document.querySelectorAll("[data-table]").forEach(refresh);
  document.addEventListener("DOMContentLoaded", all);
  document.addEventListener("htmx:after:settle", all);
})();
