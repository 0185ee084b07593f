// Sends a form once, however often its button is pressed before the next page has come. A download
// leaves the page where it is, so after a while the form may be sent again.

const WHILE = 3000;
const sent = new WeakSet();

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") return;
  if (sent.has(form)) return event.preventDefault();
  sent.add(form);
  setTimeout(() => sent.delete(form), WHILE);
});
