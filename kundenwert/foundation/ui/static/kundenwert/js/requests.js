/* A thin bar for requests over 150 ms; a plain word when the server or the line fails. Nothing typed is touched. */
(() => {
  let running = 0, timer = 0;
  const bar = () => document.getElementById("loading-bar");
  const start = () => {
    running += 1;
    if (running === 1) timer = setTimeout(() => { bar().hidden = false; }, 150);
  };
  const stop = () => {
    running = Math.max(0, running - 1);
    if (running) return;
    clearTimeout(timer);
    if (bar()) bar().hidden = true;
  };
  document.addEventListener("htmx:before:request", start);
  document.addEventListener("htmx:finally:request", stop);
  document.addEventListener("htmx:response:error", (event) => {
    const { response } = event.detail.ctx, words = document.getElementById("toasts")?.dataset;
    if (!words || [409, 422].includes(response.status) || response.headers.get("HX-Trigger")) return;
    kw.toast({ text: [401, 403, 404, 410].includes(response.status) ? words.refused : words.failed, tone: "danger" });
  });
  document.addEventListener("htmx:error", (event) => {
    const { error, ctx } = event.detail;
    if (!ctx || !document.getElementById("toasts") || error?.name === "AbortError" || ctx.response) return;
    kw.toast({ text: document.getElementById("toasts").dataset.offline, tone: "danger" });
  });
})();
