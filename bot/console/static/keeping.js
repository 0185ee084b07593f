// Says when what is typed can be kept no more, because the session has ended or the network is gone,
// and holds the form back until it can be. Whoever logged in again elsewhere goes on typing here.

const form = document.getElementById("entry");
const keeper = form.querySelector("[hx-post]");
const warning = document.getElementById("entry-lost");

async function takeUp() {
  const answer = await fetch(form.action).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  form.elements.seal.value = fresh.querySelector("#entry [name=seal]").value;
}

keeper.addEventListener("htmx:afterRequest", ({ detail }) => {
  warning.hidden = detail.successful;
  if (!detail.successful) takeUp();
});
form.addEventListener("submit", (event) => {
  if (warning.hidden) return;
  event.preventDefault();
  warning.scrollIntoView();
});
