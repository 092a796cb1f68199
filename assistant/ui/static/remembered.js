// What is remembered of typing on this computer, until the next person comes: the words that were chosen, and the boxes in letters.
"use strict";
window.remembered = (() => {
  const CHOICES = "edaksh.typing", OFF = "edaksh.typing.off", WHO = "edaksh.typing.who";

  function kept(name) {
    try { return JSON.parse(localStorage.getItem(name)) || {}; } catch (refused) { return {}; }
  }
  function keep(name, value) {
    try { localStorage.setItem(name, JSON.stringify(value)); } catch (refused) { /* full, or not allowed: only forgotten */ }
  }
  function forget() {
    try { localStorage.removeItem(CHOICES); localStorage.removeItem(OFF); localStorage.removeItem(WHO); } catch (refused) { /* nothing was kept */ }
  }
  document.addEventListener("submit", event => { if (event.target.matches("form[action='/desk/new']")) forget(); }, true);

  // Somebody else may sit here now, though nobody pressed the button.
  function mine() {
    const who = document.getElementById("who"), here = who ? who.dataset.who : "", was = kept(WHO).name;
    if (was !== undefined && was !== here) forget();
    if (was !== here) keep(WHO, {name: here});
  }

  // `choice` was taken for a word; "" where it is what it would be anyhow.
  function choose(word, choice) {
    const all = kept(CHOICES);
    delete all[word];
    if (choice) all[word] = choice;
    const names = Object.keys(all);
    if (names.length > 500) delete all[names[0]];
    keep(CHOICES, all);
  }

  return {
    forget, mine, choose,
    choices: () => kept(CHOICES),
    off: name => kept(OFF)[name],  // 1: in letters, 0: in Hindi, undefined: as it is for all
    turn: (name, off) => keep(OFF, {...kept(OFF), [name]: off}),
  };
})();
