/** A line above a chart that says how to read its marks: no heading, which stands beside the chart. */
export function caption(text: string) {
  return { text, fontSize: 13, fontWeight: 400 } as const;
}
