// What is typed before the words have come: where it stands in each box, so that it becomes Hindi once they are there.
"use strict";
window.early = (() => {
  const stretches = [], lengths = new Map();  // {box, start, end}; how long the whole text of a box was when it was last looked at

  // Something came into a box, or went. `typed`: what was typed; "" where it was taken away or put there otherwise.
  function note(box, typed) {
    const at = box.selectionStart, length = box.value.length;
    const more = lengths.has(box) ? length - lengths.get(box) : typed.length;
    lengths.set(box, length);
    let within = false;
    for (const one of stretches) {
      if (one.box !== box) continue;
      if (at - Math.max(more, 0) >= one.start && at - more <= one.end) {
        within = true;
        one.end = more > 0 && !typed ? at - more : one.end + more;  // what is pasted stays as it came
      } else if (at - more <= one.start) {
        one.start += more;
        one.end += more;
      }
    }
    if (!within && typed) stretches.push({box, start: at - typed.length, end: at});
  }

  // Hands out each stretch, the last of a box first, where its box still holds the text that was seen.
  function give(use) {
    stretches.sort((one, other) => other.start - one.start);
    for (const {box, start, end} of stretches.splice(0)) {
      if (box.isConnected && box.value.length === lengths.get(box) && end > start) use(box, start, end);
      lengths.set(box, box.value.length);
    }
    lengths.clear();
  }

  return {note, give};
})();
