/*
 * The page of the web chat: joins what the person does, what is kept and what the server says.
 *
 * A message is shown and kept the moment it is sent, goes out when its turn comes, and is
 * forgotten only when the server says that it is committed.
 */

import { bytes, prepare, Unfit, upload } from "./photo.js";
import { Kept, newId } from "./unsent.js";
import { View } from "./view.js";
import { Wire } from "./wire.js";

const SLOW = 600;
const SOURCES = ["from", "start"];

const byId = (id) => document.getElementById(id);
const words = JSON.parse(document.body.dataset.words);
const language = document.documentElement.lang;
const kept = new Kept();
const text = byId("text");

const view = new View({
  log: byId("log"),
  talk: byId("talk"),
  down: byId("down"),
  words,
  chose: ({ label, payload }) => send({ kind: "choose", label, payload }),
});

let seen = 0;
let greeted = false;

const wire = new Wire({
  language,
  seen: () => seen,
  heard: (frame) => hear[frame.kind]?.(frame),
  changed: showState,
});

/* What the server says. */

const hear = {
  talk: ({ lines, whole }) => view.changing(() => show(lines, whole), whole || undefined),
  mine: ({ id, text, media, after }) => view.changing(() => alsoSaid({ id, text, media, after })),
  erased: forgetWords,
  ended: () => over(),
};

function show(lines, whole) {
  if (whole) {
    seen = 0;
    view.clear();
    if (!lines.length) kept.forgetSaid();
  }
  const named = new Set(lines.map(({ id }) => id));
  for (const line of lines) line.who === "me" ? alsoSaid(line, whole) : hearLine(line, whole);
  if (!whole) return;
  for (const said of kept.said) if (!named.has(said.id) && !view.has(said.id)) view.mine(said);
  for (const message of kept.unsent) showUnsent(message);
  greet(lines.length === 0);
}

/* A notice has no number: it follows what was said last. */
function hearLine(line, whole) {
  if (line.seq && !whole && seen && line.seq > seen + 1) wire.ping(seen);
  seen = Math.max(seen, line.seq ?? 0);
  greeted = false;
  view.ours({ after: seen, ...line });
}

/* Said in another window, or before this page was loaded. */
function alsoSaid(said, whole) {
  if (!said.id && !whole) return;
  const message = { after: seen, at: Date.now(), ...said };
  if (view.waits(said.id)) view.settle(said.id, message.after);
  if (view.has(said.id)) return;
  view.mine(message);
  if (said.id) kept.remember(message);
}

function forgetWords() {
  kept.forgetSaid();
  view.clear();
  seen = 0;
  wire.ping(0);
}

/* Somebody new is greeted; a link's source is told once. */
function greet(isNew) {
  const here = new URL(location.href);
  const source = SOURCES.map((name) => here.searchParams.get(name)).find(Boolean) ?? "";
  if (greeted || !(isNew || source) || kept.unsent.some(({ kind }) => kind === "open")) return;
  greeted = true;
  for (const name of SOURCES) here.searchParams.delete(name);
  history.replaceState(null, "", here);
  send({ kind: "open", source });
}

/* What the person says. */

function send(message) {
  const whole = { ...message, id: newId(), born: Date.now(), after: seen };
  kept.add(whole);
  view.changing(() => showUnsent(whole), true);
  flush();
}

async function sendFile(file) {
  const message = { kind: "photo", id: newId(), born: Date.now(), after: seen, name: file.name };
  try {
    const blob = await prepare(file);
    if (blob.type === "application/pdf") message.media = "document";
    await bytes.put(message.id, blob);
    kept.add(message);
  } catch (reason) {
    if (!(reason instanceof Unfit)) throw reason;
    view.mine({ id: message.id, text: file.name });
    return refuse(message.id, reason.message);
  }
  await showUnsent(message);
  flush();
}

async function showUnsent(message) {
  if (view.has(message.id) || message.kind === "open") return;
  const { id, label, name, media, born } = message;
  const shown = { id, media, at: born, text: message.text ?? label ?? (media && name) };
  if (message.kind === "photo" && !media) {
    const blob = await bytes.get(id);
    if (blob && !view.has(id)) shown.picture = URL.createObjectURL(blob);
  }
  if (view.has(id)) return;
  view.changing(() => view.mine(shown), true);
  setTimeout(() => view.waits(id) && markWaiting(id), wire.open ? SLOW : 0);
}

function markWaiting(id) {
  view.mark(id, wire.open ? words.sending : words.waiting);
}

/* Send what is unsent, one at a time and in order. */
let flushing = false;

async function flush() {
  if (flushing) return;
  flushing = true;
  try {
    for (let next = kept.unsent[0]; next && wire.open; next = kept.unsent[0]) {
      const answer = await (next.kind === "photo" ? sendPhoto(next) : sendWords(next));
      if (answer.kind === "later") throw new Error("later");
      settle(next, answer);
    }
  } catch {
    setTimeout(flush, 2_000 + 2_000 * Math.random());
  } finally {
    flushing = false;
  }
}

function sendWords({ kind, id, born, text, payload, label, source }) {
  const age = Math.max(0, Date.now() - born);
  return wire.say({ kind, id, age, text, payload, label, source });
}

async function sendPhoto({ id }) {
  const blob = await bytes.get(id);
  if (!blob) return { kind: "refused", reason: "unreadable" };
  const answer = await upload(id, blob, language, (part) =>
    view.mark(id, `${words.sending} ${Math.floor(part * 100)} %`),
  );
  if (answer.kind !== "later") await bytes.delete(id);
  return answer;
}

function settle(message, answer) {
  kept.settle(message.id);
  if (answer.kind === "refused") return refuse(message.id, answer.reason);
  const after = answer.after ?? message.after;
  view.changing(() => view.settle(message.id, after));
  if (message.kind === "open") return;
  const said = message.kind === "photo" ? { media: message.media ?? "photo" } : {};
  kept.remember({
    ...said,
    id: message.id,
    text: message.text ?? message.label,
    after,
    at: message.born,
  });
}

/* It will never be taken; say why beneath it. */
function refuse(id, reason) {
  view.changing(() => view.settle(id, seen));
  view.mark(id, words[reason], "refused");
  view.toEnd();
}

/* How it stands with the network. */

let slow;

function showState(state) {
  clearTimeout(slow);
  const status = byId("status");
  status.textContent = "";
  if (state === "open") flush();
  if (state === "offline") status.textContent = words.offline;
  if (state === "connecting") slow = setTimeout(() => (status.textContent = words.connecting), 2_000);
  if (state === "stranger") status.textContent = words["no-cookie"];
  for (const { id } of kept.unsent) markWaiting(id);
}

/* Ending the talk on a shared machine. */

async function end() {
  byId("menu").open = false;
  byId("leave-unsent").hidden = !kept.unsent.length;
  const leave = byId("leave");
  leave.returnValue = "";
  leave.showModal();
  await new Promise((closed) => leave.addEventListener("close", closed, { once: true }));
  if (leave.returnValue !== "yes") return text.focus();
  try {
    const answer = await fetch("/chat/end", { method: "POST" });
    if (answer.ok || answer.status === 401) await over();
  } catch {
    byId("status").textContent = words.offline;
  }
}

async function over() {
  if (byId("over").open) return;
  wire.close();
  kept.forgetAll();
  view.clear();
  text.value = "";
  byId("over").showModal();
  await bytes.clear();
}

/* The controls. */

byId("form").addEventListener("submit", (event) => {
  event.preventDefault();
  const said = text.value.trim();
  if (!said) return text.focus();
  text.value = "";
  fit();
  send({ kind: "say", text: said });
  text.focus();
});

text.addEventListener("input", fit);
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  byId("form").requestSubmit();
});

/* As many rows as the text has, up to five. */
function fit() {
  text.rows = 1;
  const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(text);
  const height = text.scrollHeight - parseFloat(paddingTop) - parseFloat(paddingBottom);
  text.rows = Math.min(5, Math.round(height / parseFloat(lineHeight)));
}

byId("file").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  target.value = "";
  if (file) await sendFile(file);
});

byId("end").addEventListener("click", end);
byId("over").addEventListener("cancel", (event) => event.preventDefault());

document.addEventListener("click", ({ target }) => {
  if (!byId("menu").contains(target)) byId("menu").open = false;
});
document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") byId("menu").open = false;
});

/* What another window sent is not unsent here any more. */
addEventListener("storage", ({ key }) => {
  if (key !== "talk.unsent") return;
  for (const entry of byId("log").querySelectorAll(".mine[data-id]")) {
    const { id } = entry.dataset;
    const unsent = kept.unsent.some((message) => message.id === id);
    if (!unsent && view.waits(id)) view.settle(id, seen);
  }
});
