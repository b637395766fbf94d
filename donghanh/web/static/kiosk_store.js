// The kiosk's own memory (IndexedDB): its range, the last number it gave alone today, and what it has not handed in yet.
// One transaction gives one number, so that two tabs never give the same. Nothing here tells of a person.
(function () {
  "use strict";
  const NAME = "donghanh-kiosk" + document.body.dataset.start;
  const VIETNAM_MS = 7 * 3600 * 1000; // no summer time
  const KEEP_MS = 8 * 24 * 3600 * 1000;

  function opened() {
    return new Promise(function (resolve, reject) {
      const asked = indexedDB.open(NAME, 1);
      asked.onupgradeneeded = function () {
        asked.result.createObjectStore("state");
        asked.result.createObjectStore("numbers", { keyPath: "key" });
      };
      asked.onsuccess = function () { resolve(asked.result); };
      asked.onerror = function () { reject(asked.error); };
    });
  }
  // Runs `work(state, numbers, resolve)` in one transaction; what it resolves with comes when all is written.
  function whole(work) {
    return opened().then(function (base) {
      return new Promise(function (resolve, reject) {
        const turn = base.transaction(["state", "numbers"], "readwrite", { durability: "strict" });
        let made;
        work(turn.objectStore("state"), turn.objectStore("numbers"), function (value) { made = value; });
        turn.oncomplete = function () { base.close(); resolve(made); };
        turn.onerror = turn.onabort = function () { base.close(); reject(turn.error); };
      });
    });
  }
  function dayOf(ms) { return new Date(ms + VIETNAM_MS).toISOString().slice(0, 10); }
  function newKey() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = bytes[6] & 15 | 64;
    bytes[8] = bytes[8] & 63 | 128;
    const hex = Array.from(bytes, function (byte) { return byte.toString(16).padStart(2, "0"); }).join("");
    return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
  }

  // Learns from the server: the range, its clock, and the number to go on with. What was given here is never gone back on.
  function learn(first, last, next, serverMs) {
    return whole(function (state) {
      state.get("now").onsuccess = function (event) {
        const known = event.target.result || {};
        const day = dayOf(serverMs);
        const own = known.first === first && known.day === day ? known.next : first;
        state.put({ first: first, last: last, next: Math.max(own, next), day: day, ahead: serverMs - Date.now(), seen: serverMs }, "now");
      };
    });
  }
  // Gives the next number of today's range and writes it down before anyone sees it; null when there is none.
  function give() {
    return whole(function (state, numbers, resolve) {
      state.get("now").onsuccess = function (event) {
        const known = event.target.result;
        if (!known) return resolve(null);
        const clock = Math.max(Date.now() + known.ahead, known.seen); // a clock that fell back does not bring yesterday back
        const day = dayOf(clock);
        const number = day === known.day ? known.next : known.first;
        if (number > known.last) return resolve(null);
        const given = { key: newKey(), number: number, day: day, given_ms: Date.now(), handed: false };
        numbers.add(given);
        state.put(Object.assign({}, known, { day: day, next: number + 1, seen: clock }), "now");
        resolve({ number: number, at: clock });
      };
    });
  }
  function pending() {
    return whole(function (state, numbers, resolve) {
      numbers.getAll().onsuccess = function (event) {
        resolve(event.target.result.filter(function (one) { return !one.handed; }));
      };
    });
  }
  // What was handed in stays for a week as a mark and then goes.
  function handed(keys) {
    return whole(function (state, numbers) {
      numbers.getAll().onsuccess = function (event) {
        event.target.result.forEach(function (one) {
          if (keys.indexOf(one.key) >= 0) numbers.put(Object.assign({}, one, { handed: true }));
          else if (one.handed && Math.abs(Date.now() - one.given_ms) > KEEP_MS) numbers.delete(one.key);
        });
      };
    });
  }
  window.kioskStore = { learn: learn, give: give, pending: pending, handed: handed };
})();
