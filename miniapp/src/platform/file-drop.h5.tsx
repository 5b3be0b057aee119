import { useState } from 'react';
import type { ReactNode } from 'react';

interface FileDropProps {
  readonly label: string;
  readonly onText: (words: string) => void;
  readonly children: ReactNode;
}

/** Where a text file may be dropped; whatever opens it otherwise stands within. */
export const FileDrop = ({ label, onText, children }: FileDropProps) => {
  const [over, setOver] = useState(false);
  return (
    <div
      role="group"
      aria-label={label}
      className={`file-drop${over ? ' file-drop-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void event.dataTransfer.files[0]?.text().then(onText);
      }}
    >
      {children}
    </div>
  );
};
