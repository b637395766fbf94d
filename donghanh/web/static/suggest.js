// Suggestions while one types: a combobox by the ARIA pattern. Down and up choose, Enter takes, Escape closes; nothing moves by itself.
(function () {
  "use strict";
  const box = document.getElementById("q");
  const list = document.getElementById("suggestions");
  if (!box || !list || !box.form) return;
  const WAIT_MS = 150;
  let timer = 0;
  let asked = 0;
  let at = -1;

  box.setAttribute("role", "combobox");
  box.setAttribute("aria-autocomplete", "list");
  box.setAttribute("aria-controls", list.id);
  close();

  function options() { return Array.from(list.children); }
  function close() {
    list.hidden = true;
    at = -1;
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }
  function mark(next) {
    const all = options();
    at = (next + all.length) % all.length;
    all.forEach(function (one, place) { one.setAttribute("aria-selected", String(place === at)); });
    box.setAttribute("aria-activedescendant", all[at].id);
  }
  function take(option) {
    box.value = option.dataset.words;
    close();
    box.form.requestSubmit();
  }
  function ask() {
    const mine = ++asked;
    const words = box.value.trim();
    if (words.length < 2) return close();
    fetch(list.dataset.from + "?q=" + encodeURIComponent(words), { credentials: "same-origin" })
      .then(function (answer) { return answer.ok ? answer.text() : ""; })
      .then(function (rows) {
        if (mine !== asked) return;
        list.innerHTML = rows; // our own page's piece, escaped by the server
        if (!list.children.length) return close();
        at = -1;
        list.hidden = false;
        box.setAttribute("aria-expanded", "true");
        document.getElementById("suggestions-said").textContent = list.children.length + " gợi ý";
      }).catch(close);
  }
  box.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(ask, WAIT_MS); });
  box.addEventListener("keydown", function (event) {
    if (list.hidden || event.isComposing) return;
    if (event.key === "ArrowDown") { event.preventDefault(); mark(at + 1); }
    if (event.key === "ArrowUp") { event.preventDefault(); mark(at < 0 ? -1 : at - 1); }
    if (event.key === "Escape") close();
    if (event.key === "Enter" && at >= 0) { event.preventDefault(); take(options()[at]); }
  });
  list.addEventListener("pointerdown", function (event) { event.preventDefault(); });
  list.addEventListener("click", function (event) {
    const option = event.target.closest("[role=option]");
    if (option) take(option);
  });
  box.addEventListener("blur", close);
})();
