/* Files by dropping or choosing; the names and sizes are shown. */
(() => {
  const show = (box) => {
    const size = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1 });
    box.querySelector("[data-file-list]").replaceChildren(...[...box.querySelector("input[type=file]").files].map((file) => {
      const kb = file.size / 1000;
      return Object.assign(document.createElement("li"), { textContent: `${file.name} · ${kb < 1000 ? `${size.format(kb)} kB` : `${size.format(kb / 1000)} MB`}` });
    }));
  };
  for (const type of ["dragover", "dragleave", "drop"]) kw.on(type, "[data-file-drop]", (event, box) => {
    event.preventDefault();
    box.classList.toggle("is-over", type === "dragover");
    if (type !== "drop" || !event.dataTransfer.files.length) return;
    const input = box.querySelector("input[type=file]");
    input.files = event.dataTransfer.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  kw.on("change", "[data-file-drop] input[type=file]", (event, input) => show(input.closest("[data-file-drop]")));
})();
