/**
 * A picture with its coordinates to a hundredth of a pixel: smaller, and the same where sine differs in its last bit.
 * Text stays as it is.
 */
export function rounded(svg: string): string {
  return svg.replaceAll(/<[^>]*>/g, (tag) =>
    tag.replaceAll(/-?\d+\.\d{3,}(?:e[-+]\d+)?/g, (digits) => String(Math.round(Number(digits) * 100) / 100 + 0)),
  );
}
