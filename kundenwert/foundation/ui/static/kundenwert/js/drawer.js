/* The side panel #drawer: filled by htmx or kw.preview(url); Escape or the cross closes it and gives the focus back. */
(() => {
  let opener = null;
  const drawer = () => document.getElementById("drawer");
  kw.drawerOpen = () => Boolean(drawer()?.firstElementChild);
  kw.preview = (url) => {
    opener = document.activeElement;
    return htmx.ajax("GET", url, { target: "#drawer", swap: "innerHTML" });
  };
  kw.closeDrawer = () => {
    if (!kw.drawerOpen()) return;
    const inside = drawer().contains(document.activeElement);
    drawer().replaceChildren();
    if (inside) opener?.focus?.();
  };
  kw.on("click", "[data-drawer-close]", kw.closeDrawer);
  kw.on("click", "[hx-target='#drawer']", (event, element) => { opener = element; });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open], [popover]:popover-open") && !event.target.closest("[data-editable-form]")) kw.closeDrawer();
  });
})();
