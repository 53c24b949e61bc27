/** Text size, colours and contrast as the person, else the site, else the system wants them. */
const DARK = matchMedia("(prefers-color-scheme: dark)");

/** Keeps the classes of `frame` right. `site()` is the scheme the site asks for, if any. */
export function followLooks(frame, preferences, site) {
  const apply = () => {
    const dark = isDark(preferences.get("scheme"), site());
    frame.classList.toggle("kern-dark", dark);
    frame.classList.toggle("kern-light", !dark);
    frame.classList.toggle("contrast", preferences.get("contrast"));
    frame.dataset.size = preferences.get("size");
  };
  preferences.addEventListener("changed", apply);
  DARK.addEventListener("change", apply);
  apply();
  return apply;
}

function isDark(person, site) {
  const asked = person !== "auto" ? person : site;
  return asked === "dark" || (asked !== "light" && DARK.matches);
}
