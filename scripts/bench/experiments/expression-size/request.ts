/**
 * The forms of an expression: as written or as the rules of calculus leave it, as mathjs simplifies that, expanded with
 * the common factor pulled out.
 */
export const EXPRESSION_FORMS = ['raw', 'simplified', 'polynomial'] as const;
/** One of them. */
export type ExpressionForm = (typeof EXPRESSION_FORMS)[number];

/** The subject of a measurement: the function itself, or its derivative (all n partial derivatives together). */
export type ExpressionSubject = 'function' | 'derivative';

import type { GraphForm, GraphSubject } from './graph-forms.ts';

/** A request for a measurement: an expression or a graph in one of its forms, or the tape that reverse mode records. */
export type ExpressionRequest =
  | { readonly form: ExpressionForm; readonly of: ExpressionSubject }
  | { readonly form: GraphForm; readonly of: GraphSubject }
  | { readonly form: 'tape'; readonly of: 'derivative' }
  | LectureRequest;

/** The derivative of l_n of the logistic map as the lecture writes it. */
export interface LectureRequest {
  readonly form: 'lecture';
  readonly of: 'derivative';
  readonly n: number;
}

/** Its size; which measures there are depends on the form. */
export interface ExpressionSize {
  readonly nodes: number;
  readonly edges?: number;
  readonly operators?: number;
  readonly distinct?: number;
  readonly depth?: number;
  readonly values_alive?: number;
  readonly characters?: number;
  readonly deriveNs: number;
  /** Of a derivative of the logistic map as an expression: its relative error when it is evaluated in doubles. */
  readonly relative_error?: number;
  /** The expression itself, where it is short. */
  readonly text?: string;
}
