import type { RunRecord } from '../../tables/run-record.ts';
import type { Section } from '../content/parts.ts';
import type { Picture } from './picture.ts';

/** The part of a page above its sections. */
export interface Front {
  readonly title: string;
  readonly lead: string;
  /** Facts about what is shown, name and value. */
  readonly facts: readonly (readonly [string, string])[];
}

/** All that pages are made of. */
export interface ReportContent {
  readonly record: RunRecord | undefined;
  readonly sections: readonly Section[];
  /** Drawn charts and diagrams, by the names of their parts. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Whether there are PNG files to point to. */
  readonly png: boolean;
  /** Of a page that stands alone, with no files and no slides beside it; a report has its own. */
  readonly front?: Front;
}
