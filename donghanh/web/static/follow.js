// Asks every 15 s whether the line moved; vibrates when the number is called, if its holder wished so. Hidden pages ask too seldom to tire a battery.
(function () {
  "use strict";
  const EVERY_MS = 15000;
  const PATTERN = [600, 250, 600, 250, 1200];
  const state = document.getElementById("state");
  const lost = document.getElementById("lost");
  const shake = document.getElementById("shake");
  let version = "";
  let heard = name();
  let wished = false;

  function name() {
    const place = state.querySelector("[data-times]");
    return place && place.dataset.called ? place.dataset.called + "/" + place.dataset.times : "";
  }
  function offer() { shake.hidden = !navigator.vibrate || !state.querySelector("[data-waits]"); } // nothing to wait for: nothing to offer
  function hour() { return new Intl.DateTimeFormat("vi-VN", { hour: "2-digit", minute: "2-digit" }).format(new Date()); }
  async function poll() {
    if (document.hidden && !wished) return;
    try {
      const answer = await fetch("state", { headers: version ? { "If-None-Match": version } : {}, cache: "no-store", credentials: "omit" });
      if (answer.status === 410) return window.location.reload();
      if (answer.status === 200) {
        state.innerHTML = await answer.text();
        version = answer.headers.get("ETag") || "";
        if (name() && name() !== heard && wished) navigator.vibrate(PATTERN);
        heard = name();
        offer();
      } else if (answer.status !== 304) throw new Error(String(answer.status));
      lost.hidden = true;
    } catch (error) {
      if (lost.hidden) lost.textContent = "Mất kết nối từ " + hour() + ". Mời nghe loa, nhìn bảng.";
      lost.hidden = false;
    }
  }
  if (navigator.vibrate) {
    offer();
    shake.addEventListener("click", function () {
      wished = !wished;
      shake.setAttribute("aria-pressed", String(wished));
      shake.textContent = wished ? "Sẽ rung khi đến lượt" : "Rung máy khi đến lượt";
      if (wished) navigator.vibrate(200);
    });
  }
  document.addEventListener("visibilitychange", function () { if (!document.hidden) poll(); });
  setInterval(poll, EVERY_MS);
})();
