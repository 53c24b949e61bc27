/** The demo page: its language, the example sentences, the status table. The chat itself is widget.js. */
import { both, english } from "./texts.js";

const STATUS_EVERY = 15000;

const chat = document.querySelector("front-door-chat");
const toggle = document.getElementById("page-language");
const overall = document.getElementById("overall");
const rows = document.getElementById("status");

const german = Object.fromEntries(
  Array.from(document.querySelectorAll("[data-text]"), (node) => [node.dataset.text, node.textContent]),
);
let language = new URLSearchParams(location.search).get("language") === "en" ? "en" : "de";
let health = null;

function speak() {
  const words = language === "de" ? german : english;
  document.documentElement.lang = language;
  for (const node of document.querySelectorAll("[data-text]")) node.textContent = words[node.dataset.text];
  for (const node of document.querySelectorAll("[data-label]")) node.setAttribute("aria-label", both[language][node.dataset.label]);
  toggle.textContent = language === "de" ? "English" : "Deutsch";
  toggle.lang = language === "de" ? "en" : "de";
  showHealth();
}

function showHealth() {
  if (!health) return;
  const words = both[language];
  const parts = Object.entries(health.parts ?? {});
  overall.textContent = words[health.status === "ok" ? "allWell" : parts.length ? "trouble" : "unreachable"];
  rows.closest("table").hidden = parts.length === 0;
  rows.replaceChildren(...parts.map(([name, state]) => row(name, ["ok", "off"].includes(state) ? state : "failing", words)));
}

function row(name, state, words) {
  const line = document.createElement("tr");
  const part = document.createElement("th");
  part.scope = "row";
  part.textContent = words.parts[name] ?? name;
  const cell = document.createElement("td");
  const badge = document.createElement("span");
  badge.className = "badge";
  badge.dataset.state = state;
  badge.textContent = words[state];
  cell.append(badge);
  line.append(part, cell);
  return line;
}

async function askHealth() {
  try {
    // A part in trouble makes the answer 503; its body still names the parts.
    health = await (await fetch("/health", { cache: "no-store" })).json();
  } catch {
    health = { status: "unreachable" };
  }
  showHealth();
}

toggle.addEventListener("click", () => {
  language = language === "de" ? "en" : "de";
  speak();
  chat.language = language;
});

for (const button of document.querySelectorAll("[data-example]")) {
  button.addEventListener("click", () => {
    chat.show();
    chat.send(button.textContent);
    chat.scrollIntoView({ block: "nearest" });
  });
}

document.getElementById("tag").textContent =
  `<script type="module" src="${location.origin}/static/website/widget.js"></script>`;
document.getElementById("copy").addEventListener("click", async () => {
  await navigator.clipboard?.writeText(document.getElementById("tag").textContent);
  document.getElementById("copied").textContent = both[language].copied;
});

const dark = matchMedia("(prefers-color-scheme: dark)");
function colour() {
  document.documentElement.className = dark.matches ? "kern-dark" : "kern-light";
}
dark.addEventListener("change", colour);
colour();

if (language === "en") chat.setAttribute("language", "en");
speak();
askHealth();
setInterval(() => document.hidden || askHealth(), STATUS_EVERY);
