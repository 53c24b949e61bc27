// What is to be pressed and is smaller than 24 by 24 pixels (WCAG 2.2, 2.5.8).
() => {
  const root = document.querySelector("front-door-chat").shadowRoot;
  return Array.from(root.querySelectorAll("button, input, summary, .action, .call, footer a"))
    .filter((node) => node.getClientRects().length)
    .map((node) => [node, node.closest("label, button, a, summary").getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([node, box]) => `${node.className || node.tagName} ${box.width}x${box.height}`);
}
