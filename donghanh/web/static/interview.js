// A form before a person: nobody who comes later may see it. The page asks whether it is still open, leaves by itself when
// it is not, and never comes back from a browser's memory. After some quiet minutes it asks, then closes.
(function () {
  "use strict";
  var mark = document.getElementById("together");
  if (!mark) return;
  var EVERY = 5000, STILL_SECONDS = 60; // how long the question "still here?" stands
  var idle = Number(mark.dataset.idle) * 1000;
  var still = document.getElementById("still");
  var touched = Date.now(), told = touched, going = false;
  var tabs = window.BroadcastChannel ? new BroadcastChannel("interview") : null;

  // A page that came as the answer to a press is, for "back" and "reload", the page at its address.
  window.history.replaceState(null, "", window.location.href);

  function leave() {
    if (going) return;
    going = true;
    document.body.textContent = "";
    document.title = "Đã đóng";
    if (tabs) tabs.postMessage("closed");
    window.location.replace(mark.dataset.closed);
  }

  // Nobody touched it for too long: the sitting ends too, or "back" would show it again.
  function close() {
    if (going) return;
    going = true;
    document.getElementById("main").textContent = "";
    if (still.open) still.close();
    document.querySelector('form[action$="/closing/"]').submit();
  }

  function ask() {
    if (document.hidden || going) return;
    var fresh = touched > told;
    told = touched;
    fetch(fresh ? mark.dataset.here : mark.dataset.open, { cache: "no-store", credentials: "same-origin" })
      .then(function (answer) { if (answer.status !== 204 && answer.status < 500) leave(); })
      .catch(function () { /* the server is away: the page stays until the quiet time is over */ });
  }

  function quiet() {
    var left = idle - (Date.now() - touched);
    if (left <= 0) return close();
    if (left <= STILL_SECONDS * 1000 && still.showModal && !still.open) still.showModal();
  }

  function touch() {
    touched = Date.now();
    if (still.open) still.close();
  }

  ["pointerdown", "keydown", "input"].forEach(function (name) { document.addEventListener(name, touch); });
  document.getElementById("still-here").addEventListener("click", touch);
  document.addEventListener("visibilitychange", function () { quiet(); ask(); });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) window.location.reload();
    else ask();
  });
  if (tabs) tabs.onmessage = function () { ask(); };
  setInterval(ask, EVERY);
  setInterval(quiet, 1000);

  // One press, one answer: a form that was sent waits.
  document.addEventListener("submit", function (event) {
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "1";
    if (tabs && /\/closing\/$/.test(event.target.action)) setTimeout(function () { tabs.postMessage("closed"); }, 300);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
  });

  var wrong = document.querySelector(".error-summary, .together-sure");
  if (wrong) wrong.focus();
})();
