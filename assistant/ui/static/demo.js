// The projector: large type, what the address asks for, and the keys of a presenter's remote.
"use strict";
window.demo = (() => {
  if (location.pathname === "/demo" || window.DEMO) document.documentElement.classList.add("demo");

  const asked = name => new URLSearchParams(location.search).get(name) || "";

  function arrived(loaded) {
    setTimeout(() => {
      edaksh.spoken();
      edaksh.begin();
      if (loaded) return;
      const title = document.querySelector("#stage h1");
      if (title) title.focus({preventScroll: true});
      scrollTo(0, 0);
    }, 60);
  }

  const KEYS = {ArrowRight: "onward", PageDown: "onward", ArrowLeft: "back", PageUp: "back"};
  document.addEventListener("keydown", event => {
    const button = location.pathname === "/demo" && document.getElementById(KEYS[event.key]);
    if (!button || event.altKey || event.ctrlKey || event.metaKey || event.target.closest("textarea, input")) return;
    event.preventDefault();
    if (!event.repeat) button.click();
  });

  return {at: () => asked("at"), code: () => asked("code"), batch: () => asked("batch"), arrived};
})();
