// While a project's contributions are typed: the sum of the cash, and of the things by unit, below their heading.
// What is stored is added up by the portal itself; unknown amounts are counted apart, never as zero.
"use strict";
{
  const THAI = "๐๑๒๓๔๕๖๗๘๙";
  const number = (text) => {
    const plain = text.replace(/[๐-๙]/g, (digit) => THAI.indexOf(digit)).replace(/[,\s]|บาท/g, "");
    return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
  };

  const rowsOf = (group) =>
    [...group.querySelectorAll(".inline-related:not(.empty-form)")].filter(
      (row) => !row.querySelector("[name$=-DELETE]:checked") && row.querySelector("[name$=-giver]")?.value,
    );

  const inWords = (group) => {
    let satang = 0;
    let known = 0;
    let unknown = 0;
    const things = new Map();
    for (const row of rowsOf(group)) {
      const value = (name) => row.querySelector(`[name$=-${name}]`).value.trim();
      if (value("receipt") !== "received") continue;
      if (value("form") === "cash") {
        const amount = number(value("amount"));
        if (amount === null) unknown += 1;
        else known += 1;
        satang += Math.round((amount ?? 0) * 100);
      } else if (value("what")) {
        const key = `${value("what")}|${value("unit")}`;
        things.set(key, (things.get(key) ?? 0) + (number(value("quantity")) ?? 0));
      }
    }
    const words = [];
    if (known) words.push(`เงิน ${(satang / 100).toLocaleString("en")} บาท`);
    if (unknown) words.push(`ไม่ระบุจำนวนเงิน ${unknown} รายการ`);
    for (const [key, quantity] of things) {
      const [what, unit] = key.split("|");
      words.push(`${what} ${quantity ? quantity.toLocaleString("en") : "ไม่ระบุจำนวน"} ${unit}`);
    }
    return words.length ? `รวมที่ได้รับ: ${words.join(" · ")}` : "ยังไม่มีรายการที่ได้รับ";
  };

  document.addEventListener("DOMContentLoaded", () => {
    const group = document.getElementById("contributions-group");
    if (!group) return;
    const said = document.createElement("p");
    said.className = "running-totals";
    said.setAttribute("role", "status");
    group.querySelector(".inline-heading").after(said);
    const tell = () => {
      const words = inWords(group);
      if (said.textContent !== words) said.textContent = words;
    };
    tell();
    for (const event of ["input", "change", "formset:added", "formset:removed"]) document.addEventListener(event, tell);
    window.django?.jQuery(group).on("change", "select", tell);
  });
}
