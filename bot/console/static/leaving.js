// Asks before a page is left with something written and not sent. A form that asks for nothing to be
// kept (a search), or that says that nothing is lost, does not count. What is sent is sent once,
// however often its button is pressed; a download leaves the page, so soon it may be sent again.

const UNWRITTEN = new Set(["hidden", "checkbox", "radio", "password"]);

const pressed = new Set();
let sent = null;

const given = ({ options }) => [...options].find((one) => one.defaultSelected) ?? options[0];

const written = (one) =>
  one.matches("select")
    ? one.value !== given(one)?.value
    : one.matches("textarea, input") && !UNWRITTEN.has(one.type) && one.value !== one.defaultValue;

const unsent = (form) =>
  form !== sent &&
  form.method === "post" &&
  !form.matches("[data-loose]") &&
  [...form.elements].some(written);

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented) return;
  if (pressed.has(form)) return event.preventDefault();
  sent = form;
  if (form.method !== "post") return;
  pressed.add(form);
  setTimeout(() => pressed.delete(form), 3000);
});
document.addEventListener("input", () => {
  sent = null;
});
addEventListener("beforeunload", (event) => {
  if ([...document.forms].some(unsent)) event.preventDefault();
});
