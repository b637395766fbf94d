// The board asks each second whether the line changed, keeps the last state when nobody answers, and speaks when it may.
// Written for old TVs: the language of 2009, XMLHttpRequest, no promise is relied on.
(function () {
  "use strict";
  var EVERY_MS = 1000;
  var ANSWER_MS = 4000;
  var PAUSE_MS = 600;
  var LEASE_MS = 5000;
  var SOUND_MS = 30000;
  var VIETNAM_MS = 7 * 3600 * 1000;
  var body = document.body;
  var address = body.getAttribute("data-address");
  var ahead = Number(body.getAttribute("data-now")) - Date.now();
  var state = document.getElementById("state");
  var lost = document.getElementById("lost");
  var time = document.getElementById("time");
  var silent = document.getElementById("silent");
  var silentWords = document.getElementById("silent-words");
  var sound = document.getElementById("sound");
  var speaker = document.getElementById("speaker");
  var form = document.createElement("audio").canPlayType("audio/ogg; codecs=opus") ? "ogg" : "mp3";
  var version = "";
  var answeredAt = hour();
  var polling = false;
  var speaking = false;
  var pressed = false;
  var may = { held: false, quiet: false, volume: 1 };
  var waiting = [];
  var seen = {};

  function hour() {
    var wall = new Date(Date.now() + ahead + VIETNAM_MS);
    return ("0" + wall.getUTCHours()).slice(-2) + ":" + ("0" + wall.getUTCMinutes()).slice(-2);
  }
  function name(row) { return row.getAttribute("data-call") + "/" + row.getAttribute("data-times"); }
  function rows() { return Array.prototype.slice.call(state.querySelectorAll("[data-call]")); }
  function tell(what) {
    var told = document.createEvent("Event");
    told.initEvent(what, true, false);
    document.dispatchEvent(told);
  }
  function ask(method, where, headers, then) {
    var request = new XMLHttpRequest();
    request.open(method, address + where);
    request.timeout = ANSWER_MS;
    Object.keys(headers).forEach(function (header) { request.setRequestHeader(header, headers[header]); });
    request.onload = function () { then(request.status, request); };
    request.onerror = request.ontimeout = function () { then(0, request); };
    request.send();
  }

  function show(html) {
    state.innerHTML = html;
    rows().reverse().forEach(function (row) {
      if (seen[name(row)]) return;
      seen[name(row)] = true;
      row.classList.add("pulse");
      tell("called");
      if (pressed && may.held && !may.quiet && row.getAttribute("data-words")) waiting.push({ name: name(row), words: row.getAttribute("data-words") });
    });
    speakNext();
  }
  function poll() {
    if (polling || document.hidden) return;
    polling = true;
    ask("GET", "state", version ? { "If-None-Match": version } : {}, function (status, request) {
      polling = false;
      if (status === 200) {
        version = request.getResponseHeader("ETag") || "";
        show(request.responseText);
      }
      if (status === 200 || status === 304) {
        answeredAt = hour();
        lost.hidden = true;
      } else {
        lost.textContent = "Mất kết nối.\nSố lúc " + answeredAt;
        lost.hidden = false;
      }
    });
  }

  // Plays one sound; `then(true)` when it was heard to its end, `then(false)` when it could not be.
  function play(source, then) {
    var clip = new Audio(source);
    var over = false;
    function end(heard) { return function () { if (!over) { over = true; then(heard); } }; }
    clip.volume = may.volume;
    clip.onended = end(true);
    clip.onerror = end(false);
    setTimeout(function () { if (!over) clip.pause(); end(false)(); }, SOUND_MS);  // a stuck sound must not silence the hall
    var started = clip.play();
    if (started && started.then) started.then(null, end(false));
  }
  function vietnamese() {
    var voices = window.speechSynthesis ? window.speechSynthesis.getVoices() : [];
    for (var n = 0; n < voices.length; n += 1) if (/^vi/i.test(voices[n].lang)) return voices[n];
    return null;
  }
  function sayByBrowser(words, then) {
    var voice = vietnamese();
    if (!voice) return then();
    var said = new SpeechSynthesisUtterance(words + ". " + words + ".");
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = 0.85;
    said.volume = may.volume;
    said.onend = said.onerror = then;
    window.speechSynthesis.speak(said);
  }
  // One call after the other, never two at once; said once only while others wait to be called.
  function speakNext() {
    if (speaking || !waiting.length) return;
    if (!may.held || may.quiet) { waiting = []; return; }
    speaking = true;
    var call = waiting.shift();
    function next() { setTimeout(function () { speaking = false; speakNext(); }, PAUSE_MS); }
    play(address + "audio/chime/?form=" + form, function () {
      play(address + "audio/" + call.name + "/?form=" + form + (waiting.length ? "&once=1" : ""), function (heard) {
        if (heard) next(); else sayByBrowser(call.words, next);
      });
    });
  }

  // One board of a hall speaks: it asks for the loudspeaker, and asks again before its lease runs out.
  function lease() {
    if (!pressed) return;
    ask("POST", "speaker", { "X-CSRFToken": speaker.querySelector("input").value }, function (status, request) {
      if (status !== 200) return;
      var told = JSON.parse(request.responseText);
      may = { held: told.held, quiet: told.quiet, volume: told.volume_max / 100 };
      silent.hidden = may.held && !may.quiet;
      silentWords.textContent = may.quiet ? "Giờ yên lặng, không đọc loa" : "Bảng khác đang đọc loa";
    });
  }
  if (sound) {
    sound.hidden = false;
    sound.addEventListener("click", function () {
      pressed = true;
      sound.hidden = true;
      lease();
      play(address + "audio/chime/?form=" + form, function () {});
    });
  }
  rows().forEach(function (row) { seen[name(row)] = true; });
  document.addEventListener("visibilitychange", poll);
  setInterval(function () { time.textContent = hour(); poll(); }, EVERY_MS);
  setInterval(lease, LEASE_MS);
  poll();
})();
