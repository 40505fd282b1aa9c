/** Sizes of type for tables on slides, px: the first at which all fits is taken. */
const SIZES = [24, 22, 20, 18, 16];
/** Below this only width makes type smaller; rows are left out instead. */
const SMALLEST = 8;

/** Makes every table fit its slide: smaller type, and where that does not do, the first rows and a sentence that says so. */
export function fitTables(): void {
  for (const slide of document.querySelectorAll<HTMLElement>('section.table')) {
    slide.style.display = 'flex';
    fitTable(slide);
    slide.style.display = '';
  }
}

function fitTable(slide: HTMLElement): void {
  const box = slide.querySelector<HTMLElement>('.box');
  const table = box?.querySelector('table');
  if (!box || !table) return;
  const isTooWide = () => table.offsetWidth > box.clientWidth;
  const isTooHigh = () => box.scrollHeight > box.clientHeight;
  for (const size of SIZES) {
    table.style.fontSize = `${size}px`;
    if (!isTooWide() && !isTooHigh()) return;
  }
  for (let size = SIZES.at(-1)!; size > SMALLEST && isTooWide(); size--) table.style.fontSize = `${size}px`;
  leaveOutRows(box, table, isTooHigh);
}

function leaveOutRows(box: HTMLElement, table: HTMLTableElement, isTooHigh: () => boolean): void {
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  if (!isTooHigh()) return;
  const rest = document.createElement('p');
  rest.className = 'rest';
  box.append(rest);
  for (let kept = rows.length - 1; kept > 0; kept--) {
    rows[kept]!.hidden = true;
    rest.textContent = `The first ${kept} of ${rows.length} rows; the page has them all.`;
    if (!isTooHigh()) return;
  }
}
