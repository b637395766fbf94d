// Asking by voice, where the office allows it and the browser has it. What was heard is put in the box to be read before it is sent.
(function () {
  "use strict";
  const Listener = window.SpeechRecognition || window.webkitSpeechRecognition;
  const part = document.querySelector("[data-speech]");
  const box = document.getElementById("q");
  if (!Listener || !part || !box) return;
  part.hidden = false;
  part.querySelector("button").addEventListener("click", function () {
    const listener = new Listener();
    listener.lang = "vi-VN";
    listener.onresult = function (event) {
      box.value = event.results[0][0].transcript;
      box.focus();
    };
    listener.start();
  });
})();
