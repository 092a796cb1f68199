// Hindi while one types in Latin letters: at a space or a mark the word before it becomes Devanagari, others stand in a list to choose
// from, Backspace right after gives the letters back. One listener for every box; a box that holds no Hindi, a password, a keyboard
// that writes Hindi itself and a phone's are left alone.
"use strict";
window.typing = (() => {
  const CHOICES = "edaksh.typing", OFF = "edaksh.typing.off", WHO = "edaksh.typing.who";
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
  let copy = null;      // the text of the box up to the list's word, laid out as the box lays it out

  // ---- what is remembered on this computer, until the next person comes ---------------------------------------------
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
    const here = byId("who") ? byId("who").dataset.who : "", was = kept(WHO).name;
    if (was !== undefined && was !== here) forget();
    if (was !== here) keep(WHO, {name: here});
  }

  // ---- which boxes, and whether they are in Hindi -------------------------------------------------------------------
  const fits = one => Boolean(one && one.matches && one.matches(BOXES) && !one.readOnly && !one.disabled &&
    !(one.matches("input") && !["text", "search", ""].includes(one.type)) && !one.closest("[data-no-hindi]"));
  const nameOf = one => { const holder = one.closest("[id^='box-'], #editor, [data-hindi]"); return (holder && holder.id) || "box"; };
  const paper = () => { const here = document.querySelector("[data-paper]"); return here ? here.dataset.paper : ""; };

  function isOn(one = box) {
    if (!one) return false;
    const name = nameOf(one), set = kept(OFF)[paper() + name];
    return set === undefined ? paper() === "hi" && !NEVER.test(name) : set === 0;
  }

  // Whether it works, too: the words take a moment to come.
  const state = () => !isOn() ? "off" : roman.ready() ? "on" : lost ? "lost" : "waits";

  function turn() {
    if (!box) return;
    keep(OFF, {...kept(OFF), [paper() + nameOf(box)]: isOn() ? 1 : 0});
    shut();
    show();
    tell(say((isOn() && !roman.ready() ? "hint-" : "now-") + state()));
    box.focus();
  }

  // ---- the word before the cursor -----------------------------------------------------------------------------------
  function run() {
    const end = box.selectionStart;
    if (end !== box.selectionEnd || /[A-Za-z]/.test(box.value[end] || "")) return null;  // in the middle of a word
    const line = box.value.slice(0, end), start = line.search(/\S+$/);
    if (start < 0) return null;
    const text = line.slice(start);
    if (!/[A-Za-z]/.test(text) || text.length > 200) return null;
    return {start, end, text, before: line.slice(line.lastIndexOf("\n", start - 1) + 1, start)};
  }

  // The letters that are being typed just now, where they are a word by themselves and not a part of an address or a code.
  function wordOf(here) {
    const match = /(?:^|[^A-Za-z0-9@._\/\\-])([A-Za-z]{1,40})$/.exec(here.text);
    if (!match || /[@_\\]|\d|:\/\/|www\./.test(here.text)) return "";
    return match[1];
  }

  function found(word) {
    const small = word.toLowerCase(), mine = kept(CHOICES)[small], first = roman.word(word, false, locked);
    const all = [mine, first, ...roman.candidates(word)].filter(one => one && one !== word && /[\u0900-\u097f]/.test(one));
    const list = [...new Set(all)].slice(0, 5);
    if (mine === small || (!mine && first === word)) return [word, ...list.slice(0, 4)];  // it stays as it is
    return list.length < 5 ? [...list, word] : [...list.slice(0, 4), word];
  }

  // `leaving`: the box has lost the cursor and isn't to have it back.
  function put(choice, leaving = false) {
    const here = run();
    if (!here || (left && left.box === box && left.start === here.start && left.typed === here.text)) return;
    const mine = kept(CHOICES), word = wordOf(here);
    let text = roman.stretch(here.text, here.before, locked, (typed, at) => {
      if (choice !== undefined && at + typed.length === here.text.length) return choice;
      const chosen = mine[typed.toLowerCase()];
      return chosen === typed.toLowerCase() ? typed : chosen || null;
    });
    if (choice === undefined) text = roman.finished(here.before + text).slice(here.before.length);
    if (choice !== undefined && word) remember(word, choice);
    if (text === here.text) {
      left = {box, start: here.start, typed: here.text};
      return;
    }
    if (leaving) {
      replace(box, here.start, here.end, text);
      return;
    }
    write(here.start, here.end, text);
    done = {box, start: here.start, end: here.start + text.length, typed: here.text, put: text};
    tell(text);
  }

  function remember(word, choice) {
    const mine = kept(CHOICES), small = word.toLowerCase();
    if (roman.word(small, false, locked) === choice) delete mine[small];
    else mine[small] = choice === word ? small : choice;
    const names = Object.keys(mine);
    if (names.length > 500) delete mine[names[0]];
    keep(CHOICES, mine);
  }

  // As if it were typed: the browser's undo and Gradio's state follow.
  function write(start, end, text) {
    box.focus();
    box.setSelectionRange(start, end);
    if (!document.execCommand("insertText", false, text)) replace(box, start, end, text);
  }

  function replace(one, start, end, text) {
    one.setRangeText(text, start, end, "end");
    one.dispatchEvent(new Event("input", {bubbles: true}));
  }

  function back() {
    const at = box.selectionStart;
    if (!done || done.box !== box || at !== box.selectionEnd || at < done.end || at > done.end + 1) return false;
    if (box.value.slice(done.start, done.end) !== done.put || (at > done.end && !MARKS.includes(box.value[done.end]))) return false;
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

  // Its five places are made once and filled again at each key: new ones would be so much for the browser to clear away.
  function places() {
    const list = make("div", {id: "hindi-list", role: "listbox", "aria-orientation": "horizontal"});
    for (let n = 0; n < 5; n++) {
      const item = make("button", {type: "button", id: "hindi-option-" + n, role: "option", tabindex: "-1"}, list);
      item.append(make("b", {}, item, String(n + 1)), make("span", {}, item, " "));
      item.onmousedown = event => { event.preventDefault(); choose(n); };
      list.append(item);
    }
    return list;
  }

  function draw(start) {
    const list = byId("hindi-list") || places();
    list.setAttribute("aria-label", say("list"));
    for (const [n, item] of [...list.children].entries()) {
      const one = open.found[n];
      item.hidden = one === undefined;
      if (item.hidden) continue;
      item.setAttribute("aria-selected", String(n === open.at));
      item.lastChild.firstChild.data = one;
      item.lastChild.lang = /[a-z]/i.test(one) ? "en" : "hi";
    }
    list.hidden = false;
    box.setAttribute("aria-activedescendant", "hindi-option-" + open.at);  // a screen reader reads it
    if (start !== undefined) requestAnimationFrame(() => { if (open && box) place(list, start); });  // once the key's own layout is made
  }

  // The list stands below its word. Where that is, a copy of the box tells; it is made once for a word, not at every key.
  function place(list, start) {
    if (!copy) {
      const style = getComputedStyle(box);
      copy = document.createElement("div");
      for (const name of ["fontFamily", "fontSize", "fontWeight", "lineHeight", "letterSpacing", "paddingTop", "paddingLeft", "paddingRight",
        "borderTopWidth", "borderLeftWidth", "borderRightWidth", "boxSizing", "tabSize"]) copy.style[name] = style[name];
      copy.style.cssText += `;position:absolute;left:-9999px;top:0;border-style:solid;width:${box.offsetWidth}px;`
        + `white-space:${box.matches("input") ? "pre" : "pre-wrap"};overflow-wrap:break-word`;
      copy.append(box.value.slice(0, start), document.createElement("span"));
      document.body.append(copy);
    }
    const mark = copy.lastChild;
    list.style.left = "0";  // it is as wide as its words
    mark.textContent = box.value.slice(start, box.selectionEnd) || "x";  // the word itself: it may not fit this row
    const seat = box.getBoundingClientRect();
    const x = seat.left + Math.min(mark.offsetLeft - box.scrollLeft, box.offsetWidth - 40);
    let y = seat.top + mark.offsetTop + mark.offsetHeight - box.scrollTop + 4;
    if (y + list.offsetHeight > innerHeight - room()) y = seat.top + mark.offsetTop - box.scrollTop - list.offsetHeight - 4;
    list.style.left = Math.max(4, Math.min(x, innerWidth - list.offsetWidth - 8)) + "px";
    list.style.top = Math.max(4, y) + "px";
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
    if (copy) copy.remove();
    copy = null;
    if (box) box.removeAttribute("aria-activedescendant");
    if (byId("hindi-list")) byId("hindi-list").hidden = true;
  }

  // ---- keys ---------------------------------------------------------------------------------------------------------
  addEventListener("keydown", event => {
    if (event.key === "F2" && box && document.activeElement === box && !event.altKey && !event.ctrlKey) { event.preventDefault(); turn(); return; }
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

  addEventListener("input", event => {
    if (event.target !== box || !isOn()) return;
    if (event.isComposing || (event.inputType || "").startsWith("history")) { shut(); return; }
    const inserted = /^insert/.test(event.inputType || "insert") ? event.data || "" : null;
    if (inserted !== null && inserted.length !== 1) {  // pasted, or put there by a button: it stays as it came
      const here = run();
      left = here && {box, start: here.start, typed: here.text};
      shut();
      return;
    }
    if (inserted !== null && MARKS.includes(inserted)) { shut(); return; }
    if (left) {
      const here = run();
      if (!here || here.start !== left.start || here.text !== left.typed) left = null; else return;
    }
    look();
  }, true);

  addEventListener("focusin", event => {
    if (fits(event.target)) {
      if (event.target !== box) { done = left = null; shut(); }
      box = event.target;
      mine();
      show();
    }
  });
  addEventListener("focusout", event => {
    if (event.target !== box) return;
    shut();
    if (isOn() && roman.ready() && document.hasFocus()) put(undefined, true);  // the last word has no space after it
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
    if (!byId("hindi-bar")) return;
    show();
    if (box !== document.activeElement || !isOn()) return;
    tell(say(lost ? "hint-lost" : "now-on"));
    look();
  }
  begin();

  return {forget, isOn, box: () => (box && box.isConnected ? box : null), write, fits, tool};
})();
