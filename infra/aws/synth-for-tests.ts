import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { STACKS, buildApp, stackName } from './build-app';
import { FUNCTION_NAMES } from './function-specs';
import type { PartitionName } from './partition-facts';
import { EXAMPLE_SETTINGS } from './settings';
import { Templates } from './templates';
import type { Template } from './templates';

/** What the page of the web app looks like to the content security policy. */
const PAGE = '<script>document.title = "共议"</script><script src="/app.js"></script>';

interface Synthesised {
  readonly templates: Templates;
  readonly raw: Readonly<Record<string, Template>>;
  /** cdk-nag's findings that nobody acknowledged, warnings included, as `stack: rule`. */
  readonly findings: readonly string[];
}

interface Report {
  readonly pluginReports: readonly { readonly violations: readonly { readonly ruleName: string }[] }[];
}

// CDK wrote these files a moment ago: their shape is taken at its word.
const templateIn = (file: string): Template => JSON.parse(readFileSync(file, 'utf8')) as Template;

/**
 * The app of a partition, made from stand-in bundles, so that tests need no build.
 *
 * @param spoil adds to the data stack before it is synthesised
 */
export const synthesise = (partition: PartitionName, spoil?: (data: Construct) => void): Synthesised => {
  const root = mkdtempSync(join(tmpdir(), 'gongyi-synth-'));
  for (const name of FUNCTION_NAMES) {
    mkdirSync(join(root, 'functions', name), { recursive: true });
    writeFileSync(join(root, 'functions', name, 'index.mjs'), 'export const handler = async () => ({});\n');
  }
  mkdirSync(join(root, 'h5'));
  writeFileSync(join(root, 'h5', 'index.html'), PAGE);
  const settings = EXAMPLE_SETTINGS[partition];
  const outdir = join(root, 'out');
  const app = buildApp(settings, { outdir, assetRoot: join(root, 'functions'), webRoot: join(root, 'h5') });
  const data = app.node.findChild(stackName(settings, 'data'));
  if (spoil && data instanceof Stack) spoil(data);
  app.synth();
  const raw = Object.fromEntries(
    STACKS.map((name) => [name, templateIn(join(outdir, `${stackName(settings, name)}.template.json`))]),
  );
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as Report;
  return {
    raw,
    templates: new Templates(raw),
    findings: report.pluginReports.flatMap(({ violations }) => violations.map(({ ruleName }) => ruleName)),
  };
};
