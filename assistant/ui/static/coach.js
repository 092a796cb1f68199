// A letter or a rough telling fills the boxes: what is ticked goes in, and what is left is asked one by one.
"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const area = id => document.querySelector(`#${id} textarea, #${id} input`);
  const box = id => document.querySelector(`#box-${id} textarea, #box-${id} input:not([type=radio])`);

  const ours = new Map();  // what a box of one line got from here: unchanged, it gives way to what is read next

  // Gradio patches a list by position: what was ticked off, skipped or typed in one reading would stand in the next.
  function anew() {
    document.querySelectorAll("#told input[type=checkbox]").forEach(one => { one.checked = true; });
    document.querySelectorAll("#told li[data-asks]").forEach(one => {
      delete one.dataset.skipped;
      one.querySelector("textarea").value = "";
    });
  }

  function run(how) {
    anew();
    edaksh.put(area("coach-how"), how);
    setTimeout(() => byId("coach-run").click(), 50);
    setTimeout(() => byId("coach").scrollIntoView({block: "nearest"}), 400);  // what is shown grows shorter while it is read
  }

  // A fold that is shut may not have its boxes yet: it is opened first.
  async function there(id) {
    if (!box(id)) {
      document.querySelectorAll("#group-tail button[aria-expanded='false'], #group-tail .label-wrap:not(.open)").forEach(fold => fold.click());
      await new Promise(done => setTimeout(done, 300));
    }
    return box(id);
  }

  async function filled(id, words) {
    const field = await there(id);
    if (!field) return false;
    const several = field.tagName === "TEXTAREA" && field.rows > 1;
    const old = field.value.trim(), have = old.split("\n");
    if (several) {
      const open = line => line.replace(/:\s*\.{4,}$/, ":");  // a demand that was answered meanwhile isn't put in once more
      const left = words.split("\n").filter(line => !have.some(one => one === line || (open(line) !== line && one.startsWith(open(line)))));
      if (left.length) edaksh.put(field, [...(old ? [old] : []), ...left].join("\n"));
    } else if (!old || old === ours.get(id)) {
      edaksh.put(field, words);
      ours.set(id, words);
    }
    return true;
  }

  async function fill() {
    const ticked = [...document.querySelectorAll("#told input[type=checkbox]:checked")];
    for (const one of ticked) {
      await filled(one.dataset.box, one.dataset.words);
      one.checked = false;
    }
    next();
  }

  function next() {
    const list = document.querySelector("#told .questions");
    if (!list) return;
    list.hidden = false;
    const items = [...list.querySelectorAll("li[data-asks]")];
    items.forEach(one => { one.hidden = true; });
    const one = items.find(item => {
      const field = box(item.dataset.asks);
      return !item.dataset.skipped && !(field && field.value.trim());
    });
    let told = list.previousElementSibling;
    if (!told || !told.matches(".left")) {
      told = document.createElement("p");
      told.className = "left";
      told.setAttribute("role", "status");
      list.before(told);
    }
    told.textContent = one ? list.dataset.title : list.dataset.done;
    if (!one) return;
    one.hidden = false;
    one.querySelector("textarea").focus();
    there(one.dataset.asks);
  }

  // A file's text takes the place of what was pasted before: it says so, and what was there can be had back.
  function replaced(before) {
    const line = document.querySelector("#coach .replaced"), button = line.querySelector("[data-back]");
    line.replaceChildren(line.dataset.told + " ", button);
    button.hidden = false;
    button.onclick = () => {
      edaksh.put(box("coach-paper"), before);
      line.replaceChildren(button);
      button.hidden = true;
      run("read");
    };
  }

  // What is typed as an answer stands in its box at once, and is saved with it.
  document.addEventListener("input", event => {
    const item = event.target.closest("#told li[data-asks]"), field = item && box(item.dataset.asks);
    if (field) edaksh.put(field, event.target.value);
  });

  document.addEventListener("click", async event => {
    const button = event.target.closest("#coach button[data-coach], #told button");
    if (!button) return;
    const item = button.closest("li[data-asks]");
    if (button.dataset.coach) run(button.dataset.coach);
    else if ("fill" in button.dataset) fill();
    else if ("answer" in button.dataset) {
      if (!item.querySelector("textarea").value.trim()) item.dataset.skipped = "1";
      next();
    } else if ("skip" in button.dataset) { item.dataset.skipped = "1"; next(); }
  });

  document.addEventListener("change", async event => {
    if (event.target.id !== "coach-file") return;
    const text = await legacy.read(event.target);
    if (text === null) return;
    const paper = box("coach-paper"), before = paper.value;
    edaksh.put(paper, text);
    if (before.trim() && before !== text) replaced(before);
    run("read");
  });
})();
