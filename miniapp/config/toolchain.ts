import path from 'node:path';
import TerserPlugin from 'terser-webpack-plugin';
import type { IH5Config } from '@tarojs/taro/types/compile';

type Chain = Parameters<NonNullable<IH5Config['webpackChain']>>[0];

type Options = readonly Readonly<Record<string, unknown>>[];

const shared = path.resolve(__dirname, '../../shared/src');
const isPackage = (file: string): boolean => /node_modules[\\/]/.test(file);

/** What the oldest engines of `browserslist` understand: neither `?.` nor `??` … */
const TARGET = 'es2019';
/** … nor `inset` or `(width >= 1024px)`; a version is written in the third byte. */
const ENGINES = { chrome: 79 << 16, ios_saf: 13 << 16, safari: 13 << 16 };

/** Only our own screens need Taro's babel presets. */
export const compile = { exclude: [isPackage] };

/**
 * Shared contracts and packages come as modern TypeScript and ESM: esbuild lowers them, swc makes everything
 * small. Babel and terser did the same in four times the time.
 */
export const setToolchain = (chain: Chain): void => {
  chain.resolve.set('extensionAlias', { '.js': ['.ts', '.tsx', '.js'] });
  chain.resolve.alias.set('@gongyi/shared', shared);
  chain.module
    .rule('modern')
    .test(/\.m?[jt]s$/)
    .include.add(shared)
    .add(isPackage)
    .end()
    .use('esbuild')
    .loader('esbuild-loader')
    .options({ target: TARGET, charset: 'utf8' });
  if (chain.get('mode') !== 'production') return;
  chain.optimization.minimizer('terserPlugin').tap(([options]: Options) => [
    {
      ...options,
      minify: TerserPlugin.swcMinify,
      // swc has threads of its own.
      parallel: false,
      extractComments: false,
      terserOptions: { ecma: 2019, compress: { ecma: 2019 }, mangle: true, format: { comments: 'some' } },
    },
  ]);
  chain.optimization
    .minimizer('lightningcssPlugin')
    .tap(([options]: Options) => [{ ...options, minimizerOptions: { targets: ENGINES } }]);
};

/** On the web, what several screens share is loaded once: Taro's own rule copies it into each of them. */
export const shareBetweenScreens = (chain: Chain): void => {
  chain.optimization.splitChunks({
    chunks: 'all',
    minSize: 10_000,
    maxAsyncRequests: 12,
    cacheGroups: { default: { minChunks: 2, reuseExistingChunk: true }, defaultVendors: false },
  });
};
