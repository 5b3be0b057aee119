import { PARTITION_FACTS } from './partition-facts';
import type { PartitionName } from './partition-facts';

/** What whoever deploys decides. No secrets: those are put into Secrets Manager by hand. */
export interface Settings {
  readonly partition: PartitionName;
  readonly region: string;
  /** Part of every stack's name, so that several systems fit one account: `live`, `trial` … */
  readonly stage: string;
  /** Host name of the web app and the API. */
  readonly domainName: string;
  /** A certificate for it: in us-east-1 where CloudFront serves, else in `region`. */
  readonly certificateArn: string;
  /** Who is woken by alarms. */
  readonly alarmEmail: string;
  /** The domain's ICP filing number; needed where `icpFiling` holds. */
  readonly icpNumber?: string;
}

/** Stand in where no settings are given, so that templates can be made and checked anywhere. */
export const EXAMPLE_SETTINGS: Readonly<Record<PartitionName, Settings>> = {
  aws: {
    partition: 'aws',
    region: 'ap-southeast-1',
    stage: 'live',
    domainName: 'gongyi.example.com',
    certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
    alarmEmail: 'on-duty@example.com',
  },
  'aws-cn': {
    partition: 'aws-cn',
    region: 'cn-north-1',
    stage: 'live',
    domainName: 'gongyi.example.cn',
    certificateArn: 'arn:aws-cn:acm:cn-north-1:111122223333:certificate/00000000-0000-4000-8000-000000000000',
    alarmEmail: 'on-duty@example.cn',
    icpNumber: '蒙ICP备00000000号',
  },
};

const problemsOf = (settings: Settings): string[] => {
  const facts = PARTITION_FACTS[settings.partition];
  const certificateRegion = facts.cloudFront ? 'us-east-1' : settings.region;
  return [
    ...(facts.regions.includes(settings.region) ? [] : [`region must be one of ${facts.regions.join(', ')}`]),
    ...(/^[a-z][a-z0-9-]{0,15}$/.test(settings.stage) ? [] : ['stage must be 1-16 of a-z, 0-9 and -']),
    ...(/^[a-z0-9.-]+\.[a-z]{2,}$/.test(settings.domainName) ? [] : ['domainName must be a host name']),
    ...(settings.certificateArn.startsWith(`arn:${facts.name}:acm:${certificateRegion}:`)
      ? []
      : [`certificateArn must lie in ${certificateRegion} of ${facts.name}`]),
    ...(settings.alarmEmail.includes('@') ? [] : ['alarmEmail must be an address']),
    ...(facts.icpFiling && !settings.icpNumber ? ['icpNumber must be given: the domain needs an ICP filing'] : []),
  ];
};

/**
 * The example overlaid with what a settings file says.
 *
 * @param given the file's parsed JSON: an object of strings, named as in `Settings`
 * @throws Error naming every wrong or unknown field
 */
export const settingsFrom = (partition: PartitionName, given: unknown): Settings => {
  if (typeof given !== 'object' || given === null) throw new Error('settings must be a JSON object');
  const allowed = new Set(['region', 'stage', 'domainName', 'certificateArn', 'alarmEmail', 'icpNumber']);
  const wrong = Object.entries(given).filter(([name, value]) => !allowed.has(name) || typeof value !== 'string');
  const settings: Settings = { ...EXAMPLE_SETTINGS[partition], ...given, partition };
  const problems = [
    ...wrong.map(([name]) => `${name} is not a setting`),
    ...(wrong.length > 0 ? [] : problemsOf(settings)),
  ];
  if (problems.length > 0) throw new Error(`Settings of ${partition}: ${problems.join('; ')}`);
  return settings;
};

export const publicBaseUrl = (settings: Settings): string => `https://${settings.domainName}`;
