/** A picture with its coordinates to a hundredth of a pixel: smaller, and the same where sine differs in its last bit. */
export function rounded(svg: string): string {
  return svg.replaceAll(/-?\d+\.\d{3,}(?:e[-+]\d+)?/g, (digits) => String(Math.round(Number(digits) * 100) / 100 + 0));
}
