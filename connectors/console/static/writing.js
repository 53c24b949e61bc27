// The message field: canned answers, and telling that somebody writes.

const TYPING_EVERY_MS = 3000;
let told = 0;

export function prepareWriting() {
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-insert]");
    const field = document.getElementById("text");
    if (!button || !field) return;
    field.setRangeText(button.dataset.insert, field.selectionStart, field.selectionEnd, "end");
    field.focus();
  });
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("#compose");
    if (!form || Date.now() - told < TYPING_EVERY_MS) return;
    told = Date.now();
    window.htmx.ajax("POST", form.dataset.typing, { swap: "none", source: document.body })
      .catch(() => {}); // nobody sees the typing, and nothing else is lost
  });
  document.body.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.requestConfig?.path?.endsWith("/messages")) {
      document.getElementById("alerts").replaceChildren();
      document.getElementById("text")?.focus();
    }
  });
}
