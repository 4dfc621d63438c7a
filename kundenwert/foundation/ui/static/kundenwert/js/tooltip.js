/* One tooltip for the page, after a short rest of the pointer or at once for the keyboard; Escape hides it.
   Never within the event: a closing menu gives the focus back while it still closes, and then no popover may open. */
(() => {
  let tip = null, timer = 0;
  const text = (host) => host.dataset.tip || (host.closest("[data-sidebar=collapsed]") ? host.dataset.tipSide : "");
  const close = () => { if (tip?.matches(":popover-open")) tip.hidePopover(); };
  const hide = () => { clearTimeout(timer); close(); };
  const show = (host) => {
    if (!host.isConnected || !text(host)) return;
    tip ||= document.body.appendChild(Object.assign(document.createElement("div"), { className: "tip", popover: "manual" }));
    (host.closest("dialog") || document.body).append(tip);
    tip.textContent = text(host);
    tip.showPopover();
    const box = host.getBoundingClientRect(), size = tip.getBoundingClientRect(), side = host.dataset.tipSide;
    const under = box.bottom + 6 + size.height < innerHeight ? box.bottom + 6 : box.top - 6 - size.height;
    tip.style.left = `${side ? box.right + 8 : Math.max(6, Math.min(box.left + (box.width - size.width) / 2, innerWidth - size.width - 6))}px`;
    tip.style.top = `${side ? box.top + (box.height - size.height) / 2 : under}px`;
  };
  kw.on("mouseover", "[data-tip], [data-tip-side]", (event, host) => { hide(); timer = setTimeout(show, 450, host); });
  kw.on("mouseout", "[data-tip], [data-tip-side]", hide);
  kw.on("focusin", "[data-tip], [data-tip-side]", (event, host) => { if (host.matches(":focus-visible")) timer = setTimeout(show, 0, host); });
  kw.on("focusout", "[data-tip], [data-tip-side]", hide);
  document.addEventListener("click", hide, true);
  document.addEventListener("keydown", hide, true);
  document.addEventListener("scroll", close, true);
})();
