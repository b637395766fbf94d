// Quick exit: the page is replaced, so that "back" does not lead to it; its address loses what was asked.
(function () {
  "use strict";
  document.querySelectorAll("[data-exit]").forEach(function (link) {
    if (link.dataset.plain) window.history.replaceState(null, "", link.dataset.plain);
    link.addEventListener("click", function (event) {
      event.preventDefault();
      document.body.hidden = true;
      window.location.replace(link.href);
    });
  });
})();
