/* Sections remember whether they were open; tabs with panels show theirs. */
(() => {
  const key = (details) => `section:${details.dataset.remember}`;
  const restore = () => document.querySelectorAll("details[data-remember]:not([data-restored])").forEach((details) => {
    const kept = localStorage.getItem(key(details));
    details.dataset.restored = "";
    if (kept) details.open = kept === "open";
  });
  document.addEventListener("toggle", (event) => {
    if (event.target.matches?.("details[data-remember][data-restored]")) localStorage.setItem(key(event.target), event.target.open ? "open" : "closed");
  }, true);
  document.addEventListener("DOMContentLoaded", restore);
  document.addEventListener("htmx:after:settle", restore);
})();
