// A page kept in memory by the browser's back button is asked for again, so that it shows nobody.
window.addEventListener("pageshow", function (event) {
  "use strict";
  if (event.persisted) window.location.reload();
});
