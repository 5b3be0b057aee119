import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildApp } from './build-app';
import { PARTITIONS } from './partition-facts';
import type { PartitionName } from './partition-facts';
import { EXAMPLE_SETTINGS, settingsFrom } from './settings';
import type { Settings } from './settings';

/**
 * `npm run synth`: templates of both partitions in `infra/cdk.out/<partition>`, checked by cdk-nag.
 * `GONGYI_SETTINGS` names a folder with `aws.json` or `aws-cn.json`; a partition without a file is made from the
 * example settings, which cannot be deployed.
 */
const settingsOf = (partition: PartitionName): Settings => {
  const folder = process.env['GONGYI_SETTINGS'];
  if (folder === undefined) return EXAMPLE_SETTINGS[partition];
  try {
    return settingsFrom(partition, JSON.parse(readFileSync(join(folder, `${partition}.json`), 'utf8')));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return EXAMPLE_SETTINGS[partition];
    throw error;
  }
};

const root = join(import.meta.dirname, '..', '..');

for (const partition of PARTITIONS) {
  const settings = settingsOf(partition);
  const assembly = buildApp(settings, {
    outdir: join(root, 'infra', 'cdk.out', partition),
    assetRoot: join(root, 'functions', 'dist'),
    webRoot: join(root, 'miniapp', 'dist', 'h5'),
  }).synth();
  const source = settings === EXAMPLE_SETTINGS[partition] ? 'example settings' : settings.domainName;
  console.log(`${partition}: ${String(assembly.stacks.length)} stacks in ${assembly.directory} (${source})`);
}
