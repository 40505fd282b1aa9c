/** The values of a mark as a small table; numbers to four digits. */
export function tooltipHtml(value: unknown, escaped: (value: unknown) => string): string {
  if (typeof value !== 'object' || value === null) return escaped(value);
  const rows = Object.entries(value)
    .filter(([name, content]) => !name.startsWith('_') && content !== null && content !== undefined && content !== '')
    .map(
      ([name, content]) =>
        `<tr><th>${escaped(name.replaceAll('_', ' '))}</th><td>${escaped(spelled(content))}</td></tr>`,
    );
  return `<table>${rows.join('')}</table>`;
}

function spelled(content: unknown): unknown {
  const number = typeof content === 'string' && content !== '' ? Number(content) : content;
  if (typeof number !== 'number' || Number.isNaN(number)) return content;
  return Number.isInteger(number) && Math.abs(number) < 1e6 ? number : Number(number.toPrecision(4));
}
