// Keys on the screen with Vietnamese accents: a letter is put at the end, a tone goes to the right vowel of the last word.
(function () {
  "use strict";
  const VOWELS = ["aáàảãạ", "ăắằẳẵặ", "âấầẩẫậ", "eéèẻẽẹ", "êếềểễệ", "iíìỉĩị", "oóòỏõọ", "ôốồổỗộ", "ơớờởỡợ", "uúùủũụ", "ưứừửữự", "yýỳỷỹỵ"];
  const HATTED = "ăâêôơư";
  const LATE = ["oa", "oe", "uy"];
  const box = document.getElementById("q");
  const keys = document.getElementById("keys");
  if (!box || !keys) return;

  function toneless(letter) {
    for (const row of VOWELS) if (row.includes(letter)) return row[0];
    return letter;
  }
  function toneOf(letter) {
    for (const row of VOWELS) if (row.includes(letter)) return row.indexOf(letter);
    return 0;
  }
  // Where the tone stands: on a hatted vowel, else before a last consonant, else by the common rule.
  function place(word) {
    const bare = Array.from(word).map(toneless);
    let first = bare.findIndex(function (letter) { return VOWELS.some(function (row) { return row[0] === letter; }); });
    if (first < 0) return -1;
    const glide = (bare[0] === "q" && bare[1] === "u") || (bare[0] === "g" && bare[1] === "i");
    const follows = VOWELS.some(function (row) { return row[0] === bare[first + 1]; });
    if (glide && follows) first += 1;
    let end = first;
    while (end < bare.length && VOWELS.some(function (row) { return row[0] === bare[end]; })) end += 1;
    const run = bare.slice(first, end);
    for (let at = run.length - 1; at >= 0; at -= 1) if (HATTED.includes(run[at])) return first + at;
    if (run.length === 1) return first;
    if (run.length === 3) return first + 1;
    if (end < bare.length || LATE.includes(run.join(""))) return first + 1;
    return first;
  }
  function withTone(word, tone) {
    const letters = Array.from(word);
    const at = place(word);
    if (at < 0) return word;
    const had = letters.some(function (letter) { return toneOf(letter) === tone; });
    const bare = letters.map(toneless);
    if (!had) bare[at] = VOWELS.find(function (row) { return row[0] === bare[at]; })[tone];
    return bare.join("");
  }
  function put(text) {
    box.value = text.slice(0, box.maxLength);
    box.scrollLeft = box.scrollWidth;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  function open(shown) {
    document.body.classList.toggle("typing", shown);
    keys.hidden = !shown;
  }

  box.inputMode = "none"; // ours stand instead of the system's
  box.addEventListener("focus", function () { open(true); });
  keys.addEventListener("pointerdown", function (event) { event.preventDefault(); }); // the box keeps the focus
  keys.addEventListener("click", function (event) {
    const key = event.target.closest("button");
    if (!key) return;
    const cut = box.value.lastIndexOf(" ") + 1;
    if (key.dataset.letter) put(box.value + key.dataset.letter);
    if (key.dataset.tone) put(box.value.slice(0, cut) + withTone(box.value.slice(cut), Number(key.dataset.tone)));
    if (key.dataset.act === "back") put(Array.from(box.value).slice(0, -1).join(""));
    if (key.dataset.act === "close") { open(false); box.blur(); }
  });
})();
