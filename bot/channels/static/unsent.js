/*
 * What the person said and the server has not yet taken, and a copy of what it has.
 *
 * The unsent lie in localStorage, so that they outlive a closed page; a photo's bytes lie in
 * IndexedDB under the same id. The copy of what was taken lies in sessionStorage: before consent
 * the server keeps no words of the person's, so only this window can show them again.
 */

const UNSENT = "talk.unsent";
const SAID = "talk.said";
const MOST_SAID = 150;

export class Kept {
  #memory = new Map();

  /* Everything not yet taken, oldest first. */
  get unsent() {
    return this.#read(localStorage, UNSENT);
  }

  /* What this window knows was said: `{id, text, media, after, at}`. */
  get said() {
    return this.#read(sessionStorage, SAID);
  }

  add(message) {
    this.#write(localStorage, UNSENT, [...this.unsent, message]);
  }

  /* The server took it, or never will. */
  settle(id) {
    this.#write(localStorage, UNSENT, this.unsent.filter((message) => message.id !== id));
  }

  remember(message) {
    const others = this.said.filter(({ id }) => id !== message.id);
    this.#write(sessionStorage, SAID, [...others, message].slice(-MOST_SAID));
  }

  forgetSaid() {
    this.#write(sessionStorage, SAID, []);
  }

  forgetAll() {
    this.forgetSaid();
    this.#write(localStorage, UNSENT, []);
  }

  /* Where the browser forbids storage, this window's memory has to do. */
  #read(storage, key) {
    if (this.#memory.has(key)) return this.#memory.get(key);
    try {
      return JSON.parse(storage.getItem(key)) ?? [];
    } catch {
      return [];
    }
  }

  #write(storage, key, messages) {
    try {
      storage.setItem(key, JSON.stringify(messages));
    } catch {
      this.#memory.set(key, messages);
    }
  }
}

/* A UUID; `crypto.randomUUID` exists only on https. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, "$1-$2-$3-$4-$5");
}
