/* Fields that make sense only with some values of another one: data-show-when='{"birthday": ["kind", ["person"]]}' on the form.
   A field that says something, or is wrong, stays in sight. Without this file all are shown. */
(() => {
  const named = (form, name) => form.querySelector(`[name="${name}"]:checked, select[name="${name}"], textarea[name="${name}"], input[name="${name}"]:not([type=radio], [type=checkbox])`);
  const says = (control) => control.matches("select") ? !control.selectedOptions[0]?.defaultSelected && control.value !== "" && control.selectedIndex > 0 : control.value !== "";
  const show = (form) => {
    for (const [name, [other, values]] of Object.entries(JSON.parse(form.dataset.showWhen))) {
      const control = named(form, name), field = control?.closest(".field"), chosen = named(form, other);
      if (!field || !chosen) continue;
      field.hidden = !values.includes(chosen.value) && !says(control) && !field.classList.contains("has-error");
    }
    form.querySelectorAll(".form-group").forEach((group) => { group.hidden = !group.querySelector(".field:not([hidden])"); });
  };
  const all = () => document.querySelectorAll("form[data-show-when]").forEach(show);
  kw.on("change", "form[data-show-when]", (event, form) => show(form));
  document.addEventListener("DOMContentLoaded", all);
})();
