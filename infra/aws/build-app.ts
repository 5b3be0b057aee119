import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { ApiStack } from './api-stack';
import { DataStack } from './data-stack';
import { EventsStack } from './events-stack';
import type { Settings } from './settings';
import { WebStack } from './web-stack';

interface AppPlaces {
  /** Where the templates go. */
  readonly outdir: string;
  /** The built functions: `<assetRoot>/<name>/index.mjs`. */
  readonly assetRoot: string;
  /** The built web app: `<webRoot>/index.html`. */
  readonly webRoot: string;
}

export const STACKS = ['data', 'api', 'events', 'web'] as const;
type StackName = (typeof STACKS)[number];

/** `gongyi-live-data` … */
export const stackName = (settings: Settings, name: StackName): string => `gongyi-${settings.stage}-${name}`;

/** The whole system in one partition, checked by cdk-nag when it is synthesised. */
export const buildApp = (settings: Settings, places: AppPlaces): App => {
  const app = new App({
    outdir: places.outdir,
    analyticsReporting: false,
    // The bundles are built already: nothing is bundled here.
    context: { 'aws:cdk:bundling-stacks': [] },
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  Tags.of(app).add('system', `gongyi-${settings.stage}`);
  const props = (name: StackName) => ({
    env: { region: settings.region },
    stackName: stackName(settings, name),
    terminationProtection: true,
  });
  const { assetRoot, webRoot } = places;
  const data = new DataStack(app, stackName(settings, 'data'), settings, props('data'));
  const api = new ApiStack(app, stackName(settings, 'api'), { ...props('api'), data, assetRoot });
  // The named exports of the data stack bring no dependency by themselves.
  const events = new EventsStack(app, stackName(settings, 'events'), { ...props('events'), data, api, assetRoot });
  api.addStackDependency(data);
  events.addStackDependency(data);
  new WebStack(app, stackName(settings, 'web'), { ...props('web'), data, api, webRoot });
  return app;
};
