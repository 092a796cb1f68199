// The labs: which exercise the address names, the minutes, a quiz's choices, a Word file's text, and where the focus goes.
"use strict";
window.labs = (() => {
  const byId = id => document.getElementById(id);
  const open = new Map();
  let handed = null, begun = 0, minutes = 0, waiting = false;

  const at = () => new URLSearchParams(location.search).get("at") || "";
  const editor = () => document.querySelector("#editor textarea");

  // ---- the page as it came ------------------------------------------------------------------------------------------
  function arrived(loaded) {
    setTimeout(() => {
      edaksh.spoken();
      if (waiting) edaksh.tell("");
      waiting = false;
      settle();
      edaksh.begin();
      const mark = document.querySelector("#findings [data-handed]");
      const now = mark ? mark.dataset.handed : "";
      const fresh = handed !== null && now !== handed;
      handed = now;
      // What was pressed before the server was gone: the page has come anew without a new mark.
      const before = (history.state || {}).handing;
      if (before !== undefined) history.replaceState(null, "");
      if (loaded && before === now) edaksh.tell("page.not-handed-in", "", "stop");
      if (loaded) return;
      if (fresh) {
        show(mark.querySelector("h2"));
      } else if (document.querySelector("#notice .notice")) {
        document.querySelector("#notice .notice").scrollIntoView({block: "nearest"});
      }
    }, 60);
  }

  function settle() {
    review.settle();
    folds();
    choices();
    clock();
  }

  function show(heading) {
    heading.focus({preventScroll: true});
    const y = heading.getBoundingClientRect().top;
    if (y < 0 || y > innerHeight / 2) heading.scrollIntoView({block: "start"});
  }

  // Folds stay as the person left them, though the page writes them anew; the task is open where there is room beside it.
  function folds() {
    document.querySelectorAll("#exercise details[data-fold]").forEach(fold => {
      if (fold.closest("#findings")) return;
      const wide = "wide" in fold.dataset && innerWidth >= 800;
      fold.open = open.has(fold.dataset.fold) ? open.get(fold.dataset.fold) : wide;
    });
  }
  document.addEventListener("click", event => {
    const summary = event.target.closest("#exercise summary");
    if (summary && !summary.closest("#findings")) open.set(summary.parentElement.dataset.fold, !summary.parentElement.open);
  });

  function clock() {
    const line = byId("clock");
    if (!line) return;
    if (line.dataset.minutes !== line.dataset.seen) {
      line.dataset.seen = line.dataset.minutes;
      begun = performance.now();
      minutes = Number(line.dataset.minutes);
    }
    const count = minutes + Math.floor((performance.now() - begun) / 60000);
    line.textContent = count ? edaksh.say("page.minutes").replace("{count}", count) : "";
  }
  setInterval(clock, 10000);

  // ---- a quiz: the choices are lines of the answer ------------------------------------------------------------------
  document.addEventListener("change", event => {
    if (event.target.closest("#quiz")) {
      const lines = [...document.querySelectorAll("#quiz fieldset")].map(group => {
        const chosen = [...group.querySelectorAll("input:checked")].map(one => one.value);
        return chosen.length ? `${group.dataset.id}: ${chosen.join(", ")}` : "";
      });
      edaksh.put(editor(), lines.filter(Boolean).join("\n"));
    } else if (event.target.id === "docx") {
      legacy.read(event.target).then(text => { if (text !== null) bring(text); });
    }
  });

  function choices() {
    const groups = document.querySelectorAll("#quiz fieldset");
    if (!groups.length) return;
    const lines = new Map(editor().value.split("\n").map(line => {
      const [id, chosen] = line.split(":");
      return [id.trim(), (chosen || "").split(",").map(one => one.trim())];
    }));
    groups.forEach(group => group.querySelectorAll("input").forEach(one => {
      one.checked = (lines.get(group.dataset.id) || []).includes(one.value);
    }));
  }

  // ---- texts from elsewhere -----------------------------------------------------------------------------------------
  function bring(text) {
    edaksh.put(document.querySelector("#brought textarea, #brought input"), text);
    setTimeout(() => byId("bring").click(), 50);
  }

  document.addEventListener("click", event => {
    const target = event.target.closest("[data-question], [data-try], [data-bring]");
    if (!target) return;
    if (target.dataset.question) {
      const group = byId("q-" + target.dataset.question);
      group.scrollIntoView({block: "center"});
      (group.querySelector("input:checked") || group.querySelector("input")).focus({preventScroll: true});
    } else if (target.dataset.try) {
      edaksh.put(document.querySelector("#tried textarea, #tried input"), target.dataset.try);
      setTimeout(() => byId("compare").click(), 50);
    } else {
      bring(target.closest("[data-text]").dataset.text);
    }
  });

  function wait(values) {
    waiting = true;
    history.replaceState({handing: handed || ""}, "");  // survives a reload, and goes with the page
    edaksh.tell("page.marking");
    return values;
  }

  return {at, arrived, settle, wait};
})();
