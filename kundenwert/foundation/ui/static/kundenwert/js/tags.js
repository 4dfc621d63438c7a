/* Tags: Enter, comma or leaving adds; Backspace in the empty field takes the last away; each tag is one hidden field. */
(() => {
  const field = (box) => box.querySelector("input[type=text]");
  const has = (box, tag) => [...box.querySelectorAll("[data-tag] > input")].some((one) => one.value.toLowerCase() === tag.toLowerCase());
  const add = (box) => {
    for (const tag of field(box).value.split(/[,;]/).map((one) => one.trim()).filter(Boolean)) {
      if (has(box, tag)) continue;
      const badge = box.querySelector("template").content.firstElementChild.cloneNode(true);
      const remove = badge.querySelector("button");
      badge.querySelector("input").value = tag;
      badge.prepend(tag);
      remove.setAttribute("aria-label", `${remove.dataset.label} ${tag}`);
      field(box).before(badge);
    }
    field(box).value = "";
    box.dispatchEvent(new Event("change", { bubbles: true }));
  };
  kw.on("keydown", "[data-tags] > input", (event, input) => {
    const box = input.closest("[data-tags]");
    if ((event.key === "Enter" || event.key === "," || event.key === ";") && input.value.trim()) { event.preventDefault(); add(box); }
    else if (event.key === "Backspace" && !input.value) [...box.querySelectorAll("[data-tag]")].at(-1)?.remove();
  });
  kw.on("focusout", "[data-tags] > input", (event, input) => { if (input.value.trim()) add(input.closest("[data-tags]")); });
  kw.on("click", "[data-tag-remove]", (event, button) => {
    const box = button.closest("[data-tags]");
    button.closest("[data-tag]").remove();
    field(box).focus();
    box.dispatchEvent(new Event("change", { bubbles: true }));
  });
  kw.on("click", "[data-tags]", (event, box) => { if (event.target === box) field(box).focus(); });
})();
