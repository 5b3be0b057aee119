import { robotAddress } from './robot';

const BASE = 'https://api.weixin.qq.com';

it.each(['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', `${BASE}/cgi-bin/webhook/send?key=1`])(
  'calls a group robot: %s',
  (address) => {
    expect(robotAddress(address, BASE)?.href).toBe(address);
  },
);

it.each([
  'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1',
  'https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=1',
  'https://qyapi.weixin.qq.com.evil.cn/cgi-bin/webhook/send',
  'https://user:pw@qyapi.weixin.qq.com/cgi-bin/webhook/send',
  'https://evil.cn/cgi-bin/webhook/send#qyapi.weixin.qq.com',
  'https://qyapi.weixin.qq.com/cgi-bin/webhook/send/../../other',
  'http://169.254.169.254/cgi-bin/webhook/send',
  'http://localhost:8000/cgi-bin/webhook/send',
  'file:///etc/passwd',
  'gopher://qyapi.weixin.qq.com/cgi-bin/webhook/send',
  'not an address',
  '',
])('calls nothing else: %s', (address) => {
  expect(robotAddress(address, BASE)).toBeUndefined();
});
