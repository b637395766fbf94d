// Keeps marked pieces of a page fresh: [data-piece] names the address. Asks every three seconds while the page is seen,
// with the last answer's mark, so that "nothing new" is an empty answer. A piece that carries [data-ring] rings once,
// under two seconds, when it names somebody new. A form marked [data-stay] is sent without leaving the page, so that
// nothing half typed is lost; the pieces then say what came of it.
(function () {
  "use strict";
  var EVERY = 3000, rung = {};

  function ring() {
    // A browser lets nothing sound or shake before the first tap; the frame is seen all the same.
    if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
    if (navigator.vibrate) navigator.vibrate([300, 150, 300]);
    var Sound = window.AudioContext || window.webkitAudioContext;
    if (!Sound) return;
    var sound = new Sound();
    [0, 0.5, 1].forEach(function (at) {
      var tone = sound.createOscillator(), loud = sound.createGain();
      tone.frequency.value = 880;
      loud.gain.setValueAtTime(0.2, sound.currentTime + at);
      loud.gain.exponentialRampToValueAtTime(0.001, sound.currentTime + at + 0.4);
      tone.connect(loud); loud.connect(sound.destination);
      tone.start(sound.currentTime + at); tone.stop(sound.currentTime + at + 0.4);
    });
    setTimeout(function () { sound.close(); }, 2000);
  }

  function heard(piece) {
    var marked = piece.querySelector("[data-ring]"), names = marked ? marked.dataset.ring.split("-") : [];
    var fresh = names.filter(function (name) { return !rung[name]; });
    names.forEach(function (name) { rung[name] = true; });
    if (fresh.length) ring();
  }

  function look(piece) {
    var headers = piece.dataset.mark ? { "If-None-Match": piece.dataset.mark } : {};
    return fetch(piece.dataset.piece, { headers: headers, credentials: "same-origin" }).then(function (answer) {
      if (answer.status !== 200) return;
      var mark = answer.headers.get("ETag") || "";
      return answer.text().then(function (text) {
        if (piece !== document.activeElement && piece.contains(document.activeElement)) return;
        piece.innerHTML = text.trim(); // our own page's piece, escaped by the server
        piece.dataset.mark = mark;
        heard(piece);
      });
    }).catch(function () {});
  }

  function all() {
    if (document.hidden) return;
    Array.prototype.forEach.call(document.querySelectorAll("[data-piece]"), look);
  }

  function freshKey() {
    var bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    return Array.prototype.map.call(bytes, function (one) { return ("0" + one.toString(16)).slice(-2); }).join("");
  }

  function stay(event) {
    var form = event.target, strip = document.querySelector(".help-strip");
    if (!form.matches("form[data-stay]") || !strip) return;
    event.preventDefault();
    fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin", redirect: "manual" }).then(function (answer) {
      if (answer.type !== "opaqueredirect") return form.submit(); // signed out, or a fact: the page says so
      form.elements.key.value = freshKey();
      strip.tabIndex = -1;
      if (strip.contains(form)) strip.focus();
      return look(strip).then(function () { strip.scrollIntoView({ block: "nearest" }); });
    }).catch(function () { form.submit(); });
  }

  all();
  setInterval(all, EVERY);
  document.addEventListener("submit", stay);
  document.addEventListener("visibilitychange", all);
})();
