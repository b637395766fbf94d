// Large keys for the code of a booked time. A scanner types the whole code and ends with Enter; six letters pressed are enough.
(function () {
  "use strict";
  const box = document.getElementById("code");
  const keys = document.getElementById("code-keys");
  if (!box || !keys) return;
  const full = Number(box.dataset.length);
  const pressed = function () { return box.value.replace(/[\s.-]/g, "").length; };

  box.inputMode = "none"; // ours stand instead of the system's
  keys.hidden = false;
  box.focus();
  box.select(); // a scanner writes over a code that did not hold
  let stale = pressed() > 0;
  keys.addEventListener("pointerdown", function (event) { event.preventDefault(); }); // the box keeps the focus
  keys.addEventListener("click", function (event) {
    const key = event.target.closest("button");
    if (!key) return;
    if (stale) box.value = "";
    stale = false;
    if (key.dataset.act === "back") { box.value = box.value.slice(0, -1); return; }
    if (pressed() >= full) return;
    box.value += key.dataset.letter;
    if (pressed() === full) box.form.requestSubmit();
  });
})();
