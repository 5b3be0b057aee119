import { createElement, forwardRef } from 'react';
import type { HTMLAttributes, MouseEvent, PropsWithChildren, Ref } from 'react';

type Box = PropsWithChildren<HTMLAttributes<HTMLElement>> & {
  readonly catchMove?: boolean;
  readonly hoverClass?: string;
  readonly userSelect?: boolean;
  readonly onLongPress?: (event: MouseEvent) => void;
};

const box = (tag: 'div' | 'span') =>
  forwardRef(function DomBox(props: Box, ref: Ref<HTMLElement>) {
    const { catchMove: _catchMove, hoverClass: _hover, userSelect: _select, onLongPress, ...rest } = props;
    return createElement(tag, { ...rest, ref, ...(onLongPress ? { onContextMenu: onLongPress } : {}) });
  });

export const View = box('div');
export const Text = box('span');

interface ButtonProps extends HTMLAttributes<HTMLButtonElement> {
  readonly disabled?: boolean;
  readonly loading?: boolean;
  /** WeChat's own abilities (phone number, sharing): the web has none of them. */
  readonly openType?: string;
  readonly onGetPhoneNumber?: unknown;
}

export const Button = ({ loading: _loading, openType: _open, onGetPhoneNumber: _phone, ...rest }: ButtonProps) => (
  <button type="button" {...rest} />
);
