// A sound and a desktop notification when somebody begins to wait. Off until switched on.

const KEPT = "console.ring";
const SECONDS = 0.4;

export function prepareRinging() {
  const button = document.getElementById("ring");
  if (!button) return;
  const set = (on) => {
    button.setAttribute("aria-pressed", String(on));
    button.textContent = on ? button.dataset.on : button.dataset.off;
  };
  set(localStorage.getItem(KEPT) === "on");
  button.addEventListener("click", () => {
    const on = button.getAttribute("aria-pressed") !== "true";
    localStorage.setItem(KEPT, on ? "on" : "off");
    set(on);
    if (!on) return;
    ring();
    if (window.Notification?.permission === "default") Notification.requestPermission();
  });
  document.body.addEventListener("console:waiting", () => {
    if (button.getAttribute("aria-pressed") !== "true") return;
    ring();
    if (window.Notification?.permission === "granted") {
      // One at a time, whatever number of pages is open.
      new Notification(document.body.dataset.waiting, { tag: "console-waiting" });
    }
  });
}

function ring() {
  const audio = new AudioContext();
  const tone = audio.createOscillator();
  const volume = audio.createGain();
  tone.frequency.value = 660;
  volume.gain.setValueAtTime(0.2, audio.currentTime);
  volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + SECONDS);
  tone.connect(volume).connect(audio.destination);
  tone.start();
  tone.stop(audio.currentTime + SECONDS);
}
