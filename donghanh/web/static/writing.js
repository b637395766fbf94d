// The two-sided page: what is typed or tapped stands huge on both sides, one of them turned for who sits across.
// Nothing is sent or kept; leaving the page wipes it.
(function () {
  "use strict";
  var far = document.getElementById("far"), near = document.getElementById("near");
  var words = document.getElementById("words"), refused = document.getElementById("refused");
  var SECRET = /\botp\b|mật\s*khẩu|mat\s*khau|password|(^|[^\w.,\/-])\d{3} ?\d{3}(?![\w\/-]| ?\d)/i;
  document.getElementById("typing").hidden = false;

  function show(nodes) {
    [far, near].forEach(function (side) {
      side.textContent = "";
      nodes.forEach(function (node) { side.appendChild(node.cloneNode(true)); });
    });
  }

  function sized(text) {
    var line = document.createElement("p");
    line.textContent = text;
    line.className = text.length > 60 ? "long" : text.length > 20 ? "middle" : "";
    return line;
  }

  function wipe() { words.value = ""; show([]); refused.hidden = true; }

  words.addEventListener("input", function () {
    refused.hidden = !SECRET.test(words.value);
    if (!refused.hidden) { words.value = ""; show([]); return; }
    show(words.value.trim() ? [sized(words.value)] : []);
  });
  Array.prototype.forEach.call(document.querySelectorAll("[data-say]"), function (tile) {
    tile.addEventListener("click", function (event) {
      event.preventDefault();
      words.value = "";
      show([tile.querySelector("svg"), sized(tile.textContent.trim())]);
      document.getElementById("two-sides").scrollIntoView({ block: "start" });
    });
  });
  document.getElementById("turn").addEventListener("click", function () {
    document.getElementById("two-sides").classList.toggle("turned");
    words.focus();
  });
  document.getElementById("wipe").addEventListener("click", wipe);
  window.addEventListener("pagehide", wipe);
})();
