// The writing screen: stores what is typed once typing rests, never over somebody else's, and shows how it prints.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const root = document.querySelector(".writing");
  if (!root) return;
  root.classList.add("live");
  const REST = 1000;
  const overall = root.querySelector("[data-overall]");
  const forms = () => [...root.querySelectorAll("form.paragraph, form.level")];
  const say = (words) => (overall.textContent = words);

  // What is in the boxes of a form, and what of it was stored.
  const states = new WeakMap();
  const typed = (form) =>
    JSON.stringify([...new FormData(form)].filter(([name]) => !["_seen", "csrfmiddlewaretoken"].includes(name)));
  const stateOf = (form) => {
    if (!states.has(form)) states.set(form, { stored: typed(form), shown: !form.querySelector(".bad, .conflict") });
    return states.get(form);
  };
  const unsaved = (form) => {
    const state = stateOf(form);
    return typed(form) !== state.stored || !state.shown;
  };

  const tell = (form, html) => {
    const place = form.querySelector(".outcome");
    place.innerHTML = html;
    for (const take of place.querySelectorAll("[data-take]")) take.hidden = false;
    for (const line of place.querySelectorAll(".said.bad")) offer(line);
  };
  const tellBad = (form, words) => {
    const bad = document.createElement("p");
    bad.className = "said bad typing";
    bad.textContent = words;
    form.querySelector(".typing")?.remove();
    form.querySelector(".outcome").append(bad);
  };
  // Beside an unknown figure stands a button that puts the nearest right one in its place.
  const offer = (line) => {
    const [, wrong, right] = line.textContent.match(/ชื่อ \{(.+?)\} หมายถึง \{(.+?)\}/) ?? [];
    if (!right) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button quiet";
    button.textContent = `ใช้ {${right}}`;
    button.addEventListener("click", () => {
      const box = line.closest("form").querySelector("textarea");
      box.value = box.value.replaceAll(`{${wrong}}`, `{${right}}`);
      store(box.form);
    });
    line.append(" ", button);
  };

  const send = async (form) => {
    const state = stateOf(form);
    const sent = typed(form);
    const box = form.querySelector("[data-longest]");
    const length = box ? [...box.value].length : 0;
    if (box && length > Number(box.dataset.longest)) {
      tellBad(form, `ย่อหน้านี้ยาว ${length.toLocaleString("en")} ตัวอักษร ย่อหน้าหนึ่งยาวได้ไม่เกิน 10,000 ตัวอักษร ยังไม่ได้บันทึก โปรดแบ่งเป็นหลายย่อหน้า`);
      return false;
    }
    say("กำลังบันทึก…");
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { "X-Part": "state" } }).catch(() => null);
    if (!answer || answer.status >= 500) {
      say("ติดต่อระบบไม่ได้ ข้อความยังอยู่ในหน้านี้ จะลองบันทึกอีกครั้งเอง");
      state.timer = setTimeout(() => store(form), 3 * REST);
      return false;
    }
    if (!answer.headers.get("X-Part")) {
      say("ยังบันทึกไม่ได้ ท่านอาจออกจากระบบแล้ว ให้เข้าสู่ระบบในหน้าต่างใหม่ แล้วกดบันทึกอีกครั้ง ข้อความยังอยู่ในหน้านี้");
      return false;
    }
    tell(form, await answer.text());
    state.shown = answer.ok;
    state.blocked = [403, 409].includes(answer.status);
    if (!answer.ok) {
      say("มีข้อความที่ยังไม่ได้บันทึก ดูใต้ย่อหน้าที่มีแถบสีแดง");
      return false;
    }
    state.stored = sent;
    say(forms().some(unsaved) ? "กำลังบันทึก…" : form.querySelector(".said.good")?.textContent ?? "");
    draw();
    return true;
  };
  // One request at a time for each form; what is typed meanwhile is sent after it.
  const store = async (form) => {
    const state = stateOf(form);
    clearTimeout(state.timer);
    if (state.saving) await state.saving;
    if (!form.isConnected) return true;
    state.saving = send(form);
    const stored = await state.saving;
    state.saving = null;
    if (stored && unsaved(form)) rest(form);
    return stored;
  };
  const rest = (form) => {
    const state = stateOf(form);
    clearTimeout(state.timer);
    if (!state.blocked) state.timer = setTimeout(() => store(form), REST);
  };

  // What changes the order or the number of paragraphs comes back as the whole section.
  const whole = async (form, button) => {
    const part = form.closest(".part");
    const before = new Set([...part.querySelectorAll("form.paragraph")].map((each) => each.id));
    for (const each of part.querySelectorAll("form.paragraph")) {
      clearTimeout(stateOf(each).timer);
      if (stateOf(each).saving) await stateOf(each).saving;
      if (each === form && button.hasAttribute("data-whole")) continue;
      if (!unsaved(each) || (await (stateOf(each).blocked ? false : store(each)))) continue;
      each.scrollIntoView({ block: "center" });
      say("ยังมีข้อความในส่วนนี้ที่บันทึกไม่ได้ โปรดแก้ก่อน");
      return;
    }
    let page;
    try {
      const body = new FormData(form);
      if (button.name) body.set(button.name, button.value);
      const address = button.getAttribute("formaction") || form.getAttribute("action");
      page = new DOMParser().parseFromString(await (await fetch(address, { method: "POST", body })).text(), "text/html");
    } catch {
      say("ติดต่อระบบไม่ได้ โปรดลองอีกครั้ง");
      return;
    }
    const fresh = page.getElementById(part.id);
    if (!fresh || page.querySelector(".lost")) {
      say(page.querySelector(".lost .said")?.textContent ?? "ทำรายการนี้ไม่ได้ โปรดเปิดหน้านี้ใหม่");
      return;
    }
    part.replaceWith(fresh);
    for (const name of [".to-confirm"]) {
      const now = page.querySelector(name);
      if (now) root.querySelector(name)?.replaceWith(now);
      else root.querySelector(name)?.remove();
    }
    prepare(fresh);
    const added = [...fresh.querySelectorAll("form.paragraph")].find((each) => !before.has(each.id));
    const same = fresh.querySelector(`#${form.id || "none"}`);
    const next =
      added?.querySelector("textarea") ??
      same?.querySelector("[value=delete-sure]") ??
      same?.querySelector(`.tools [value=${button.value}]`) ??
      same?.querySelector("textarea") ??
      fresh.querySelector(".add button");
    next?.focus();
    draw();
  };

  root.addEventListener("submit", (event) => {
    const form = event.target;
    const button = event.submitter;
    if (!form.matches("form.paragraph, form.level, form.add")) return;
    event.preventDefault();
    if (form.matches(".add") || (button && (button.hasAttribute("data-whole") || button.value !== "save"))) {
      whole(form, button ?? form.querySelector("button"));
      return;
    }
    stateOf(form).blocked = false;
    store(form);
  });
  root.addEventListener("input", (event) => {
    const form = event.target.closest("form.paragraph, form.level");
    if (!form) return;
    const waiting = form.elements.namedItem("is_waiting");
    if (waiting && event.target.matches("textarea")) {
      const first = JSON.parse(stateOf(form).stored).every(([name, value]) => name !== "text" || !value);
      if (first) waiting.checked = !event.target.value;
      grow(event.target);
    }
    if (unsaved(form) && !stateOf(form).blocked) say("ยังไม่ได้บันทึก…");
    rest(form);
  });
  root.addEventListener("click", (event) => {
    const take = event.target.closest("[data-take]");
    if (!take) return;
    const form = take.closest("form");
    form.querySelector("textarea").value = form.querySelector("[data-theirs]").innerText.trim();
    stateOf(form).blocked = false;
    store(form);
  });
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || !event.target.matches(".paragraph textarea")) return;
    event.preventDefault();
    event.target.form.requestSubmit(event.target.form.querySelector("[value=add]"));
  });
  addEventListener("beforeunload", (event) => {
    if (forms().some((form) => unsaved(form) || stateOf(form).saving)) event.preventDefault();
  });

  const grow = (box) => {
    if (CSS.supports("field-sizing", "content")) return;
    box.style.height = "auto";
    box.style.height = `${box.scrollHeight + 2}px`;
  };
  const prepare = (part) => {
    for (const form of part.querySelectorAll("form.paragraph, form.level")) stateOf(form);
    for (const box of part.querySelectorAll("textarea")) grow(box);
    for (const take of part.querySelectorAll("[data-take]")) take.hidden = false;
    for (const line of part.querySelectorAll(".said.bad")) offer(line);
  };

  // The figures: a press puts the name where the cursor last stood.
  let box = null;
  root.addEventListener("focusin", (event) => {
    if (event.target.matches(".paragraph textarea")) box = event.target;
  });
  const picker = root.querySelector(".picker");
  picker?.addEventListener("click", (event) => {
    const button = event.target.closest("[data-figure]");
    if (!button) return;
    if (!box?.isConnected) {
      say("กดในช่องข้อความที่จะแทรกก่อน แล้วจึงเลือกตัวเลข");
      return;
    }
    box.setRangeText(`{${button.dataset.figure}}`, box.selectionStart, box.selectionEnd, "end");
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.focus();
  });
  const find = picker?.querySelector("[data-find]");
  if (find) {
    find.closest("label").hidden = false;
    find.addEventListener("input", () => {
      const words = find.value.trim();
      for (const line of picker.querySelectorAll("li")) line.hidden = !line.textContent.includes(words);
      for (const list of picker.querySelectorAll("ul")) {
        list.previousElementSibling.hidden = ![...list.children].some((line) => !line.hidden);
      }
    });
  }

  // The preview: the part that is written, or the whole book; it follows the paragraph in hand.
  const frame = root.querySelector("iframe");
  const book = root.querySelector("[data-whole-preview]");
  let shown = null;
  let all = false;
  let drawing = 0;
  const address = () => `${root.dataset.preview}?part=${all || !shown ? "all" : shown}`;
  const follow = () => {
    const page = frame.contentDocument;
    for (const line of page.querySelectorAll(".in-hand")) line.classList.remove("in-hand");
    const line = page.getElementById(`line-${box?.id.replace("text-", "")}`);
    if (!line) return;
    line.classList.add("in-hand");
    const { top, bottom } = line.getBoundingClientRect();
    if (top < 0 || bottom > frame.clientHeight) line.scrollIntoView({ block: "center" });
  };
  const draw = async () => {
    if (!frame.contentDocument?.body) return;
    const turn = ++drawing;
    const answer = await fetch(address()).catch(() => null);
    if (!answer?.ok || answer.redirected || turn !== drawing) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const seen = frame.contentWindow.scrollY;
    frame.contentDocument.body.replaceWith(frame.contentDocument.adoptNode(page.body));
    frame.contentWindow.scrollTo(0, seen);
    follow();
  };
  frame.addEventListener("load", follow);
  root.addEventListener("focusin", (event) => {
    const part = event.target.closest("[data-part]")?.dataset.part;
    if (!part) return;
    if (part === shown) return follow();
    shown = part;
    if (!all) draw();
  });
  book.addEventListener("click", (event) => {
    event.preventDefault();
    all = !all;
    book.textContent = all ? "ดูเฉพาะส่วนที่เขียน" : "ดูทั้งเล่ม";
    draw();
  });

  shown = new URL(frame.src).searchParams.get("part");
  prepare(root);
});
