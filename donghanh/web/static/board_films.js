// Between calls: when nobody was called for a minute, the films run silently, with captions; the next call ends them.
(function () {
  "use strict";
  const QUIET_MS = 60000;
  const LOOK_AGAIN_MS = 60000;
  const address = document.body.dataset.address;
  const stage = document.getElementById("between");
  const film = document.getElementById("film");
  const captions = film.querySelector("track");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  let calledAt = Date.now();
  let askedAt = 0;
  let showing = false;
  let films = [];
  let place = 0;
  let still = null;

  function quiet() { return Date.now() - calledAt >= QUIET_MS && !document.hidden; }

  function stop() {
    showing = false;
    stage.hidden = true;
    document.body.classList.remove("showing");
    film.pause();
    film.removeAttribute("src");
    film.load();
    if (still) still.remove();
    still = null;
  }

  function next() {
    if (place >= films.length) { stop(); askedAt = 0; return; }
    const one = films[place++];
    stage.hidden = false;
    document.body.classList.add("showing");
    film.hidden = calm.matches;
    if (calm.matches) {
      still = still || stage.appendChild(new Image());
      still.src = one.still;
      still.alt = one.title;
      return;
    }
    film.muted = true;
    film.src = one.film;
    captions.src = one.captions;
    captions.track.mode = "showing";
    film.play().catch(stop);
  }

  async function start() {
    if (showing || Date.now() - askedAt < LOOK_AGAIN_MS) return;
    askedAt = Date.now();
    showing = true;
    try {
      const answer = await fetch(address + "films/", { cache: "no-store", credentials: "same-origin" });
      films = answer.ok ? (await answer.json()).films : [];
    } catch (error) {
      films = [];
    }
    place = 0;
    if (films.length && quiet()) next();
    else showing = false;
  }

  document.addEventListener("called", function () { calledAt = Date.now(); if (showing) stop(); });
  document.addEventListener("visibilitychange", function () { if (document.hidden && showing) stop(); });
  film.addEventListener("ended", next);
  film.addEventListener("error", function () { if (showing && film.src) next(); });
  setInterval(function () { if (quiet()) start(); }, 1000);
})();
