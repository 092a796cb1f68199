// The little script there is: saving at every pause, the copy button, focus, Enter, the browser's Back.
// Plain http at a LAN address: no clipboard API, no service worker. Nothing is kept in the browser but the cookie.
"use strict";
window.edaksh = (() => {
  const tab = Math.random().toString(36).slice(2, 10) + Date.now().toString(36);
  const PAUSE = 600, LONGEST = 3000, AGAIN = 3000, BEACON = 50000;
  let dirty = {}, first = 0, timer = 0, sending = false, taken = false, refused = false, step = 0;

  const language = () => document.documentElement.lang === "en" ? "en" : "hi";
  const say = key => window.WORDS[language()][key] || "";
  const byId = id => document.getElementById(id);
  const exercise = location.pathname === "/labs" ? new URLSearchParams(location.search).get("at") : "";
  const home = exercise ? "/desk/work/" + encodeURIComponent(exercise) : "/desk/draft";  // where what is typed is kept

  // ---- who is signed in ---------------------------------------------------------------------------------------------
  // Whoever isn't any more (the batch was closed, the PIN changed) leaves nothing on this screen.
  const plain = window.fetch.bind(window);
  window.fetch = async (...asked) => {
    const answer = await plain(...asked).catch(lost => {
      // Gradio asks until the server is back, and then loads the page anew; what it says of that nobody is shown.
      if (lost.name !== "AbortError" && String(asked[0].url || asked[0]).includes("/gradio_api/")) tell("page.lost", "", "stop");
      throw lost;
    });
    if (answer.status === 401 && !gone) { gone = taken = true; location.replace("/signin?lang=" + language()); }
    return answer;
  };

  const AWAY = 45 * 60000;
  let gone = false, touched = Date.now();
  for (const kind of ["keydown", "pointerdown", "input"]) addEventListener(kind, () => { touched = Date.now(); }, true);

  async function here() {
    let soon = 20000;
    try {
      const told = await (await fetch("/desk/here")).json();
      if (!told.signed_in) return;
      if (told.batch) soon = 5000;  // who is called to an exercise shouldn't come a minute after the others
      dispatchEvent(new CustomEvent("edaksh:here", {detail: told}));
      const form = document.querySelector("form[data-finish]");
      if (form && Date.now() - touched > AWAY) form.requestSubmit();  // nobody has been here for long
    } catch (lost) { /* asked again in a moment */ }
    setTimeout(here, soon);
  }
  setTimeout(here, 1000);

  // While a model writes nothing is saved that would notice that the server is gone, and a stream that has ended so looks like one that waits.
  const writes = () => [...document.querySelectorAll("#stop, #wish-stop, #coach-stop")].some(button => button.offsetParent);
  let away = false;
  async function reached() {
    if (away || writes()) {
      const give = new AbortController(), slow = setTimeout(() => give.abort(), 10000);
      const there = await plain("/healthz", {cache: "no-store", signal: give.signal}).then(() => true, () => false);
      clearTimeout(slow);
      if (there && away) tell("");
      else if (!there) tell("page.lost", "", "stop");
      away = !there;
    }
    setTimeout(reached, 3000);
  }
  reached();

  // What was typed last is saved before one is signed out.
  async function finish(form) {
    clearTimeout(timer);
    while (sending) await new Promise(go => setTimeout(go, 50));
    await (refused ? takeOver() : save());
    if (Object.keys(dirty).length) return;
    taken = true;
    form.submit();
  }

  // ---- what is typed ------------------------------------------------------------------------------------------------
  function fieldOf(target) {
    if (!target || !target.matches || !target.matches("textarea, input:not([type=radio])")) return null;
    if (target.closest("#editor")) return "editor";
    const box = target.closest("[id^='box-']");
    return box ? box.id.slice(4).replace(/-/g, ".") : null;
  }

  document.addEventListener("input", event => {
    const field = fieldOf(event.target);
    if (!field) return;
    dirty[field] = event.target.value;
    if (!first) first = Date.now();
    const size = JSON.stringify(dirty).length * 3;
    const wait = size > BEACON ? 200 : Math.min(PAUSE, Math.max(0, first + LONGEST - Date.now()));
    clearTimeout(timer);
    timer = setTimeout(save, wait);
    if (!refused) tell("page.typing");
  }, true);

  function tell(key, more, kind) {
    let line = byId("saved");
    if (!line) {
      line = document.createElement("div");
      line.id = "saved";
      line.setAttribute("role", "status");
      document.body.appendChild(line);
    }
    line.className = kind || "";
    line.textContent = [key ? say(key) : "", more || ""].join(" ").trim();
    return line;
  }

  function boxOf(field) {
    const id = field === "editor" ? field : "box-" + field.replace(/\./g, "-");
    return document.querySelector(`#${id} textarea, #${id} input:not([type=radio])`);
  }

  // What was typed, as it stands by now: a button may have put another text there since.
  function standing() {
    return Object.fromEntries(Object.entries(dirty).map(([field, typed]) => [field, (boxOf(field) || {value: typed}).value]));
  }

  // A button's answer has come: it took along what stood on the page, so what isn't on it any more is the paper's before, and
  // must not be laid over the one that is open now. Where it failed all is kept, to be saved again.
  function handedOver() {
    if (document.querySelector("#notice .notice.stop")) return;
    dirty = Object.fromEntries(Object.entries(standing()).filter(([field]) => boxOf(field)));
  }

  async function save() {
    if (sending || taken || refused || !Object.keys(dirty).length) return;
    const fields = standing();
    dirty = {}; first = 0; sending = true;
    try {
      const answer = await fetch(home, {
        method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({tab, fields}),
      });
      const told = await answer.json();
      if (answer.ok) {
        tell("page.saved", told.saved);
      } else if (answer.status === 409) {
        dirty = {...fields, ...dirty};
        offerHere(tell("", told[language()], "stop"));
      } else {
        dirty = {...fields, ...dirty};
        tell("", told[language()], "stop");
        timer = setTimeout(save, AGAIN);
      }
    } catch (lost) {
      dirty = {...fields, ...dirty};
      tell("page.lost", "", "stop");
      timer = setTimeout(save, AGAIN);
    } finally {
      sending = false;
    }
    if (Object.keys(dirty).length && !timer) timer = setTimeout(save, PAUSE);
  }

  // Another tab wrote since this one looked: nothing is saved until the person says that it goes on here.
  function offerHere(line) {
    refused = true;
    const again = document.createElement("button");
    again.type = "button";
    again.textContent = say("page.here");
    again.onclick = async () => { if (await takeOver()) location.reload(); };
    line.append(" ", again);
  }

  // What stands on this page wins. What the other tab wrote in its place is kept, and told of once the page has come anew.
  async function takeOver() {
    const fields = standing(), paper = document.querySelector("#steps [data-draft]");
    document.querySelectorAll("[id^='box-'] textarea, [id^='box-'] input, #editor textarea").forEach(box => {
      const field = fieldOf(box);
      if (field) fields[field] = box.value;
    });
    const over = paper ? {draft: Number(paper.dataset.draft), step} : {};
    try {
      const answer = await fetch(home, {
        method: "POST", headers: {"Content-Type": "application/json"}, body: JSON.stringify({tab, fields, over}),
      });
      const told = await answer.json();
      if (!answer.ok && answer.status !== 409) { offerHere(tell("", told[language()], "stop")); return false; }
      if (told.kept) history.replaceState({...history.state, kept: told.kept}, "");
      dirty = {};  // 409: the paper isn't on this desk any more, and must not be laid on the next person's
      return true;
    } catch (lost) { offerHere(tell("page.lost", "", "stop")); return false; }
  }

  function last() {
    if (!taken && !refused && Object.keys(dirty).length) {
      navigator.sendBeacon(home, new Blob([JSON.stringify({tab, fields: standing()})], {type: "application/json"}));
    }
  }
  addEventListener("pagehide", last);
  addEventListener("pageshow", event => { if (event.persisted) location.reload(); });

  // ---- Enter goes to the next field of the brief --------------------------------------------------------------------
  document.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches("[id^='box-'] input:not([type=radio])")) return;
    event.preventDefault();
    const fields = [...document.querySelectorAll("[id^='box-'] input:not([type=radio]), [id^='box-'] textarea, #make")]
      .filter(field => field.offsetParent !== null);
    const next = fields[fields.indexOf(event.target) + 1];
    if (next) next.focus();
  }, true);

  // ---- clicks that belong to no component ---------------------------------------------------------------------------
  document.addEventListener("click", event => {
    const target = event.target.closest("[data-press], [data-step], button[data-paper], [data-form], [data-line], [data-copy], a[data-box], a.get");
    if (!target) return;
    if (target.dataset.press) {
      byId(target.dataset.press).click();
    } else if (target.dataset.step) {
      if (target.dataset.focus) wanted = target.dataset.focus;
      press(target.dataset.step);
    } else if (target.dataset.paper) {
      put(byId("paper").querySelector("textarea, input"), target.dataset.paper);
      setTimeout(() => byId("open-paper").click(), 50);
    } else if (target.dataset.form) {
      put(byId("chosen").querySelector("textarea, input"), target.dataset.form);
      setTimeout(() => byId("choose-it").click(), 50);
    } else if (target.dataset.line) {
      const box = document.querySelector(`#box-${target.dataset.box} textarea`);
      box.focus();
      box.setSelectionRange(box.value.length, box.value.length);
      document.execCommand("insertText", false, (box.value && !box.value.endsWith("\n") ? "\n" : "") + target.dataset.line);
      target.remove();
    } else if ("copy" in target.dataset) {
      copy();
    } else if (target.matches("a[data-box]")) {
      event.preventDefault();
      focusBox(target.dataset.box);
    } else {
      const line = byId("taken");
      if (line) line.textContent = line.dataset.got;
    }
  });

  document.addEventListener("submit", event => {
    if (event.target.dataset && "finish" in event.target.dataset) {
      event.preventDefault();
      finish(event.target);
      return;
    }
    const ask = event.target.dataset && event.target.dataset.ask;
    const busy = step > 1 || (event.target.dataset && "busy" in event.target.dataset);
    if (ask && busy && !confirm(ask)) event.preventDefault();
    else if (ask) { taken = true; }  // nothing of this person may be saved to the next one's desk
  }, true);

  function put(field, text) {
    field.value = text;
    field.dispatchEvent(new Event("input", {bubbles: true}));
  }

  function copy() {
    const source = byId("copied"), line = byId("taken");
    const shown = document.createElement("textarea");
    shown.value = source.value;
    shown.readOnly = true;
    shown.style.cssText = "position:fixed;left:-9999px;top:0";
    document.body.appendChild(shown);
    shown.select();
    let done = false;
    try { done = document.execCommand("copy"); } catch (refused) { done = false; }
    shown.remove();
    if (!done) { source.classList.remove("off"); source.focus(); source.select(); }
    line.textContent = done ? line.dataset.copied : line.dataset.failed;
  }

  let wanted = "";
  function focusBox(id) {
    const box = byId("box-" + id) || document.querySelector(`[id^="box-${id}-"]`);
    const fold = box && box.closest(".group");
    const shut = fold && fold.querySelector("button[aria-expanded='false'], .label-wrap:not(.open)");
    if (shut) shut.click();
    setTimeout(() => {
      const field = box && box.querySelector("textarea, input");
      if (field) { field.focus(); field.scrollIntoView({block: "center"}); }
    }, shut ? 250 : 0);
  }

  // ---- steps and the browser's Back ---------------------------------------------------------------------------------
  function press(n) { const button = byId("go-" + n); if (button) button.click(); }
  addEventListener("popstate", event => { if (event.state && event.state.step) { coming = true; press(event.state.step); } });
  let coming = false, wrote = "";

  function arrived(loaded) {
    setTimeout(() => {
      if (!loaded) handedOver();
      spoken();
      review.settle();
      begin();
      const now = document.querySelector("#steps [aria-current] b");
      const n = now ? Number(now.textContent) : 1;
      const moved = n !== step;
      if (loaded) history.replaceState({step: n}, "");
      else if (moved && !coming) history.pushState({step: n}, "");
      coming = false; step = n;
      document.querySelectorAll("[id^='box-'] [aria-invalid]").forEach(field => field.removeAttribute("aria-invalid"));
      document.querySelectorAll("#faults a[data-box]").forEach(link => {
        const field = document.querySelector(`#box-${link.dataset.box} textarea, #box-${link.dataset.box} input`);
        if (field) field.setAttribute("aria-invalid", "true");
      });
      if (wanted) { focusBox(wanted); wanted = ""; return; }
      const faults = document.querySelector("#faults .notice");
      if (faults) { faults.focus(); faults.scrollIntoView({block: "start"}); }
      else if (moved && !loaded) {
        const title = [...document.querySelectorAll("h1")].find(one => one.offsetParent !== null);
        if (title) { title.focus({preventScroll: true}); scrollTo(0, 0); }
      } else if (document.querySelector("#notice .notice")) {
        document.querySelector("#notice .notice").scrollIntoView({block: "nearest"});
      }
    }, 60);
  }

  // A status line that says so begins a model's writing, once.
  function begin() {
    const writing = document.querySelector("#status [data-write]");
    if (writing && writing.dataset.write !== wrote) {
      wrote = writing.dataset.write;
      byId("write").click();
    }
  }

  // A button hands over what stands on the page, and may put another text in its place: what waits to be saved waits for that.
  document.addEventListener("click", event => {
    if (timer && event.target.closest("main button")) {
      clearTimeout(timer);
      timer = setTimeout(save, AGAIN);
    }
  }, true);

  function spoken() {
    const switched = document.querySelector("#name [data-lang]");
    if (!switched) return;
    document.documentElement.lang = switched.dataset.lang;
    document.title = switched.dataset.title;
    const line = byId("saved");  // what went wrong stays until something else is told
    if (!Object.keys(dirty).length && !taken && !(line && line.className === "stop")) tell("");
    const notice = document.querySelector("#notice .here:not(:has(button))"), kept = (history.state || {}).kept;
    if (notice) offerHere(notice);
    if (kept) tell(kept);
    if (kept) history.replaceState({...history.state, kept: ""}, "");
  }

  document.documentElement.lang = "hi";
  return {tab, arrived, spoken, begin, put, say, tell};
})();
