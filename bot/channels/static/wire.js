/*
 * The line to the server: a socket, or long polling where sockets do not get through.
 *
 * It comes back by itself, slower each time and never in step with other pages. `say` settles
 * when the server has answered for good; while it has not, the message is not ours to forget.
 */

const OPENING = 8_000;
const ANSWER = 12_000;
const PING = 25_000;
const LONGEST_WAIT = 30_000;
const SOCKET_AGAIN = 180_000;

export class Wire {
  #socket = null;
  #polling = null;
  #blocked = 0;
  #failures = 0;
  #timers = {};
  #answers = new Map();
  #closed = false;
  #told = false;

  /* `seen` gives the newest line's number; `heard` and `changed` are told frames and states. */
  constructor({ language, seen, heard, changed }) {
    Object.assign(this, { language, seen, heard, changed });
    this.state = "connecting";
    addEventListener("online", () => this.#again(0));
    addEventListener("offline", () => this.#down("offline"));
    addEventListener("pageshow", (event) => event.persisted && this.#again(0));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.#isThere();
    });
    this.#connect();
  }

  get open() {
    return this.state === "open";
  }

  /* Ask for what was missed since line `seen`; the answer proves that the line still works. */
  ping(seen = this.seen()) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#socket.send(JSON.stringify({ kind: "ping", seen }));
    this.#timers.pong ??= setTimeout(() => this.#down(), ANSWER);
  }

  /* The server's last word on a message: `taken`, `later` or `refused`. */
  say(frame) {
    if (!this.open) return Promise.reject(new Error("closed"));
    return this.#polling ? this.#post(frame) : this.#sendOnSocket(frame);
  }

  close() {
    this.#closed = true;
    this.#down();
  }

  /* Connecting. */

  #connect() {
    clearTimeout(this.#timers.again);
    if (this.#closed || this.#socket || this.#polling) return;
    if (this.#blocked >= 2) return void this.#poll();
    const address = new URL(this.#path("socket"), location.href);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = (this.#socket = new WebSocket(address));
    let heard = false;
    this.#timers.opening = setTimeout(() => socket === this.#socket && this.#lost(heard), OPENING);
    socket.onmessage = ({ data }) => {
      if (socket !== this.#socket) return;
      if (!heard) {
        heard = true;
        this.#blocked = 0;
        this.#up();
        this.#timers.ping = setInterval(() => this.ping(), PING);
      }
      this.#hear(JSON.parse(data));
    };
    socket.onclose = () => socket === this.#socket && this.#lost(heard);
  }

  #lost(heard) {
    if (!heard) this.#blocked += 1;
    this.#down();
  }

  async #poll() {
    const polling = (this.#polling = new AbortController());
    const began = Date.now();
    let first = true;
    try {
      while (polling === this.#polling && Date.now() - began < SOCKET_AGAIN) {
        const answer = await fetch(this.#path("poll"), {
          signal: within(40_000, polling.signal),
          cache: "no-store",
        });
        if (answer.status === 401) return this.#stranger();
        if (!answer.ok) throw new Error(answer.status);
        const frames = await answer.json();
        if (polling !== this.#polling) return;
        if (first) this.#up();
        first = false;
        frames.forEach((frame) => this.#hear(frame));
      }
      if (polling === this.#polling) {
        this.#polling = null;
        this.#blocked = 0;
        this.#connect();
      }
    } catch {
      if (polling !== this.#polling) return;
      this.#blocked = 0;
      this.#down();
    }
  }

  #up() {
    clearTimeout(this.#timers.opening);
    this.#failures = 0;
    this.#tell("open");
  }

  /* Whatever was under way is over; try again after a while. */
  #down(state = "connecting") {
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.#polling?.abort();
    this.#polling = null;
    clearTimeout(this.#timers.opening);
    clearTimeout(this.#timers.pong);
    clearInterval(this.#timers.ping);
    delete this.#timers.pong;
    for (const answer of this.#answers.values()) answer.reject(new Error("lost"));
    this.#answers.clear();
    if (this.#closed) return;
    this.#tell(navigator.onLine ? state : "offline");
    this.#again(Math.min(500 * 2 ** this.#failures++, LONGEST_WAIT) * (0.5 + Math.random() / 2));
  }

  #again(wait) {
    clearTimeout(this.#timers.again);
    if (wait === 0) this.#failures = 0;
    this.#timers.again = setTimeout(() => this.#connect(), wait);
  }

  #isThere() {
    if (this.#socket) this.ping();
    else if (!this.#polling) this.#again(0);
  }

  #stranger() {
    this.#closed = true;
    this.#polling = null;
    this.#tell("stranger");
  }

  #tell(state) {
    if (state === this.state) return;
    this.state = state;
    this.changed(state);
  }

  /* Speaking and hearing. */

  #hear(frame) {
    if (frame.whole) this.#told = true;
    if (frame.kind === "pong") {
      clearTimeout(this.#timers.pong);
      delete this.#timers.pong;
    }
    this.#answers.get(frame.id)?.resolve(frame);
    this.heard(frame);
  }

  #sendOnSocket(frame) {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => this.#down(), ANSWER);
      const done = (settle) => (value) => {
        clearTimeout(late);
        this.#answers.delete(frame.id);
        settle(value);
      };
      this.#answers.set(frame.id, { resolve: done(resolve), reject: done(reject) });
      this.#socket.send(JSON.stringify(frame));
    });
  }

  async #post(frame) {
    const answer = await fetch(this.#path("say"), {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(frame),
      signal: within(ANSWER),
    });
    if (answer.status === 413) return { kind: "refused", id: frame.id, reason: "too-long" };
    if (!answer.ok) throw new Error(answer.status);
    return (await answer.json())[0];
  }

  #path(name) {
    const seen = this.#told ? `seen=${this.seen()}&` : "";
    return `/chat/${name}?${seen}lang=${this.language}`;
  }
}

/* A signal that gives up after so many milliseconds, or with another one. */
function within(milliseconds, other) {
  const control = new AbortController();
  setTimeout(() => control.abort(), milliseconds);
  other?.addEventListener("abort", () => control.abort());
  return control.signal;
}
