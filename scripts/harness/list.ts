import { openCatalogue } from './catalogue.ts';
import { BUILD_PLUGINS } from './paths.ts';

/** Suites with their problems and sizes, and methods, one a line. */
export async function listText(plugins: readonly string[]): Promise<string> {
  const { problems, methods } = await openCatalogue(plugins, BUILD_PLUGINS);
  const lines: string[] = [];
  for (const suite of new Set(problems.map((entry) => entry.suite))) {
    lines.push(`${suite}`);
    for (const { problem } of problems.filter((entry) => entry.suite === suite)) {
      const { sizes } = problem;
      const shown = sizes.length > 1 ? ` [${sizes.join(' ')}]` : '';
      lines.push(clipped(`  ${problem.name.padEnd(28)} ${problem.title}${shown}`));
    }
  }
  lines.push('', 'methods');
  for (const { method, definition } of methods) lines.push(clipped(`  ${method.padEnd(28)} ${definition.title}`));
  return lines.join('\n');
}

function clipped(line: string): string {
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}
