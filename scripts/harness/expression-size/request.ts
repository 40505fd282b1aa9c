import type { ExpressionForm, ExpressionSubject } from './forms.ts';

/** What is to be measured: an expression in one of its forms, or the tape that reverse mode records. */
export interface ExpressionRequest {
  readonly form: ExpressionForm | 'tape';
  readonly of: ExpressionSubject;
}

/** Its size; which measures there are depends on the form. */
export interface ExpressionSize {
  readonly nodes: number;
  readonly edges?: number;
  readonly operators?: number;
  readonly distinct?: number;
  readonly depth?: number;
  readonly characters?: number;
  readonly deriveNs: number;
  /** The expression itself, where it is short. */
  readonly text?: string;
}
