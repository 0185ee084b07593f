// Keys for whoever would rather use no mouse. The page lists them; none counts while somebody types,
// nor where they were switched off.

const list = document.querySelector("[data-keys]");
const on = list.querySelector("[data-keys-on]");
const typing = (one) => one.matches("input:not([type=checkbox]), textarea, select, audio");

function walk(step) {
  const stops = [...document.querySelectorAll("[data-walk] h3 a, [data-walk] th a")];
  const next = stops.indexOf(document.activeElement) + step;
  stops.at(Math.min(Math.max(next, 0), stops.length - 1))?.focus();
}

function help() {
  list.open = true;
  list.querySelector("summary").focus();
}

const does = { j: () => walk(1), k: () => walk(-1), "?": help };

document.addEventListener("keydown", (event) => {
  const { key, target } = event;
  if (!on.checked || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.defaultPrevented || typing(target)) return;
  const place = key.length === 1 && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!place && !Object.hasOwn(does, key)) return;
  event.preventDefault();
  place ? place.focus() : does[key]();
});

list.hidden = false;
on.checked = localStorage.getItem("keys") !== "off";
on.addEventListener("change", () => localStorage.setItem("keys", on.checked ? "on" : "off"));
