/*
 * The talk as it is seen: bubbles in the order of what was said, the newest choices at hand.
 *
 * A line of ours stands at its number, a line of the person and a notice just after the number they
 * followed, and what is not yet taken below everything else.
 */

const LINKS = /https:\/\/[^\s<>"]*[^\s<>".,;:!?)]|(?:\+84|0)[ .]?[235789](?:[ .]?\d){8,9}(?!\d)/g;
const NEAR = 120;

export class View {
  constructor({ log, talk, down, words, chose }) {
    Object.assign(this, { log, talk, down, words, chose });
    this.places = new WeakMap();
    down.addEventListener("click", () => talk.scrollBy(0, talk.clientHeight * 0.8));
    talk.addEventListener("scroll", () => this.#isNearEnd() && (down.hidden = true), {
      passive: true,
    });
  }

  clear() {
    this.log.replaceChildren();
  }

  has(id) {
    return Boolean(this.#mine(id));
  }

  /* Whether a line of the person has not found its place yet. */
  waits(id) {
    return this.places.get(this.#mine(id)) === Infinity;
  }

  /* One line of ours, or of staff. */
  ours({ seq, notice, after, text, who, at = Date.now(), choices = [], ways = [], attached }) {
    const name = notice ?? seq;
    if (this.log.querySelector(`[data-seq="${name}"]`)) return;
    const entry = make("article", { className: `entry ours ${who}` });
    entry.dataset.seq = name;
    const bubble = make("div", { className: "bubble" });
    const shown = attached ? [this.#attached(attached)] : [];
    const words = attached?.kind === "voice" ? [...shown, ...linked(text)] : [...linked(text), ...shown];
    bubble.append(this.#name(who === "staff" ? "staff" : "assistant"), ...words);
    entry.append(bubble);
    if (choices.length) entry.append(this.#buttons("choices", choices, true));
    if (ways.length) entry.append(this.#buttons("ways", ways, false));
    this.#place(entry, notice ? after + 0.5 : seq, at);
    const ours = [...this.log.querySelectorAll(".ours")];
    for (const one of ours) one.classList.toggle("newest", one === ours[ours.length - 1]);
  }

  /* One line of the person; `after` is unknown while it waits. */
  mine({ id, text = "", media, picture, after = Infinity, at = Date.now() }) {
    const entry = make("article", { className: "entry mine" });
    if (id) entry.dataset.id = id;
    const bubble = make("div", { className: "bubble" });
    bubble.append(this.#name("me"));
    bubble.classList.toggle("picture", Boolean(picture));
    if (picture) bubble.append(make("img", { src: picture, alt: this.words.photo }));
    else bubble.append(text || this.words[media === "document" ? "paper" : "photo"]);
    entry.append(bubble, make("p", { className: "state" }));
    this.#place(entry, after + 0.5, at);
  }

  /* How it stands with a line of the person that is not yet taken. */
  mark(id, text, kind = "") {
    const state = this.#mine(id)?.querySelector(".state");
    if (!state || state.textContent === text) return;
    state.textContent = text;
    state.className = `state ${kind}`;
  }

  /* A line of the person found its place. */
  settle(id, after) {
    const entry = this.#mine(id);
    if (!entry) return;
    this.mark(id, "");
    this.#place(entry, after + 0.5, entry.at);
  }

  remove(id) {
    this.#mine(id)?.remove();
  }

  toEnd() {
    this.talk.scrollTop = this.talk.scrollHeight;
    this.down.hidden = true;
  }

  /* Do something to the talk, then show what is new without moving what is being read. */
  changing(change, follow = this.#isNearEnd()) {
    const before = this.log.lastElementChild;
    change();
    this.#markDays();
    const last = this.log.lastElementChild;
    if (!last || last === before) return;
    const tall = last.offsetHeight > this.talk.clientHeight;
    if (follow && tall) this.talk.scrollTop = last.offsetTop - 8;
    else if (follow) this.toEnd();
    this.down.hidden = follow && !tall;
  }

  #mine(id) {
    return this.log.querySelector(`[data-id="${id}"]`);
  }

  #isNearEnd() {
    return this.talk.scrollHeight - this.talk.scrollTop - this.talk.clientHeight < NEAR;
  }

  #place(entry, place, at) {
    this.places.set(entry, place);
    entry.at = at;
    let next = null;
    let before = this.log.lastElementChild;
    while (before && (before === entry || !(this.places.get(before) <= place))) {
      if (before !== entry) next = before;
      before = before.previousElementSibling;
    }
    if (entry.parentNode !== this.log || entry.nextElementSibling !== next) {
      this.log.insertBefore(entry, next);
    }
  }

  #name(who) {
    return make("span", { className: "unseen", textContent: `${this.words[who]}: ` });
  }

  /* A picture that comes with a line of ours, a paper to be opened, or its words to be heard. */
  #attached({ kind, name, address }) {
    if (kind === "voice") {
      const played = make("audio", { className: "attached", src: address, controls: true, preload: "none" });
      played.setAttribute("aria-label", this.words.recording);
      return played;
    }
    const link = make("a", { className: "attached", href: address, target: "_blank", rel: "noopener" });
    if (kind === "photo") link.append(make("img", { src: address, alt: this.words.photo }));
    else link.append(`${this.words.paper}: ${name}`);
    return link;
  }

  #buttons(kind, choices, numbered) {
    const list = make("div", { className: kind });
    choices.forEach(({ label, payload }, index) => {
      const button = make("button", { type: "button" });
      if (numbered) button.append(make("b", { textContent: index + 1 }), " ");
      button.append(make("span", { textContent: label }));
      button.addEventListener("click", () => {
        button.classList.add("chosen");
        this.chose({ label, payload });
      });
      list.append(button);
    });
    return list;
  }

  /* A talk of several days says where each begins. */
  #markDays() {
    for (const mark of this.log.querySelectorAll(".day")) mark.remove();
    const entries = [...this.log.children];
    const today = dayOf(Date.now());
    if (!entries.length || dayOf(entries[0].at) === today) return;
    let day = "";
    for (const entry of entries) {
      if (dayOf(entry.at) === day) continue;
      day = dayOf(entry.at);
      const mark = make("p", { className: "day", textContent: day === today ? this.words.today : day });
      this.places.set(mark, this.places.get(entry));
      mark.at = entry.at;
      this.log.insertBefore(mark, entry);
    }
  }
}

const days = new Intl.DateTimeFormat(document.documentElement.lang, {
  weekday: "long",
  day: "numeric",
  month: "numeric",
  timeZone: "Asia/Ho_Chi_Minh",
});

function dayOf(at) {
  return days.format(at);
}

/* Text in which addresses and phone numbers can be tapped. */
function linked(text) {
  const parts = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(LINKS)) {
    if (/[\w.,-]/.test(text.charAt(index - 1))) continue;
    parts.push(text.slice(end, index), link(found));
    end = index + found.length;
  }
  return [...parts, text.slice(end)];
}

function link(found) {
  if (!found.startsWith("https:")) {
    return make("a", { href: `tel:${found.replace(/[ .]/g, "")}`, textContent: found });
  }
  return make("a", { href: found, textContent: found, target: "_blank", rel: "noopener" });
}

function make(tag, properties) {
  return Object.assign(document.createElement(tag), properties);
}
