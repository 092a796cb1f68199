// The row of words to choose from that stands below the word being typed.
"use strict";
window.choices = (() => {
  let copy = null;  // the text of the box up to the row's word, laid out as the box lays it out

  function make(tag, marks, holder) {
    const one = document.createElement(tag);
    for (const name in marks) one.setAttribute(name, marks[name]);
    holder.append(one);
    return one;
  }

  // Its five places are made once and filled again at each key: new ones would be so much for the browser to clear away.
  function places(choose) {
    const list = make("div", {id: "hindi-list", role: "listbox", "aria-orientation": "horizontal"}, document.body);
    for (let n = 0; n < 5; n++) {
      const item = make("button", {type: "button", id: "hindi-option-" + n, role: "option", tabindex: "-1"}, list);
      make("b", {}, item).textContent = String(n + 1);
      make("span", {}, item).textContent = " ";
      item.onmousedown = event => { event.preventDefault(); choose(n); };
    }
    return list;
  }

  // `words`, the one at `at` marked; `start`: where in the box the word begins, where the row is to be placed anew.
  function draw(box, words, at, {start, label, room, choose}) {
    const list = document.getElementById("hindi-list") || places(choose);
    list.setAttribute("aria-label", label);
    for (const [n, item] of [...list.children].entries()) {
      const one = words[n];
      item.hidden = one === undefined;
      if (item.hidden) continue;
      item.setAttribute("aria-selected", String(n === at));
      item.lastChild.firstChild.data = one;
      item.lastChild.lang = /[a-z]/i.test(one) ? "en" : "hi";
    }
    list.hidden = false;
    box.setAttribute("aria-activedescendant", "hindi-option-" + at);  // a screen reader reads it
    if (start !== undefined) requestAnimationFrame(() => { if (!list.hidden && box.isConnected) place(box, list, start, room); });  // once the key's own layout is made
  }

  // The row stands below its word. Where that is, a copy of the box tells; it is made once for a word, not at every key.
  function place(box, list, start, room) {
    if (!copy) {
      const style = getComputedStyle(box);
      copy = document.createElement("div");
      for (const name of ["fontFamily", "fontSize", "fontWeight", "lineHeight", "letterSpacing", "paddingTop", "paddingLeft", "paddingRight",
        "borderTopWidth", "borderLeftWidth", "borderRightWidth", "boxSizing", "tabSize"]) copy.style[name] = style[name];
      copy.style.cssText += `;position:absolute;left:-9999px;top:0;border-style:solid;width:${box.offsetWidth}px;`
        + `white-space:${box.matches("input") ? "pre" : "pre-wrap"};overflow-wrap:break-word`;
      copy.append(box.value.slice(0, start), document.createElement("span"));
      document.body.append(copy);
    }
    const mark = copy.lastChild;
    list.style.left = "0";  // it is as wide as its words
    mark.textContent = box.value.slice(start, box.selectionEnd) || "x";  // the word itself: it may not fit this row
    const seat = box.getBoundingClientRect();
    const x = seat.left + Math.min(mark.offsetLeft - box.scrollLeft, box.offsetWidth - 40);
    let y = seat.top + mark.offsetTop + mark.offsetHeight - box.scrollTop + 4;
    if (y + list.offsetHeight > innerHeight - room()) y = seat.top + mark.offsetTop - box.scrollTop - list.offsetHeight - 4;
    list.style.left = Math.max(4, Math.min(x, innerWidth - list.offsetWidth - 8)) + "px";
    list.style.top = Math.max(4, y) + "px";
  }

  function hide(box) {
    if (copy) copy.remove();
    copy = null;
    if (box) box.removeAttribute("aria-activedescendant");
    const list = document.getElementById("hindi-list");
    if (list) list.hidden = true;
  }

  return {draw, hide};
})();
