/* The sidebar: folded or open (kept in a cookie, so that the server draws it right), a drawer on telephones. */
(() => {
  const app = () => document.getElementById("app");
  kw.toggleSidebar = () => {
    const folded = app().dataset.sidebar !== "collapsed";
    app().dataset.sidebar = folded ? "collapsed" : "open";
    document.querySelector("[data-sidebar-toggle]").setAttribute("aria-expanded", !folded);
    kw.remember("sidebar", app().dataset.sidebar);
  };
  const drawer = (open) => {
    document.body.classList.toggle("sidebar-open", open);
    document.querySelector(open ? "[data-sidebar-close]" : "[data-sidebar-open]")?.focus();
  };
  kw.on("click", "[data-sidebar-toggle]", kw.toggleSidebar);
  kw.on("click", "[data-sidebar-open]", () => drawer(true));
  kw.on("click", "[data-sidebar-close]", () => drawer(false));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && document.body.classList.contains("sidebar-open")) drawer(false);
  });
})();
