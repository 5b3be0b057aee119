import path from 'node:path';
import { defineConfig } from '@tarojs/cli';
import type { UserConfigExport } from '@tarojs/cli';
import { findSubpackages } from './subpackages';
import { compile, setToolchain, shareBetweenScreens } from './toolchain';

/**
 * Taro's build, written by hand (`taro init` downloads). Lengths are plain px on both platforms: text size is
 * the reader's choice (see `src/ui/tokens.scss`), so nothing may be rescaled with the screen's width.
 */
const miniapp = path.resolve(__dirname, '..');

// Styles of different screens do not depend on each other's order.
const anyOrder = { ignoreOrder: true };
const inPixels = { pxtransform: { enable: false, config: {} } };

/**
 * The standalone verifier of owners' votes goes out as the file it is, not as a part of the app: whoever checks a
 * count runs the very text they can read. Its name stays the same from release to release, so that a
 * command which fetches it can be printed; unlike files named by their hash it is asked for anew each time.
 */
const verifier = path.resolve(miniapp, '../shared/verifier/verify.mjs');
const verifierPath = '/js/verify.mjs';
const verifierCopy = { from: verifier, to: `dist/h5${verifierPath}`, info: { minimized: true } };

const config: UserConfigExport = {
  projectName: 'gongyi',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'src',
  outputRoot: process.env.GONGYI_GALLERY === '1' ? 'dist/gallery' : `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: process.env.NODE_ENV !== 'production' },
  cssMinimizer: 'lightningcss',
  copy: { patterns: process.env.TARO_ENV === 'h5' ? [verifierCopy] : [], options: {} },
  plugins: [path.resolve(__dirname, 'aria-plugin.cjs')],
  defineConstants: {
    GONGYI_SUBPACKAGES: JSON.stringify(findSubpackages(path.join(miniapp, 'src'), process.env.GONGYI_GALLERY === '1')),
    GONGYI_VERIFIER: JSON.stringify(verifierPath),
    // The mini-program has no origin of its own: the address of the API is fixed when it is built.
    GONGYI_API_BASE: JSON.stringify(process.env.GONGYI_API_BASE ?? 'http://127.0.0.1:8311/api'),
  },
  mini: {
    compile,
    optimizeMainPackage: { enable: true },
    miniCssExtractPluginOption: anyOrder,
    postcss: inPixels,
    webpackChain: setToolchain,
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    compile,
    postcss: { ...inPixels, autoprefixer: { enable: true, config: {} } },
    miniCssExtractPluginOption: {
      ...anyOrder,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    webpackChain: (chain) => {
      setToolchain(chain);
      shareBetweenScreens(chain);
      chain.performance.hints(false);
      chain.resolve.alias.set('@tarojs/components$', path.join(miniapp, 'src/ui/dom/index.tsx'));
    },
  },
};

export default defineConfig(config);
