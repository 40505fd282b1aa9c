import { resultsReadme } from '../tables/schema.ts';
import { dualModule } from './dual-module.ts';
import { hyperdualModule } from './hyperdual-module.ts';
import { tapeModule } from './tape/tape-module.ts';

/** Tangents that the chunked form of forward mode carries at a time. */
const CHUNK = 8;

/** Every generated file: its path from the project's root, and what it must hold. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    'methods/arithmetic/specialised/dual1.ts': dualModule(1),
    [`methods/arithmetic/specialised/dual${CHUNK}.ts`]: dualModule(CHUNK),
    'methods/arithmetic/specialised/hyperdual1.ts': hyperdualModule(1),
    [`methods/arithmetic/specialised/hyperdual${CHUNK}.ts`]: hyperdualModule(CHUNK),
    'methods/arithmetic/specialised/tape.ts': tapeModule('plain'),
    'methods/arithmetic/specialised/dual-tape.ts': tapeModule('dual'),
    'results/README.md': resultsReadme(),
  };
}
