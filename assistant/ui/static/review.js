// The review beside the draft: a card leads to its words, puts its suggestion in, is left aside with a reason.
"use strict";
window.review = (() => {
  const open = new Set(), shown = new Map();
  let held = null, used = "";

  const editor = () => document.querySelector("#editor textarea");
  const cards = () => [...document.querySelectorAll("#findings [data-key], #ledger [data-key]")];
  const first = card => card && card.querySelector("button, summary");

  // Where a place of the text that was reviewed is by now; null where just those words have been changed since.
  function now([at, end]) {
    const was = document.querySelector("#findings [data-text], #ledger [data-text]").dataset.text, is = editor().value;
    const most = Math.min(was.length, is.length);
    let head = 0, tail = 0;
    while (head < most && was[head] === is[head]) head++;
    if (end <= head) return [at, end];
    while (tail < most - head && was[was.length - 1 - tail] === is[is.length - 1 - tail]) tail++;
    const moved = is.length - was.length;
    return at >= was.length - tail ? [at + moved, end + moved] : null;
  }

  const places = from => (from.dataset.typed || "").split(" ").filter(Boolean).map(one => one.split("-").map(Number));

  // ---- to the words -------------------------------------------------------------------------------------------------
  function go(from) {
    const all = places(from);
    if (!all.length) return onPage(from);
    const turn = shown.get(from.dataset.key) || 0;
    shown.set(from.dataset.key, turn + 1);
    const place = now(all[turn % all.length]);
    if (place) select(...place);
  }

  function select(at, end) {
    const text = editor();
    text.focus({preventScroll: true});
    text.setSelectionRange(at, end);
    // Browsers don't scroll to a selection that a script makes: a copy of the box tells how deep in it the words stand.
    const copy = document.createElement("div"), style = getComputedStyle(text);
    for (const name of ["font", "lineHeight", "padding", "letterSpacing", "overflowWrap", "wordBreak"]) copy.style[name] = style[name];
    copy.style.cssText += `;position:absolute;visibility:hidden;white-space:pre-wrap;box-sizing:border-box;width:${text.clientWidth}px`;
    copy.textContent = text.value.slice(0, at);
    const mark = copy.appendChild(document.createElement("span"));
    mark.textContent = text.value.slice(at, end) || " ";
    document.body.appendChild(copy);
    text.scrollTop = Math.max(0, mark.offsetTop - text.clientHeight / 3);
    const deep = mark.offsetTop - text.scrollTop;
    copy.remove();
    const y = text.getBoundingClientRect().top + deep;
    if (y < 8 || y > innerHeight - 160) scrollBy(0, y - innerHeight / 3);
  }

  function onPage(from) {
    const [one, last] = (from.dataset.rows || "").split("-").map(Number);
    const lines = [...document.querySelectorAll("#preview .a4 > p")];
    lines.forEach((line, n) => line.classList.toggle("here", n >= one && n <= last));
    if (!lines[one]) return;
    lines[one].tabIndex = -1;
    lines[one].focus({preventScroll: true});
    lines[one].scrollIntoView({block: "center"});
    const range = within(lines[one], from.dataset.quote || "");
    if (range && window.CSS && CSS.highlights) CSS.highlights.set("here", new Highlight(range));
  }

  function within(line, quote) {
    const at = line.textContent.indexOf(quote);
    if (!quote || at < 0) return null;
    const range = document.createRange(), walk = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    let passed = 0, begun = false;
    while (walk.nextNode()) {
      const node = walk.currentNode, until = passed + node.length;
      if (!begun && at < until) { range.setStart(node, at - passed); begun = true; }
      if (begun && at + quote.length <= until) { range.setEnd(node, at + quote.length - passed); return range; }
      passed = until;
    }
    return null;
  }

  // ---- mended, or left aside ----------------------------------------------------------------------------------------
  function apply(card, words) {
    const version = document.querySelector("#findings [data-version]").dataset.version + card.dataset.key;
    const spots = places(card).map(now);
    if (version === used || spots.includes(null)) return;  // pressed twice, or the words were changed a moment ago
    used = version;
    const text = editor();
    for (const [at, end] of spots.reverse()) {
      const opens = !words.trim() && (at === 0 || text.value[at - 1] === "\n");  // a sign that goes, and the space behind it
      text.focus({preventScroll: true});
      text.setSelectionRange(at, opens ? end + /^ */.exec(text.value.slice(end))[0].length : end);
      document.execCommand(opens ? "delete" : "insertText", false, words);  // so that Ctrl+Z takes it back, and all that listens hears of it
    }
    select(spots[spots.length - 1][0], spots[spots.length - 1][0] + words.length);
    onward(card);
  }

  function judge(card, told) {
    const field = document.querySelector("#judged textarea, #judged input");
    field.value = JSON.stringify({code: card.dataset.code, words: card.dataset.words, ...told});
    field.dispatchEvent(new Event("input", {bubbles: true}));
    setTimeout(() => document.getElementById("judge").click(), 50);
    onward(card);
  }

  function onward(card) {
    const next = first(card.nextElementSibling) || first(card.previousElementSibling) || document.querySelector("#findings h2");
    if (next) next.focus({preventScroll: true});
  }

  document.addEventListener("click", event => {
    const summary = event.target.closest("#findings summary, #ledger summary");
    if (summary) {
      const fold = summary.parentElement;
      fold.open ? open.delete(fold.dataset.fold) : open.add(fold.dataset.fold);
      return;
    }
    const card = event.target.closest("#findings [data-key], #ledger [data-key]");
    if (!card) return;
    const button = event.target.closest("[data-act]");
    if (!button) {
      if (!event.target.closest("details, input, .explained") && !String(getSelection()) && card.dataset.rows) go(card);
    } else if (button.dataset.act === "go") {
      go(card);
    } else if (button.dataset.act === "apply") {
      apply(card, button.dataset.new);
    } else if (button.dataset.act === "leave") {
      const own = button.parentElement.querySelector("input");
      if (!button.dataset.reason && !own.value.trim()) own.focus();
      else {
        judge(card, {reason: button.dataset.reason || own.value.trim()});
        own.value = "";  // this box will belong to the next card
      }
    } else if (button.dataset.act === "back") {
      judge(card, {reason: ""});
    }
  });

  document.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.isComposing && event.target.matches("#findings details input")) {
      event.preventDefault();
      event.target.nextElementSibling.click();
    }
  });

  // ---- the review comes anew, its cards in other places -------------------------------------------------------------
  document.addEventListener("focusin", event => {
    const card = event.target.closest("#findings [data-key], #ledger [data-key]");
    const kin = card ? [...card.querySelectorAll("button, summary, input")] : [];
    held = card ? {key: card.dataset.key, nth: kin.indexOf(event.target)} : null;
  });

  function settle() {
    document.querySelectorAll("#findings details, #ledger details").forEach(fold => { fold.open = open.has(fold.dataset.fold); });
    const lists = document.querySelectorAll("#findings, #ledger");
    const here = document.activeElement === document.body || [...lists].some(list => list.contains(document.activeElement));
    if (!held || !here) return;
    const card = cards().find(one => one.dataset.key === held.key);
    const to = card ? card.querySelectorAll("button, summary, input")[held.nth] : null;
    if (to && to !== document.activeElement) to.focus({preventScroll: true});
  }

  // Answers when nobody has typed for a moment; never while a model writes, whose text is reviewed when it has ended.
  let pausing = 0;
  const writing = () => { const stop = document.getElementById("stop"); return stop && stop.offsetParent !== null; };
  const pause = text => new Promise(done => {
    clearTimeout(pausing);
    pausing = setTimeout(() => { if (!writing()) done(text); }, 400);
  });

  return {settle, pause, now, select};
})();
