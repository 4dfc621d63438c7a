/* Moving through a table: J/K and arrows move the focus from link to link, Space previews, X selects; a click on a row opens it. */
(() => {
  const rows = (table) => [...table.querySelectorAll("tr[data-row]")];
  const table = () => document.activeElement?.closest("[data-table]") || document.querySelector("[data-table]");
  const goal = (row) => row.querySelector("td a[href]") || (row.tabIndex = -1, row);
  const mark = (row) => {
    row.closest("table").querySelectorAll(".is-current").forEach((one) => one.classList.remove("is-current"));
    row.classList.add("is-current");
  };
  const go = (row) => {
    goal(row).focus({ focusVisible: true, preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    mark(row);
    if (kw.drawerOpen() && row.dataset.preview) kw.preview(row.dataset.preview);
  };
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented || kw.typing(event.target)) return;
    if (document.querySelector("dialog[open], [popover]:popover-open:not(.tip)") || event.target.closest("[role=separator], [role=radiogroup], [data-drawer]")) return;
    const here = document.activeElement?.closest("tr[data-row]");
    if (step[event.key] && table() && (here || event.key.length === 1)) {
      const all = rows(table()), at = all.indexOf(here || table().querySelector(".is-current"));
      const next = all[at < 0 ? 0 : at + step[event.key]];
      if (next) { event.preventDefault(); go(next); }
    } else if (here && event.key === " " && here.dataset.preview && !event.target.matches("input, button")) {
      event.preventDefault();
      if (kw.drawerOpen()) kw.closeDrawer(); else { mark(here); kw.preview(here.dataset.preview); }
    } else if (here && event.key === "x") {
      here.querySelector("[data-row-check]")?.click();
    } else if (here && event.key === "Enter" && document.activeElement === here && here.dataset.href) location.assign(here.dataset.href);
  });
  kw.on("click", "tr[data-row][data-href]", (event, row) => {
    if (event.target.closest("a, button, input, label, select, td.check") || getSelection().toString()) return;
    if (event.ctrlKey || event.metaKey) window.open(row.dataset.href); else location.assign(row.dataset.href);
  });
  kw.on("auxclick", "tr[data-row][data-href]", (event, row) => {
    if (event.button === 1 && !event.target.closest("a, button, input")) window.open(row.dataset.href);
  });
})();
