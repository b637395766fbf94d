// Between calls: when nobody was called for a minute, the films run silently, with captions, and leaflets stand still; the next
// call ends them. Written for old TVs, as board.js is.
(function () {
  "use strict";
  var QUIET_MS = 60000;
  var LOOK_AGAIN_MS = 60000;
  var STILL_MS = 20000;
  var address = document.body.getAttribute("data-address");
  var stage = document.getElementById("between");
  var film = document.getElementById("film");
  var captions = film.querySelector("track");
  var calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  var calledAt = Date.now();
  var askedAt = 0;
  var showing = false;
  var films = [];
  var place = 0;
  var still = null;
  var timer = 0;

  function quiet() { return Date.now() - calledAt >= QUIET_MS && !document.hidden; }
  function clear() {
    clearTimeout(timer);
    film.pause();
    film.removeAttribute("src");
    film.load();
    if (still) stage.removeChild(still);
    still = null;
  }
  function stop() {
    showing = false;
    clear();
    stage.hidden = true;
    document.body.classList.remove("showing");
  }
  function stand(one) {
    film.hidden = true;
    still = new Image();
    still.src = one.still;
    still.alt = one.title;
    still.onerror = next;
    stage.appendChild(still);
    timer = setTimeout(next, one.seconds ? one.seconds * 1000 : STILL_MS);
  }
  function next() {
    clear();
    if (place >= films.length) { stop(); askedAt = 0; return; }
    var one = films[place];
    place += 1;
    stage.hidden = false;
    document.body.classList.add("showing");
    if (!one.film || calm.matches) return stand(one);
    film.hidden = false;
    film.muted = true;
    film.src = one.film;
    captions.src = one.captions;
    if (captions.track) captions.track.mode = "showing";
    var started = film.play();
    if (started && started.then) started.then(null, function () { if (showing && !still) stand(one); });
  }
  function start() {
    if (showing || Date.now() - askedAt < LOOK_AGAIN_MS) return;
    askedAt = Date.now();
    showing = true;
    var request = new XMLHttpRequest();
    request.open("GET", address + "films/");
    request.onload = function () {
      films = request.status === 200 ? JSON.parse(request.responseText).films : [];
      place = 0;
      if (films.length && quiet()) next();
      else showing = false;
    };
    request.onerror = function () { showing = false; };
    request.send();
  }
  document.addEventListener("called", function () { calledAt = Date.now(); if (showing) stop(); });
  document.addEventListener("visibilitychange", function () { if (document.hidden && showing) stop(); });
  film.addEventListener("ended", next);
  film.addEventListener("error", function () { if (showing && film.getAttribute("src")) next(); });
  setInterval(function () { if (quiet()) start(); }, 1000);
})();
