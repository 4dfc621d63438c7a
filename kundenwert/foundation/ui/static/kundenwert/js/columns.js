/* The column menu: a box shows or hides, the grip (pointer or arrow keys) arranges; each change is sent. */
(() => {
  let drag = null;
  const changed = (form) => htmx.trigger(form, "kw:columns");
  const say = (item) => {
    const all = [...item.parentElement.children];
    item.closest("form").querySelector("[data-columns-say]").textContent = `${item.textContent.trim()}: ${all.indexOf(item) + 1} / ${all.length}`;
  };
  kw.on("change", "[data-columns] input", (event, input) => changed(input.form));
  kw.on("pointerdown", "[data-grip]", (event, grip) => {
    drag = grip.closest("[data-column]");
    drag.classList.add("is-dragging");
    grip.setPointerCapture(event.pointerId);
  });
  document.addEventListener("pointermove", (event) => {
    if (!drag) return;
    const over = [...drag.parentElement.children].find((item) => { const box = item.getBoundingClientRect(); return event.clientY >= box.top && event.clientY <= box.bottom; });
    if (!over || over === drag) return;
    const box = over.getBoundingClientRect();
    if (event.clientY < box.top + box.height / 2) over.before(drag); else over.after(drag);
  });
  document.addEventListener("pointerup", () => {
    if (!drag) return;
    drag.classList.remove("is-dragging");
    changed(drag.closest("form"));
    drag = null;
  });
  kw.on("keydown", "[data-grip]", (event, grip) => {
    const item = grip.closest("[data-column]"), other = { ArrowUp: item.previousElementSibling, ArrowDown: item.nextElementSibling }[event.key];
    if (!["ArrowUp", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    if (!other) return;
    if (event.key === "ArrowUp") other.before(item); else other.after(item);
    grip.focus();
    say(item);
    changed(item.closest("form"));
  });
})();
