// Prints what the frame shows; a browser that shows no PDF in a frame opens the file by itself.
(function () {
  "use strict";
  var button = document.getElementById("print"), frame = document.getElementById("paper");
  if (!button || !frame || navigator.pdfViewerEnabled === false) return;
  button.hidden = false;
  button.addEventListener("click", function () { frame.contentWindow.focus(); frame.contentWindow.print(); });
})();
