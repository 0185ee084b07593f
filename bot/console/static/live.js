// Keeps an open page up to date without moving what is being read: what is new is put at the end,
// what changed takes its own place, what is gone fades. Without this file the page is loaded anew.

const page = document.querySelector("[data-live]");
const busy = (part) => part.contains(document.activeElement);

function grow(list, fresh) {
  const known = new Map([...list.children].map((item) => [item.id, item]));
  for (const item of [...fresh.children]) {
    const old = known.get(item.id);
    known.delete(item.id);
    if (!old) list.append(item);
    else if (old.outerHTML !== item.outerHTML && !busy(old)) old.replaceWith(item);
  }
  if (list.dataset.grows === "fading") known.forEach((item) => item.classList.add("gone"));
}

async function refresh() {
  if (!document.querySelector("[data-grows], [data-swaps]")) return;
  const answer = await fetch(location.href);
  if (!answer.ok || answer.redirected) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const list of document.querySelectorAll("[data-grows]")) {
    const other = fresh.getElementById(list.id);
    if (other) grow(list, other);
  }
  for (const part of document.querySelectorAll("[data-swaps]")) {
    const other = fresh.getElementById(part.id);
    if (other && !busy(part)) part.replaceWith(other);
  }
}

function tell(event) {
  const banner = document.querySelector("[data-banner]");
  if (!banner) return;
  banner.textContent = banner.dataset.banner.replace("#", JSON.parse(event.data).new);
  banner.parentElement.hidden = false;
}

const source = new EventSource(page.dataset.live);
let opened = false;
source.onopen = () => {
  if (opened) refresh();
  opened = true;
};
source.onerror = () => {
  if (source.readyState === EventSource.CLOSED) setInterval(refresh, 15000);
};
source.addEventListener("inbox", refresh);
source.addEventListener("talk", refresh);
source.addEventListener("registrations", tell);
