// The desk: asks every second who waits; single keys press the buttons; a scanner may type anywhere.
"use strict";

(function () {
  const desk = document.getElementById("desk");
  const line = document.getElementById("line");
  const stale = document.getElementById("desk-stale");
  if (!desk || !line) return;

  const EVERY_MS = 1000;
  const SCANNER_GAP_MS = 90; // a person cannot type the next letter this soon
  const SCAN_LETTERS_MIN = 4;
  let mark = "";
  let lostSince = "";

  function say(words) {
    if (stale.textContent !== words) stale.textContent = words;
    stale.hidden = !words;
  }

  function clock() {
    const now = new Date();
    return String(now.getHours()).padStart(2, "0") + ":" + String(now.getMinutes()).padStart(2, "0");
  }

  function put(fragment) {
    line.innerHTML = fragment; // our own page's piece, escaped by the server
    const shown = line.querySelector("[data-call]");
    const call = shown ? shown.dataset.call : "";
    if ((call || "") !== desk.dataset.call) say("Quầy này vừa đổi lượt ở màn hình khác. Tải lại trang.");
  }

  async function poll() {
    if (document.hidden) return;
    try {
      const answer = await fetch(desk.dataset.line, {
        headers: mark ? { "If-None-Match": mark } : {},
        cache: "no-store",
      });
      if (answer.status === 401) return say("Phiên làm việc đã hết. Tải lại trang để đăng nhập.");
      if (lostSince) say("");
      lostSince = "";
      if (answer.status === 200) {
        mark = answer.headers.get("ETag") || "";
        put(await answer.text());
      }
    } catch (lost) {
      lostSince = lostSince || clock();
      say("Mất kết nối từ " + lostSince + ". Danh sách bên dưới là của lúc đó.");
    }
  }

  (function again() {
    poll().finally(function () { setTimeout(again, EVERY_MS); });
  })();
  document.addEventListener("visibilitychange", function () { if (!document.hidden) poll(); });

  // Keys. WCAG 2.1.4: they can be switched off, and the choice stays on this machine.
  const box = document.getElementById("keys");
  document.getElementById("keys-row").hidden = false;
  try { box.checked = localStorage.getItem("desk-keys") !== "off"; } catch (refused) { /* stays on */ }
  box.addEventListener("change", function () {
    try { localStorage.setItem("desk-keys", box.checked ? "on" : "off"); } catch (refused) { /* this page only */ }
  });

  function typing(target) {
    return target instanceof HTMLElement && target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");
  }

  function press(letter) {
    const target = document.querySelector('[data-key="' + CSS.escape(letter) + '"]');
    if (!target) return;
    if (target.matches("input")) target.focus();
    else target.click();
  }

  let typed = "";
  let timer = 0;

  function settle() {
    const letters = typed;
    typed = "";
    if (letters.length === 1 && box.checked) press(letters.toLowerCase());
  }

  function scanned() {
    const code = document.getElementById("code");
    if (!code || typed.length < SCAN_LETTERS_MIN) return false;
    code.value = typed;
    typed = "";
    code.form.submit();
    return true;
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
    if (typing(event.target)) return;
    if (event.key === "Enter" && typed) {
      clearTimeout(timer);
      if (scanned()) event.preventDefault();
      typed = "";
      return;
    }
    if (event.key.length !== 1 || event.key === " ") return;
    clearTimeout(timer);
    typed += event.key;
    timer = setTimeout(settle, SCANNER_GAP_MS);
  });

  const papers = document.getElementById("papers");
  const unsaved = document.getElementById("unsaved");
  // While it is typed, not when the field is left: a line that appears under a press moves its button away.
  if (papers && unsaved) papers.addEventListener("input", function () { unsaved.hidden = false; });

  // One press, one event: a button that was pressed waits for the answer.
  document.addEventListener("submit", function (event) {
    if (event.target.target === "_blank") return; // a print changes nothing and may be asked again
    if (event.target.dataset.sent) event.preventDefault();
    event.target.dataset.sent = "1";
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(function (form) { delete form.dataset.sent; });
  });
})();
