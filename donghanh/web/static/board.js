// The board asks each second whether the line changed, keeps the last state when nobody answers, and speaks when allowed.
(function () {
  "use strict";
  const EVERY_MS = 1000;
  const ANSWER_MS = 4000;
  const PAUSE_MS = 600;
  const address = document.body.dataset.address;
  const ahead = Number(document.body.dataset.now) - Date.now();
  const state = document.getElementById("state");
  const lost = document.getElementById("lost");
  const time = document.getElementById("time");
  const silent = document.getElementById("silent");
  const sound = document.getElementById("sound");
  let version = "";
  let answeredAt = hour();
  let polling = false;
  let speaking = false;
  let allowed = false;
  const waiting = [];
  const seen = new Set();

  function hour() {
    const now = new Date(Date.now() + ahead);
    return new Intl.DateTimeFormat("vi-VN", { timeZone: "Asia/Ho_Chi_Minh", hour: "2-digit", minute: "2-digit", hour12: false }).format(now);
  }
  function name(row) { return row.dataset.call + "/" + row.dataset.times; }
  function rows() { return Array.from(state.querySelectorAll("[data-call]")); }

  function show(html) {
    state.innerHTML = html;
    rows().reverse().forEach(function (row) {
      if (seen.has(name(row))) return;
      seen.add(name(row));
      row.classList.add("pulse");
      document.dispatchEvent(new Event("called"));
      if (allowed && row.dataset.words) waiting.push({ name: name(row), words: row.dataset.words });
    });
    speakNext();
  }

  async function poll() {
    if (polling || document.hidden) return;
    polling = true;
    const stop = new AbortController();
    const late = setTimeout(function () { stop.abort(); }, ANSWER_MS);
    try {
      const answer = await fetch(address + "state", { headers: version ? { "If-None-Match": version } : {}, cache: "no-store", credentials: "same-origin", signal: stop.signal });
      if (answer.status === 200) {
        const html = await answer.text();
        version = answer.headers.get("ETag") || "";
        show(html);
      } else if (answer.status !== 304) throw new Error(String(answer.status));
      answeredAt = hour();
      lost.hidden = true;
    } catch (error) {
      lost.textContent = "Mất kết nối từ " + answeredAt;
      lost.hidden = false;
    } finally {
      clearTimeout(late);
      polling = false;
    }
  }

  function play(source) {
    return new Promise(function (resolve, reject) {
      const clip = new Audio(source);
      clip.addEventListener("ended", resolve);
      clip.addEventListener("error", reject);
      clip.play().catch(reject);
    });
  }
  function sayByBrowser(words) {
    const voice = window.speechSynthesis && speechSynthesis.getVoices().find(function (one) { return one.lang.toLowerCase().startsWith("vi"); });
    if (!voice) return Promise.resolve();
    return new Promise(function (resolve) {
      const said = new SpeechSynthesisUtterance(words + ". " + words + ".");
      said.voice = voice;
      said.lang = voice.lang;
      said.rate = 0.85;
      said.addEventListener("end", resolve);
      said.addEventListener("error", resolve);
      speechSynthesis.speak(said);
    });
  }
  async function speakNext() {
    if (speaking || !waiting.length) return;
    speaking = true;
    const call = waiting.shift();
    await play(address + "audio/chime/").catch(function () {});
    await play(address + "audio/" + call.name + "/").catch(function () { return sayByBrowser(call.words); });
    await new Promise(function (resolve) { setTimeout(resolve, PAUSE_MS); });
    speaking = false;
    speakNext();
  }

  if (sound) {
    sound.hidden = false;
    sound.addEventListener("click", function () {
      allowed = true;
      silent.hidden = true;
      play(address + "audio/chime/").catch(function () {});
    });
  }
  rows().forEach(function (row) { seen.add(name(row)); });
  document.addEventListener("visibilitychange", poll);
  setInterval(function () { time.textContent = hour(); poll(); }, EVERY_MS);
  poll();
})();
