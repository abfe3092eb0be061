// When a box that tells one record from another is left, asks whether a record of nearly that name stands already.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const place = document.querySelector("[data-near]");
  if (!place) return;
  const form = place.closest("form");
  const names = place.dataset.boxes.split(" ");
  const boxOf = (name) => form.elements.namedItem(name);
  const row = boxOf(names[0])?.closest(".form-row");
  if (!row) return;
  const line = document.createElement("div");
  line.setAttribute("aria-live", "polite");
  row.append(line);
  const shown = row.querySelector(".errorlist .near");
  if (shown) {
    const list = shown.closest(".errorlist");
    line.append(shown);
    if (!list.textContent.trim()) list.remove();
  }

  let asked = 0;
  const ask = async () => {
    const turn = ++asked;
    const sent = new URLSearchParams({ _of: place.dataset.of });
    for (const name of names) sent.set(name, boxOf(name)?.value ?? "");
    const answer = await fetch(`${place.dataset.near}?${sent}`);
    if (answer.ok && turn === asked) line.innerHTML = await answer.text();
  };
  django.jQuery(form).on("change", (event) => {
    if (names.includes(event.target.name)) ask();
  });
});
