import type { CSSProperties, MouseEventHandler } from 'react';

const FITS: Readonly<Record<string, CSSProperties>> = {
  aspectFill: { objectFit: 'cover' },
  aspectFit: { objectFit: 'contain' },
  widthFix: { height: 'auto' },
  heightFix: { width: 'auto' },
};

export interface ImageProps {
  readonly src: string;
  readonly mode?: string;
  readonly className?: string;
  readonly style?: CSSProperties;
  readonly lazyLoad?: boolean;
  readonly 'aria-label'?: string;
  readonly 'aria-hidden'?: boolean | 'true' | 'false';
  readonly onClick?: MouseEventHandler;
  readonly onLoad?: () => void;
  readonly onError?: () => void;
}

export const Image = ({ src, mode, style, lazyLoad, 'aria-label': label, ...rest }: ImageProps) => (
  <img
    src={src}
    alt={label ?? ''}
    loading={lazyLoad ? 'lazy' : 'eager'}
    style={{ ...(mode ? FITS[mode] : {}), ...style }}
    {...rest}
  />
);
