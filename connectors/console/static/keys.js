// Keyboard shortcuts, while no input field has the focus. The help page lists them.

const VIEWS = ["waiting", "mine", "all", "closed"];

export function listenKeys() {
  document.addEventListener("keydown", (event) => {
    const field = event.target.closest?.("input, textarea, select");
    if (event.key === "Escape" && field) return field.blur();
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.id === "text") {
      event.preventDefault();
      return event.target.form.requestSubmit();
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey) return undefined;
    if (press(event.key)) event.preventDefault();
    return undefined;
  });
}

// Whether the key meant something here.
function press(key) {
  if (key === "?") return go("/console/help");
  if (key === "/") return focus("#f-search");
  if (key === "r") return focus("#text");
  if (key === "j" || key === "k") return step(key === "j" ? 1 : -1);
  const view = document.querySelector(`[data-view="${VIEWS[Number(key) - 1]}"]`);
  if (view) return go(view.href);
  const target = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (!target) return false;
  target.click();
  target.parentElement.querySelector("form :is(textarea, select, input:not([type=hidden]))")?.focus();
  return true;
}

function go(address) {
  location.assign(address);
  return true;
}

function focus(selector) {
  const field = document.querySelector(selector);
  field?.focus();
  return Boolean(field);
}

function step(by) {
  const chats = [...document.querySelectorAll("a.chat")];
  const at = chats.indexOf(document.activeElement);
  const current = at >= 0 ? at : chats.findIndex((each) => each.hasAttribute("aria-current"));
  const next = chats[Math.min(chats.length - 1, Math.max(0, current + by))];
  next?.focus();
  return Boolean(next);
}
