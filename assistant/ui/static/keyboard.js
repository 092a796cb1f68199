// An InScript keyboard on the screen, for who has no other way: each button writes its sign where the cursor stands.
"use strict";
window.keyboard = (() => {
  // The rows of the InScript layout; after the bar what Shift gives.
  const ROWS = [
    "1 2 3 4 5 6 7 8 9 0 - ृ|ऍ ॅ ्र र् ज्ञ त्र क्ष श्र ( ) ः ऋ",
    "ौ ै ा ी ू ब ह ग द ज ड ़ ॉ|औ ऐ आ ई ऊ भ ङ घ ध झ ढ ञ ऑ",
    "ो े ् ि ु प र क त च ट|ओ ए अ इ उ फ ऱ ख थ छ ठ",
    "ं म न व ल स , . य|ँ ण ऩ ऽ ळ श ष । य़",
  ].map(row => row.split("|").map(half => half.split(" ")));
  let shifted = false;

  const say = key => edaksh.say("page.hindi." + key);

  function draw(board) {
    board.replaceChildren(...ROWS.map(row => {
      const line = document.createElement("div");
      line.append(...row[shifted ? 1 : 0].map(sign => button(sign, /^[\u0900-\u0903\u093a-\u093c\u093e-\u094f]/.test(sign) ? "◌" + sign : sign)));
      return line;
    }));
    const line = document.createElement("div"), shift = button("", say("shift"), "shift");
    shift.setAttribute("aria-pressed", String(shifted));
    line.append(shift, button(" ", say("space"), "space"), button("", say("erase"), "erase"), button("\n", say("enter"), "enter"));
    board.append(line);
  }

  function button(sign, shown, act = "") {
    const one = document.createElement("button");
    one.type = "button";
    one.textContent = shown;
    one.dataset.act = act;
    one.dataset.sign = sign;
    return one;
  }

  function press(event, board) {
    const target = event.target.closest("button"), box = typing.box();
    if (!target || !box) return;
    const {act, sign} = target.dataset;
    if (act === "shift") {
      shifted = !shifted;
      draw(board);
      board.querySelector("[data-act=shift]").focus();
      return;
    }
    const start = box.selectionStart, end = box.selectionEnd;
    if (act === "erase") {
      if (start !== end || start > 0) typing.write(start === end ? start - 1 : start, end, "");
    } else if (!(act === "enter" && box.matches("input"))) {
      typing.write(start, end, sign);
    }
    if (event.detail === 0) target.focus();  // pressed by a key: the next one is chosen from here
    if (shifted && !act) { shifted = false; draw(board); if (event.detail === 0) board.querySelector("button").focus(); }
  }

  typing.tool("board", "board", panel => {
    draw(panel);
    panel.onmousedown = event => event.preventDefault();  // the box keeps its cursor
    panel.onclick = event => press(event, panel);
  });
  return {ROWS};
})();
