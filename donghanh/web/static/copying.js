// One key copies one value: C copies the next line, a press copies its own. The clipboard is emptied when the screen is.
(function () {
  "use strict";
  var rows = Array.prototype.slice.call(document.querySelectorAll("[data-copy]"));
  var told = document.getElementById("copied");
  var place = 0;
  if (!rows.length) return;

  function put(words) {
    if (!navigator.clipboard || !window.isSecureContext) return Promise.resolve(putByHand(words));
    return navigator.clipboard.writeText(words).catch(function () { putByHand(words); });
  }

  function putByHand(words) {
    var box = document.createElement("textarea");
    box.value = words;
    document.body.appendChild(box);
    box.select();
    document.execCommand("copy");
    box.remove();
  }

  function mark() {
    rows.forEach(function (row, n) { row.classList.toggle("now", n === place); });
    if (rows[place]) rows[place].scrollIntoView({ block: "nearest" });
  }

  function copy(n) {
    var words = rows[n].querySelector("output").textContent;
    put(words).then(function () {
      told.textContent = "Đã chép: " + words;
      rows[n].querySelector("button").textContent = "Đã chép";
      place = n + 1;
      mark();
    });
  }

  rows.forEach(function (row, n) {
    var button = row.querySelector("button");
    button.hidden = false;
    button.addEventListener("click", function () { copy(n); });
  });
  document.getElementById("keys").hidden = false;
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.key.toLowerCase() !== "c") return;
    if (event.target.matches("input, textarea, select") || place >= rows.length) return;
    event.preventDefault();
    copy(place);
  });
  document.getElementById("wipe").addEventListener("submit", function () { put(" "); });
  mark();
})();
