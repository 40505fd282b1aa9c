/** Rows that the loop over a matrix takes at a time: as many chains of additions as a core keeps under way. */
const ROWS = 4;

/**
 * The entries in the order in which `MATRIX_VECTOR` reads them: by groups of four rows, in a group column by column;
 * rows that are left over one by one.
 */
export function matrixTable(rows: readonly Float64Array[]): Float64Array {
  const columns = rows[0]!.length;
  const table = new Float64Array(rows.length * columns);
  const whole = rows.length - (rows.length % ROWS);
  let k = 0;
  for (let row = 0; row < whole; row += ROWS) {
    for (let j = 0; j < columns; j++) for (let r = 0; r < ROWS; r++) table[k++] = rows[row + r]![j]!;
  }
  for (let row = whole; row < rows.length; row++) {
    table.set(rows[row]!, k);
    k += columns;
  }
  return table;
}

/** JavaScript of a matrix times a vector: each row is added up from left to right. */
export const MATRIX_VECTOR = `function matrixVector(table, rows, columns, x, start, memory, result) {
  let k = 0;
  let row = 0;
  for (; row + ${ROWS} <= rows; row += ${ROWS}) {
    const x0 = x[start];
    let a = table[k] * x0;
    let b = table[k + 1] * x0;
    let c = table[k + 2] * x0;
    let d = table[k + 3] * x0;
    k += ${ROWS};
    for (let j = 1; j < columns; j++, k += ${ROWS}) {
      const xj = x[start + j];
      a += table[k] * xj;
      b += table[k + 1] * xj;
      c += table[k + 2] * xj;
      d += table[k + 3] * xj;
    }
    memory[result + row] = a;
    memory[result + row + 1] = b;
    memory[result + row + 2] = c;
    memory[result + row + 3] = d;
  }
  for (; row < rows; row++) {
    let a = table[k++] * x[start];
    for (let j = 1; j < columns; j++) a += table[k++] * x[start + j];
    memory[result + row] = a;
  }
}
`;
