// Asks before a page is left with something written and not sent. A form that asks for nothing to be
// kept (a search), or that says that nothing is lost, does not count.

const UNWRITTEN = new Set(["hidden", "checkbox", "radio", "password"]);

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
  if (!event.defaultPrevented) sent = event.target;
});
document.addEventListener("input", () => {
  sent = null;
});
addEventListener("beforeunload", (event) => {
  if ([...document.forms].some(unsent)) event.preventDefault();
});
