// Hands on what the microphone gives, block by block, as it is.
class Taker extends AudioWorkletProcessor {
  process(inputs) {
    const channel = inputs[0][0];
    if (channel) this.port.postMessage(channel.slice(0));
    return true;
  }
}
registerProcessor("taker", Taker);
