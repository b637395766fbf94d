// Left alone for 60 s the kiosk asks; 20 s later it goes back to the first screen. A number stays for 20 s after the last
// touch. Nobody stays on it. The first screen hands in what the machine gave while the server was gone.
(function () {
  "use strict";
  const IDLE_MS = 60000;
  const ANSWER_MS = 20000;
  const body = document.body;
  const start = body.dataset.start;
  const still = document.getElementById("still");
  const print = document.getElementById("print");
  const slip = document.getElementById("slip");
  const fresh = body.classList.contains("fresh");
  const given = body.classList.contains("at-ticket");
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
    print.addEventListener("click", function () {
      window.print();
      print.textContent = "In lại";
      slip.src = slip.dataset.again;
    });
  }
  window.history.replaceState(null, "", window.location.href); // "back" never sends again what somebody typed
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) window.location.reload();
  });
  wait();

  // The printer of the hall: the first slip comes by itself, the page shows what became of it.
  const printing = document.getElementById("printing");
  if (printing && "first" in printing.dataset) {
    fetch(printing.action, { method: "POST", body: new URLSearchParams(new FormData(printing)), credentials: "same-origin" })
      .then(function (answer) { return answer.text(); })
      .then(function (html) {
        const page = new DOMParser().parseFromString(html, "text/html");
        ["printed", "printing"].forEach(function (id) {
          const fresh = page.getElementById(id);
          if (fresh) document.getElementById(id).replaceWith(document.importNode(fresh, true));
        });
      }).catch(function () {});
  }

  // What the machine keeps for the time without a server.
  const handing = document.getElementById("handing-in");
  if (!handing || !window.isSecureContext || !navigator.serviceWorker) return;
  function handIn() {
    return window.kioskStore.pending().then(function (numbers) {
      if (!numbers.length) return null;
      return fetch(handing.action, {
        method: "POST", credentials: "same-origin",
        headers: { "Content-Type": "application/json", "X-CSRFToken": handing.elements.csrfmiddlewaretoken.value },
        body: JSON.stringify({ sent_ms: Date.now(), numbers: numbers.map(function (one) { return { key: one.key, number: one.number, given_ms: one.given_ms }; }) })
      }).then(function (answer) { return answer.ok ? answer.json() : { numbers: [] }; })
        .then(function (told) { return window.kioskStore.handed(told.numbers.map(function (one) { return one.key; })); });
    });
  }
  window.kioskStore.learn(Number(body.dataset.first), Number(body.dataset.last), Number(body.dataset.next), Number(body.dataset.now))
    .then(handIn)
    .then(function () { return navigator.serviceWorker.register(start + "worker.js"); })
    .then(function () { return navigator.serviceWorker.ready; })
    .then(function () { return caches.keys(); })
    .then(function (names) { return caches.open(names[names.length - 1]); })
    .then(function (shelf) { return shelf.add(start + "offline/"); })
    .then(function () { body.dataset.ready = "alone"; })
    .catch(function () {});
})();
