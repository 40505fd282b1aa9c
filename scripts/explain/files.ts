import { errorCode } from '../command/error-code.ts';
import { shellWord } from '../command/shell-word.ts';
import { UsageError } from '../command/usage-error.ts';
import { writeAtomically } from '../command/write-atomically.ts';
import type { Chart, Diagram, Part, Section, Table } from '../report/content/parts.ts';
import { pageAssets, pageHtml } from '../report/page/page.ts';
import { tableLatex } from '../report/print/latex.ts';
import { pictureOf } from '../report/render/picture.ts';
import type { ExplainOptions } from './options.ts';

/**
 * Writes the files that were asked for; answers what was written.
 * @throws {UsageError} where one can't be written.
 */
export async function writeFiles(
  { expression, html, svg, tex }: ExplainOptions,
  sections: readonly Section[],
): Promise<string[]> {
  const parts = sections.flatMap((section) => section.parts);
  const written: string[] = [];
  const write = async (file: string, what: string, text: string) => {
    try {
      await writeAtomically(file, text);
    } catch (error) {
      throw new UsageError(`The file ${file} can't be written (${errorCode(error)}).`);
    }
    written.push(`Wrote ${what} to ${file}`);
  };
  if (html !== undefined) await write(html, 'the page', await page(expression, sections, parts));
  if (svg !== undefined) {
    const [graph] = parts.filter(isPicture);
    if (graph) await write(svg, 'the computation graph', `${(await pictureOf(graph)).file}\n`);
  }
  const traces = parts.filter(isTrace);
  if (tex !== undefined)
    await write(
      tex,
      'the traces',
      traces.map((part) => tableLatex(part, `${part.remake} --tex ${shellWord(tex)}`)).join('\n'),
    );
  return written;
}

async function page(expression: string, sections: readonly Section[], parts: readonly Part[]): Promise<string> {
  const pictures = new Map(
    await Promise.all(parts.filter(isPicture).map(async (part) => [part.name, await pictureOf(part)] as const)),
  );
  const front = {
    title: 'A function, differentiated step by step',
    lead: 'The value, the derivatives by every method with their errors, the traces of forward and reverse mode, and what it all takes.',
    facts: [['Function', expression]] as const,
  };
  return pageHtml({ record: undefined, sections, pictures, png: false, front }, await pageAssets());
}

function isPicture(part: Part): part is Chart | Diagram {
  return part.kind === 'chart' || part.kind === 'diagram';
}

function isTrace(part: Part): part is Table {
  return part.kind === 'table' && part.name.endsWith('-trace');
}
