/* Light, dark, or as the system: at once on the page, then kept by the server. */
kw.on("click", "[data-theme-value]", (event, item) => {
  const group = item.closest("[data-theme-switch]");
  document.documentElement.dataset.theme = item.dataset.themeValue;
  group.querySelectorAll("[data-theme-value]").forEach((one) => one.setAttribute("aria-checked", one === item));
  if (group.dataset.themeSwitch) kw.post(group.dataset.themeSwitch, { theme: item.dataset.themeValue });
});
