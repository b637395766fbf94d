// "/" goes to the box, Enter asks; on the answer Enter takes the first. The key can be switched off with the desk's other keys.
(function () {
  "use strict";
  const box = document.querySelector("[data-ask]");
  if (!box) return;
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.target instanceof HTMLElement && event.target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select")) return;
    try { if (localStorage.getItem("desk-keys") === "off") return; } catch (refused) { /* stays on */ }
    event.preventDefault();
    box.focus();
    box.select();
  });
  const first = document.querySelector("[data-first]");
  if (first) first.focus();
})();
