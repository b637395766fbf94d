// The server is gone: numbers come from the machine's own range until it is back. Then the first screen returns and hands them in.
(function () {
  "use strict";
  const LOOK_MS = 5000;
  const STAYS_MS = 20000;
  const start = document.body.dataset.start;
  const offer = document.getElementById("offer");
  const given = document.getElementById("given");
  const none = document.getElementById("none");
  let timer = 0;

  function show(part) {
    [offer, given, none].forEach(function (one) { one.hidden = one !== part; });
    clearTimeout(timer);
    if (part === given) timer = setTimeout(function () { show(offer); }, STAYS_MS);
  }
  function written(ms) {
    return new Intl.DateTimeFormat("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit", year: "numeric" }).format(new Date(ms));
  }
  document.getElementById("take").addEventListener("click", function (event) {
    const button = event.currentTarget;
    button.disabled = true;
    window.kioskStore.give().then(function (made) {
      button.disabled = false;
      if (!made) return show(none);
      document.querySelectorAll("[data-number]").forEach(function (one) { one.textContent = made.number; });
      document.getElementById("given-time").textContent = written(made.at);
      show(given);
    }, function () { button.disabled = false; show(none); });
  });
  document.getElementById("print").addEventListener("click", function () { clearTimeout(timer); window.print(); show(given); });
  document.getElementById("done").addEventListener("click", function () { show(offer); });
  document.getElementById("back").addEventListener("click", function () { show(offer); });
  setInterval(function () {
    if (offer.hidden) return;
    fetch(start + "alive", { cache: "no-store" }).then(function (answer) {
      if (answer.status === 204) window.location.replace(start);
    }).catch(function () {});
  }, LOOK_MS);
  show(offer);
})();
