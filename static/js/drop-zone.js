// Files dropped on a zone, or chosen in several goes, gather in its box; each is named below and can be taken back.
"use strict";
{
  const size = (bytes) => `${Math.max(bytes / 1024 / 1024, 0.1).toFixed(1)} เมกะไบต์`;

  const gather = (box, files) => {
    const all = new DataTransfer();
    for (const file of files) all.items.add(file);
    box.files = all.files;
  };

  const arrange = (zone) => {
    const box = zone.querySelector("input[type=file]");
    const list = document.createElement("ul");
    list.className = "chosen-files";
    list.setAttribute("aria-live", "polite");
    zone.after(list);
    zone.classList.add("ready");
    let chosen = [];

    const show = () => {
      gather(box, chosen);
      list.replaceChildren(
        ...chosen.map((file) => {
          const line = document.createElement("li");
          const button = document.createElement("button");
          button.type = "button";
          button.textContent = "นำออก";
          button.setAttribute("aria-label", `นำ ${file.name} ออก`);
          button.addEventListener("click", () => {
            chosen = chosen.filter((other) => other !== file);
            show();
            box.focus();
          });
          line.append(`${file.name} (${size(file.size)}) `, button);
          return line;
        }),
      );
    };

    const add = (files) => {
      chosen = [...chosen, ...files];
      show();
    };
    box.addEventListener("change", () => add([...box.files]));
    for (const kind of ["dragover", "dragleave", "drop"]) {
      zone.addEventListener(kind, (event) => {
        event.preventDefault();
        zone.classList.toggle("over", kind === "dragover");
      });
    }
    zone.addEventListener("drop", (event) => add([...event.dataTransfer.files]));
  };

  document.addEventListener("DOMContentLoaded", () => document.querySelectorAll(".drop-zone").forEach(arrange));
}
