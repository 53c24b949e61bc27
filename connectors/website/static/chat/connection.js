/**
 * One WebSocket that comes back by itself. It knows frames, time-outs and waiting, nothing of messages.
 * Events: "frame" (detail: the parsed frame) and "state" (detail: the new state).
 * States: idle → connecting → online ⇄ waiting. Online means that the server has said welcome.
 */
const FIRST_WAIT = 1000;
const LONGEST_WAIT = 15000;
/** A frame that nothing answers for so long means that the line is dead although nobody said so. */
const LONGEST_SILENCE = 15000;

export class Connection extends EventTarget {
  #address;
  #hello;
  #socket = null;
  #state = "idle";
  #attempts = 0;
  #waiting = null;
  #silence = null;

  constructor(address, hello) {
    super();
    this.#address = address;
    this.#hello = hello;
  }

  get state() {
    return this.#state;
  }

  get online() {
    return this.#state === "online";
  }

  start() {
    if (this.#state !== "idle") return;
    addEventListener("online", this.#hurry);
    addEventListener("offline", this.#lose);
    document.addEventListener("visibilitychange", this.#hurry);
    this.#connect();
  }

  stop() {
    removeEventListener("online", this.#hurry);
    removeEventListener("offline", this.#lose);
    document.removeEventListener("visibilitychange", this.#hurry);
    this.#discard();
    this.#attempts = 0;
    this.#become("idle");
  }

  /** Ends the wait for the next attempt. */
  retryNow() {
    if (this.#state === "waiting") this.#connect();
  }

  /** Sends what the server does not answer. */
  tell(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  /** Sends what the server answers; if it does not, the line is dead. */
  send(frame) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify(frame));
    this.#silence ??= setTimeout(this.#lose, LONGEST_SILENCE);
  }

  /** Introduces itself anew on the open socket. */
  sayHello() {
    this.#become("connecting");
    this.send(this.#hello());
  }

  #connect() {
    this.#discard();
    this.#become("connecting");
    const socket = new WebSocket(this.#address);
    this.#socket = socket;
    this.#silence = setTimeout(this.#lose, LONGEST_SILENCE);
    socket.onopen = () => this.send(this.#hello());
    socket.onmessage = (event) => this.#receive(event.data);
    socket.onclose = this.#lose;
  }

  #receive(data) {
    let frame;
    try {
      frame = JSON.parse(data);
    } catch {
      return;
    }
    if (frame?.type === "welcome") {
      this.#attempts = 0;
      this.#become("online");
    }
    if (this.online) this.#hear(); // until then only a welcome counts
    this.dispatchEvent(new CustomEvent("frame", { detail: frame }));
  }

  #lose = () => {
    if (this.#state === "idle" || this.#state === "waiting") return;
    this.#discard();
    const wait = Math.min(FIRST_WAIT * 2 ** this.#attempts, LONGEST_WAIT);
    this.#attempts += 1;
    // A little chance keeps a thousand browsers from coming back in the same instant.
    this.#waiting = setTimeout(() => this.#connect(), wait * (0.8 + 0.2 * Math.random()));
    this.#become("waiting");
  };

  #hurry = () => {
    if (!document.hidden) this.retryNow();
  };

  #hear() {
    clearTimeout(this.#silence);
    this.#silence = null;
  }

  /** Lets go of the socket at once: a close handshake on a dead line would take minutes. */
  #discard() {
    this.#hear();
    clearTimeout(this.#waiting);
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #become(state) {
    if (state === this.#state) return;
    this.#state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: state }));
  }
}
