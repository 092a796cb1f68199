// What a Hindi word typed in Latin letters can be: assistant/language/roman.py and typed.py, for the page, by the same rules and lists.
// The lists come once from /hindi/words.json and are kept by the browser.
"use strict";
window.roman = (() => {
  const VOWELS = "aAiIuUeoEO", SIGNS = "ािीुूृेैोौं";
  const CONSONANT = /[क-ह\u093c]/;
  let told = null, same = [], fold = [], english = [], letters = {}, letter = {}, vowel = {}, drop = {}, ending = {};
  const swap = new Float64Array(128 * 128), pairs = new Set();  // what one letter for another counts; the letters that are two signs
  let usual = new Map(), index = new Map(), listed = new Map(), known = new Set(), little = new Set();
  let piece, begins, that, dot, day, shortEnd, second, undotted = new Set(), done = false;
  const cache = new Map(), sure = new Map();

  const rows = kind => told.rules[kind] || [];
  const table = kind => Object.fromEntries(rows(kind));
  const patterns = kind => rows(kind).map(([pattern, instead]) => [new RegExp(pattern, "g"), instead.replace(/\\(\d)/g, "$$$1")]);
  const replaced = (word, list) => list.reduce((now, [pattern, instead]) => now.replace(pattern, instead), word);

  // ---- the lists ----------------------------------------------------------------------------------------------------
  async function load(data) {
    told = data;
    same = patterns("same"); fold = patterns("fold");
    english = rows("english").map(([pattern]) => new RegExp(pattern));
    [letters, letter, vowel, drop, ending] = ["letters", "letter", "vowel", "drop", "ending"].map(table);
    const place = (one, other) => one.charCodeAt(0) * 128 + other.charCodeAt(0);
    swap.fill(1);
    for (const one of VOWELS) for (const other of VOWELS) swap[place(one, other)] = told.weights.VOWEL;
    for (const [one, other, cost] of rows("near")) swap[place(one, other)] = Number(cost);
    for (let one = 0; one < 128; one++) swap[one * 129] = 0;
    for (const [one] of rows("letter")) if (one.length === 3) pairs.add(one);
    for (const one in drop) drop[one] = Number(drop[one]);
    piece = new RegExp(`(${data.short})|(?<![A-Za-z0-9])(${data.kept})|([A-Za-z]{1,200})`, "g");
    dot = new RegExp(data.dot, "gm"); day = new RegExp(data.day + data.figure, "g"); shortEnd = new RegExp(data.short + "$"); undotted = new Set(data.undotted.split(" "));
    begins = new RegExp(`^(?:${data.begins})`); that = new RegExp(data.that); second = new RegExp(data.second);
    known = new Set(data.english.split(" ")); little = new Set(data.little.split(" "));
    for (const [digit, words] of Object.entries(data.usual)) for (const word of words.split(" ")) usual.set(word, Number(digit));
    for (const [spelling, meant] of [...Object.entries(data.spellings), ...Object.entries(data.offered)]) {
      if (spelling.length > 3) for (const word of meant) listed.set(word, [...(listed.get(word) || []), replaced(spelling, same)]);
    }
    sounds.begin(data);
    await inPieces(usual, ([word, digit]) => {
      for (const one of new Set(waysOf(word).flatMap(nasals).map(key))) {
        const there = index.get(one);
        index.set(one, there ? there + " " + word : word);
      }
      sounds.learn(word, digit);
    });
    const some = [...usual.keys()].filter((_, at) => at % 400 === 0).flatMap(word => [...romanised(word)[0]].map((_, at, way) => way.slice(0, at + 1).join("")));
    await inPieces(some, part => candidates(part));  // now, and not at the first keys, the browser makes this fast
    done = true;
  }

  // How else a word is typed: बच्चा as bachha, केंद्र as kender.
  function otherwise(ways) {
    return ways.map(way => way.replace(/([a-zA-Z]{2}[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z])ra$/, "$1er").replace(/c[cC]/g, "C")).filter(way => !ways.includes(way));
  }

  function waysOf(word) {
    const ways = romanised(word), others = otherwise(ways);
    return others.length || listed.has(word) ? [...ways, ...others, ...(listed.get(word) || [])] : ways;
  }

  // Work on a long list while the page has nothing else to do, five milliseconds at a time.
  async function inPieces(list, work) {
    let until = 0;
    for (const one of list) {
      if (performance.now() > until) {
        await new Promise(go => window.requestIdleCallback ? requestIdleCallback(go, {timeout: 100}) : setTimeout(go));
        until = performance.now() + 5;
      }
      work(one);
    }
  }

  function key(word) {
    let out = "";
    for (const one of replaced(word, fold)) out += one in letters ? letters[one] : one;
    return out.replace(/(.)\1+/g, "$1");
  }

  const nasals = way => way.includes("N") ? [way, way.replace(/N/g, "m"), way.replace(/N/g, "")] : [way];

  // How a word is typed, its unspoken vowels left out; two ways where it has a letter that is typed in two.
  function romanised(word) {
    const consonants = [], vowels = [], nasals = [];
    let twofold = false;
    for (let at = 0; at < word.length;) {
      const size = pairs.has(word.slice(at, at + 3)) ? 3 : word[at + 1] === "\u093c" ? 2 : 1, one = word.slice(at, at + size), last = vowels.length - 1;
      const typed = letter[one] || (size === 2 && letter[one[0]]);
      at += size;
      if (typed) { consonants.push(typed); vowels.push("a"); nasals.push(""); }
      else if (one === "्") { if (last >= 0) vowels[last] = ""; }
      else if (one === "ं" || one === "ँ" || one === "ः") { if (last >= 0) nasals[last] = one === "ः" ? "h" : "N"; }
      else if (one in vowel) {
        if (("ऄ" <= one && one <= "औ") || last < 0) { consonants.push(""); vowels.push(vowel[one]); nasals.push(""); }
        else vowels[last] = vowel[one];
      } else continue;
      twofold = twofold || (typed || vowel[one] || "").includes("|");
    }
    const end = vowels.length - 1, schwa = vowels.map((one, at) => one === "a" && consonants[at] !== "");
    const joined = vowels.map((_, at) => at > 0 && vowels[at - 1] === "");
    for (let at = end; at > 0; at--) {
      if (!schwa[at] || joined[at] || nasals[at]) continue;
      if (at === end || (vowels[at + 1] !== "" && consonants[at + 1] && vowels[at - 1] && !nasals[at - 1])) vowels[at] = "";
    }
    if (end >= 0 && !nasals[end] && "AIU".includes(vowels[end])) vowels[end] = vowels[end].toLowerCase();
    const way = choose => { let out = ""; for (let at = 0; at <= end; at++) out += choose(consonants[at]) + choose(vowels[at]) + nasals[at]; return glided(out); };
    return twofold ? [way(part => part.slice(part.lastIndexOf("|") + 1)), way(part => part.split("|")[0])] : [way(part => part)];
  }

  const glided = way => way.replace(/[aA](?:y(?=[iI]$))?([iIuU])/g, (_, one) => "iI".includes(one) ? "E" : "O");

  // ---- how far two spellings are from one another -------------------------------------------------------------------
  function drops(word) {
    const out = [];
    for (let at = 0; at < word.length; at++) {
      const one = word[at], count = one in drop ? drop[one] : 1;
      if (!at) out.push(count + (VOWELS.includes(one) ? told.weights.FIRST_VOWEL : told.weights.FIRST));
      else if (one === word[at - 1]) out.push(0.2);
      else if ((one === "a" || one === "A") && at === word.length - 1) {
        out.push(at > 1 && !VOWELS.includes(word[at - 1]) && !VOWELS.includes(word[at - 2]) ? 0.1 : 0.5);
      } else out.push(count);
    }
    return out;
  }

  // `mine`: what each letter of the typed word counts where a way hasn't got it.
  const sums = [new Float64Array(256), new Float64Array(256)];
  function distance(typed, way, mine = drops(typed)) {
    const its = drops(way);
    let [before, row] = sums;
    before[0] = 0;
    for (let there = 0; there < its.length; there++) before[there + 1] = before[there] + its[there];
    for (let at = 0; at < typed.length; at++) {
      const swaps = typed.charCodeAt(at) * 128;
      row[0] = before[0] + mine[at];
      for (let there = 0; there < way.length; there++) {
        row[there + 1] = Math.min(before[there] + swap[swaps + way.charCodeAt(there)], before[there + 1] + mine[at], row[there] + its[there]);
      }
      [before, row] = [row, before];
    }
    return before[way.length];
  }

  // ---- one word -----------------------------------------------------------------------------------------------------
  const listedAs = word => Object.hasOwn(told.spellings, word) ? told.spellings[word] : [];
  const offeredAs = word => Object.hasOwn(told.offered, word) ? told.offered[word] : [];
  const order = (one, other) => one[0] - other[0] || one[1] - other[1] || (one[2] < other[2] ? -1 : one[2] > other[2] ? 1 : 0);
  const reach = word => 0.5 + 0.12 * word.length;

  function ranked(word) {
    if (cache.has(word)) return cache.get(word);
    const {USUAL, LISTED, OFFERED} = told.weights, listed = new Map(listedAs(word).map(hindi => [hindi, LISTED]));
    for (const hindi of offeredAs(word)) if (!listed.has(hindi)) listed.set(hindi, OFFERED);
    let found = [...listed].map(([hindi, more]) => [-USUAL * usual.get(hindi) - more, 0, hindi]);
    found = found.concat(alike(word).filter(one => !listed.has(one[2])));
    if (word.length > 4 && !found.some(one => one[1] <= reach(word) / 2)) found = found.concat(made(word));
    const there = new Set(found.map(one => one[2]));
    found = found.concat(sounding(replaced(word, same)).filter(one => !there.has(one[2])));
    found.sort(order);
    if (cache.size > 30) cache.clear();  // more would only be work for the browser's memory
    cache.set(word, found);
    return found;
  }

  function sounding(typed) {
    const {NEW, ODD} = told.weights;
    return sounds.spelt(typed).map(([count, hindi]) => {
      const far = Math.min(...romanised(hindi).map(way => distance(typed, way)));
      return [NEW + 2 * far + ODD * count, far, hindi];
    });
  }

  function alike(word) {
    const {USUAL, SECOND} = told.weights, typed = replaced(word, same), mine = drops(typed), found = [];
    for (const hindi of (index.get(key(typed)) || "").split(" ").filter(Boolean)) {
      const far = Math.min(...waysOf(hindi).map(way => distance(typed, way, mine)));
      if (far <= reach(word)) found.push([2 * far - USUAL * usual.get(hindi) + SECOND * (second.test(hindi) ? 1 : 0), far, hindi]);
    }
    return found;
  }

  function made(word) {
    const {ENDED, JOINED} = told.weights, found = new Map();
    for (let cut = 3; cut < word.length - 1; cut++) {
      const first = surely(word.slice(0, cut));
      if (!first) continue;
      const ends = [], rest = word.slice(cut);
      if (Object.hasOwn(ending, rest)) ends.push([ENDED, 0, ending[rest]]);
      const other = rest.length > 3 ? surely(rest) : null;
      if (other) ends.push([JOINED + other[0], other[1], other[2]]);
      for (const [rank, far, end] of ends) {
        const whole = [first[0] + rank, first[1] + far, together(first[2], end)], there = found.get(whole[2]);
        if (whole[2] && (!there || order(whole, there) < 0)) found.set(whole[2], whole);
      }
    }
    return [...found.values()].sort(order).slice(0, 2);
  }

  // अ and आ become ा: वृद्ध and अवस्था are वृद्धावस्था. Empty where the two don't go together.
  function together(first, end) {
    const bare = CONSONANT.test(first.slice(-1));
    if ("अआ".includes(end[0]) && (bare || first.endsWith("ा"))) return first.replace(/ा$/, "") + "ा" + end.slice(1);
    return ("अ" <= end[0] && end[0] <= "औ") || (SIGNS.includes(end[0]) && !bare) ? "" : first + end;
  }

  function surely(part) {
    if (sure.has(part)) return sure.get(part);
    const close = alike(part).filter(one => one[1] <= told.weights.CLOSE * part.length && usual.get(one[2]) > 2).sort(order)[0] || null;
    if (sure.size > 500) sure.clear();
    sure.set(part, close);
    return close;
  }

  // They differ by more than ँ for ं; only the first's other spelling is the last of them.
  function candidates(word, most = 5) {
    const found = new Map();
    for (const [, , hindi] of ranked(word.toLowerCase())) {
      const plain = hindi.replace(/ँ/g, "ं");
      found.set(plain, [...(found.get(plain) || []), hindi]);
    }
    const all = [...found.values()], other = all.length ? all[0].slice(1, 2) : [];
    return [...all.map(one => one[0]).slice(0, most - other.length), ...other];
  }

  // ---- English, and words of an exact scheme ------------------------------------------------------------------------
  function isEnglish(small) {
    return known.has(small) || ["s", "ed", "ing", "d", "ly"].some(end => {
      if (!small.endsWith(end) || small.length <= end.length + 3 || (end === "d" && small.slice(-2) !== "ed")) return false;
      const stem = small.slice(0, -end.length);
      return known.has(stem) || known.has(stem + "e");
    });
  }

  function kind(small) {
    if (!isEnglish(small)) return "hindi";
    if (little.has(small)) return "little";
    const listed = listedAs(small);
    if (listed.length) return usual.get(listed[0]) > told.weights.SURE ? "hindi" : "loan";
    const first = /c[eiy]/.test(small) ? null : ranked(small)[0];  // a c that is an s: nobody types Hindi so, and ice isn't इसे
    return first && first[1] <= told.weights.SAME && (usual.get(first[2]) || 0) >= told.weights.SURE ? "hindi" : "english";
  }

  function isName(typed) {
    if (!/^[A-Z].*[A-Z]/.test(typed) || typed === typed.toUpperCase()) return false;
    const capitals = typed.match(/[B-HJ-TV-Z]/g) || [];
    if (capitals.length > 1 && /[BCFGJKPQVWXYZ]/.test(typed) && 2 * typed.match(/[A-Z]/g).length >= typed.length) return true;
    const pieces = typed.match(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g), known = pieces.filter(piece => isEnglish(piece.toLowerCase()));
    const rest = pieces.filter(piece => !known.includes(piece));
    return known.some(piece => piece.length > 2) && rest.every(piece => piece === piece.toUpperCase() && piece.length > 1);
  }

  function exactly(typed) {
    if (!/^(?=[a-zAIUTDNSLR]).*?[a-z][AIUTDNSLRMH]/.test(typed)) return "";
    const {vowels, marks, consonants, others} = told.exact;
    const longest = list => { for (let n = 3; n; n--) { const part = rest.slice(0, n); if (part.length === n && Object.hasOwn(list, part)) return part; } return ""; };
    let rest = typed, out = "", bare = false;
    while (rest) {
      const consonant = longest(consonants), sound = longest(vowels), other = longest(others);
      if (consonant && consonant.length >= sound.length) { out += (bare ? "्" : "") + consonants[consonant]; bare = true; rest = rest.slice(consonant.length); }
      else if (sound) { out += bare ? marks[sound] : vowels[sound]; bare = false; rest = rest.slice(sound.length); }
      else if (other) { out += (bare ? "्" : "") + others[other]; bare = false; rest = rest.slice(other.length); }
      else { out += rest[0]; bare = false; rest = rest.slice(1); }
    }
    return out;
  }

  // ---- a word where it stands, and a whole text ---------------------------------------------------------------------
  function word(typed, afterEnglish = false, shouted = false) {
    const small = typed.toLowerCase();
    if (!shouted && typed === typed.toUpperCase() && typed.length < 8) return typed;
    const what = kind(small), name = isName(typed);
    if (what === "english" || (afterEnglish && isEnglish(small))) return typed;
    const exact = what !== "loan" && !name && exactly(typed);
    if (exact) return exact;
    const first = ranked(small)[0], best = first ? first[2] : typed;
    if (name && (!first || first[1] > told.weights.SAME || !usual.has(best))) return typed;
    return !usual.has(best) && english.some(pattern => pattern.test(small)) ? typed : best;
  }

  // Two pieces with a hyphen as one where they are a listed word that has one in Hindi, too: Wi-Fi, e-KYC.
  const pair = /(^|[^A-Za-z0-9@._/-])([A-Za-z]{1,10}-[A-Za-z]{2,20})(?![A-Za-z0-9@_/-])/g;
  function one(match, before, typed) {
    const whole = typed.replace("-", "");
    return typed !== typed.toUpperCase() && (listedAs(whole.toLowerCase())[0] || "").includes("-") ? before + whole : match;
  }

  // The words of a stretch one by one. `before` is what stands in the line before it; `choose` may answer for a word.
  function stretch(typedText, before = "", shouted = false, choose = () => null) {
    const text = typedText.replace(pair, one);
    let out = "", last = 0;
    const kept = /(?:^|[^A-Za-z0-9@._-])([A-Za-z]+)\s+$/.exec(before);
    let afterEnglish = kept ? isEnglish(kept[1].toLowerCase()) : /(?:^|[.?!।])\s*$/.test(before) && begins.test(text);
    for (const match of text.matchAll(piece)) {
      const between = text.slice(last, match.index);
      if (between && !/^\s+$/.test(between)) afterEnglish = false;
      out += between;
      last = match.index + match[0].length;
      const typed = match[3], short = match[1] && told.shorts[match[1].toLowerCase()];
      const electronic = (typed === "e" || typed === "E") && text[last] === "-";
      const at = typedText.length - text.length + match.index;  // where the last word stood before hyphens went
      const put = typed === undefined ? short || match[0] : choose(typed, at) || (electronic ? "ई" : word(typed, afterEnglish, shouted));
      afterEnglish = typed !== undefined && put === typed && isEnglish(put.toLowerCase());
      out += put;
    }
    return out + text.slice(last);
  }

  function finished(line) {
    return line.replace(/श्रीमती\./g, "श्रीमती")
      .replace(new RegExp(that.source, "gm"), match => match.slice(0, -1) + "ि")
      .replace(dot, (match, upTo, word) => upTo + (ends(word) ? "।" : "."));
  }

  // Whether a dot after a Hindi word ends a sentence, which a short form's, an initial's and a number's doesn't.
  const ends = word => !undotted.has(word) && word.length > 1 && (usual.has(word) || word.length > 3);

  // A day's figure is typed after what was taken for a sentence's end: पत्र दी। is पत्र दि. then. Otherwise null.
  function beforeFigure(line) {
    for (const [typed, short] of Object.entries(told.days)) {
      const taken = " " + finished(word(typed.slice(0, -1)) + ".");
      if (line.endsWith(taken + " ")) return line.slice(0, -taken.length) + short + " ";
    }
    return null;
  }

  function convert(text) {
    const shouted = !/[a-z]/.test(text);
    return text.replace(day, match => told.days[match.toLowerCase()]).split(/(?<=\n)|(?<=[.?!।])(?=\s)/).reduce((found, part) => {
      if (shortEnd.test(found[found.length - 1])) found[found.length - 1] += part; else found.push(part);  // Dr. Sharma: no sentence ends here
      return found;
    }, [""]).map(line => {
      const kinds = [...line.matchAll(piece)].filter(match => match[3] !== undefined).map(match => kind(match[3].toLowerCase()));
      const count = one => kinds.filter(other => other === one).length;
      const hindi = count("hindi") + (/[\u0904-\u0939]/.test(line) ? 2 : 0);
      if (count("english") + count("little") > hindi && (count("english") || count("little") > 1)) return line;
      return finished(stretch(line, "", shouted));
    }).join("");
  }

  return {load, ready: () => done, candidates, word, stretch, finished, beforeFigure, convert};
})();
