import { build } from 'esbuild';

const [, , entry, target] = process.argv;
const { metafile } = await build({
  entryPoints: [entry],
  bundle: true,
  write: false,
  outdir: 'x',
  metafile: true,
  format: 'esm',
  platform: 'node',
  packages: 'external',
  logLevel: 'error',
});
const g = metafile.inputs;
const prev = { [entry]: null };
const q = [entry];
while (q.length) {
  const f = q.shift();
  for (const i of g[f].imports) {
    if (i.kind === 'dynamic-import') continue;
    if (i.path.includes(target)) {
      let p = f,
        t = [i.path];
      while (p) {
        t.push(p);
        p = prev[p];
      }
      console.log(t.join('\n <- '));
      process.exit();
    }
    if (!i.external && !(i.path in prev)) {
      prev[i.path] = f;
      q.push(i.path);
    }
  }
}
console.log('none');
