// Of the boxes that depend on a choice, shows only those that the choice asks for. A filled box always shows.
"use strict";
{
  const NEEDED = {
    form: { cash: ["amount"], thing: ["what", "quantity", "unit"], people: ["what", "quantity", "unit"] },
    audience: {
      organization: ["organization"],
      group: ["group"],
      subdistrict: ["subdistrict", "affiliation"],
      every_school: [],
      words: ["words"],
    },
    end: { dated: ["ends_on"], open: [], unknown: [] },
  };

  const lastPart = (name) => name?.split("-").pop();
  const isFilled = (box) => [...box.querySelectorAll("input, select, textarea")].some((field) => field.value);

  const arrange = (choice) => {
    const needed = NEEDED[lastPart(choice.name)];
    const scope = choice.closest(".inline-related, form");
    for (const name of new Set(Object.values(needed).flat())) {
      const box = scope.querySelector(`.fieldBox.field-${name}`)?.parentElement;
      if (box) box.hidden = !needed[choice.value].includes(name) && !isFilled(box);
    }
  };

  const arrangeAll = (root) => {
    for (const choice of root.querySelectorAll("select, [type=radio]:checked")) {
      if (NEEDED[lastPart(choice.name)]?.[choice.value]) arrange(choice);
    }
  };

  document.addEventListener("DOMContentLoaded", () => arrangeAll(document));
  document.addEventListener("formset:added", (event) => arrangeAll(event.target));
  document.addEventListener("change", (event) => {
    if (NEEDED[lastPart(event.target.name)]?.[event.target.value]) arrange(event.target);
  });
}
