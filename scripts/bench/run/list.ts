import wrapAnsi from 'wrap-ansi';
import { fittedLines, lineWidth } from '../../command/line-width.ts';
import { BUILD_PLUGINS } from '../../command/paths.ts';
import { type CatalogueProblem, openCatalogue } from '../plan/catalogue.ts';

/** Letters that a title has on a line at least. */
const LEAST = 10;

const HEAD = `A default run takes every problem at all its sizes, and times those that are
marked *; a quick run takes the sizes in brackets. What is not marked is timed
where somebody asks: --suite, --problem, --method or --thorough take all.`;

/** Suites with their problems and sizes, and methods, with what a default run times of them. */
export async function listText(plugins: readonly string[]): Promise<string> {
  const { problems, methods } = await openCatalogue(plugins, BUILD_PLUGINS);
  const lines: string[] = [fittedLines(HEAD)];
  for (const suite of new Set(problems.map((entry) => entry.suite))) {
    lines.push('', suite);
    for (const entry of problems.filter((each) => each.suite === suite)) {
      lines.push(listed(`  ${entry.problem.name.padEnd(28)} `, entry.problem.title, `  ${sizesText(entry)}`));
    }
  }
  lines.push('', fittedLines('methods (- : a default run asks it where related methods do not stand for it)'));
  for (const { method, definition } of methods) {
    const mark = definition.timed === undefined ? ' ' : '-';
    lines.push(listed(`${mark} ${method.padEnd(28)} `, definition.title));
  }
  return lines.join('\n');
}

/** Sizes in order: those of a quick run in brackets, those that a default run times with a star. */
function sizesText({ problem, timed }: CatalogueProblem): string {
  const isTimed = (size: number) => timed !== 'on demand' && (problem.timed?.default.includes(size) ?? true);
  return problem.sizes
    .map((size) => `${problem.quickSizes.includes(size) ? `[${size}]` : size}${isTimed(size) ? '*' : ''}`)
    .join(' ');
}

/**
 * A name and its title, whole: on several lines where it takes more than one. The sizes stand on the first, where there
 * is room.
 */
function listed(name: string, title: string, sizes = ''): string {
  const room = lineWidth() - name.length;
  const isTight = room - sizes.length < LEAST;
  const [first = '', ...others] = isTight ? wrapped(title + sizes, room) : wrapped(title, room - sizes.length);
  const rest = others.length === 0 ? [] : wrapped(others.join(' '), room);
  return [`${name}${first}${isTight ? '' : sizes}`, ...rest.map((line) => ' '.repeat(name.length) + line)].join('\n');
}

function wrapped(text: string, room: number): string[] {
  return wrapAnsi(text, room).split('\n');
}
