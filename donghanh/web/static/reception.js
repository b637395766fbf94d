// A page kept in memory by the browser's back button is asked for again, so that it shows nobody.
window.addEventListener("pageshow", function (event) {
  "use strict";
  if (event.persisted) window.location.reload();
});

// Back without loss: what was tapped for the visitor in front stays in this tab for some minutes, and goes with the
// number. Nothing of it is sent before "Lấy số".
(function () {
  "use strict";
  var KEY = "visit-draft", KEPT_FOR = 10 * 60 * 1000;
  var form = document.querySelector("form.visit"), note = document.getElementById("draft");
  if (document.querySelector(".given") || document.querySelector("input[name=password], input[name=pin]")) drop();

  function drop() { sessionStorage.removeItem(KEY); }

  function draft() {
    try {
      var kept = JSON.parse(sessionStorage.getItem(KEY) || "null");
      return kept && Date.now() - kept.at < KEPT_FOR ? kept.fields : null;
    } catch (error) { return null; }
  }

  function fields() {
    return Array.prototype.filter.call(form.elements, function (one) {
      return one.name && one.type !== "hidden" && one.tagName !== "BUTTON" && one.tagName !== "FIELDSET";
    });
  }

  function keep() {
    var kept = [];
    fields().forEach(function (one) {
      var box = one.type === "checkbox" || one.type === "radio";
      if (box ? one.checked : one.value) kept.push([one.name, one.value]);
    });
    if (kept.length) sessionStorage.setItem(KEY, JSON.stringify({ at: Date.now(), fields: kept }));
    else drop();
  }

  function restore(kept) {
    fields().forEach(function (one) {
      kept.forEach(function (pair) {
        if (pair[0] !== one.name) return;
        if (one.type === "checkbox" || one.type === "radio") { if (one.value === pair[1]) one.checked = true; }
        else one.value = pair[1];
      });
    });
  }

  var kept = draft();
  if (note && kept && !(form && form.hasAttribute("data-as-sent"))) {
    note.hidden = false;
    if (form) restore(kept);
  }
  if (form) form.addEventListener("change", keep);
  Array.prototype.forEach.call(document.querySelectorAll("[data-drop-draft]"), function (button) {
    button.addEventListener("click", function () {
      drop();
      note.hidden = true;
      if (form) form.reset();
      var first = document.querySelector("main a, main input");
      if (first) first.focus();
    });
  });
})();
