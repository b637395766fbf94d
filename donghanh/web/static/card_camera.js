// The code of a card by the camera, where this browser reads codes itself; nothing is sent anywhere but into the form.
(function () {
  "use strict";
  var part = document.getElementById("camera"), box = document.getElementById("scanned");
  var seen = document.getElementById("seen"), words = document.getElementById("camera-words");
  if (!part || !window.BarcodeDetector || !navigator.mediaDevices) return;
  var EVERY = 250;
  var stream = null;

  function stop() {
    if (stream) stream.getTracks().forEach(function (track) { track.stop(); });
    stream = null;
    seen.hidden = true;
  }

  function look(detector) {
    if (!stream) return;
    detector.detect(seen).then(function (found) {
      if (!found.length) return void setTimeout(look, EVERY, detector);
      stop();
      box.value = found[0].rawValue;
      box.form.requestSubmit();
    }).catch(function () { setTimeout(look, EVERY, detector); });
  }

  document.getElementById("look").addEventListener("click", function () {
    if (stream) return stop();
    navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }).then(function (opened) {
      stream = opened;
      seen.srcObject = opened;
      seen.hidden = false;
      words.textContent = "Đưa mã vuông vào giữa hình.";
      return seen.play();
    }).then(function () { look(new BarcodeDetector({ formats: ["qr_code"] })); })
      .catch(function () { stop(); words.textContent = "Không mở được máy ảnh. Dùng máy quét, hoặc gõ tay."; });
  });
  window.addEventListener("pagehide", stop);
  BarcodeDetector.getSupportedFormats().then(function (formats) { part.hidden = formats.indexOf("qr_code") < 0; });
})();
