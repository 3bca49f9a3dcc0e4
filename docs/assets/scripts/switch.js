// The language switch keeps the heading where the reader stands: both languages have the same ids.
(function () {
  "use strict";
  var LINKS = ".md-select__link[hreflang]";

  // The last heading whose top has passed the header; none while the page still stands at its start.
  function current() {
    var header = document.querySelector(".md-header");
    var line = (header ? header.getBoundingClientRect().bottom : 0) + 40;
    var found = "";
    // Near the page's end a heading that an address led to may never reach the line.
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    var top = target ? target.getBoundingClientRect().top : -1;
    if (/^H[23]$/.test(target ? target.tagName : "") && top > 0 && top < window.innerHeight) return target.id;
    document.querySelectorAll("article h2[id], article h3[id]").forEach(function (heading) {
      if (heading.getBoundingClientRect().top <= line) found = heading.id;
    });
    return found;
  }

  function aim(event) {
    var link = event.target.closest && event.target.closest(LINKS);
    if (!link) return;
    var id = window.scrollY > 0 ? current() : "";
    link.hash = id ? "#" + id : "";
  }

  ["pointerdown", "focusin", "click"].forEach(function (name) {
    document.addEventListener(name, aim, true);
  });
})();
