// Tips open on hover and focus by style sheet alone. Here: Escape hides the open one, a tap elsewhere closes it.
(function () {
  "use strict";

  function hide(holder) {
    var tip = holder.querySelector('[role="tooltip"]');
    if (tip) tip.style.display = "none";
  }

  function restore(event) {
    var holder = event.target.closest && event.target.closest(".llm-has-tip");
    if (!holder || holder.contains(event.relatedTarget)) return;
    var tip = holder.querySelector('[role="tooltip"]');
    if (tip) tip.style.display = "";
  }

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") document.querySelectorAll(".llm-has-tip:hover, .llm-has-tip:focus-within").forEach(hide);
  });
  document.addEventListener("mouseout", restore);
  document.addEventListener("focusout", restore);
  document.addEventListener("pointerdown", function (event) {
    var active = document.activeElement;
    var holder = active && active.closest(".llm-has-tip");
    if (holder && !holder.contains(event.target)) active.blur();
  });
})();
