// Parts of the widget that would have to be scrolled sideways.
() => {
  const root = document.querySelector("front-door-chat").shadowRoot;
  return Array.from(root.querySelectorAll(".log, .sheet, header, footer"))
    .filter((node) => node.scrollWidth > node.clientWidth)
    .map((node) => node.className || node.tagName);
}
