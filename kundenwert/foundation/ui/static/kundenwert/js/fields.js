/* Show a password; jump from the list of errors to the field; Ctrl+Enter saves a form. */
kw.on("click", "[data-reveal]", (event, button) => {
  const input = button.parentElement.querySelector("input"), show = input.type === "password";
  input.type = show ? "text" : "password";
  button.setAttribute("aria-pressed", show);
});
kw.on("click", ".callout a[href^='#']", (event, link) => {
  const field = document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  field.focus();
});
kw.on("keydown", "form textarea", (event, area) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); area.form.requestSubmit(); }
});
