// What the server tells an open page. htmx swaps in lists and messages; here is the rest.

const body = document.body;
const log = () => document.getElementById("log");
const TYPING_MS = 6000;
const VIEWING_MS = 45000;

// The number of the newest message on the page: the stream goes on after it.
function lastShown() {
  const messages = log()?.querySelectorAll("[data-seq]") ?? [];
  return Math.max(0, ...[...messages].map((each) => Number(each.dataset.seq)));
}

export function listenLive() {
  if (!window.htmx) return;
  window.htmx.createEventSource = (url) => {
    const address = new URL(url, location.href);
    address.searchParams.set("after", String(lastShown()));
    const source = new EventSource(address);
    for (const name of ["typing", "viewing", "delivered", "read", "waiting", "ended"]) {
      source.addEventListener(name, (event) => handlers[name](event.data));
    }
    // The browser would reconnect with the old address; a new source names the newest message.
    source.addEventListener("error", () => source.close());
    return source;
  };
  body.addEventListener("htmx:sseError", () => show("connection", true));
  body.addEventListener("htmx:sseOpen", () => show("connection", false));
  body.addEventListener("htmx:sseBeforeMessage", keepOnce);
  body.addEventListener("htmx:sseMessage", afterMessage);
  body.addEventListener("htmx:beforeRequest", spareWriting);
  body.addEventListener("htmx:sendError", () => show("connection", true));
  scrollDown();
  if (log()) markRead();
  document.addEventListener("visibilitychange", markRead);
}

function show(id, shown) {
  const element = document.getElementById(id);
  if (element) element.hidden = !shown;
}

function keepOnce(event) {
  const id = /id="(m-\d+)"/.exec(event.detail?.data ?? "")?.[1];
  if (id && document.getElementById(id)) event.preventDefault();
}

function afterMessage(event) {
  if (event.target !== log()) return;
  const stale = document.getElementById("typing");
  if (stale) stale.textContent = "";
  scrollDown();
  markRead();
}

// A part that somebody is writing in is not replaced by news.
function spareWriting(event) {
  const bySelf = event.detail.requestConfig?.triggeringEvent?.type?.startsWith("sse:");
  const active = document.activeElement;
  const writing = active?.matches("input, textarea, select") && event.detail.target?.contains(active);
  if (bySelf && writing) event.preventDefault();
}

function scrollDown() {
  const element = log();
  if (element) element.scrollTop = element.scrollHeight;
}

let readUpTo = 0;

function markRead() {
  const element = log();
  const newest = lastShown();
  if (!element || document.hidden || newest <= readUpTo) return;
  const before = readUpTo;
  readUpTo = newest;
  const id = encodeURIComponent(element.dataset.conversation);
  window.htmx.ajax("POST", `/console/conversations/${id}/read`, {
    values: { seq: newest },
    swap: "none",
    source: body,
  }).catch(() => {
    readUpTo = before; // the next message tells it again
  });
}

let typingEnds;
const viewers = new Map();

function showViewers() {
  const names = [...viewers.keys()];
  const line = document.getElementById("viewing");
  if (line) line.textContent = names.length ? `${body.dataset.viewing} ${names.join(", ")}` : "";
}

function markDelivery(state, data) {
  const upTo = Number(JSON.parse(data).seq ?? 0);
  for (const message of log()?.querySelectorAll("[data-seq]") ?? []) {
    const label = message.querySelector(".delivery");
    const done = label?.dataset.delivery === "read" || label?.dataset.delivery === state;
    if (label && !done && Number(message.dataset.seq) <= upTo) {
      label.dataset.delivery = state;
      label.textContent = body.dataset[state];
    }
  }
}

const handlers = {
  typing(data) {
    if ((JSON.parse(data).by ?? "person") === "staff") return;
    const line = document.getElementById("typing");
    if (!line) return;
    line.textContent = body.dataset.typing;
    clearTimeout(typingEnds);
    typingEnds = setTimeout(() => (line.textContent = ""), TYPING_MS);
  },
  viewing(name) {
    clearTimeout(viewers.get(name));
    viewers.set(name, setTimeout(() => (viewers.delete(name), showViewers()), VIEWING_MS));
    showViewers();
  },
  delivered: (data) => markDelivery("delivered", data),
  read: (data) => markDelivery("read", data),
  waiting: () => body.dispatchEvent(new CustomEvent("console:waiting")),
  ended: () => location.reload(),
};
