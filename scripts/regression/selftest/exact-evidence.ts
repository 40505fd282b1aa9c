import { type Random, seededRandom } from '../../../suites/random.ts';
import type { Columns, Row } from '../../tables/column/column.ts';
import { type Circumstances, compareSides, statusOf } from '../comparison/comparison.ts';
import type { Side } from '../sides/side.ts';
import { DEFAULT_JUDGING } from '../time/verdicts.ts';
import { PLANT_KINDS, type Place, type Plant, type PlantKind } from './exact-plants.ts';
import type { Count } from './rate.ts';
import { shuffled } from './split.ts';

/** The counts of one kind of planted change. */
export interface PlantCounts {
  readonly title: string;
  readonly counts: readonly Count[];
}

const CIRCUMSTANCES: Circumstances = { removals: [], newRowsAreFaults: true, judging: DEFAULT_JUDGING };

/** Rows that a comparison of results with themselves calls changed; at least one where it fails. */
export function countUnchanged(side: Side): Count {
  const comparison = compareSides(side, side, CIRCUMSTANCES);
  const rows = [...side.rows.values()].reduce((sum, { length }) => sum + length, 0);
  return { found: Math.max(comparison.findings.length, statusOf(comparison) === 0 ? 0 : 1), of: rows };
}

/** Plants changes of every kind, `most` of each drawn at random, one at a time, and counts those that are found. */
export function countPlants(side: Side, most: number, seed: number, kinds = PLANT_KINDS): PlantCounts[] {
  const random = seededRandom(seed);
  const places = [...side.rows].flatMap(([table, rows]) => rows.map((row): Place => ({ table, row })));
  const neighbours = neighboursByPlace(places);
  return kinds.map(({ title, plants }) => ({
    title,
    counts: drawn(places, plants, most, random).map((plant): Count => {
      const around = neighbours.get(neighbourhood(plant)) ?? [];
      return { found: isFound(side, around, plant) ? 1 : 0, of: 1 };
    }),
  }));
}

/** Places at random; a place that allows several changes gives one of them. */
function drawn(places: readonly Place[], plants: PlantKind['plants'], most: number, random: Random): Plant[] {
  const all = places.map(plants).filter((allowed) => allowed.length > 0);
  return shuffled(all, random)
    .slice(0, most)
    .map((allowed) => allowed[Math.floor(random(0, allowed.length))]!);
}

/** Rows are compared one by one, so those of the same table and problem are company enough. */
function neighbourhood({ table, row: { suite, problem } }: Place): string {
  return JSON.stringify([table, suite, problem]);
}

function neighboursByPlace(places: readonly Place[]): Map<string, Row<Columns>[]> {
  const found = new Map<string, Row<Columns>[]>();
  for (const place of places) {
    const key = neighbourhood(place);
    const rows = found.get(key);
    if (rows) rows.push(place.row);
    else found.set(key, [place.row]);
  }
  return found;
}

/** Whether the comparison fails, and for this row alone. */
function isFound(side: Side, around: readonly Row<Columns>[], { table, row, planted }: Plant): boolean {
  const changed = around.map((each) => (each === row ? planted : each)).filter((each) => each !== undefined);
  const comparison = compareSides(
    { ...side, rows: new Map([[table, around]]) },
    // of other code: the same code must give the same rows, so that any change would be found
    { ...side, record: { ...side.record, code: `${side.record.code} planted` }, rows: new Map([[table, changed]]) },
    CIRCUMSTANCES,
  );
  return (
    statusOf(comparison) !== 0 &&
    comparison.findings.length > 0 &&
    comparison.findings.every((found) => found.row === row)
  );
}
