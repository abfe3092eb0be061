// The writing screen, beside what htmx does: it guards unsaved words and puts figures at the cursor.
"use strict";
{
  const root = document.querySelector(".writing");
  const overall = document.getElementById("overall");
  const say = (words) => (overall.textContent = words);
  const autosaveOf = (element) => element.closest(".autosave") ?? element.querySelector(".autosave");
  root.classList.add("live");
  if (!CSS.supports("field-sizing", "content")) {
    const grow = (box) => {
      box.style.height = "auto";
      box.style.height = `${box.scrollHeight + 2}px`;
    };
    htmx.onLoad((content) => content.querySelectorAll("textarea").forEach(grow));
    root.addEventListener("input", ({ target }) => target.matches("textarea") && grow(target));
  }

  // Words are unsaved from the first key until this screen answers that they are stored.
  const sent = new Map();
  root.addEventListener("input", ({ target }) => {
    const autosave = target.closest(".autosave");
    if (!autosave) return;
    autosave.classList.add("unsaved");
    if (!autosave.querySelector(".conflict")) say("ยังไม่ได้บันทึก…");
    const waiting = target.matches("textarea") && target.form.elements.namedItem("is_waiting");
    if (waiting && !target.defaultValue) waiting.checked = !target.value;
  });
  addEventListener("beforeunload", (event) => {
    if (sent.size || root.querySelector(".unsaved")) event.preventDefault();
  });
  // What is stored is not sent again by itself; in a conflict nothing is sent but what the writer saves.
  root.addEventListener("htmx:configRequest", (event) => {
    const { elt, formData, triggeringEvent } = event.detail;
    const autosave = autosaveOf(elt);
    if (!autosave) return;
    const conflict = autosave.querySelector(".conflict");
    const isChosen = triggeringEvent.type === "submit";
    const isSave = isChosen && (formData.get("do") ?? "save") === "save";
    if (conflict ? !isSave : !isChosen && !autosave.matches(".unsaved")) event.preventDefault();
    if (conflict && isChosen && !isSave) say("ยังมีข้อความในส่วนนี้ที่บันทึกไม่ได้ โปรดแก้ก่อน");
  });
  root.addEventListener("htmx:beforeSend", ({ detail: { elt, xhr } }) => {
    const autosave = autosaveOf(elt);
    if (!autosave) return;
    sent.set(xhr, autosave);
    autosave.classList.remove("unsaved");
    say("กำลังบันทึก…");
  });
  root.addEventListener("htmx:afterRequest", ({ detail: { elt, requestConfig, xhr }, target }) => {
    if (target.matches("iframe")) return;
    const autosave = sent.get(xhr);
    const result = xhr.getResponseHeader("HX-Trigger");
    sent.delete(xhr);
    if (result === "stored") {
      const box = autosave?.querySelector("textarea");
      if (box) box.defaultValue = requestConfig.formData.get(box.name);
      if (root.querySelector(".unsaved")) say("ยังไม่ได้บันทึก…");
      return;
    }
    autosave?.classList.add("unsaved");
    if (result) return;
    const isReached = xhr.status && xhr.status < 500;
    const { refused, unreachable, failed } = overall.dataset;
    say(isReached ? refused : elt.matches(".autosave") ? unreachable : failed);
    if (autosave && !isReached) htmx.trigger(autosave, "retry");
  });
  // A page that is no answer of this screen, such as the one to sign in on, is not swapped in.
  root.addEventListener("htmx:beforeSwap", ({ detail }) => {
    detail.shouldSwap = Boolean(detail.xhr.getResponseHeader("HX-Trigger"));
  });

  // Buttons that put something into a box: another writer's text, the right name of a figure, a figure at the cursor.
  let box = null;
  root.addEventListener("focusin", ({ target }) => {
    if (target.matches(".paragraph textarea")) box = target;
  });
  root.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-text], [data-wrong], [data-figure]");
    if (!button) return;
    const { text, wrong, right, figure } = button.dataset;
    if (!figure) {
      const own = button.form.elements.namedItem("text");
      own.value = text ?? own.value.replaceAll(`{${wrong}}`, `{${right}}`);
      button.form.requestSubmit();
    } else if (box?.isConnected) {
      box.setRangeText(`{${figure}}`, box.selectionStart, box.selectionEnd, "end");
      box.dispatchEvent(new Event("input", { bubbles: true }));
      box.focus();
    } else say("กดในช่องข้อความที่จะแทรกก่อน แล้วจึงเลือกตัวเลข");
  });
  root.addEventListener("keydown", (event) => {
    const isAdd = event.key === "Enter" && (event.ctrlKey || event.metaKey);
    if (isAdd) event.target.form?.querySelector("[value=add]")?.click();
  });
  const find = root.querySelector("[data-find]");
  find?.addEventListener("input", () => {
    for (const line of root.querySelectorAll(".picker li")) line.hidden = !line.textContent.includes(find.value.trim());
  });
}
