"use strict";
// Searching and sorting of tables; without it the page is whole, and its tables stand as written.
(function () {
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  function search(field) {
    const table = document.getElementById(field.dataset.table);
    const words = fold(field.value).split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const row of table.tBodies[0].rows) {
      row.folded ??= fold(row.textContent);
      row.hidden = !words.every((word) => row.folded.includes(word));
      if (!row.hidden) shown += 1;
    }
    document.querySelector(`#${CSS.escape(table.id)}-shown [data-count]`).textContent = shown;
  }

  function key(row, column) {
    const cell = row.cells[column];
    return cell.dataset.key ?? cell.textContent.trim();
  }

  function compare(left, right, isNumber) {
    if (left === right) return 0;
    if (left === "" || right === "") return left === "" ? 1 : -1;
    return isNumber ? Number(left) - Number(right) : collator.compare(left, right);
  }

  function sort(table, head, column) {
    const isRising = head.getAttribute("aria-sort") !== "ascending";
    const isNumber = head.classList.contains("n");
    const body = table.tBodies[0];
    const rows = [...body.rows].map((row) => ({ row, key: key(row, column) }));
    rows.sort((a, b) => (isRising ? 1 : -1) * compare(a.key, b.key, isNumber));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", isRising ? "ascending" : "descending");
    body.append(...rows.map((entry) => entry.row));
  }

  function prepare(root) {
    for (const table of root.querySelectorAll("table.sortable")) {
      [...table.tHead.rows[0].cells].forEach((head, column) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = head.textContent;
        head.replaceChildren(button);
        button.addEventListener("click", () => sort(table, head, column));
      });
    }
    for (const field of root.querySelectorAll("[data-table]")) {
      field.addEventListener("input", () => search(field));
    }
    for (const tool of root.querySelectorAll(".tool[hidden]")) tool.hidden = false;
    const openers = [["open", true], ["close", false]];
    for (const [name, isOpen] of openers) {
      for (const button of root.querySelectorAll(`[data-${name}]`)) {
        button.addEventListener("click", () => {
          const part = document.getElementById(button.dataset[name]);
          for (const entry of part.querySelectorAll("details")) entry.open = isOpen;
        });
      }
    }
  }

  // On paper nothing can be opened; the reasons after the first stay away, or they would fill it.
  let closed = [];
  addEventListener("beforeprint", () => {
    closed = [...document.querySelectorAll("details:not([open], .reasons)")];
    for (const entry of closed) entry.open = true;
  });
  addEventListener("afterprint", () => { for (const entry of closed) entry.open = false; });

  prepare(document);
  globalThis.preparePage = prepare;
})();
