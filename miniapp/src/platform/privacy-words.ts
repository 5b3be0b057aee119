/** What is said before anything personal is kept (PIPL art. 17), in the reader's own words. */
export const PRIVACY_LINES = [
  '用途：办理您报的事、核实您是哪一户、把进展告诉您。别的不用。',
  '收什么：微信登录标识；您自己填的姓名、房号、报事内容和照片；您愿意时的手机号。',
  '谁能看：您家里的事，只有经办的物业、社区人员能看到。电话和姓名对别人打星号，谁看过您的电话都有记录。',
  '存多久：事情办完后留存备查，您注销时删除姓名、电话和绑定。存放在中国境内。',
  '您可以随时在“我的”里查看、更正、复制、删除，或撤回同意。',
] as const;

export const SIGN_IN_WORDS = {
  title: '登录后继续',
  why: '登录是为了知道是谁报的事，好把结果告诉您。看通知、查电话不用登录。',
  agree: '我已看过并同意下面的隐私说明',
  button: '微信登录',
  later: '暂不',
  privacy: '隐私说明',
  scan: '请用微信扫一扫，在手机上点“确认登录”',
  scanExpired: '二维码过期了',
  scanAgain: '换一个二维码',
  tickFirst: '先勾选同意，再登录',
  continue: '同意并继续',
  qrLabel: '登录二维码，请用微信扫一扫',
} as const;
