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

  // A remote has two keys: they show the rest of a step that is higher than the screen before they leave it.
  const SLIVER = 40;
  function scrolled(screens) {
    const before = scrollY;
    scrollBy({top: screens * innerHeight * 0.85, behavior: "instant"});
    return Math.abs(scrollY - before) > SLIVER;
  }

  const KEYS = {ArrowRight: "onward", PageDown: "onward", ArrowLeft: "back", PageUp: "back"};
  const SCREENS = {PageDown: 1, PageUp: -1};
  document.addEventListener("keydown", event => {
    const button = location.pathname === "/demo" && document.getElementById(KEYS[event.key]);
    if (!button || event.altKey || event.ctrlKey || event.metaKey || event.target.closest("textarea, input")) return;
    event.preventDefault();
    if (!event.repeat && !scrolled(SCREENS[event.key] || 0)) button.click();
  });

  return {at: () => asked("at"), code: () => asked("code"), batch: () => asked("batch"), arrived};
})();
