/** Share of a slide's height that words below a picture or a table may take. */
const WORDS = 0.3;
/** Sizes of type, px: the first at which all fits is taken. */
const SIZES = [24, 22, 20, 18, 16];
/** Below this only width makes type smaller; rows are left out instead. */
const SMALLEST = 8;

/** Makes what is on a slide fit it. */
export function fitSlides(): void {
  for (const slide of document.querySelectorAll<HTMLElement>('section.part')) {
    slide.style.display = 'flex';
    fitWords(slide);
    if (slide.classList.contains('table')) fitTable(slide);
    slide.style.display = '';
  }
}

/** Words that are too many are set smaller; what is left of their room is the picture's. */
function fitWords(slide: HTMLElement): void {
  const words = slide.querySelector<HTMLElement>('.reading');
  const content = slide.querySelector<HTMLElement>('.content');
  if (!words || !content) return;
  const most = slide.classList.contains('beside') ? content.clientHeight : WORDS * content.clientHeight;
  for (const size of SIZES) {
    if (words.offsetHeight <= most) return;
    words.style.fontSize = `${size}px`;
  }
}

/** Makes a table fit: smaller type, and where that does not do, the first rows and a sentence that says so. */
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
