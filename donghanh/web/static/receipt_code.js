// The code of the province's receipt, without typing: a scanner that types, a photograph, or the camera.
// Pictures go to this house alone, which reads the code and keeps nothing.
(function () {
  "use strict";
  var part = document.getElementById("official");
  var form = part ? part.querySelector("form") : null;
  if (!form) return;
  var code = document.getElementById("code"), day = document.getElementById("due_day");
  var picture = document.getElementById("picture"), words = document.getElementById("receipt-words");
  var look = document.getElementById("receipt-look"), seen = document.getElementById("receipt-seen");
  var SIDE_MAX = 2000, EVERY_MS = 300, SCANNER_GAP_MS = 90, SCAN_LETTERS_MIN = 8;
  var CODE = /(\d{3}\.\d{2}\.\d{2,3}\.)?[A-Z]\d{2}(\.\d{1,3}){0,3}-\d{6}-\d{3,6}/i; // the house looks closer
  var stream = null;

  function take(read) {
    stop();
    part.open = true;
    code.value = read.match(CODE)[0].toUpperCase(); // alone, or in the address that a square holds
    words.textContent = "Đã đọc mã. Giờ ghi ngày hẹn trên giấy.";
    day.focus();
  }

  function stop() {
    if (stream) stream.getTracks().forEach(function (track) { track.stop(); });
    stream = null;
    seen.hidden = true;
  }

  async function ask(source, width, height) {
    var scale = Math.min(1, SIDE_MAX / Math.max(width, height));
    var canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext("2d").drawImage(source, 0, 0, canvas.width, canvas.height);
    var blob = await new Promise(function (done) { canvas.toBlob(done, "image/jpeg", 0.85); });
    var sent = new FormData();
    sent.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    sent.append("picture", blob, "a.jpg");
    return (await fetch(form.dataset.reader, { method: "POST", body: sent })).json();
  }

  picture.addEventListener("change", async function () {
    if (!picture.files.length) return;
    words.textContent = "Đang đọc mã trong ảnh…";
    try {
      var shot = await createImageBitmap(picture.files[0]);
      var found = await ask(shot, shot.width, shot.height);
      if (found.code) take(found.code);
      else words.textContent = found.words;
    } catch (lost) {
      words.textContent = "Không mở được ảnh này. Chụp lại giấy, hoặc gõ mã như in.";
    }
    picture.value = ""; // the code is in its box now; the picture is not sent again
  });

  async function watch() {
    while (stream) {
      await new Promise(function (done) { setTimeout(done, EVERY_MS); });
      if (!stream || !seen.videoWidth) continue;
      try {
        var found = await ask(seen, seen.videoWidth, seen.videoHeight);
        if (stream && found.code) take(found.code);
      } catch (lost) {
        stop();
        words.textContent = "Mất kết nối. Gõ mã như in.";
      }
    }
  }

  look.hidden = !(navigator.mediaDevices && navigator.mediaDevices.getUserMedia);
  look.addEventListener("click", async function () {
    if (stream) return stop();
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment", width: { ideal: 1920 } } });
      seen.srcObject = stream;
      seen.hidden = false;
      words.textContent = "Đưa mã trên giấy vào giữa hình.";
      await seen.play();
      watch();
    } catch (refused) {
      stop();
      words.textContent = "Không mở được máy ảnh. Chọn ảnh, hoặc gõ mã như in.";
    }
  });
  window.addEventListener("pagehide", stop);

  // A scanner ends with Enter: the date comes next, then the form is sent by hand.
  var typed = "", timer = 0;
  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target === code) {
      if (event.key !== "Enter" || !CODE.test(code.value) || day.value) return;
      event.preventDefault();
      return take(code.value);
    }
    if (event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select")) return;
    if (event.key === "Enter" && typed.length >= SCAN_LETTERS_MIN && CODE.test(typed)) {
      event.preventDefault();
      take(typed);
    }
    if (event.key.length !== 1) return;
    clearTimeout(timer);
    typed += event.key;
    timer = setTimeout(function () { typed = ""; }, SCANNER_GAP_MS);
  });
})();
