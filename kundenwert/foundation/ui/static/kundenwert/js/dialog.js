/* Dialogs: data-dialog-open="id" opens, data-dialog-close closes, a click on the shade closes; those that htmx brings open by themselves. */
(() => {
  kw.on("click", "[data-dialog-open]", (event, button) => {
    const dialog = document.getElementById(button.dataset.dialogOpen);
    if (!dialog) return;
    event.preventDefault();
    if (!dialog.open) dialog.showModal();
  });
  kw.on("click", "[data-dialog-close]", (event, button) => button.closest("dialog").close());
  document.addEventListener("pointerdown", (event) => {
    if (!event.target.matches?.("dialog[open]")) return;
    const box = event.target.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    if (!inside) event.target.close();
  });
  const openNew = () => document.querySelectorAll("dialog[data-dialog-auto]:not([open])").forEach((dialog) => {
    const opener = document.activeElement;
    dialog.removeAttribute("data-dialog-auto");
    dialog.showModal();
    dialog.addEventListener("close", () => { if (dialog.closest("#dialogs")) dialog.remove(); opener?.focus?.(); }, { once: true });
  });
  document.addEventListener("htmx:after:swap", openNew);
  document.addEventListener("DOMContentLoaded", openNew);
  document.addEventListener("kw:close", (event) => {
    const dialog = event.target.closest?.("dialog") || [...document.querySelectorAll("dialog[open]")].at(-1);
    if (dialog) dialog.close(); else kw.closeDrawer();
  });
  const focusErrors = () => document.querySelector("[data-focus]:not([data-focused])")?.focus();
  document.addEventListener("htmx:after:settle", focusErrors);
  document.addEventListener("DOMContentLoaded", focusErrors);
})();
