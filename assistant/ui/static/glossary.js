// The words of the office at hand: English and Hindi, what each state says, what a machine says wrongly; a click writes one where the
// cursor stands.
"use strict";
window.glossary = (() => {
  const MOST = 30;
  const say = key => edaksh.say("page.hindi." + key);
  let terms = null;

  function make(tag, text = "", marks = {}) {
    const one = document.createElement(tag);
    one.textContent = text;
    for (const name in marks) one.setAttribute(name, marks[name]);
    return one;
  }

  const state = () => { const chosen = document.querySelector("#box-state input:checked"); return chosen ? chosen.value : "mp"; };

  // English, Hindi, or Hindi typed in Latin letters.
  function matching(asked) {
    const plain = asked.trim().toLowerCase();
    if (!plain) return terms;
    const latin = roman.ready() && /^[a-z ]+$/.test(plain);
    const asks = plain.split(/\s+/).map(word => latin ? roman.candidates(word) : [word]);  // each word, and what it can mean
    const rank = term => {
      const english = term.en.toLowerCase(), words = [...term.mp, ...term.up, ...term.wrong].join(" ");
      if (english.startsWith(plain) || term.mp.some(word => word.startsWith(asks.map(([first]) => first).join(" ")))) return 0;
      if (english.includes(plain) || asks.every(ask => ask.some(word => words.includes(word)))) return 1;
      return plain.length > 3 && english.split(" ").some(word => word.length > 3 && plain.startsWith(word)) ? 2 : 3;
    };
    return terms.map(term => [rank(term), term]).filter(([n]) => n < 3).sort((one, other) => one[0] - other[0]).map(([, term]) => term);
  }

  function rowOf(term) {
    const row = make("li"), own = ["up", "goi"].includes(state()) && term.up.length ? "up" : "mp";
    row.append(make("span", term.en, {class: "en", lang: "en"}));
    for (const side of own === "up" ? ["up", "mp"] : ["mp", "up"]) {
      if (!term[side].length) continue;
      const cell = make("span", "", {class: side === own ? "own" : "other"});
      if (term.up.length) cell.append(make("small", say("of-" + side)));
      cell.append(...term[side].map(word => make("button", word, {type: "button", lang: "hi", "data-word": word})));
      row.append(cell);
    }
    if (term.wrong.length) row.append(make("span", "✗ " + term.wrong.join(", "), {class: "wrong", title: say("wrong")}));
    return row;
  }

  function draw(panel) {
    const found = matching(panel.querySelector("input").value), list = panel.querySelector("ul");
    list.replaceChildren(...found.slice(0, MOST).map(rowOf));
    panel.querySelector("[role=status]").textContent = found.length ? say("found").replace("{count}", found.length) : say("none");
  }

  typing.tool("terms", "terms", async panel => {
    const field = make("input", "", {type: "search", id: "hindi-search", autocomplete: "off", "data-no-hindi": ""});
    panel.append(make("label", say("search"), {for: "hindi-search"}), field, make("span", "", {role: "status"}), make("ul"));
    field.oninput = () => draw(panel);
    panel.onclick = event => {
      const word = event.target.dataset.word, box = typing.box();
      if (word && box) typing.write(box.selectionStart, box.selectionEnd, word);
    };
    panel.onmousedown = event => { if (event.target.dataset.word) event.preventDefault(); };
    panel.onkeydown = event => {
      const all = [field, ...panel.querySelectorAll("[data-word]")], at = all.indexOf(document.activeElement);
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        (all[at + (event.key === "ArrowDown" ? 1 : -1)] || field).focus();
      }
    };
    try {
      terms = terms || await (await fetch(document.querySelector("meta[name=hindi-terms]").content)).json();
      draw(panel);
    } catch (lost) {
      panel.querySelector("[role=status]").textContent = edaksh.say("page.lost");
    }
    field.focus();
  });
  return {};
})();
