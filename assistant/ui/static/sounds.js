// A Hindi word that no list has, as its typed letters sound: assistant/language/sounds.py for the page.
"use strict";
window.sounds = (() => {
  const VOWELS = "aAiIuUeoEO", ways = {};
  let told = {}, second;
  // How often a few signs stand together; after each few, how many signs and how many unlike ones; and what was reckoned of it.
  const together = new Map(), signs = new Map(), unlike = new Map(), costs = new Map();

  function begin(data) {
    told = data.sounds;
    second = new RegExp(data.second);
    for (const kind of ["spell", "sign", "last", "begin", "nasal"]) {
      ways[kind] = new Map();
      for (const [typed, written, count] of data.rules[kind]) {
        if (!ways[kind].has(typed)) ways[kind].set(typed, []);
        ways[kind].get(typed).push([written, Number(count)]);
      }
    }
  }

  // A few signs as one number, seven bits for each: so that a hundred thousand of them are nothing to the browser's memory.
  const numbered = (number, sign) => number * 128 + (sign === "^" ? 0x5e : sign === "$" ? 0x5f : sign.charCodeAt(0) & 127);
  const more = (map, number) => { const many = (map.get(number) || 0) + 1; map.set(number, many); return many; };

  // What signs stand together in a known word.
  function learn(word, digit) {
    if (digit < told.LEARNED || word.includes("-") || second.test(word)) return;
    const whole = `^${word}$`;
    for (let start = 0; start < whole.length; start++) {
      let before = 1;
      for (let end = start; end < Math.min(start + told.ORDER, whole.length); end++) {
        const few = numbered(before, whole[end]);
        if (end) {
          if (more(together, few) === 1) more(unlike, before);
          more(signs, before);
        }
        before = few;
      }
    }
  }

  // How unlikely the last of a few signs is after the others.
  function cost(few) {
    let all = 1;
    for (const sign of few) all = numbered(all, sign);
    let known = costs.get(all);
    if (known !== undefined) return known;
    let likely = 0.0125;
    for (let start = few.length - 1; start >= 0; start--) {
      let before = 1;
      for (let at = start; at < few.length - 1; at++) before = numbered(before, few[at]);
      const often = signs.get(before), kinds = unlike.get(before);
      if (!often) break;
      likely = ((together.get(numbered(before, few[few.length - 1])) || 0) + kinds * likely) / (often + kinds);
    }
    known = Math.floor(0.5 - 100 * Math.log(likely));
    if (costs.size > 50000) costs.clear();
    costs.set(all, known);
    return known;
  }

  const order = (one, other) => one[0] - other[0] || (one[1] < other[1] ? -1 : one[1] > other[1] ? 1 : one[2] - other[2]);

  function spelt(same) {
    if (same.length > told.LETTERS) return [];
    const states = [...Array(same.length + 1)].map(() => new Map());
    states[0].set("^0", [0, "^", 0]);  // what it counts, what is written, whether its last consonant has no vowel yet
    for (let at = 0; at < same.length; at++) {
      const best = [...states[at].values()].sort(order).slice(0, told.BREADTH);
      for (let size = 1; size < 4 && at + size <= same.length; size++) {
        const piece = same.slice(at, at + size), last = at + size === same.length, there = states[at + size];
        const joins = !last && !VOWELS.includes(same[at + size]);
        const of = kind => ways[kind].get(piece) || [];
        const follow = ([count, written], [added, counts], bare) => {
          let sum = count + counts, now = written;
          for (const sign of added) { now += sign; sum += cost(now.slice(-told.ORDER)); }
          const name = now + bare, was = there.get(name);
          if (!was || sum < was[0]) there.set(name, [sum, now, bare]);
        };
        for (const state of best) {
          for (const way of of("spell")) {
            follow(state, way, 1);
            if (state[2]) follow(state, ["्" + way[0], way[1]], 1);
          }
          if (state[2]) {
            for (const way of of(last && ways.last.has(piece) ? "last" : "sign")) follow(state, way, 0);
          } else {
            for (const way of of("begin")) follow(state, way, 0);
            if (state[1] !== "^" && (joins || (last && piece === "n"))) for (const way of of("nasal")) follow(state, way, 0);
          }
        }
      }
    }
    const ends = [...states[same.length].values()].map(([count, written]) => [count + cost((written + "$").slice(-told.ORDER)), written.slice(1), 0]);
    const found = new Map();
    for (const [count, written] of ends.sort(order)) if (!found.has(written)) found.set(written, count);
    return [...found].slice(0, 5).map(([written, count]) => [count, written]);
  }

  return {begin, learn, spelt};
})();
