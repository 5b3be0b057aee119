import { PARTITIONS } from './partition-facts';
import { EXAMPLE_SETTINGS, settingsFrom } from './settings';

describe('settings', () => {
  it.each(PARTITIONS)('take the example of %s where nothing is given', (partition) => {
    expect(settingsFrom(partition, {})).toEqual(EXAMPLE_SETTINGS[partition]);
  });

  it.each([
    ['aws', { region: 'cn-north-1' }, 'region'],
    ['aws-cn', { icpNumber: '' }, 'ICP'],
    ['aws-cn', { region: 'cn-northwest-1' }, 'certificateArn must lie in cn-northwest-1'],
    ['aws', { stage: 'Live!' }, 'stage'],
    ['aws', { domainName: 'https://x.cn' }, 'domainName'],
    ['aws', { alarmEmail: 'nobody' }, 'alarmEmail'],
    ['aws', { wechatSecret: 'x' }, 'wechatSecret is not a setting'],
    ['aws', 'text', 'JSON object'],
  ] as const)('of %s refuse %j', (partition, given, message) => {
    expect(() => settingsFrom(partition, given)).toThrow(message);
  });
});
