// Asks every few seconds who comes, and says the name once somebody said so.
(function () {
  "use strict";
  const line = document.getElementById("who-comes");
  if (!line) return;
  const EVERY_MS = 3000;
  const timer = setInterval(function () {
    if (document.hidden) return;
    fetch(line.dataset.name, { cache: "no-store", credentials: "same-origin" })
      .then(function (answer) { return answer.ok ? answer.text() : ""; })
      .then(function (name) {
        if (!name) return;
        line.textContent = name + " " + line.dataset.comes;
        clearInterval(timer);
      }).catch(function () {});
  }, EVERY_MS);
})();
