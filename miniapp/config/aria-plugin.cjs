const path = require('node:path');

/**
 * Taro's WeChat templates leave out `aria-*`, so a screen reader would hear nothing of our roles and names.
 * This adds them to the two elements that carry them, in the templates (build time) and in the map of
 * attribute names (run time): both sides must agree.
 */
const ATTRIBUTES = require('./aria-attributes.cjs');

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (platform.platform !== 'weapp') return;
      platform.template.mergeComponents(ctx, ATTRIBUTES);
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'aria-runtime.js'));
    },
  });
};
