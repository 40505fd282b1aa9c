import { type CatalogueProblem, openCatalogue } from './catalogue.ts';
import { BUILD_PLUGINS } from './paths.ts';

const WIDTH = 80;

const HEAD = `A default run takes every problem at all its sizes, and times those that are
marked *; a quick run takes the sizes in brackets. What is not marked is timed
where somebody asks: --suite, --problem, --method or --thorough take all.`;

/** Suites with their problems and sizes, and methods, with what a default run times of them. */
export async function listText(plugins: readonly string[]): Promise<string> {
  const { problems, methods } = await openCatalogue(plugins, BUILD_PLUGINS);
  const lines: string[] = [HEAD];
  for (const suite of new Set(problems.map((entry) => entry.suite))) {
    lines.push('', suite);
    for (const entry of problems.filter((each) => each.suite === suite)) {
      const sizes = sizesText(entry);
      const title = clipped(`  ${entry.problem.name.padEnd(28)} ${entry.problem.title}`, WIDTH - sizes.length - 1);
      lines.push(`${title} ${sizes}`);
    }
  }
  lines.push('', 'methods (- : a default run asks it where related methods do not stand for it)');
  for (const { method, definition } of methods) {
    const mark = definition.timed === undefined ? ' ' : '-';
    lines.push(clipped(`${mark} ${method.padEnd(28)} ${definition.title}`, WIDTH));
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

function clipped(line: string, width: number): string {
  return line.length <= width ? line : `${line.slice(0, width - 1)}…`;
}
