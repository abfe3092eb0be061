// Names the parts of the autocomplete boxes after their labels, for those who hear the page.
"use strict";
{
  const PARTS = "[role=combobox], [role=textbox], .select2-search__field";
  const name = () => {
    for (const box of document.querySelectorAll(".select2-container")) {
      const choice = box.previousElementSibling;
      const label = choice?.labels?.[0]?.textContent.replace(/[:\s]+$/, "");
      for (const part of label ? box.querySelectorAll(PARTS) : []) {
        part.removeAttribute("aria-labelledby");
        part.setAttribute("aria-label", label);
      }
    }
  };
  window.django?.jQuery?.(name);
  document.addEventListener("formset:added", () => setTimeout(name));
}
