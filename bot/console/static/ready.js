// Ready answers without a way to the server: chosen ones go where the answer is being written, and
// "/" in an empty answer leads to them.

const choice = document.getElementById("canned");
const answer = document.getElementById("text");

choice?.form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = choice.selectedOptions[0].dataset.text;
  answer.setRangeText(text, answer.selectionStart, answer.selectionEnd, "end");
  answer.focus();
});
answer?.addEventListener("keydown", (event) => {
  if (event.key !== "/" || answer.value || !choice) return;
  event.preventDefault();
  choice.focus();
});
