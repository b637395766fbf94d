// Keeps the page that gives numbers without the server, and shows it when no page of the kiosk can be had.
{% load static %}"use strict";
const SHELF = "kiosk-{{ version }}";
const START = "/{{ centre.slug }}/kiosk/";
const OFFLINE = START + "offline/";
const KEPT = [OFFLINE, "{% static 'house.css' %}", "{% static 'kiosk.css' %}", "{% static 'kiosk_store.js' %}", "{% static 'kiosk_offline.js' %}", "{% static 'fonts/BeVietnamPro-Medium.ttf' %}", "{% static 'fonts/BeVietnamPro-Bold.ttf' %}"];
const GET_MS = 5000;
const POST_MS = 12000;

self.addEventListener("install", function (event) {
  event.waitUntil(caches.open(SHELF).then(function (shelf) {
    return shelf.addAll(KEPT.map(function (address) { return new Request(address, { cache: "reload" }); }));
  }).then(function () { return self.skipWaiting(); }));
});
self.addEventListener("activate", function (event) {
  event.waitUntil(caches.keys().then(function (names) {
    return Promise.all(names.filter(function (name) { return name !== SHELF; }).map(function (name) { return caches.delete(name); }));
  }).then(function () { return self.clients.claim(); }));
});

function fromServer(request, longest) {
  return new Promise(function (resolve, reject) {
    const late = setTimeout(reject, longest);
    fetch(request).then(function (answer) {
      clearTimeout(late);
      if (answer.status === 502 || answer.status === 503 || answer.status === 504) reject();
      else resolve(answer);
    }, reject);
  });
}
function kept(address) { return caches.match(address, { ignoreVary: true }); }

self.addEventListener("fetch", function (event) {
  const request = event.request;
  if (request.mode === "navigate") {
    const longest = request.method === "POST" ? POST_MS : GET_MS;
    event.respondWith(fromServer(request, longest).catch(function () { return kept(OFFLINE); }));
  } else if (request.method === "GET" && KEPT.indexOf(new URL(request.url).pathname) > 0) {
    event.respondWith(kept(request.url).then(function (answer) { return answer || fetch(request); }));
  }
});
