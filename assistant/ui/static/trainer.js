// The trainer's desk: small forms, the roster, and whether there is news of the room.
"use strict";
window.trainer = (() => {
  const byId = id => document.getElementById(id);
  let roster = null, heard = "", since = 0;

  const where = () => JSON.stringify(Object.fromEntries(new URLSearchParams(location.search)));

  function arrived(loaded) {
    setTimeout(() => {
      edaksh.spoken();
      since = performance.now();
      const on = document.querySelector("#notice [data-go]");
      if (on) { location.href = on.dataset.go; return; }
      const note = document.querySelector("#notice .notice");
      if (note) { note.tabIndex = -1; note.focus(); note.scrollIntoView({block: "nearest"}); }
      else if (!loaded) scrollTo(0, 0);
    }, 60);
  }

  // A form's fields, and the button that was pressed, go to the server as one text.
  document.addEventListener("submit", event => {
    const form = event.target;
    if (!form.dataset || !form.dataset.do) return;
    event.preventDefault();
    if (form.dataset.ask && !confirm(form.dataset.ask)) return;
    const data = new FormData(form, event.submitter), fields = {do: form.dataset.do, labs: data.getAll("labs")};
    for (const [name, value] of data) if (name !== "labs") fields[name] = value;
    edaksh.put(document.querySelector("#asked textarea, #asked input"), JSON.stringify(fields));
    setTimeout(() => byId("do").click(), 50);
  });

  // The roster is tried first; with a yes the same file goes in.
  document.addEventListener("change", event => {
    if (event.target.id !== "roster") return;
    roster = {file: event.target.files[0], batch: event.target.dataset.batch};
    event.target.value = "";
    if (roster.file) enrol(true);
  });
  document.addEventListener("click", event => {
    if (event.target.closest("[data-enrol]") && roster) enrol(false);
  });

  async function enrol(dry) {
    const to = "/trainer/roster?" + new URLSearchParams({batch: roster.batch, file: roster.file.name, dry: dry ? "1" : ""});
    try {
      const answer = await fetch(to, {method: "POST", body: roster.file, headers: {"Content-Type": "application/octet-stream"}});
      const told = await answer.json();
      byId("enrolled").innerHTML = told.html;
      byId("enrolled").firstElementChild.focus();
      if (told.members) byId("members").innerHTML = told.members;
    } catch (lost) {
      edaksh.tell("page.lost", "", "stop");
    }
  }

  // News stands under the wall; where none has come for ten seconds the wall says since when, and turns grey.
  setInterval(() => {
    const line = document.querySelector("#heard .heard");
    if (!line) return;
    if (line.dataset.at !== heard) { heard = line.dataset.at; since = performance.now(); }
    const lost = performance.now() - since > 10000;
    line.textContent = edaksh.say(lost ? "page.wall.lost" : "page.wall.heard").replace("{at}", heard);
    line.classList.toggle("lost", lost);
    byId("wall").classList.toggle("lost", lost);
  }, 1000);

  return {where, arrived};
})();
