import { wechatPush } from '../media/wechat-push';

export const handler = wechatPush;
