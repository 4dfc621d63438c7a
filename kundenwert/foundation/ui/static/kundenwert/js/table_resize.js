/* Column widths by pointer or arrow keys; sent to data-columns-url as key=width. */
(() => {
  let drag = null;
  const column = (handle) => {
    const table = handle.closest("table"), key = handle.closest("th").dataset.key;
    return { table, key, col: table.querySelector(`col[data-key="${CSS.escape(key)}"]`), handle };
  };
  const freeze = (table) => table.querySelectorAll("col[data-key]:not([width])").forEach((col) => {
    col.setAttribute("width", Math.round(table.querySelector(`th[data-key="${CSS.escape(col.dataset.key)}"]`).offsetWidth));
  });
  const set = ({ col, handle }, width) => {
    const value = Math.min(800, Math.max(64, Math.round(width)));
    col.setAttribute("width", value);
    handle.setAttribute("aria-valuenow", value);
    return value;
  };
  const save = ({ table, key, col }) => { if (table.dataset.columnsUrl) kw.post(table.dataset.columnsUrl, { column: key, width: col.getAttribute("width") }); };
  kw.on("pointerdown", "[data-resize]", (event, handle) => {
    const at = column(handle);
    freeze(at.table);
    drag = { ...at, x: event.clientX, width: handle.closest("th").offsetWidth };
    handle.setPointerCapture(event.pointerId);
    handle.classList.add("is-dragging");
    event.preventDefault();
  });
  document.addEventListener("pointermove", (event) => { if (drag) set(drag, drag.width + event.clientX - drag.x); });
  document.addEventListener("pointerup", () => {
    if (!drag) return;
    drag.handle.classList.remove("is-dragging");
    save(drag);
    drag = null;
  });
  kw.on("keydown", "[data-resize]", (event, handle) => {
    const by = { ArrowLeft: -16, ArrowRight: 16 }[event.key];
    if (!by) return;
    event.preventDefault();
    const at = column(handle);
    freeze(at.table);
    set(at, Number(at.col.getAttribute("width")) + by);
    save(at);
  });
})();
