import { kept, lines, type Numbers, storeEdge, type Tangent, tangent } from './numbers.ts';

/** `outer`: a sum that is in no other. `inner`: a sum inside of a term. */
type Place = 'outer' | 'inner';

/** Text for each array that belongs to a depth of sums inside of sums. */
function arrays(numbers: Numbers, text: (name: string, type: string) => string): string[] {
  return kept(
    numbers,
    text('adjoint', 'Float64Array'),
    tangent(text('adjointTangent', 'Float64Array')),
    text('list', 'Int32Array'),
  );
}

/** Declarations of the arrays of inner sums; those of an outer sum are constants of the tape. */
export function levelDeclarations(numbers: Numbers): string {
  const members = arrays(numbers, (name, type) => `readonly ${name}: ${type};`);
  const made = arrays(numbers, (name, type) => `${name}: new ${type}(nodeCapacity),`);
  return `/** Adjoints of the terms of an inner sum, and a list of the nodes before it that they reached. */
interface Level {
${lines(2, members)}}

function createLevel(nodeCapacity: number): Level {
  return {
${lines(4, made)}  };
}
`;
}

/**
 * The functions that record a sum term by term: each term is swept in reverse as soon as it is recorded, into adjoints
 * that belong to the depth of the sum, and is then forgotten. What they do is printed twice: V8 folds arrays that are
 * constants of the tape into machine code, but not arrays that are looked up, with which a gradient takes a fifth
 * longer.
 */
export function reversedSums(numbers: Numbers): string {
  const constants = arrays(numbers, (name, type) => `const ${outerName(name)} = new ${type}(nodeCapacity);`);
  const functions = (['outer', 'inner'] as const).map((place) =>
    [sum(numbers, place), reverseTerm(numbers, place), recordReached(numbers, place)].join('\n'),
  );
  return `
  /**
   * Adjoints of the terms of a sum: zero between two terms, but for nodes before the sum. A list says which of these
   * were reached.
   */
${lines(2, constants)}  const innerLevels: Level[] = [];

${functions.join('\n')}`;
}

/** `adjoint` becomes `outerAdjoint`. */
function outerName(name: string): string {
  return `outer${name[0]!.toUpperCase()}${name.slice(1)}`;
}

/** The arrays as first parameters, or arguments, of the functions of an inner sum. */
function passed(numbers: Numbers, place: Place, text: (name: string, type: string) => string): string {
  return place === 'outer' ? '' : arrays(numbers, (name, type) => `${text(name, type)}, `).join('');
}

/** The arrays under their short names, in the functions of an outer sum. */
function named(numbers: Numbers, place: Place): string[] {
  return place === 'inner' ? [] : arrays(numbers, (name) => `const ${name} = ${outerName(name)};`);
}

function sum(numbers: Numbers, place: Place): string {
  const args = passed(numbers, place, (name) => name);
  const members = arrays(numbers, (name) => name).join(', ');
  return declaration(numbers, `${place}Sum(count: number, term: (i: number) => number): number`, [
    place === 'outer'
      ? 'if (depth > 0) return innerSum(count, term);'
      : `const { ${members} } = (innerLevels[depth - 1] ??= createLevel(nodeCapacity));`,
    'const before = nodes;',
    'const edgesBefore = edges;',
    'if (++depth > deepest) deepest = depth;',
    'let reached = before < 4 * count ? before : 0; // a list that is not worth its while is full from the beginning',
    'let v = 0;',
    tangent('let dv = 0;'),
    'for (let i = 0; i < count; i++) {',
    '  const x = term(i);',
    '  v += value[x]!;',
    tangent('  dv += valueTangent[x]!;'),
    '  if (nodes > nodeCapacity || edges > edgeCapacity) throw new RangeError(FULL);',
    `  reached = ${place}Reverse(${args}before, x, reached);`,
    '  if (nodes > peakNodes) peakNodes = nodes;',
    '  if (edges > peakEdges) peakEdges = edges;',
    '  forgottenNodes += nodes - before;',
    '  forgottenEdges += edges - edgesBefore;',
    '  nodes = before;',
    '  edges = edgesBefore;',
    '}',
    'depth--;',
    `${place}Record(${args}before, reached);`,
    `return node(${kept(numbers, 'v', tangent('dv')).join(', ')});`,
  ]);
}

function reverseTerm(numbers: Numbers, place: Place): string {
  const parameters = passed(numbers, place, (name, type) => `${name}: ${type}`);
  const code = declaration(
    numbers,
    `${place}Reverse(${parameters}before: number, output: number, reached: number): number`,
    [
      ...named(numbers, place),
      'if (output < before) {',
      '  if (reached < before) list[reached++] = output;',
      '  adjoint[output] = adjoint[output]! + 1;',
      '  return reached;',
      '}',
      'adjoint[output] = 1;',
      'let edge = firstEdge[output + 1]! - 1;',
      'for (let i = output; i >= before; i--) {',
      '  const a = adjoint[i]!;',
      '  adjoint[i] = 0;',
      tangent('  const da = adjointTangent[i]!;'),
      tangent('  adjointTangent[i] = 0;'),
      '  for (const first = firstEdge[i]!; edge >= first; edge--) {',
      '    const x = argument[edge]!;',
      '    const p = partial[edge]!;',
      '    const sum = adjoint[x]!;',
      '    if (reached < before && sum === 0 && x < before) list[reached++] = x;',
      '    adjoint[x] = sum + p * a;',
      tangent('    adjointTangent[x] = adjointTangent[x]! + p * da + partialTangent[edge]! * a;'),
      '  }',
      '}',
      'return reached;',
    ],
  );
  return `  /**
   * Carries the adjoint of a term, which is 1, back to the nodes before the sum.
   * Returns the number of places of the list that are then taken.
   */
${code}`;
}

function recordReached(numbers: Numbers, place: Place): string {
  const parameters = passed(numbers, place, (name, type) => `${name}: ${type}`);
  const nothing = kept(numbers, 'a === 0', tangent('da === 0')).join(' && ');
  const code = declaration(numbers, `${place}Record(${parameters}before: number, reached: number): void`, [
    ...named(numbers, place),
    'const isListed = reached < before;',
    'let edge = edges;',
    'for (let i = 0; i < reached; i++) {',
    '  const x = isListed ? list[i]! : i;',
    '  const a = adjoint[x]!;',
    tangent('  const da = adjointTangent[x]!;'),
    `  if (${nothing}) continue; // listed twice, or nothing came of it`,
    ...storeEdge(numbers, 'edge', 'x', 'a', 'da').map((line) => `  ${line}`),
    '  edge++;',
    '  adjoint[x] = 0;',
    tangent('  adjointTangent[x] = 0;'),
    '}',
    'edges = edge;',
  ]);
  return `  /**
   * Makes the adjoints of the nodes before the sum the edges of its node, then sets them to zero.
   * A full list may name too few of these nodes: then all of them are looked at.
   */
${code}`;
}

function declaration(numbers: Numbers, head: string, body: readonly (string | Tangent)[]): string {
  return `  function ${head} {\n${lines(4, kept(numbers, ...body))}  }\n`;
}
