/** The page of a report in headless Chromium. */
import { rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { newFolder } from '../fixtures/command.ts';
import type { Section } from './content/parts.ts';
import { readResults } from './content/results.ts';
import { writeReport } from './files.ts';
import { accessibilityFaults, CHROMIUM, NO_CHROMIUM, type Opened, openFile, startBrowser } from './fixtures/browser.ts';
import { RECORD, writeResultFiles } from './fixtures/result-files.ts';
import { sections as madeUp } from './fixtures/sections.ts';
import { reportFiles } from './make.ts';
import { sectionsOf } from './sections/index.ts';

if (!CHROMIUM) console.log(`page.test.ts is skipped: ${NO_CHROMIUM}`);

const folder = newFolder();
/** Every section: made-up ones, and those of made-up results. */
const WHOLE = path.join(folder, 'whole');
/** The made-up sections only, which open fast. */
const FEW = path.join(folder, 'few');
/** The colours of the paper. */
const PAPER = { light: 'rgb(255, 255, 255)', dark: 'rgb(21, 24, 28)' } as const;
const LIVE = 'figure.chart[data-live]';
let browser: Browser;
let sections: readonly Section[];
/** The page of all sections, 1440 px wide and then narrower, whose charts answer. */
let whole: Opened;
/** The page of the made-up sections, 1440 px wide: tests leave it as they found it. */
let few: Opened;

beforeAll(async () => {
  const results = path.join(folder, 'results');
  await writeResultFiles(results);
  sections = [...madeUp, ...sectionsOf(await readResults(results))];
  await writeReport(WHOLE, await reportFiles({ record: RECORD, sections, png: false }));
  await writeReport(FEW, await reportFiles({ record: RECORD, sections: madeUp, png: false }));
  if (!CHROMIUM) return;
  browser = await startBrowser();
  whole = await openPage(WHOLE, { width: 1440 });
  few = await openPage(FEW, { width: 1440, colorScheme: 'light' });
  await enlivenAll(whole.page);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Look {
  readonly width: number;
  readonly colorScheme?: 'light' | 'dark';
  readonly javaScriptEnabled?: boolean;
}

/** How a part stands in the page. */
interface Seen {
  readonly places: number;
  readonly svgs: number;
  /** The shorter side of its picture in pixels. */
  readonly side: number;
  readonly marks: number;
  readonly nodes: number;
  readonly words: string | null;
}

function openPage(report: string, { width, ...look }: Look): Promise<Opened> {
  return openFile(browser, path.join(report, 'index.html'), { viewport: { width, height: 900 }, ...look });
}

/** A page for one test. */
async function open(report: string, look: Look): Promise<Opened> {
  const opened = await openPage(report, { colorScheme: 'light', ...look });
  onTestFinished(() => opened.page.context().close());
  return opened;
}

/** Scrolls through the page until every chart answers. */
async function enlivenAll(page: Page): Promise<void> {
  const charts = await page.locator('figure.chart').all();
  for (const chart of charts) await chart.scrollIntoViewIfNeeded();
  await vi.waitFor(async () => expect(await page.locator(LIVE).count()).toBe(charts.length), { timeout: 60_000 });
}

/** Makes the window so wide, and waits until every chart is drawn anew. */
async function resize(page: Page, width: number): Promise<void> {
  const height = 900;
  if (page.viewportSize()?.width === width) return;
  await page.evaluate(`for (const svg of document.querySelectorAll('${LIVE} .drawing svg')) svg.dataset.before = ''`);
  await page.setViewportSize({ width, height });
  await vi.waitFor(async () => expect(await page.locator('svg[data-before]').count()).toBe(0), { timeout: 60_000 });
}

/** Scrolls to a chart of the made-up sections, and waits until it answers. */
async function chart(page: Page, name: string) {
  const figure = page.locator(`#${name}`);
  await figure.scrollIntoViewIfNeeded();
  await page.locator(`#${name}[data-live]`).waitFor();
  return figure;
}

/** How many marks of a chart are faint, since they are not chosen. */
function faint(page: Page, name: string): Promise<number> {
  return page.locator(`#${name} .mark-symbol.role-mark path[opacity="0.12"]`).count();
}

describe.skipIf(!CHROMIUM)('the page', () => {
  it('has every part, and in every figure marks, with and without scripts', async () => {
    const { page: withoutScripts } = await open(WHOLE, { width: 1440, javaScriptEnabled: false });
    const parts = sections.flatMap(({ parts }) => parts);
    for (const page of [withoutScripts, whole.page]) {
      const seen = await page.evaluate<
        readonly Seen[]
      >(`${JSON.stringify(parts.map(({ name }) => name))}.map((name) => {
        const drawing = document.querySelector('#' + name + ' .drawing');
        const svgs = drawing?.querySelectorAll('svg') ?? [];
        const box = svgs[0]?.getBoundingClientRect();
        return {
          places: document.querySelectorAll('#' + name).length,
          svgs: svgs.length,
          side: Math.min(box?.width ?? 0, box?.height ?? 0),
          marks: svgs[0]?.querySelectorAll('.role-mark :is(path, text, line, rect)').length ?? 0,
          nodes: svgs[0]?.querySelectorAll('g.node').length ?? 0,
          words: drawing?.getAttribute('role') === 'img' ? drawing.getAttribute('aria-label') : null,
        };
      })`);
      for (const [i, part] of parts.entries()) {
        const { places, svgs, side, marks, nodes, words } = seen[i]!;
        expect(places, part.name).toBe(1);
        if (part.kind !== 'chart' && part.kind !== 'diagram') continue;
        expect(svgs, part.name).toBe(1);
        expect(side, part.name).toBeGreaterThan(40);
        expect(part.kind === 'chart' ? marks : nodes, part.name).toBeGreaterThan(1);
        expect(words).toContain(part.alternative.slice(0, 12));
      }
    }
  });

  it('isolates a method by a click in the legend, and several by shift-click', async () => {
    const { page, faults } = few;
    const name = 'cost-against-size';
    const figure = await chart(page, name);
    const all = await figure.locator('.mark-symbol.role-mark path').count();
    expect(await faint(page, name)).toBe(0);
    await figure.getByText('reverse-tape', { exact: true }).first().click();
    await expect.poll(() => faint(page, name)).toBe((all * 4) / 5);
    expect(await figure.locator('select').inputValue()).toBe('reverse-tape');
    await figure
      .locator('svg')
      .getByText('manual', { exact: true })
      .click({ modifiers: ['Shift'] });
    await expect.poll(() => faint(page, name)).toBe((all * 3) / 5);
    await figure.locator('select').selectOption('');
    await expect.poll(() => faint(page, name)).toBe(0);
    expect(faults).toEqual([]);
  });

  it('isolates a method by the list, which the keyboard reaches', async () => {
    const { page } = few;
    const figure = await chart(page, 'cost-by-suite');
    await figure.locator('select').selectOption('forward');
    await expect.poll(() => faint(page, 'cost-by-suite')).toBeGreaterThan(0);
    await figure.locator('select').selectOption('');
    await expect.poll(() => faint(page, 'cost-by-suite')).toBe(0);
  });

  it('makes an axis linear and logarithmic again', async () => {
    const { page, faults } = few;
    const figure = await chart(page, 'cost-against-size');
    const labels = async () => (await figure.locator('.role-axis-label text').allTextContents()).join(' ');
    expect(await labels()).toMatch(/10⁰.*10³/);
    await figure.locator('[data-scale="y-linear"]').click();
    await expect.poll(labels).toContain('4,000');
    expect(await labels()).toContain('10³'); // of x
    expect(await figure.locator('[data-scale="y-linear"]').getAttribute('aria-pressed')).toBe('true');
    await figure.locator('[data-scale="y-log"]').click();
    await expect.poll(labels).not.toContain('4,000');
    expect(faults).toEqual([]);
  });

  it('shows the values of a mark under the pointer', async () => {
    const { page } = few;
    const figure = await chart(page, 'cost-against-size');
    await figure.locator('.mark-symbol.role-mark path').last().hover();
    await expect.poll(() => page.locator('#vg-tooltip-element.visible').textContent()).toMatch(/method.*ratio/);
  });

  it.each(['light', 'dark'] as const)('has no serious fault of accessibility in %s colours', async (scheme) => {
    // the same rules colour every part, of which the made-up sections have one of each kind
    const { page } = scheme === 'light' ? whole : few;
    await page.emulateMedia({ colorScheme: scheme });
    onTestFinished(() => page.emulateMedia({ colorScheme: 'light' }));
    expect(await page.evaluate<string>('getComputedStyle(document.body).backgroundColor')).toBe(PAPER[scheme]);
    expect(await accessibilityFaults(page, scheme === 'dark' ? 'color-contrast' : undefined)).toEqual([]);
  });

  it('lets the keyboard reach the switch of colours, charts, commands and wide tables', async () => {
    const { page } = whole;
    await page.evaluate('scrollTo(0, 0)');
    const reached = new Set<unknown>();
    for (let i = 0; i < 60; i++) {
      await page.keyboard.press('Tab');
      reached.add(
        await page.evaluate(
          'document.activeElement.id || document.activeElement.className || document.activeElement.localName',
        ),
      );
      if (reached.has('theme') && reached.size === 1 + i) continue;
    }
    for (const control of ['skip', 'theme', 'select', 'button', 'copy', 'scroll'])
      expect([...reached]).toContain(control);
  });

  it.each([
    { width: 1440, colorScheme: 'light' },
    { width: 768, colorScheme: 'dark' },
    { width: 360, colorScheme: 'light' },
  ] as const)('at $width px makes no error and no request, and does not scroll sideways', async (look) => {
    const { width, colorScheme } = look;
    const { page, faults } = whole;
    await page.emulateMedia({ colorScheme });
    await resize(page, width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    const wide = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.drawing svg')]
        .filter((svg) => Number(svg.getAttribute('width')) > svg.closest('.drawing').clientWidth && svg.closest('[data-live]'))
        .map((svg) => svg.closest('figure').id)`,
    );
    if (width > 360) expect(wide).toEqual([]); // on a phone a wide title may be scaled down
    expect(faults).toEqual([]);
  });

  it('changes its colours by the switch', async () => {
    const { page } = few;
    const background = () => page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(await background()).toBe(PAPER.light);
    await page.locator('#theme').press('Enter');
    expect(await background()).toBe(PAPER.dark);
    await page.emulateMedia({ media: 'print' });
    expect(await background()).toBe(PAPER.light);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('#theme').press('Enter');
    expect(await background()).toBe(PAPER.light);
  });

  it('is below 3 MB', () => {
    expect(statSync(path.join(WHOLE, 'index.html')).size).toBeLessThan(3e6);
  });
});

describe.skipIf(!CHROMIUM)('the deck', () => {
  const slides = async (report: string, query = ''): Promise<Opened> => {
    const opened = await openFile(
      browser,
      path.join(report, 'slides.html'),
      { viewport: { width: 1280, height: 720 } },
      query,
    );
    onTestFinished(() => opened.page.context().close());
    await opened.page.locator('.reveal.ready').waitFor();
    return opened;
  };

  it('shows every part on a slide of its own, which it does not overflow, by arrow keys', async () => {
    const { page, faults } = await slides(WHOLE);
    const shown: string[] = [];
    const count = await page.locator('.slides > section').count();
    for (let i = 0; i < count; i++) {
      const slide = page.locator('section.present');
      shown.push((await slide.getAttribute('id')) ?? '');
      const outside = await page.evaluate<string[]>(`(() => {
        const slide = document.querySelector('section.present');
        const { left, top, right, bottom } = slide.getBoundingClientRect();
        if (Math.round(right - left) !== 1280 || Math.round(bottom - top) !== 720) return ['the slide itself'];
        return [...slide.querySelectorAll('*')]
          .filter((element) => !element.closest('.notes, .hidden, [hidden]'))
          .map((element) => [element, element.getBoundingClientRect()])
          .filter(([, box]) => box.width > 0 && (box.left < left - 1 || box.top < top - 1 || box.right > right + 1 || box.bottom > bottom + 1))
          .map(([element]) => element.outerHTML.slice(0, 80));
      })()`);
      expect(outside, shown.at(-1)).toEqual([]);
      await page.keyboard.press('ArrowRight');
    }
    const parts = sections.flatMap(({ id, parts }) => [
      id,
      ...parts.filter(({ kind }) => kind !== 'missing').map(({ name }) => name),
    ]);
    expect(shown).toEqual(['', ...parts]);
    expect(faults).toEqual([]);
  });

  it('says of a table that is too high how many of its rows it shows', async () => {
    const { page } = await slides(FEW, '#/digits-by-problem');
    const slide = page.locator('#digits-by-problem');
    const rows = await slide.locator('tbody tr:visible').count();
    expect(rows).toBeGreaterThan(3);
    expect(await slide.locator('.rest').textContent()).toBe(`The first ${rows} of 60 rows; the page has them all.`);
  });

  it('has a page for each slide when it is printed', async () => {
    const { page, faults } = await slides(FEW, '?print-pdf');
    await page.locator('.pdf-page').first().waitFor();
    expect(await page.locator('.pdf-page').count()).toBe(await page.locator('.pdf-page section').count());
    expect(await page.locator('.pdf-page').count()).toBeGreaterThan(madeUp.flatMap(({ parts }) => parts).length);
    expect(faults).toEqual([]);
  });

  it.each(['', '?dark'])('has no serious fault of accessibility with "%s"', async (query) => {
    const { page } = await slides(FEW, `${query}#/cost-against-size`);
    expect(await accessibilityFaults(page, query === '' ? undefined : 'color-contrast')).toEqual([]);
  });
});
