// In a batch: calling the trainer for help, and being called to an exercise. What is new comes with "edaksh:here" (page.js).
"use strict";
(() => {
  let sent = null, typed = 0;
  addEventListener("input", () => { typed = Date.now(); }, true);

  function button() {
    let one = document.getElementById("help");
    if (one) return one;
    one = document.createElement("button");
    one.id = "help";
    one.type = "button";
    one.addEventListener("click", async () => {
      const asking = one.getAttribute("aria-pressed") !== "true";
      try {
        const answer = await fetch("/desk/help?asking=" + asking, {method: "POST"});
        if (answer.ok) show(one, asking);
      } catch (lost) { edaksh.tell("page.lost", "", "stop"); }
    });
    one.classList.toggle("narrow", innerWidth < 600);
    return one;
  }

  // On a phone it stands in the bar on top, where it lies over nothing that is read; another language makes the bar anew.
  function place(one) {
    const home = one.classList.contains("narrow") ? document.querySelector("#pages nav") : document.body;
    if (home && one.parentElement !== home) home.appendChild(one);
  }

  function show(one, asking) {
    one.setAttribute("aria-pressed", String(asking));
    one.textContent = edaksh.say(asking ? "page.help.asked" : "page.help");
  }

  function call(exercise) {
    let line = document.getElementById("sent");
    const there = "/labs?at=" + encodeURIComponent(exercise);
    const here = location.pathname === "/labs" && new URLSearchParams(location.search).get("at") === exercise;
    if (!exercise || here) { if (line) line.remove(); return; }
    if (!line) {
      line = document.createElement("div");
      line.id = "sent";
      line.setAttribute("role", "alert");
      line.classList.toggle("narrow", innerWidth < 600);
      document.body.appendChild(line);
    }
    line.textContent = edaksh.say("page.sent") + " ";
    const go = document.createElement("a");
    go.href = there;
    go.textContent = edaksh.say("page.sent.go");
    line.appendChild(go);
  }

  addEventListener("edaksh:here", event => {
    const told = event.detail;
    if (!told.batch || location.pathname === "/demo") return;
    const one = button();
    place(one);
    show(one, told.help);
    const now = told.sent_to || "", called = sent !== null && now && now !== sent;
    // The page of the exercise says who brought one here: whoever only sat there saw the other one go.
    if (now && sent === null && sessionStorage.getItem("edaksh.called") === now) edaksh.tell("page.called");
    sessionStorage.removeItem("edaksh.called");
    sent = now;
    call(now);
    // Whoever isn't in the middle of a word is taken along; what was typed is saved before the page goes.
    if (called && document.getElementById("sent") && Date.now() - typed > 5000) {
      sessionStorage.setItem("edaksh.called", now);
      document.querySelector("#sent a").click();
    }
  });
})();
