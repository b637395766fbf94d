// The desk's day without a mouse: a shown key presses its link, arrows walk the dossiers.
"use strict";

(function () {
  function typing(target) {
    return target instanceof HTMLElement && target.matches("input, textarea, select");
  }

  function walk(step) {
    const rows = Array.from(document.querySelectorAll("#day td a"));
    const here = rows.indexOf(document.activeElement);
    const next = here < 0 ? rows[0] : rows[here + step];
    if (next) next.focus();
    return Boolean(next);
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (typing(event.target)) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (walk(event.key === "ArrowDown" ? 1 : -1)) event.preventDefault();
      return;
    }
    const target = document.querySelector('[data-key="' + CSS.escape(event.key.toLowerCase()) + '"]');
    if (!target) return;
    event.preventDefault();
    if (target.matches("input")) target.focus();
    else target.click();
  });
})();
