/** The parts of a report: sections, each with charts, diagrams and tables, and the words that go with them. */
import type { TopLevelSpec } from 'vega-lite';

interface Described {
  /** Name of its files, in kebab case, unique in the report. */
  readonly name: string;
  /** Its subject, in a few words. */
  readonly title: string;
  /** The conclusion of a reader: one or two sentences, computed from the rows. */
  readonly reading: readonly string[];
  /** The command that makes its numbers again. */
  readonly remake: string;
}

/** A plot of rows, as a Vega-Lite specification with its data. */
export interface Chart extends Described {
  readonly kind: 'chart';
  readonly spec: TopLevelSpec;
  /** The description for a person who can't see it: the axes, and the course of the curves. */
  readonly alternative: string;
}

/** A drawn graph, in the language of Graphviz. */
export interface Diagram extends Described {
  readonly kind: 'diagram';
  readonly dot: string;
  readonly alternative: string;
}

/** How a cell should look. */
export type Tone = 'plain' | 'best' | 'wrong' | 'unsupported' | 'skipped' | 'timeout' | 'error' | 'unknown';

/** A cell of a table. */
export interface Cell {
  /** The plain text; empty where nothing applies. */
  readonly text: string;
  /** The mathematics in LaTeX, where it is a formula; `text` has the formula in plain signs. */
  readonly tex?: string;
  /** The number, not rounded, that the CSV holds instead of the text. */
  readonly value?: number;
  readonly tone?: Tone;
  /** Why, for one that looks into it: the reason of an outcome. */
  readonly note?: string;
}

/** A column of a table. */
export interface TableColumn {
  readonly head: Cell;
  readonly align: 'left' | 'right';
}

/** A table of few columns that fit on a page. */
export interface Table extends Described {
  readonly kind: 'table';
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A part that can't be shown, and the way to get it. */
export interface Missing {
  readonly kind: 'missing';
  readonly name: string;
  readonly title: string;
  /** One sentence: what is not in the results. */
  readonly why: string;
  readonly remake: string;
}

/** A thing to show. */
export type Part = Chart | Diagram | Table | Missing;

/** A chapter of the lecture. */
export interface Section {
  /** Anchor in the page. */
  readonly id: string;
  readonly title: string;
  /** The question that it answers, in one sentence. */
  readonly question: string;
  /** Further paragraphs that need no picture; may be empty. */
  readonly text: readonly string[];
  readonly parts: readonly Part[];
}
