// Hindi while one types in Latin letters: at a space or a mark the word before it becomes Devanagari, others stand in a list to choose
// from, Backspace right after gives the letters back. One listener for every box; a box that holds no Hindi, a password and a keyboard
// that writes Hindi itself are left alone. A phone's keyboard names no keys: there the text is read once it is in the box.
"use strict";
window.typing = (() => {
  const BOXES = "#editor textarea, [id^='box-'] textarea, [id^='box-'] input, [data-hindi]";
  const NEVER = /email|phone|mobile|pin|url|cc$|date|deadline|time/;
  const MARKS = " ,;)?!|”’\n\t";
  const byId = id => document.getElementById(id);
  const say = key => edaksh.say("page.hindi." + key);

  let box = null;       // the box in use
  let open = null;      // the list that stands open: {word, found, at, moved: whether an arrow went through it}
  let done = null;      // the last word that was put: {box, start, end, typed, put}
  let left = null;      // a word that is to stay as it was typed: {box, start, typed}
  let locked = false;   // Caps Lock
  let lost = false;     // the words didn't come
  let keyed = false;    // a key was named, and what it types is seen to
  let byHand = false;   // what comes into the box is typed, not put there by a button: only typing is told of before

  // ---- which boxes, and whether they are in Hindi -------------------------------------------------------------------
  const fits = one => Boolean(one && one.matches && one.matches(BOXES) && !one.readOnly && !one.disabled &&
    !(one.matches("input") && !["text", "search", ""].includes(one.type)) && !one.closest("[data-no-hindi]"));
  const nameOf = one => { const holder = one.closest("[id^='box-'], #editor, [data-hindi]"); return (holder && holder.id) || "box"; };
  const paper = () => { const here = document.querySelector("[data-paper]"); return here ? here.dataset.paper : ""; };

  function isOn(one = box) {
    if (!one) return false;
    const name = nameOf(one), set = remembered.off(paper() + name);
    return set === undefined ? paper() === "hi" && !NEVER.test(name) : set === 0;
  }

  // Whether it works, too: the words take a moment to come.
  const state = () => !isOn() ? "off" : roman.ready() ? "on" : lost ? "lost" : "waits";

  function turn() {
    if (!box) return;
    remembered.turn(paper() + nameOf(box), isOn() ? 1 : 0);
    shut();
    show();
    tell(say((isOn() && !roman.ready() ? "hint-" : "now-") + state()));
    box.focus();
  }

  // ---- the word before the cursor -----------------------------------------------------------------------------------
  function run(end = box.selectionStart) {
    if (box.selectionStart !== box.selectionEnd || /[A-Za-z]/.test(box.value[end] || "")) return null;  // in the middle of a word
    const start = box.value.slice(0, end).search(/\S+$/);
    return start < 0 || end - start > 200 ? null : piece(start, end);
  }

  function piece(start, end) {
    const text = box.value.slice(start, end);
    return /[A-Za-z]/.test(text) ? {start, end, text, before: box.value.slice(box.value.lastIndexOf("\n", start - 1) + 1, start)} : null;
  }

  // The letters that are being typed just now, where they are a word by themselves and not a part of an address or a code.
  function wordOf(here) {
    const match = /(?:^|[^A-Za-z0-9@._\/\\-])([A-Za-z]{1,40})$/.exec(here.text);
    if (!match || /[@_\\]|\d|:\/\/|www\./.test(here.text)) return "";
    return match[1];
  }

  function found(word) {
    const small = word.toLowerCase(), mine = remembered.choices()[small], first = roman.word(word, false, locked);
    const all = [mine, first, ...roman.candidates(word)].filter(one => one && one !== word && /[\u0900-\u097f]/.test(one));
    const list = [...new Set(all)].slice(0, 5);
    if (mine === small || (!mine && first === word)) return [word, ...list.slice(0, 4)];  // it stays as it is
    return list.length < 5 ? [...list, word] : [...list.slice(0, 4), word];
  }

  // A piece of the text as it will stand, word after word as if each were typed just now.
  function read(here, choice) {
    const mine = remembered.choices();
    let before = here.before, out = "";
    for (const part of here.text.split(/(\s+)/)) {
      let text = part;
      if (/[A-Za-z]/.test(part)) {
        text = roman.stretch(part, before, locked, (typed, at) => {
          if (choice !== undefined && at + typed.length === part.length) return choice;
          const chosen = mine[typed.toLowerCase()];
          return chosen === typed.toLowerCase() ? typed : chosen || null;
        });
        if (choice === undefined) text = roman.finished(before + text).slice(before.length);
      }
      out += text;
      before = (before + text).replace(/^[^]*\n/, "");
    }
    return out;
  }

  // `leaving`: the box has lost the cursor and isn't to have it back. `marks`: what was typed after it already.
  function put(choice, {leaving = false, here = run(), marks = ""} = {}) {
    if (!here || (left && left.box === box && left.start === here.start && left.typed === here.text)) return;
    const word = wordOf(here), text = read(here, choice);
    if (choice !== undefined && word) remember(word, choice);
    if (text === here.text) {
      left = {box, start: here.start, typed: here.text};
      return;
    }
    if (leaving) {
      replace(box, here.start, here.end, text);
      return;
    }
    const rest = box.value.slice(here.end + marks.length, box.selectionEnd);  // letters of a next word, begun already
    write(here.start, here.end + marks.length + rest.length, text + marks + rest);
    left = null;
    done = {box, start: here.start, end: here.start + text.length, typed: here.text, put: text};
    tell(text);
  }

  // What came into the box without a key that is named: from a phone's keyboard, by a word of its row, or spoken.
  function came(inserted) {
    const end = box.selectionStart, from = end - inserted.length;
    let to = end;
    while (to > from && !MARKS.includes(box.value[to - 1])) to--;
    if (to === from || from < 0) return false;
    let last = to;
    while (last > 0 && MARKS.includes(box.value[last - 1])) last--;
    const start = box.value.slice(0, Math.min(from, last)).search(/\S+$/);
    const here = piece(start < 0 ? Math.min(from, last) : start, last);
    shut();
    done = null;
    if (here) put(undefined, {here, marks: box.value.slice(last, to)});
    return to === end;
  }

  // The words are there: what was typed before becomes what it would have become.
  function catchUp() {
    const now = box;
    early.give((one, start, end) => {
      box = one;
      const active = document.activeElement === box, at = box.selectionStart, begun = active && at === end;
      while (begun && end > start && !MARKS.includes(box.value[end - 1])) end--;  // the word that is being typed is for the list
      const here = isOn() && piece(start, end), text = here && read(here);
      if (!here || text === here.text) return;
      replace(box, start, end, text, "preserve");
      const later = at + text.length - here.text.length;
      if (active && at >= end) box.setSelectionRange(later, later);
    });
    box = now;
  }

  function remember(word, choice) {
    const small = word.toLowerCase();
    remembered.choose(small, roman.word(small, false, locked) === choice ? "" : choice === word ? small : choice);
  }

  // As if it were typed: the browser's undo and Gradio's state follow.
  function write(start, end, text) {
    box.focus();
    box.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) replace(box, start, end, text);
  }

  function replace(one, start, end, text, cursor = "end") {
    one.setRangeText(text, start, end, cursor);
    one.dispatchEvent(new Event("input", {bubbles: true}));
  }

  // `gone`: how many signs a phone's key has taken away already.
  function back(gone = 0) {
    const at = box.selectionStart;
    if (!done || done.box !== box || at !== box.selectionEnd || at < done.end - gone || at > done.end + 1 - gone) return false;
    const end = Math.min(at, done.end);
    if (box.value.slice(done.start, end) !== done.put.slice(0, end - done.start) || (at > end && !MARKS.includes(box.value[end]))) return false;
    const {start, typed} = done;
    done = null;
    write(start, at, typed);
    left = {box, start, typed};
    look(true);
    return true;
  }

  // ---- the list -----------------------------------------------------------------------------------------------------
  function look(stay = false) {
    const here = run(), word = here && wordOf(here);
    if (!word || !roman.ready() || (word.length < 2 && !stay)) return shut();
    const list = found(word);
    open = {word, found: list, at: stay ? list.indexOf(word) : 0};
    draw(here.end - word.length);
  }

  function draw(start) {
    choices.draw(box, open.found, open.at, {start, label: say("list"), room, choose});
  }

  function choose(n) {
    const choice = open.found[n];
    shut();
    if (choice === undefined) return;
    const here = run(), word = here && wordOf(here);
    left = null;
    put(choice);
    if (choice === word) left = {box, start: here.start, typed: here.text};
  }

  function shut() {
    open = null;
    choices.hide(box);
  }

  // ---- keys ---------------------------------------------------------------------------------------------------------
  addEventListener("keydown", event => {
    if (event.key === "F2" && box && document.activeElement === box && !event.altKey && !event.ctrlKey) { event.preventDefault(); turn(); return; }
    keyed = event.target === box && !event.isComposing && event.keyCode !== 229 && (event.key.length === 1 || event.key === "Enter");
    if (event.target !== box || event.isComposing || event.keyCode === 229 || !isOn() || !roman.ready()) return;
    locked = event.getModifierState("CapsLock");
    if (event.ctrlKey || event.metaKey || event.altKey) { shut(); done = null; return; }
    if (open && /^[1-5]$/.test(event.key) && open.found[event.key - 1]) {
      event.preventDefault();
      choose(event.key - 1);
    } else if (open && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      const count = open.found.length;
      open.at = (open.at + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
      open.moved = true;
      left = null;
      draw();
    } else if (open && event.key === "Escape") {
      event.preventDefault();
      event.stopImmediatePropagation();
      const here = run();
      if (here) left = {box, start: here.start, typed: here.text};
      shut();
    } else if (event.key === "Backspace") {
      if (back()) event.preventDefault();
    } else if (event.key === "|" && /[\u0900-\u097f]\s?$/.test(box.value.slice(0, box.selectionStart))) {
      event.preventDefault();
      write(box.selectionStart, box.selectionEnd, "।");
    } else if (event.key === "Enter" && open && open.moved) {
      event.preventDefault();
      choose(open.at);
    } else if (event.key === "Enter" || event.key === "Tab" || (event.key.length === 1 && MARKS.includes(event.key))) {
      const choice = open && open.moved ? open.found[open.at] : undefined;
      shut();
      if (choice !== undefined) left = null;
      put(choice);
    } else if (!["Shift", "CapsLock"].includes(event.key)) {
      done = null;
      if (event.key.length > 1) shut();  // the cursor goes elsewhere
    }
  }, true);

  addEventListener("beforeinput", () => { byHand = true; }, true);

  addEventListener("input", event => {
    const named = keyed, typed = byHand && /^insert(Text|CompositionText|LineBreak)$/.test(event.inputType), kind = event.inputType || "insert";
    if (byHand) keyed = byHand = false;
    if (event.target !== box || !isOn()) return;
    const inserted = !/^insert/.test(kind) ? null : event.data || (kind === "insertLineBreak" ? "\n" : "");
    if (!roman.ready()) { early.note(box, typed && inserted || ""); return; }
    if (kind.startsWith("history")) { shut(); return; }
    if (event.isComposing) {  // a phone's word in the making: those to choose from stand below it already
      look();
      return;
    }
    if (kind === "deleteContentBackward" && !named && back(1)) return;
    if (inserted !== null && inserted.length !== 1 && !typed) {  // pasted, or put there by a button: it stays as it came
      const here = run();
      left = here && {box, start: here.start, typed: here.text};
      shut();
      return;
    }
    if (inserted && !named && came(inserted)) return;
    if (inserted && /^[0-9]$/.test(inserted)) {
      const at = box.selectionStart - 1, from = box.value.lastIndexOf("\n", at - 1) + 1, short = roman.beforeFigure(box.value.slice(from, at));
      if (short !== null) write(from, at + 1, short + inserted);
    }
    if (inserted !== null && MARKS.includes(inserted)) { shut(); return; }
    if (left) {
      const here = run();
      if (!here || here.start !== left.start || here.text !== left.typed) left = null; else return;
    }
    look();
  }, true);

  addEventListener("compositionend", event => {
    if (event.target === box && isOn() && roman.ready() && event.data) came(event.data);  // with its space, as some keyboards have it
  }, true);

  addEventListener("focusin", event => {
    if (fits(event.target)) {
      if (event.target !== box) { done = left = null; shut(); }
      box = event.target;
      remembered.mine();
      show();
    }
  });
  addEventListener("focusout", event => {
    if (event.target !== box) return;
    shut();
    if (isOn() && roman.ready() && document.hasFocus()) put(undefined, {leaving: true});  // the last word has no space after it
  });
  addEventListener("scroll", shut, {capture: true, passive: true});
  addEventListener("mousedown", event => { if (event.target === box) { shut(); done = null; } });

  // ---- the line at the foot of the page: the switch, a hint, and what else helps ------------------------------------
  function make(tag, marks, holder = document.body, text = "") {
    const one = document.createElement(tag);
    for (const name in marks) one.setAttribute(name, marks[name]);
    if (text) one.textContent = text;
    if (holder === document.body) holder.append(one);
    return one;
  }

  // A panel that a button of the line opens above it. `fill` is called when it opens, with the panel empty.
  const tools = [];
  function tool(id, key, fill) { tools.push({id, key, fill}); }

  function toggle(one) {
    const panel = byId("hindi-" + one.id) || make("section", {id: "hindi-" + one.id, hidden: ""});
    const opens = panel.hidden;
    for (const other of tools) {
      if (byId("hindi-" + other.id)) byId("hindi-" + other.id).hidden = true;
      byId("hindi-open-" + other.id).setAttribute("aria-expanded", String(opens && other === one));
    }
    panel.hidden = !opens;
    panel.setAttribute("aria-label", say(one.key));
    if (opens) {
      panel.replaceChildren();
      one.fill(panel);
    } else if (box) {
      box.focus();
    }
    show();
    if (opens && box) box.scrollIntoView({block: "center"});
  }

  addEventListener("keydown", event => {
    const open = tools.find(one => byId("hindi-" + one.id) && !byId("hindi-" + one.id).hidden);
    if (event.key === "F8" && box && tools.length) { event.preventDefault(); toggle(tools.find(one => one.id === "terms")); }
    else if (event.key === "Escape" && open && !event.defaultPrevented) toggle(open);
  });

  const room = () => {
    const tops = [...document.querySelectorAll("#hindi-bar, #hindi-board, #hindi-terms")].filter(one => !one.hidden);
    return tops.length ? innerHeight - Math.min(...tops.map(one => one.getBoundingClientRect().top)) : 0;
  };

  function show() {
    const bar = byId("hindi-bar") || make("div", {id: "hindi-bar", role: "toolbar"});
    if (!bar.firstChild) {
      const button = make("button", {type: "button", id: "hindi-switch"}, bar);
      button.onmousedown = event => event.preventDefault();
      button.onclick = turn;
      const more = make("span", {id: "hindi-more"}, bar);
      for (const one of tools) {
        const opener = make("button", {type: "button", id: "hindi-open-" + one.id, "aria-expanded": "false"}, more);
        opener.onmousedown = event => event.preventDefault();
        opener.onclick = () => toggle(one);
        more.append(opener);
      }
      bar.append(button, make("span", {id: "hindi-hint"}, bar), more);
      make("div", {id: "hindi-said", role: "status", class: "unseen"});
    }
    const on = isOn(), button = byId("hindi-switch");
    bar.setAttribute("aria-label", say("bar"));
    bar.hidden = !box || !box.isConnected;
    if (box) box.autocapitalize = on ? "none" : "";  // a phone's capital would be an English name's
    button.setAttribute("aria-pressed", String(on));
    button.textContent = say(state());
    byId("hindi-hint").textContent = say("hint-" + state());
    for (const one of tools) byId("hindi-open-" + one.id).textContent = say(one.key);
    const foot = [...document.querySelectorAll(".actions")].find(one => one.offsetParent !== null || one.getClientRects().length);
    const low = (foot ? foot.offsetHeight : 0) + "px";
    document.documentElement.style.setProperty("--foot", low);
    bar.style.bottom = low;
    const raised = bar.hidden ? 0 : bar.offsetHeight, panel = tools.map(one => byId("hindi-" + one.id)).find(one => one && !one.hidden);
    if (panel) {
      panel.hidden = bar.hidden;
      panel.style.bottom = `calc(${low} + ${raised}px)`;
    }
    document.documentElement.style.setProperty("--hindi-bar", raised + (panel ? panel.offsetHeight : 0) + "px");
  }
  new ResizeObserver(() => { if (byId("hindi-bar")) show(); }).observe(document.documentElement);

  function tell(text) { if (byId("hindi-said")) byId("hindi-said").textContent = text; }

  // ---- beginning ----------------------------------------------------------------------------------------------------
  async function begin() {
    try {
      const answer = await fetch(document.querySelector("meta[name=hindi-words]").content);
      if (answer.ok) await roman.load(await answer.json());
    } catch (failed) { /* without the words a box takes letters as they are typed */ }
    lost = !roman.ready();
    if (!lost) catchUp();
    if (!byId("hindi-bar")) return;
    show();
    if (box !== document.activeElement || !isOn()) return;
    tell(say(lost ? "hint-lost" : "now-on"));
    look();
  }
  begin();

  return {isOn, box: () => (box && box.isConnected ? box : null), write, fits, tool};
})();
