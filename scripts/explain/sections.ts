import type { Part, Section } from '../report/content/parts.ts';
import { computationGraphFigure } from '../report/figures/graphs.ts';
import { forwardTrace, reverseTrace, type TracedFunction } from '../report/figures/traces.ts';
import type { Variable } from '../trace/formula.ts';
import { functionLetter } from '../trace/letters.ts';
import { named } from '../trace/notations.ts';
import { type Typeset, typesetVariable } from '../trace/typeset.ts';
import { answersTables, type Entry } from './answers-table.ts';
import { conclusions } from './conclusions.ts';
import { pointInWords } from './domain.ts';
import type { FormSize, MethodAnswer, TrueEntries } from './measure.ts';
import type { ExplainRequest } from './request.ts';
import { operationsTable, sizesTable } from './size-tables.ts';

/** All that was found out about a function. */
export interface Findings {
  readonly request: ExplainRequest;
  readonly traced: TracedFunction;
  readonly value: number;
  /** Warnings about the point. */
  readonly warnings: readonly string[];
  readonly gradient: readonly MethodAnswer[];
  readonly exactGradient: TrueEntries | undefined;
  readonly hessian: readonly MethodAnswer[];
  readonly exactHessian: TrueEntries | undefined;
  readonly sizes: readonly FormSize[];
}

/** The findings as sections of a page, of which the terminal shows the tables. */
export function sectionsOf(findings: Findings): Section[] {
  const { request, traced, value, warnings, hessian } = findings;
  const { remake } = request;
  const f = functionLetter(request.variables);
  const answers = answersTables(
    { name: 'gradient', title: 'The gradient by every method', remake },
    findings.gradient,
    gradientEntries(request),
    findings.exactGradient,
  );
  return [
    {
      id: 'derivative',
      title: `${f} = ${request.expression}`,
      question: `What are its value and its ${request.wrt.length === 1 ? 'derivative' : 'gradient'} at ${pointInWords(request.variables, request.point)}?`,
      text: [
        `${f} = ${String(value).replace('-', '−')}`,
        ...warnings,
        ...conclusions(gradientEntries(request), findings.exactGradient),
      ],
      parts: answers,
    },
    ...(hessian.length > 0 ? [hessianSection(findings)] : []),
    {
      id: 'traces',
      title: 'Step by step',
      question: 'How do forward and reverse mode come by the derivative?',
      text: [],
      parts: [forwardTrace(traced, seedOf(request)), reverseTrace(traced)],
    },
    {
      id: 'graph',
      title: 'The computation graph',
      question: 'Which value depends on which?',
      text: [],
      parts: [computationGraphFigure(traced, f)],
    },
    {
      id: 'operations',
      title: 'Operations and sizes',
      question: 'How much work is the derivative, and how long is it?',
      text: [],
      parts: [
        ...present(operationsTable(findings.gradient, 'gradient', f, remake)),
        ...present(operationsTable(hessian, 'hessian', f, remake)),
        sizesTable(findings.sizes, remake),
      ],
    },
  ];
}

function hessianSection({ request, hessian, exactHessian }: Findings): Section {
  const described = { name: 'hessian', title: 'The Hessian by every method', remake: request.remake };
  return {
    id: 'second-derivative',
    title: 'Second derivatives',
    question: 'What is the Hessian, and which methods have it?',
    text: conclusions(hessianEntries(request), exactHessian),
    parts: answersTables(described, hessian, hessianEntries(request), exactHessian),
  };
}

function present(part: Part | undefined): Part[] {
  return part ? [part] : [];
}

/** The first of the variables that are wanted has the tangent 1. */
function seedOf({ variables, wrt }: ExplainRequest): number[] {
  return variables.map((_, i) => (i === wrt[0] ? 1 : 0));
}

function gradientEntries({ variables, wrt }: ExplainRequest): Entry[] {
  const f = functionLetter(variables);
  return wrt.map((place) => ({ name: partial(f, '', [named(variables[place]!)]), place }));
}

/** The lower triangle, by rows: a Hessian is symmetric. */
function hessianEntries({ variables, wrt }: ExplainRequest): Entry[] {
  const n = variables.length;
  const f = functionLetter(variables);
  return wrt.flatMap((i, k) =>
    wrt.slice(0, k + 1).map((j) => {
      const [a, b] = [named(variables[i]!), named(variables[j]!)];
      const name = i === j ? partial(f, '²', [a], '²') : partial(f, '²', [b, a]);
      return { name, place: i * n + j };
    }),
  );
}

/** ∂f/∂x, ∂²f/∂x∂y, ∂²f/∂x². */
function partial(f: string, order: '' | '²', by: readonly Variable[], squared: '' | '²' = ''): Typeset {
  const tex = (power: string) => (power === '' ? '' : '^2');
  const names = by.map((variable) => typesetVariable(variable));
  return {
    text: `∂${order}${f}/${names.map(({ text }) => `∂${text}`).join('')}${squared}`,
    tex: `\\partial${tex(order)} ${f} / ${names.map(({ tex: name }) => `\\partial ${squared === '' ? name : `{${name}}${tex(squared)}`}`).join(' \\, ')}`,
  };
}
