import type { RunRecord } from '../harness/output/run-record.ts';
import type { Section } from './parts.ts';
import type { Picture } from './render/picture.ts';

/** All that pages are made of. */
export interface ReportContent {
  readonly record: RunRecord | undefined;
  readonly sections: readonly Section[];
  /** Drawn charts and diagrams, by the names of their parts. */
  readonly pictures: ReadonlyMap<string, Picture>;
  /** Whether there are PNG files to point to. */
  readonly png: boolean;
}
