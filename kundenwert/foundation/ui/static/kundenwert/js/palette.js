/* The command palette: commands of the page, places from the navigation, more from the server; typing filters and searches. */
(() => {
  const $ = (selector) => document.querySelector(`#palette ${selector}`);
  const fill = () => {
    const template = document.getElementById("commands");
    if (template?.content.childElementCount) { $("[data-palette-commands]").append(template.content); htmx.process($("[data-palette-commands]")); }
    template?.remove();
    const group = $("[data-palette-go] .option-group");
    if (group.querySelector(".option")) return;
    for (const item of document.querySelectorAll(".sidebar .nav-item[href]")) {
      const option = document.createElement("a"), text = document.createElement("span");
      Object.assign(option, { className: "option", href: item.href, tabIndex: -1, role: "option" });
      option.setAttribute("aria-selected", "false");
      Object.assign(text, { className: "option-text truncate", textContent: item.querySelector(".sidebar-text").textContent });
      option.append(item.querySelector(".icon").cloneNode(true), text);
      if (item.dataset.key) {
        const keys = Object.assign(document.createElement("span"), { className: "keys" });
        for (const key of ["G", item.dataset.key.toUpperCase()]) keys.append(Object.assign(document.createElement("kbd"), { textContent: key }));
        option.append(keys);
      }
      group.append(option);
    }
  };
  const filter = () => {
    const words = $("#palette-input").value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    for (const option of document.querySelectorAll("#palette-list .option")) {
      if (option.closest("[data-palette-search]")) continue;
      const text = option.textContent.toLowerCase();
      option.hidden = !words.every((word) => text.includes(word));
    }
    $("[data-palette-none]").hidden = Boolean($(".option:not([hidden])"));
    kw.firstOption($("#palette-input"));
  };
  kw.openPalette = (first) => {
    if ($("").open) return;
    fill();
    const remote = $("[data-palette-remote]");
    if (first === "create") $("#palette-list").prepend(remote); else $("[data-palette-go]").after(remote);
    htmx.process($("")); // the keys may be faster than htmx's own start
    if (!remote.childElementCount) htmx.trigger(remote, "kw:palette");
    $("").showModal();
    $("#palette-input").select();
    filter();
  };
  kw.on("click", "[data-palette-open]", (event, button) => kw.openPalette(button.dataset.paletteOpen));
  kw.on("input", "#palette-input", (event, field) => {
    document.getElementById("palette-query").value = field.value.trim();
    filter();
    if (field.value.trim().length > 1) htmx.trigger($("[data-palette-search]"), "kw:search");
    else $("[data-palette-search]").replaceChildren();
  });
  kw.on("htmx:after:settle", "#palette", filter);
  kw.on("click", "#palette .option", () => $("").close());
})();
