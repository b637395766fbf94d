// Records one prompt: level while speaking, trimmed by itself and by hand, heard again, kept or done over. The sound leaves the
// page only by "Giữ".
(function () {
  "use strict";
  const LONGEST_MS = 8000;
  const VOICE_OVER_PEAK = 0.04;
  const MARGIN_SECONDS = 0.08;
  const QUIET_BELOW = 0.05;
  const CLIPPED = 0.985;
  const CLIPPED_SHARE_MAX = 0.002;
  const studio = document.getElementById("studio");
  const told = document.getElementById("told");
  const level = document.getElementById("level");
  const wave = document.getElementById("wave");
  const trim = document.getElementById("trim");
  const from = document.getElementById("from");
  const to = document.getElementById("to");
  const record = document.getElementById("record");
  const hear = document.getElementById("hear");
  const keep = document.getElementById("keep");
  const keeping = document.getElementById("keeping");
  let context = null;
  let stream = null;
  let taking = false;
  let blocks = [];
  let take = new Float32Array(0);
  let timer = 0;
  let playing = null;

  function say(words, wrong) {
    told.textContent = words;
    told.classList.toggle("wrong", Boolean(wrong));
  }
  function peakOf(samples) { return samples.reduce(function (most, one) { return Math.max(most, Math.abs(one)); }, 0); }

  async function open() {
    if (context) return;
    stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1, echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
    context = new AudioContext();
    await context.audioWorklet.addModule(studio.dataset.worklet);
    const taker = new AudioWorkletNode(context, "taker", { numberOfOutputs: 0 });
    taker.port.onmessage = function (event) {
      level.value = Math.max(peakOf(event.data), level.value * 0.92);
      if (taking) blocks.push(event.data);
    };
    context.createMediaStreamSource(stream).connect(taker);
  }
  async function start() {
    try {
      await open();
    } catch (error) {
      return say("Trình duyệt không cho dùng micro. Bấm vào biểu tượng micro trên thanh địa chỉ để cho phép.", true);
    }
    await context.resume();
    if (playing) playing.stop();
    blocks = [];
    taking = true;
    record.textContent = "Dừng";
    record.classList.add("recording");
    hear.hidden = keep.hidden = trim.hidden = true;
    say("Đang thu. Đọc xong thì bấm Dừng.");
    timer = setTimeout(stop, LONGEST_MS);
  }
  function stop() {
    clearTimeout(timer);
    taking = false;
    record.textContent = "Thu lại";
    record.classList.remove("recording");
    take = new Float32Array(blocks.reduce(function (sum, block) { return sum + block.length; }, 0));
    let place = 0;
    blocks.forEach(function (block) { take.set(block, place); place += block.length; });
    cut();
    draw();
    judge();
  }
  // Where the voice begins and ends, with a margin; both can be moved by hand after that.
  function cut() {
    const least = peakOf(take) * VOICE_OVER_PEAK * 2;
    const margin = MARGIN_SECONDS * context.sampleRate;
    let first = take.findIndex(function (one) { return Math.abs(one) > least; });
    let last = take.length - 1;
    while (last > 0 && Math.abs(take[last]) <= least) last -= 1;
    if (first < 0) first = 0;
    from.value = Math.floor(1000 * Math.max(0, first - margin) / Math.max(1, take.length));
    to.value = Math.ceil(1000 * Math.min(take.length, last + margin) / Math.max(1, take.length));
  }
  function chosen() {
    const start = Math.floor(Number(from.value) / 1000 * take.length);
    const end = Math.floor(Number(to.value) / 1000 * take.length);
    return take.subarray(start, Math.max(start, end));
  }
  function judge() {
    const part = chosen();
    const peak = peakOf(part);
    const broken = part.filter(function (one) { return Math.abs(one) >= CLIPPED; }).length > CLIPPED_SHARE_MAX * part.length;
    const seconds = (part.length / context.sampleRate).toFixed(1).replace(".", ",");
    if (!part.length || peak < QUIET_BELOW) say("Nhỏ quá, chưa nghe rõ. Ngồi gần micro hơn rồi thu lại.", true);
    else if (broken) say("To quá, tiếng bị vỡ. Lùi ra một gang tay rồi thu lại.", true);
    else say("Được " + seconds + " giây. Nghe lại, vừa ý thì bấm Giữ.");
    hear.hidden = trim.hidden = !part.length;
    keep.hidden = !part.length || peak < QUIET_BELOW || broken;
  }
  function draw() {
    const pen = wave.getContext("2d");
    const wide = wave.width;
    const middle = wave.height / 2;
    pen.clearRect(0, 0, wide, wave.height);
    for (let x = 0; x < wide; x += 1) {
      const tall = peakOf(take.subarray(Math.floor(x * take.length / wide), Math.floor((x + 1) * take.length / wide))) * middle;
      const inside = x * 1000 / wide >= Number(from.value) && x * 1000 / wide <= Number(to.value);
      pen.fillStyle = inside ? "#0b4a3a" : "#b8b2a4";
      pen.fillRect(x, middle - tall, 1, Math.max(1, 2 * tall));
    }
  }
  function play() {
    const part = chosen();
    if (!part.length) return;
    if (playing) playing.stop();
    const sound = context.createBuffer(1, part.length, context.sampleRate);
    sound.copyToChannel(part, 0);
    playing = context.createBufferSource();
    playing.buffer = sound;
    playing.connect(context.destination);
    playing.start();
  }
  function wav(samples, rate) {
    const bytes = new DataView(new ArrayBuffer(44 + 2 * samples.length));
    function text(at, words) { for (let n = 0; n < words.length; n += 1) bytes.setUint8(at + n, words.charCodeAt(n)); }
    text(0, "RIFF"); bytes.setUint32(4, 36 + 2 * samples.length, true); text(8, "WAVEfmt ");
    bytes.setUint32(16, 16, true); bytes.setUint16(20, 1, true); bytes.setUint16(22, 1, true);
    bytes.setUint32(24, rate, true); bytes.setUint32(28, 2 * rate, true); bytes.setUint16(32, 2, true); bytes.setUint16(34, 16, true);
    text(36, "data"); bytes.setUint32(40, 2 * samples.length, true);
    samples.forEach(function (one, n) { bytes.setInt16(44 + 2 * n, Math.max(-1, Math.min(1, one)) * 32767, true); });
    return new Blob([bytes], { type: "audio/wav" });
  }
  async function send() {
    keep.disabled = true;
    const form = new FormData(keeping);
    form.append("sound", wav(chosen(), context.sampleRate), "doan-thu.wav");
    try {
      const answer = await fetch(window.location.pathname, { method: "POST", body: form, credentials: "same-origin" });
      const said = await answer.json();
      if (answer.ok) return window.location.assign(said.next);
      say(said.message + " " + said.remedy, true);
    } catch (error) {
      say("Chưa gửi được. Bấm Giữ lần nữa.", true);
    }
    keep.disabled = false;
  }
  if (!window.isSecureContext || !navigator.mediaDevices || !window.AudioWorkletNode) return;
  record.hidden = false;
  record.addEventListener("click", function () { if (taking) stop(); else start(); });
  hear.addEventListener("click", play);
  keep.addEventListener("click", send);
  [from, to].forEach(function (end) { end.addEventListener("input", function () { draw(); judge(); }); });
})();
