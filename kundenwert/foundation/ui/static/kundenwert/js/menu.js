/* Menus: open on click or arrow down, arrows and first letters move, Escape closes and gives the focus back. */
(() => {
  const parts = (menu) => [menu.querySelector("[data-menu-button]"), menu.querySelector("[popover]")];
  const items = (list) => [...list.querySelectorAll("[role^=menuitem]:not([disabled])")];
  let justClosed = null;

  kw.on("pointerdown", "[data-menu-button]", (event, button) => {
    justClosed = parts(button.closest("[data-menu]"))[1].matches(":popover-open") ? button : null;
  }, true);
  kw.on("click", "[data-menu-button]", (event, button) => {
    const [, list] = parts(button.closest("[data-menu]"));
    if (justClosed === button) { justClosed = null; list.hidePopover(); return; }
    list.showPopover();
  });
  kw.on("keydown", "[data-menu-button]", (event, button) => {
    if (event.key !== "ArrowDown") return;
    event.preventDefault();
    parts(button.closest("[data-menu]"))[1].showPopover();
  });
  document.addEventListener("toggle", (event) => {
    const menu = event.target.closest?.("[data-menu]");
    if (!menu || !event.target.matches("[popover]")) return;
    const [button, list] = parts(menu), open = event.newState === "open";
    button.setAttribute("aria-expanded", open);
    if (open) {
      kw.place(list, button, { align: menu.dataset.align });
      (items(list)[0] || list.querySelector("input, button"))?.focus();
    } else if (document.activeElement === document.body || list.contains(document.activeElement)) button.focus();
  }, true);
  kw.on("keydown", "[role=menu]", (event, list) => {
    const all = items(list), at = all.indexOf(document.activeElement);
    const step = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    const letter = event.key.length === 1 && event.key !== " " && !event.ctrlKey && !event.metaKey;
    if (step !== undefined) all.at(step % all.length)?.focus();
    else if (event.key === "Tab") list.hidePopover();
    else if (letter) [...all.slice(at + 1), ...all].find((item) => item.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    if (step !== undefined || letter) event.preventDefault();
    if (letter) event.stopPropagation();
  });
  kw.on("click", "[role^=menuitem]", (event, item) => item.closest("[popover]")?.hidePopover());
})();
