// Changes on request, and facts that nobody gave: marked in the draft as it comes, mended at one click.
"use strict";
window.changes = (() => {
  const byId = id => document.getElementById(id);
  const editor = () => document.querySelector("#editor textarea");

  // ---- marks behind the words of the editor -------------------------------------------------------------------------
  // A textarea can't hold marks: the same words stand behind it, unseen, and the marks with them.
  let behind = null;

  function draw() {
    const text = editor(), source = document.querySelector("#findings [data-text], #ledger [data-text]");
    if (!text) return;
    const places = source ? [...document.querySelectorAll("#ledger tr.added[data-typed], #ledger tr.changed[data-typed]")]
      .flatMap(row => row.dataset.typed.split(" ").filter(Boolean).map(one => one.split("-").map(Number)))
      .map(place => review.now(place)).filter(Boolean).sort((one, other) => one[0] - other[0]) : [];
    if (!places.length && !behind) return;
    if (!behind || !behind.isConnected) {
      behind = document.createElement("div");
      behind.className = "behind";
      behind.setAttribute("aria-hidden", "true");
      text.parentElement.classList.add("marked");
      text.parentElement.insertBefore(behind, text);
      text.addEventListener("scroll", () => { behind.scrollTop = text.scrollTop; });
    }
    behind.textContent = "";
    let last = 0;
    for (const [at, end] of places) {
      if (at < last) continue;
      behind.append(text.value.slice(last, at));
      const mark = document.createElement("mark");
      mark.textContent = text.value.slice(at, end);
      behind.append(mark);
      last = end;
    }
    behind.append(text.value.slice(last) + "\n ");
    const style = getComputedStyle(text);
    for (const name of ["font", "lineHeight", "padding", "letterSpacing", "overflowWrap", "wordBreak"]) behind.style[name] = style[name];
    behind.style.left = text.offsetLeft + text.clientLeft + "px";
    behind.style.top = text.offsetTop + text.clientTop + "px";
    behind.style.width = text.clientWidth + "px";
    behind.style.height = text.clientHeight + "px";
    behind.scrollTop = text.scrollTop;
  }

  let waits = 0;
  const soon = () => { cancelAnimationFrame(waits); waits = requestAnimationFrame(draw); };
  document.addEventListener("input", event => { if (event.target === editor()) soon(); });
  addEventListener("resize", soon);

  // ---- what is asked for --------------------------------------------------------------------------------------------
  let asked = {do: "ask"};

  function run(how) {
    asked = how;
    edaksh.put(document.querySelector("#wish-how textarea, #wish-how input"), JSON.stringify(how));
    setTimeout(() => byId("wish-run").click(), 50);
  }

  function replace(old, words) {
    const text = editor(), at = old ? text.value.indexOf(old) : text.value.length;
    if (at < 0) return false;
    text.focus({preventScroll: true});
    text.setSelectionRange(at, at + old.length);
    document.execCommand("insertText", false, words);  // so that Ctrl+Z takes it back, and all that listens hears of it
    return true;
  }

  // In the editor paragraphs are parted by an empty line, in a change by a line's end.
  const spaced = words => words.replace(/\n/g, "\n\n");

  function take(card, back) {
    const old = spaced(back ? card.dataset.new : card.dataset.old), words = spaced(back ? card.dataset.old : card.dataset.new);
    const done = replace(old, words), told = card.querySelector("[data-gone]");
    told.textContent = done ? "" : told.dataset.gone;
    if (!done) return;
    card.classList.toggle("taken", !back);
    card.querySelector("[data-take]").hidden = card.querySelector("[data-refuse]").hidden = !back;
    card.querySelector("[data-undo]").hidden = back;
  }

  const cards = () => [...document.querySelectorAll("#changes li[data-new]")];

  document.addEventListener("click", event => {
    const button = event.target.closest(
      "#wish-ask, #wishes button, #changes button, #ledger button[data-act], .explained button, button[data-act=explain]");
    if (!button) return;
    const card = button.closest("li[data-new]");
    if (button.id === "wish-ask") run({do: "ask"});
    else if (button.dataset.wish) {
      edaksh.put(document.querySelector("#wish textarea, #wish input"), button.dataset.wish);
      run({do: "ask"});
    } else if ("version" in button.dataset) replace(editor().value, spaced(button.dataset.version));
    else if ("run" in button.dataset) run({...asked, sure: true});
    else if ("take" in button.dataset) take(card, false);
    else if ("undo" in button.dataset) take(card, true);
    else if ("refuse" in button.dataset) card.remove();
    else if ("takeAll" in button.dataset) cards().filter(one => !one.classList.contains("taken")).forEach(one => take(one, false));
    else if ("drop" in button.dataset) byId("wish-stop").click();
    else if (button.dataset.act === "again") {
      const place = review.now(button.closest("[data-typed]").dataset.typed.split(" ")[0].split("-").map(Number));
      if (place) run({do: "mend", at: place});
    } else if (button.dataset.act === "explain") {
      const {key, code, words} = button.closest("[data-key]").dataset;
      run({do: "explain", key, code, words});
    } else if (button.dataset.act === "insert") {
      const text = editor(), at = review.now([Number(button.dataset.after), Number(button.dataset.after)]);
      if (!at) return;
      text.focus({preventScroll: true});
      text.setSelectionRange(at[0], at[0]);
      const words = button.dataset.new, begins = at[0] + words.search(/\S/);
      document.execCommand("insertText", false, words);
      review.select(begins, begins + words.trim().length);
    }
  });

  document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || !event.target.matches("#wish textarea, #wish input")) return;
    event.preventDefault();
    run({do: "ask"});
  }, true);

  // ---- what arrives -------------------------------------------------------------------------------------------------
  // A finding's explanation stands in its card, and the cards come anew with every pause in typing: it is put there each time.
  function explained() {
    const told = document.querySelector("#changes [data-explains]");
    for (const place of document.querySelectorAll("#findings .explained")) {
      const own = told && place.closest("[data-key]").dataset.key === told.dataset.explains;
      const words = own ? told.outerHTML : "";
      if (place.innerHTML === words) continue;
      const held = place.contains(document.activeElement);
      place.innerHTML = words;
      const to = held && (place.querySelector("h4, button") || place.previousElementSibling);
      if (to) to.focus({preventScroll: true});
    }
  }

  function came() {
    soon();
    explained();
    const fresh = document.querySelector("#changes [data-at-once]");
    if (!fresh) return;
    fresh.removeAttribute("data-at-once");
    cards().forEach(one => take(one, false));
  }
  // Gradio changes single words where it can. What is drawn behind the editor is our own, and no reason to draw it again.
  new MutationObserver(list => {
    const places = list.map(one => one.target.closest ? one.target : one.target.parentElement).filter(Boolean);
    if (places.some(one => one.closest("#ledger, #findings, #changes, #editor") && !one.closest(".behind"))) came();
  }).observe(document.documentElement, {childList: true, characterData: true, subtree: true});

  return {draw};
})();
