/**
 * The page's own script: sorts a table by a column, and shows rows beyond the first. Without it the page is whole, with
 * all rows in their first order.
 */
export const PAGE_SCRIPT = `
for (const table of document.querySelectorAll("table")) {
  const body = table.tBodies[0];
  const first = [...body.rows];
  const shown = Number(table.dataset.shown);
  let all = first.length <= shown;
  const button = table.parentElement.nextElementSibling;
  const cut = () => [...body.rows].forEach((row, i) => { row.hidden = !all && i >= shown; });
  if (button && button.classList.contains("all")) {
    button.hidden = all;
    button.addEventListener("click", () => { all = true; button.hidden = true; cut(); });
  }
  cut();
  table.tHead.addEventListener("click", (event) => {
    const head = event.target.closest("th");
    if (!head || !event.target.closest("button")) return;
    const figure = head.classList.contains("figure");
    const was = head.getAttribute("aria-sort");
    const next = was === null ? (figure ? "descending" : "ascending") : was === "descending" ? "ascending" : "descending";
    for (const other of table.tHead.querySelectorAll("th")) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", next);
    const sign = next === "ascending" ? 1 : -1;
    const key = (row) => row.cells[head.cellIndex].dataset.value;
    const compare = (a, b) => {
      const [x, y] = [key(a), key(b)];
      if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1;
      return sign * (figure ? Number(x) - Number(y) : x < y ? -1 : x > y ? 1 : 0);
    };
    body.append(...[...first].sort(compare));
    cut();
  });
}
`;
