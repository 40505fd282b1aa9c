/**
 * The versions of Node that package.json supports are supported by every package that is installed: npm then warns of
 * none.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './command/paths.ts';

interface Lock {
  readonly packages: Readonly<Record<string, { readonly engines?: { readonly node?: string } }>>;
}

/** The first and a late version of each line that is supported. */
const SUPPORTED = ['20.19.0', '20.20.2', '22.13.0', '22.22.0', '24.0.0', '25.0.0', '26.0.0'];
const OTHERS = ['18.20.0', '20.18.3', '21.7.3', '22.12.0', '23.11.0'];

const { packages }: Lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8'));

/** Whether a version is in a range of npm: alternatives of *, >=1.2.3, ^1.2.3, 1.* and 1. */
function allows(range: string, version: string): boolean {
  return range.split('||').some((alternative) => {
    const [, sign = '', low = ''] = /^(>=|\^|)\s*([\d.*x]+)$/.exec(alternative.trim()) ?? [];
    if (low === '') throw new Error(`the range ${alternative} is not understood`);
    if (low === '*') return true;
    const wanted = low.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : 0));
    const has = version.split('.').map(Number);
    const first = has.findIndex((part, i) => part !== (wanted[i] ?? 0));
    const isAtLeast = first === -1 || has[first]! > (wanted[first] ?? 0);
    return isAtLeast && (sign === '>=' || has[0] === wanted[0]);
  });
}

it('all packages run on the supported versions of Node', () => {
  const refusals = Object.entries(packages).flatMap(([name, { engines }]) =>
    SUPPORTED.filter((version) => !allows(engines?.node ?? '*', version)).map((version) => `${name} on ${version}`),
  );
  expect(refusals).toEqual([]);
  expect(OTHERS.filter((version) => allows(packages['']?.engines?.node ?? '*', version))).toEqual([]);
});
