// Names the search boxes of the autocompletes after their labels, for those who hear the page.
"use strict";
{
  const name = (root) => {
    for (const box of root.querySelectorAll(".select2-selection[role=combobox]")) {
      const label = document.querySelector(`label[for="${box.closest(".select2").previousElementSibling?.id}"]`);
      if (label) box.setAttribute("aria-label", label.textContent.replace(/[:\s]+$/, ""));
    }
  };
  window.addEventListener("load", () => name(document));
  document.addEventListener("formset:added", (event) => setTimeout(() => name(event.target)));
}
