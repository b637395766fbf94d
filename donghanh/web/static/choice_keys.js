// Answers by key, for who cannot see the screen: 0 reads the page aloud, again at each press; a number presses what is said to
// have it. Any keyboard of numbers will do. Loaded after listen.js, whose reading every key ends.
(function () {
  "use strict";
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || !/^[0-9]$/.test(event.key)) return;
    if (event.target.matches("input, textarea, select")) return;
    const pressed = document.querySelector(event.key === "0" ? "[data-listen]" : '[data-choice="' + event.key + '"]');
    if (!pressed) return;
    event.preventDefault();
    pressed.click();
  });
})();
