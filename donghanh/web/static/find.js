// Search on the published pages: the commonest procedures, with or without accents. Works from a USB stick.
(function () {
  "use strict";
  var index = /*INDEX*/[];
  var box = document.querySelector(".find");
  var typed = document.getElementById("q");
  var found = document.getElementById("found");
  if (!box || !typed || !found) return;
  box.hidden = false;

  function fold(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "")
      .replace(/[^a-z0-9 ]+/g, " ").trim();
  }

  function score(words, one) {
    var best = 0;
    one.words.forEach(function (line) {
      var hits = words.filter(function (word) { return (" " + line + " ").indexOf(" " + word) >= 0; });
      best = Math.max(best, hits.length / words.length + (line === words.join(" ") ? 1 : 0));
    });
    return best;
  }

  typed.addEventListener("input", function () {
    var words = fold(typed.value).split(" ").filter(Boolean);
    found.textContent = "";
    if (!words.length) return;
    index.map(function (one) { return { one: one, score: score(words, one) }; })
      .filter(function (hit) { return hit.score >= 0.5; })
      .sort(function (a, b) { return b.score - a.score; })
      .slice(0, 5)
      .forEach(function (hit) {
        var item = document.createElement("li");
        var link = document.createElement("a");
        link.href = hit.one.href;
        link.className = "button quiet wide";
        link.textContent = hit.one.title;
        item.appendChild(link);
        found.appendChild(item);
      });
  });
})();
