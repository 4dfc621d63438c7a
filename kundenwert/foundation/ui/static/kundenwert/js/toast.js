/* Toasts: from the page (Django messages), from HX-Trigger "kw:toast", from kw.toast(). One with undo stays longer; the pointer holds it. */
(() => {
  const region = () => document.getElementById("toasts");
  const shape = (selector) => document.getElementById("toast-template").content.querySelector(selector).cloneNode(true);
  const leave = (toast) => {
    if (toast.matches(":hover, :focus-within")) setTimeout(leave, 2000, toast);
    else toast.remove();
  };
  const wait = (toast) => {
    if (!toast.matches(".tone-danger, .tone-error")) setTimeout(leave, toast.querySelector("[data-toast-undo]") ? 10000 : 5000, toast);
  };
  kw.toast = ({ text, tone = "success", undo } = {}) => {
    const kind = { success: "success", danger: "danger", error: "danger", warning: "danger" }[tone] || "info";
    const toast = shape(`.tone-${kind}`);
    toast.className = `toast tone-${tone}`;
    toast.querySelector(".grow").textContent = text;
    if (undo) {
      const button = shape("[data-toast-undo]");
      button.dataset.toastUndo = undo.url;
      button.textContent = undo.label || region().dataset.undo;
      toast.querySelector("[data-toast-close]").before(button);
    }
    region().append(toast);
    wait(toast);
  };
  document.addEventListener("kw:toast", (event) => kw.toast(event.detail));
  kw.on("click", "[data-toast-close]", (event, button) => button.closest("[data-toast]").remove());
  kw.on("click", "[data-toast-undo]", (event, button) => {
    htmx.ajax("POST", button.dataset.toastUndo, { source: document.body, target: "#toasts", swap: "none" });
    button.closest("[data-toast]").remove();
  });
  kw.on("click", "[data-dismiss]", (event, button) => button.closest(".callout").remove());
  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll("#toasts [data-toast]").forEach(wait));
})();
