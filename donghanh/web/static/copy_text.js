// Puts a text of the page on the clipboard, and says so.
(function () {
  "use strict";
  Array.prototype.forEach.call(document.querySelectorAll("[data-copies]"), function (button) {
    const box = document.getElementById(button.dataset.copies);
    button.hidden = false;
    button.addEventListener("click", function () {
      box.select();
      const done = navigator.clipboard && window.isSecureContext ? navigator.clipboard.writeText(box.value) : Promise.resolve(document.execCommand("copy"));
      done.then(function () { button.textContent = "Đã chép, dán vào hệ thống chung"; });
    });
  });
})();
