// Where warnings are let stand: one box ticks all of its rule, and shows whether all are ticked.
"use strict";
{
  const arrange = (all, boxes) => {
    const ticked = boxes.filter((box) => box.checked).length;
    all.checked = ticked === boxes.length;
    all.indeterminate = ticked > 0 && ticked < boxes.length;
  };

  document.addEventListener("DOMContentLoaded", () => {
    for (const label of document.querySelectorAll(".tick-all")) {
      const all = label.querySelector("input");
      const boxes = [...label.parentElement.querySelectorAll("[name=finding]")];
      label.hidden = false;
      arrange(all, boxes);
      all.addEventListener("change", () => boxes.forEach((box) => (box.checked = all.checked)));
      boxes.forEach((box) => box.addEventListener("change", () => arrange(all, boxes)));
    }
  });
}
