/* Copies data-copy and says so. */
kw.on("click", "[data-copy]", async (event, button) => {
  await navigator.clipboard.writeText(button.dataset.copy);
  kw.toast({ text: button.dataset.copied });
});
