// Left alone for 60 s the kiosk asks; 20 s later it goes back to the first screen. A number stays
// for 20 s after the last touch. Nobody stays on it.
(function () {
  "use strict";
  const IDLE_MS = 60000;
  const ANSWER_MS = 20000;
  const start = document.body.dataset.start;
  const still = document.getElementById("still");
  const print = document.getElementById("print");
  const fresh = document.body.classList.contains("fresh");
  const given = document.body.classList.contains("at-ticket");
  let timer = 0;

  function wait() {
    clearTimeout(timer);
    still.hidden = true;
    timer = setTimeout(given ? leave : ask, given ? ANSWER_MS : IDLE_MS);
  }
  function leave() { window.location.replace(start); }
  function ask() {
    if (fresh && !document.getElementById("q").value) return wait();
    still.hidden = false;
    document.getElementById("still-here").focus();
    timer = setTimeout(leave, ANSWER_MS);
  }
  ["pointerdown", "keydown", "scroll"].forEach(function (name) {
    window.addEventListener(name, wait, { passive: true });
  });
  document.getElementById("still-here").addEventListener("click", wait);
  if (print) {
    print.hidden = false;
    print.addEventListener("click", function () { window.print(); });
  }
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) window.location.reload();
  });
  wait();
})();
