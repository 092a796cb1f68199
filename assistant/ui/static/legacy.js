// Text typed in Kruti Dev 010: noticed where it is pasted or comes out of a file, shown as it would read in Unicode, and put so only when
// the person says so. And the way back, for an office that sets its papers in that font.
"use strict";
window.legacy = (() => {
  const say = key => edaksh.say("page.hindi." + key);
  const LIKELY = /[A-Za-z][;'\[\]{}\/~+=|`"\\<>^_,][A-Za-z]|[A-Za-z;]{2}/;

  async function asked(way, text, sure = false) {
    try {
      const answer = await fetch("/hindi/" + way, {
        method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({text, sure}),
      });
      return answer.ok ? await answer.json() : null;
    } catch (lost) { return null; }
  }

  const fontIn = html => /kruti\s*dev|devlys/i.test(html || "");

  addEventListener("paste", async event => {
    const box = event.target, data = event.clipboardData;
    if (!typing.fits(box) || !data) return;
    const text = data.getData("text/plain").replace(/\r\n?/g, "\n");
    if (!LIKELY.test(text)) return;
    const told = await asked("to-unicode", text, fontIn(data.getData("text/html")));
    if (!told || !told.legacy || !box.isConnected) return;
    const shown = box.matches("input") ? text.replace(/\n/g, "") : text;
    preview(text, told.text, () => {
      const at = box.value.lastIndexOf(shown);  // it may have moved while one was reading
      if (at < 0) return false;
      typing.write(at, at + shown.length, box.matches("input") ? told.text.replace(/\n/g, " ") : told.text);
      return true;
    }, box);
  });

  // The text of a chosen file as it should come in: as it is, or in Unicode where it was of the font and the person wants it so; null
  // where there is none, and why has been told.
  async function read(input) {
    const file = input.files[0];
    input.value = "";
    if (!file) return null;
    edaksh.tell("");  // what was wrong with the file before
    try {
      const kind = encodeURIComponent("." + file.name.split(".").pop().toLowerCase());
      const answer = await fetch(`/desk/read?kind=${kind}`, {method: "POST", body: file, headers: {"Content-Type": "application/octet-stream"}});
      const told = await answer.json();
      if (answer.ok) return await offered(told.text);
      edaksh.tell("", told[document.documentElement.lang], "stop");
    } catch (lost) { edaksh.tell("page.lost", "", "stop"); }
    return null;
  }

  async function offered(text) {
    const told = await asked("to-unicode", text);
    if (!told || !told.legacy) return text;
    return new Promise(done => preview(text, told.text, () => { done(told.text); return true; }, null, () => done(text)));
  }

  function panel(title) {
    const old = document.getElementById("hindi-legacy");
    if (old) old.remove();
    const one = document.createElement("section"), head = document.createElement("h2");
    one.id = "hindi-legacy";
    one.setAttribute("role", "dialog");
    one.setAttribute("aria-labelledby", "hindi-legacy-title");
    head.id = "hindi-legacy-title";
    head.textContent = title;
    one.append(head);
    document.body.append(one);
    return one;
  }

  function button(text, act) {
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = text;
    one.onclick = act;
    return one;
  }

  function preview(before, after, change, box, leave = () => {}) {
    const one = panel(say("legacy"));
    const close = act => () => { const done = act(); one.remove(); if (box) box.focus(); return done; };
    const pair = document.createElement("dl");
    for (const [key, text] of [["legacy-is", before], ["legacy-reads", after]]) {
      const name = document.createElement("dt"), shown = document.createElement("dd");
      name.textContent = say(key);
      shown.textContent = text.length > 1500 ? text.slice(0, 1500) + " …" : text;
      pair.append(name, shown);
    }
    const row = document.createElement("p"), yes = button(say("legacy-yes"), close(change)), no = button(say("legacy-no"), close(leave));
    yes.className = "main";
    row.append(yes, no);
    one.append(pair, row);
    one.onkeydown = event => { if (event.key === "Escape") no.click(); };
    yes.focus();
  }

  // ---- back to the font ---------------------------------------------------------------------------------------------
  async function krutidev(text) {
    const told = await asked("to-krutidev", text);
    const one = panel(say("krutidev"));
    const area = document.createElement("textarea"), line = document.createElement("p"), row = document.createElement("p");
    area.readOnly = true;
    area.setAttribute("data-no-hindi", "");
    area.setAttribute("aria-labelledby", "hindi-legacy-title");
    area.value = told ? told.text : "";
    line.setAttribute("role", "status");
    line.textContent = told ? say("krutidev-how") : edaksh.say("page.lost");
    const copy = button(say("krutidev-copy"), () => {
      area.select();
      let done = false;
      try { done = document.execCommand("copy"); } catch (refused) { done = false; }
      line.textContent = say(done ? "krutidev-copied" : "krutidev-by-hand");
    });
    copy.className = "main";
    row.append(copy, button(say("close"), () => one.remove()));
    one.append(area, line, row);
    one.onkeydown = event => { if (event.key === "Escape") one.remove(); };
    copy.focus();
  }

  document.addEventListener("click", event => {
    if (event.target.closest("[data-krutidev]")) krutidev(document.getElementById("copied").value);
  });

  return {read, krutidev};
})();
