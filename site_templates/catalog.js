// Filters of long tables. Nothing here is needed to read a page.
(function () {
  "use strict";

  function filterable(field) {
    var paragraph = field.closest("p");
    for (var next = paragraph.nextElementSibling; next; next = next.nextElementSibling) {
      var table = next.querySelector("[data-st-filterable]");
      if (table) return table;
    }
    return null;
  }

  document.querySelectorAll("[data-st-filter]").forEach(function (field) {
    var table = filterable(field);
    if (!table) return;
    var count = field.parentNode.querySelector(".st-filter__count");
    var rows = Array.from(table.tBodies[0].rows, function (row) {
      return { row: row, text: row.textContent.toLowerCase() };
    });
    field.addEventListener("input", function () {
      var words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (each) {
        var hit = words.every(function (word) { return each.text.includes(word); });
        each.row.hidden = !hit;
        if (hit) shown += 1;
      });
      count.textContent = words.length ? shown + " of " + rows.length + " on this page" : "";
    });
  });
})();
