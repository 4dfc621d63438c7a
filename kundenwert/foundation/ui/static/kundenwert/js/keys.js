/* Keys that work everywhere but in fields: / ? [ Ctrl+K, N, and G followed by a letter of the navigation. */
(() => {
  let waiting = 0;
  const jump = (key) => [...document.querySelectorAll(".nav-item[data-key]")].find((item) => item.dataset.key.toLowerCase() === key);
  const focus = (selector) => { const field = document.querySelector(selector); field?.focus(); field?.select?.(); return field; };
  const acts = {
    "/": () => focus("#search"),
    "?": () => document.getElementById("help")?.showModal(),
    "[": () => kw.toggleSidebar(),
    n: () => focus("[data-composer] textarea"),
  };
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") {
      if (!document.getElementById("palette")) return;
      event.preventDefault();
      kw.openPalette();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || kw.typing(event.target)) return;
    if (document.querySelector("dialog[open], [role=menu]:popover-open")) return;
    const key = event.key.toLowerCase();
    const target = Date.now() - waiting < 1500 ? jump(key) : null;
    waiting = !target && key === "g" ? Date.now() : 0;
    if (target) target.click();
    else if (!acts[key] || acts[key]() === null) return;
    event.preventDefault();
  });
  document.addEventListener("DOMContentLoaded", () => {
    const list = document.querySelector("[data-help-go]");
    for (const item of list ? document.querySelectorAll(".nav-item[data-key]") : []) {
      const line = document.createElement("div"), name = document.createElement("dt"), keys = document.createElement("dd");
      name.textContent = item.querySelector(".sidebar-text").textContent;
      keys.className = "keys";
      for (const key of ["G", item.dataset.key.toUpperCase()]) keys.append(Object.assign(document.createElement("kbd"), { textContent: key }));
      line.append(name, keys);
      list.append(line);
    }
  });
})();
