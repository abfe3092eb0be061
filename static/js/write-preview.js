// The preview beside the writing screen: shows the part that is written, or the whole book, and marks the line in hand.
"use strict";
{
  const root = document.querySelector(".writing");
  const frame = root.querySelector("iframe");
  const part = document.getElementById("preview-part");
  const book = root.querySelector("[data-whole-preview]");
  let current = null;
  const follow = () => {
    const page = frame.contentDocument;
    page?.querySelector(".current")?.classList.remove("current");
    const line = page?.getElementById(current);
    if (!line) return;
    line.classList.add("current");
    const { top, bottom } = line.getBoundingClientRect();
    if (top < 0 || bottom > frame.clientHeight) frame.contentWindow.scrollBy(0, top - frame.clientHeight / 2);
  };
  frame.addEventListener("load", follow);
  frame.addEventListener("htmx:beforeSwap", ({ detail }) => {
    detail.target = frame.contentDocument.querySelector(".sheet");
  });
  frame.addEventListener("htmx:afterRequest", follow);
  root.addEventListener("focusin", ({ target }) => {
    if (target.matches(".paragraph textarea")) current = target.id.replace("text", "line");
    const written = target.closest("[data-part]")?.dataset.part ?? part.value;
    const isShown = part.disabled || written === part.value;
    part.value = written;
    if (isShown) follow();
    else htmx.trigger(frame, "redraw");
  });
  book.addEventListener("click", (event) => {
    event.preventDefault();
    part.disabled = !part.disabled; // without a part the preview is the whole book
    book.textContent = part.disabled ? "ดูเฉพาะส่วนที่เขียน" : "ดูทั้งเล่ม";
    htmx.trigger(frame, "redraw");
  });
}
