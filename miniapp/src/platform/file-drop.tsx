import type { ReactNode } from 'react';

interface FileDropProps {
  readonly label: string;
  readonly onText: (words: string) => void;
  readonly children: ReactNode;
}

/** Nothing is dropped onto a phone. */
export const FileDrop = ({ children }: FileDropProps) => <>{children}</>;
