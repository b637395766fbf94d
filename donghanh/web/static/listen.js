// Reads a page aloud by a press on the ear, or by Alt and L: each marked sentence in turn, framed while it is read.
// Any touch and any key ends it. An ear that names a part of the page reads that part. Under [data-slow] it is read slowly; what
// stands under [data-private] is never given to a voice that leaves this machine.
(function () {
  "use strict";
  var ears = document.querySelectorAll("[data-listen]");
  var form = new Audio().canPlayType("audio/ogg; codecs=opus") ? "ogg" : "mp3";
  var run = 0;
  var clip = null;
  var framed = null;

  function speed(element) { return element.closest("[data-slow]") ? 0.85 : 1; }
  function frame(element) {
    if (framed) framed.classList.remove("reading");
    framed = element;
    if (element) element.classList.add("reading");
  }
  function stop() {
    run += 1;
    if (clip) clip.pause();
    clip = null;
    if (window.speechSynthesis) window.speechSynthesis.cancel();
    frame(null);
  }
  function voice(here) {
    var all = window.speechSynthesis ? window.speechSynthesis.getVoices() : [];
    for (var n = 0; n < all.length; n += 1) if (/^vi/i.test(all[n].lang) && (all[n].localService || !here)) return all[n];
    return null;
  }
  function byBrowser(element, then) {
    var own = voice(element.closest("[data-private]"));
    if (!own) return then();
    var said = new SpeechSynthesisUtterance(element.textContent);
    said.voice = own;
    said.rate = speed(element);
    said.lang = own.lang;
    said.onend = said.onerror = then;
    window.speechSynthesis.speak(said);
  }
  function sentences(part) { return document.querySelectorAll(part ? part + " [data-say], " + part + "[data-say]" : "[data-say]"); }
  function readOn(marked, place, mine) {
    if (mine !== run) return;
    if (place >= marked.length) return stop();
    var element = marked[place];
    var gone = false;
    function next() { if (!gone) { gone = true; readOn(marked, place + 1, mine); } }
    frame(element);
    clip = new Audio(element.getAttribute("data-say") + "?form=" + form);
    clip.onended = next;
    clip.onerror = function () { if (mine === run) byBrowser(element, next); };
    clip.playbackRate = clip.defaultPlaybackRate = speed(element);
    var started = clip.play();
    if (started && started.catch) started.catch(clip.onerror);
  }
  Array.prototype.forEach.call(ears, function (ear) {
    ear.hidden = false;
    ear.addEventListener("click", function (event) {
      event.stopPropagation();
      var reading = framed !== null;
      stop();
      if (!reading) readOn(sentences(ear.getAttribute("data-listen")), 0, run);
    });
    ear.addEventListener("pointerdown", function (event) { event.stopPropagation(); });
  });
  document.addEventListener("keydown", function (event) {
    if (!event.altKey || event.code !== "KeyL" || !ears.length) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    ears[0].click();
  });
  ["pointerdown", "keydown"].forEach(function (name) {
    document.addEventListener(name, function (event) {
      if (event.key !== "Alt" && framed && !(event.target.closest && event.target.closest("[data-listen]"))) stop();
    });
  });
})();
