/* Puts a popover beside its anchor: below if there is room, else above, never out of the window. */
kw.place = (popover, anchor, { align = "start", wide = false, gap = 4 } = {}) => {
  const box = anchor.getBoundingClientRect();
  if (wide) popover.style.width = `${Math.max(box.width, 220)}px`;
  const size = popover.getBoundingClientRect();
  const below = innerHeight - box.bottom - gap;
  const top = size.height <= below || below > box.top ? box.bottom + gap : Math.max(8, box.top - gap - size.height);
  const left = align === "end" ? box.right - size.width : box.left;
  popover.style.top = `${top}px`;
  popover.style.left = `${Math.max(8, Math.min(left, innerWidth - size.width - 8))}px`;
};
